/** Looks at the lines around a value and at their colons, where YAML reads something else than was meant. */
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import type { MapEntry, Node, ScalarNode } from "../source/Node.ts"
import { lineBounds, placeAt, type Span, span, written } from "../source/SourceFile.ts"
import { said } from "../text/TranslatedTexts.ts"

/** A name and a colon without a blank behind it; `09:00` is no name. */
const colon =
  /^[ \t]*([\p{N}._-]*[\p{L}][\p{L}\p{M}\p{N}._-]*)([ \t\u3000\u00a0]*：[ \t\u3000\u00a0]*|:[\u3000\u00a0\u2000-\u200b\u202f\ufeff]+|:(?=\S))/gmu

/** Returns findings for the colons of a plain text that were meant to end keys, one for each of its lines. */
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

/** Returns a text up to the first block text (`|`), in whose lines a colon ends no key. */
const withoutBlock = (text: string): string => {
  const block = /[:：][\s\u3000]*[|>][+-]?\d?[ \t]*(?:\n|$)/u.exec(text)
  return block === null ? text : text.slice(0, block.index + block[0].length)
}

/** Collects certain and doubtful findings. */
export interface Found {
  readonly certain: Array<Diagnostic>
  readonly doubtful: Array<() => Diagnostic>
}

/**
 * Returns whether a value is a test such as `>5`, which YAML reads as an empty block text with an indentation of
 * five.
 */
export const isTestReadAsBlock = (value: Node): value is ScalarNode =>
  value._tag === "Scalar" && value.value === "" && /^>\d$/u.test(value.source)

/** Returns whether blanks that YAML does not read indent a key below its parent. */
export const indents = (key: Span): boolean =>
  /^[ \t]*[\u3000\u00a0]/u.test(written(key)) &&
  /(?:^|\n)(?:[ \t]*[\u3000\u00a0][^\n]*|[^\n]*:[ \t]*)\n[ \t]*$/u.test(linesBefore(key))

const linesBefore = ({ file, start }: Span): string => file.text.slice(Math.max(0, start - 400), start)

/** The quotes and blanks around a text, also those of Chinese writing. */
export const around = /^[\s\u3000\u00a0\u200b\ufeff“”‘’「」『』＂＇]+|[\s\u3000\u00a0\u200b\ufeff“”‘’「」『』＂＇]+$/gu

/** Returns whether a colon follows a key. */
export const hasColon = (key: Span): boolean => /^\s*:/u.test(key.file.text.slice(key.end, key.end + 200))

/** Returns whether an entry has neither value nor colon, which is possible only inside `{ }`. */
export const leftOut = ({ key, value }: MapEntry): boolean =>
  value._tag === "Scalar" && value.value === null && value.source === "" && !hasColon(key.span)

/** Returns an entry with its line break if it is alone on its line. */
export function lineOf({ key, value }: MapEntry): Span | undefined {
  const { file } = key.span
  const [start, end] = lineBounds(file, placeAt(file, key.span.start).line)
  const around = file.text.slice(start, key.span.start) + file.text.slice(value.span.end, end)
  return value.span.end <= end && around.trim() === ""
    ? span(file, start, Math.min(end + 1, file.text.length))
    : undefined
}
