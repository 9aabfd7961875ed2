/** Finds Chinese punctuation in the place of YAML's own: a comma, a bracket, the sign of a comment. */
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import type { ListNode, ScalarNode } from "../source/Node.ts"
import { lineBounds, lineText, type SourceFile, type Span, span } from "../source/SourceFile.ts"
import { said } from "../text/TranslatedTexts.ts"

const right: Readonly<Record<string, string>> = {
  "，": ",",
  "、": ",",
  "；": ",",
  "【": "[",
  "】": "]",
  "［": "[",
  "］": "]",
  "｛": "{",
  "｝": "}",
  "＃": "#",
  "“": '"',
  "＂": '"'
}

/** Returns a finding about the Chinese sign that makes a broken line unreadable. */
export function punctuationOn(file: SourceFile, line: number): Diagnostic | undefined {
  const text = lineText(file, line).replaceAll(/"[^"]*"|'[^']*'/gu, (words) => " ".repeat(words.length))
  const found =
    /(?<=[\]}][ \t]*)[，、；]|(?<=\{[^}]*)[，、；](?=[ \t]*[\p{L}\p{N}._-]+:[ \t])|(?<=[ \t])＃|(?<=[:,[{][ \t]*)[【［｛]|[】］｝](?=[ \t]*(?:[,}\]，]|$))/u.exec(
      text
    )
  const [start] = lineBounds(file, line)
  if (found === null) return undefined
  const [sign] = found
  const at = span(file, start + found.index, start + found.index + sign.length)
  return told(at, sign, at, `${right[sign]}${/[，、；]/u.test(sign) ? " " : ""}`)
}

/** Finds items of `[ ]` that a Chinese comma should separate. */
export const partedWrong = (list: ListNode): readonly Diagnostic[] =>
  list.span.file.text.charAt(list.span.start) !== "["
    ? []
    : list.items.flatMap((item) => {
        const sign = item._tag === "Scalar" && !item.quoted ? /[，、]/u.exec(item.source) : null
        if (sign === null || item._tag !== "Scalar") return []
        const at = span(item.span.file, item.span.start + sign.index, item.span.start + sign.index + 1)
        return [told(at, sign[0], item.span, item.source.replaceAll(/[，、]\s*/gu, ", "))]
      })

/** Finds a list in Chinese brackets. */
export const bracketedWrong = ({ source, quoted: isQuoted, span: at }: ScalarNode): Diagnostic | undefined => {
  const [, inner] = isQuoted ? [] : (/^[【［]([^】］]*[，、,][^】］]*)[】］]$/u.exec(source) ?? [])
  if (inner === undefined) return undefined
  const sign = span(at.file, at.start, at.start + 1)
  return told(sign, source.charAt(0), at, `[${inner.replaceAll(/[，、,]\s*/gu, ", ")}]`)
}

/** Finds a text in Chinese quotes, which YAML reads as part of the text. */
export const quotedWrong = ({ source, quoted: isQuoted, span: at }: ScalarNode): Diagnostic | undefined => {
  const [, inner] = isQuoted ? [] : (/^[“＂]([^“”＂\n]*)[”＂]$/u.exec(source) ?? [])
  if (inner === undefined || inner.includes('"')) return undefined
  return told(span(at.file, at.start, at.start + 1), source.charAt(0), at, `"${inner}"`)
}

const told = (at: Span, sign: string, whole: Span, text: string): Diagnostic =>
  diagnose("yaml/punctuation", { sign, right: right[sign] ?? "" }, at, {
    fix: { span: whole, text, title: said((t) => t.fix.write(text.trim())) }
  })
