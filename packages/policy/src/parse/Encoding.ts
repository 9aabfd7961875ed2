/**
 * Decodes bytes as text. Only UTF-8 is allowed, with or without a byte order mark and without unprintable characters.
 * Another encoding is guessed, so that the author knows what to change in the editor.
 */
import { defined } from "@hearback/core"
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import { type SourceFile, span } from "../source/SourceFile.ts"

/** Larger files are refused before they are decoded. Units: bytes. */
export const largestFile = 1_048_576

/** A decoded file with the findings about its encoding. */
export interface Decoded {
  readonly file: SourceFile
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/**
 * Decodes a file. Errors: `file/too-large`, `file/encoding`, `file/control-character`; the text must then not be
 * read.
 */
export function decode(path: string, source: string | Uint8Array): Decoded {
  const size = sizeOf(source)
  if (size > largestFile) return refused(path, (at) => diagnose("file/too-large", { size, limit: largestFile }, at))
  if (typeof source === "string") return checked({ path, text: withoutMark(source) })
  const text = utf8(source)
  if (text !== undefined) return checked({ path, text: withoutMark(text) })
  const looksLike = guess(source)
  const byte = firstBad(source)
  return refused(path, (at) => diagnose("file/encoding", defined({ byte, looksLike }), at))
}

function refused(path: string, why: (at: ReturnType<typeof span>) => Diagnostic): Decoded {
  const file = { path, text: "" }
  return { file, diagnostics: [why(span(file, 0, 0))] }
}

function checked(file: SourceFile): Decoded {
  const at = file.text.search(controls)
  if (at === -1) return { file, diagnostics: [] }
  const code = file.text.charCodeAt(at)
  // If every second character is NUL, the text is UTF-16 without a mark, and its letters are useless.
  if (code === 0 && nulShare(file.text) > 0.2)
    return refused(file.path, (place) => diagnose("file/encoding", { byte: at, looksLike: "UTF-16" }, place))
  return { file, diagnostics: [diagnose("file/control-character", { code }, span(file, at, at + 1))] }
}

/** Characters that YAML does not allow, except U+FEFF, which is a blank of no width. */
const controls = /(?![\t\n\r\u0085])\p{Cc}|\p{Cs}|[\ufffe\uffff]/u

const nulShare = (text: string): number =>
  (text.slice(0, 2000).split("\u0000").length - 1) / Math.min(2000, text.length)

function sizeOf(source: string | Uint8Array): number {
  if (typeof source !== "string") return source.byteLength
  // Only a text that may be too large is counted: one code unit is one to three bytes.
  if (source.length > largestFile || source.length * 3 <= largestFile) return source.length
  return new TextEncoder().encode(source).byteLength
}

const withoutMark = (text: string): string => (text.startsWith("\ufeff") ? text.slice(1) : text)

function utf8(bytes: Uint8Array): string | undefined {
  return decodeAs("utf-8", bytes)
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function guess(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return "UTF-16"
  if (bytes.subarray(0, 2000).filter((byte) => byte === 0).length > 2) return "UTF-16"
  const chinese = decodeAs("gb18030", bytes)
  if (chinese !== undefined && /\p{Script=Han}{2}/u.test(chinese)) return "GBK"
  const big5 = decodeAs("big5", bytes)
  if (big5 !== undefined && /\p{Script=Han}{2}/u.test(big5)) return "Big5"
  return undefined
}

/**
 * Returns the index of the first byte that is not UTF-8, by bisection: if a prefix is valid, every shorter one is,
 * too.
 */
function firstBad(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodesSoFar(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  return good
}

function decodesSoFar(bytes: Uint8Array): boolean {
  try {
    // With `stream`, a letter that is cut off at the end is no error.
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
