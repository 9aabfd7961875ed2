/** The lines around a value, and the colons in them: what is looked at where YAML reads something else than is meant. */
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import type { MapEntry, Node, ScalarNode } from "../source/Node.ts"
import { lineBounds, placeAt, type Span, span, written } from "../source/SourceFile.ts"
import { said } from "../text/TranslatedTexts.ts"

/** A name and a colon without its blank; `09:00` is no name. */
const colon =
  /^[ \t]*([\p{N}._-]*[\p{L}][\p{L}\p{M}\p{N}._-]*)([ \t\u3000\u00a0]*：[ \t\u3000\u00a0]*|:[\u3000\u00a0\u2000-\u200b\u202f\ufeff]+|:(?=\S))/gmu

/** Returns the colons of a plain text that were meant to end keys, one for each of its lines. */
export function colonsIn(node: ScalarNode | Span): ReadonlyArray<Diagnostic> {
  const at = "_tag" in node ? node.span : node
  if ("_tag" in node && node.quoted) return []
  const text = withoutBlock(written(at))
  return [...text.matchAll(colon)].map((match) => {
    const sign = match[2] ?? ""
    const end = at.start + match.index + match[0].length
    const lineEnds = /^\s*(?:\n|$)/u.test(at.file.text.slice(end, end + 80))
    const fix = {
      span: span(at.file, end - sign.length, end),
      text: lineEnds ? ":" : ": ",
      title: said((t) => t.fix.colon)
    }
    const fullWidth = sign.includes("：")
    const from = fix.span.start + sign.indexOf("：")
    const place = fullWidth ? span(at.file, from, from + 1) : fix.span
    return diagnose("yaml/colon", { written: text, fullWidth }, place, { fix })
  })
}

/** The lines behind a `|` are those of a text, in which a colon is no key. */
const withoutBlock = (text: string): string => {
  const block = /[:：][\s\u3000]*[|>][+-]?\d?[ \t]*(?:\n|$)/u.exec(text)
  return block === null ? text : text.slice(0, block.index + block[0].length)
}

export interface Found {
  readonly certain: Array<Diagnostic>
  readonly doubtful: Array<() => Diagnostic>
}

/** `>5` opens a block text indented by five, and an empty one where nothing follows. */
export const isTestReadAsBlock = (value: Node): value is ScalarNode =>
  value._tag === "Scalar" && value.value === "" && /^>\d$/u.test(value.source)

/** Whether blanks that YAML does not read indent a line below the one that names what holds it. */
export const indents = (key: Span): boolean =>
  /^[ \t]*[\u3000\u00a0]/u.test(written(key)) &&
  /(?:^|\n)(?:[ \t]*[\u3000\u00a0][^\n]*|[^\n]*:[ \t]*)\n[ \t]*$/u.test(linesBefore(key))

const linesBefore = ({ file, start }: Span): string => file.text.slice(Math.max(0, start - 400), start)

export const around = /^[\s\u3000\u00a0\u200b\ufeff“”‘’「」『』＂＇]+|[\s\u3000\u00a0\u200b\ufeff“”‘’「」『』＂＇]+$/gu

export const hasColon = (key: Span): boolean => /^\s*:/u.test(key.file.text.slice(key.end, key.end + 200))

/** The value was left out together with its colon: only so inside `{ }`. */
export const leftOut = ({ key, value }: MapEntry): boolean =>
  value._tag === "Scalar" && value.value === null && value.source === "" && !hasColon(key.span)

/** The entry with its line break, where it stands alone on its line. */
export function lineOf({ key, value }: MapEntry): Span | undefined {
  const { file } = key.span
  const [start, end] = lineBounds(file, placeAt(file, key.span.start).line)
  const around = file.text.slice(start, key.span.start) + file.text.slice(value.span.end, end)
  return value.span.end <= end && around.trim() === ""
    ? span(file, start, Math.min(end + 1, file.text.length))
    : undefined
}
