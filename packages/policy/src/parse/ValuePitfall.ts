/**
 * Finds values that YAML reads differently from what was meant: texts that are cut, numbers that are split, keys that
 * are written twice.
 */
import { defined } from "@hearback/core"
import { type Diagnostic, diagnose, related } from "../diagnostic/Diagnostic.ts"
import { type MapEntry, type MapNode, type Node, type ScalarNode, toJson } from "../source/Node.ts"
import { lineBounds, placeAt, type SourceFile, type Span, span, written } from "../source/SourceFile.ts"
import { said } from "../text/TranslatedTexts.ts"
import { colonsIn, type Found, indents, leftOut, lineOf } from "./PitfallLines.ts"
import { cutAt, isBalanced, quoteText, sentenceOn } from "./UnquotedTexts.ts"

/** Adds findings about the values of a map. */
export function valuePitfalls(file: SourceFile, map: MapNode, found: Found): void {
  const { entries } = map
  const [only] = entries
  if (only !== undefined && entries.length === 1 && leftOut(only) && isPlaceholder(map, only)) {
    found.certain.push(placeholder(file, map))
    return
  }
  for (let at = 0; at < entries.length; at++) {
    const each = entries[at]
    if (each === undefined || !isEmpty(each.value)) continue
    const before = entries[at - 1]
    let last = at
    while (entries[last + 1] && leftOut(entries[last + 1] as MapEntry)) last++
    const run = entries.slice(at, last + 1)
    at = last
    // The following lines were meant to be inside it.
    const [next] = entries.slice(last + 1)
    if (next !== undefined && indents(next.key.span)) continue
    const digits = before === undefined || !isInline(map) ? undefined : splitNumber(before, run)
    if (before !== undefined && digits !== undefined) {
      const whole = span(file, before.value.span.start, run.at(-1)?.key.span.end ?? each.key.span.end)
      const title = said((t) => t.fix.write(digits))
      const fix = { span: whole, text: digits, title }
      found.certain.push(diagnose("yaml/comma", { sentence: digits, number: true }, whole, { fix }))
    } else if (before !== undefined && isInline(map) && run.every(leftOut) && splitSentence(before, run)) {
      // A key without a colon has its own finding.
      if (run.some(({ key }) => colonsIn(key.span).length > 0)) continue
      const lost = sentences.has(before.key.text) ? undefined : lostColon(each)
      if (run.length === 1 && lost !== undefined) {
        found.certain.push(lost)
        continue
      }
      const whole = span(file, before.value.span.start, run.at(-1)?.key.span.end ?? each.key.span.end)
      found.certain.push(diagnose("yaml/comma", { sentence: written(whole) }, whole))
    } else if (run.length === 1 && isInline(map) && leftOut(each) && lostColon(each) !== undefined)
      found.certain.push(...[lostColon(each)].flatMap((lost) => lost ?? []))
    else
      found.doubtful.push(
        ...run
          .filter((empty) => !leftOut(empty) || colonsIn(empty.key.span).length === 0)
          .map((empty) => () => nothingSaid(empty))
      )
  }
}

/** Finds a key and its value without a colon between them. The finding is at the key. */
function lostColon({ key: { span: at } }: MapEntry): Diagnostic | undefined {
  const [, key = ""] = /^([\p{L}][\p{L}\p{M}\p{N}._-]*)[ \t]+[\p{L}\p{N}"']/u.exec(written(at)) ?? []
  const place = span(at.file, at.start, at.start + key.length)
  return key === "" || colonsIn(at).length > 0 ? undefined : diagnose("yaml/syntax", { fault: "missing-colon" }, place)
}

function nothingSaid({ key, value }: MapEntry): Diagnostic {
  return diagnose("yaml/empty-value", { key: key.text, written: value._tag === "Scalar" ? value.source : "" }, key.span)
}

const isInline = ({ span: at }: MapNode): boolean => at.file.text.charAt(at.start) === "{"

const isEmpty = (value: Node): boolean =>
  value._tag === "Scalar" && value.value === null && !value.source.startsWith("*")

const isPlaceholder = (map: MapNode, { key }: MapEntry): boolean =>
  /^\{[\p{L}\p{M}\p{N}.-]+\}$/u.test(written(map.span)) && map.span.end - map.span.start === key.text.length + 2

/** Returns a placeholder with the rest of its sentence, or the whole sentence if words precede it. */
function placeholder(file: SourceFile, map: MapNode): Diagnostic {
  const whole = sentenceOn(file, placeAt(file, map.span.start).line)
  const isAfter = whole !== undefined && whole.start < map.span.start && !/^[[{]/u.test(written(whole))
  // Without a bracket around it, the sentence is the whole line.
  const isFirst = whole !== undefined && whole.start === map.span.start && isBalanced(written(whole))
  if (isAfter || isFirst) return quoteText(whole)
  const [, end] = lineBounds(file, placeAt(file, map.span.start).line)
  const rest = file.text.slice(map.span.end, end)
  const behind = /^[^,{}\]#\n]*(?:\{[^}\n]*\}[^,{}\]#\n]*)*/u.exec(rest)?.[0].trimEnd() ?? ""
  return quoteText(span(file, map.span.start, map.span.end + behind.length))
}

/** Returns texts without quotes that a ` #` cuts in the middle of a sentence. */
export function cutTexts(node: Node, isText: boolean): ReadonlyArray<Diagnostic> {
  switch (node._tag) {
    case "Scalar": {
      const isCut = isText && !node.quoted && typeof node.value === "string"
      const cut = isCut ? cutAt(sentenceOf(node)) : undefined
      return cut === undefined ? [] : [diagnose("yaml/comment", { sentence: written(cut) }, cut)]
    }
    case "List":
      return node.items.flatMap((item) => cutTexts(item, isText))
    case "Map":
      return node.entries.flatMap(({ key, value }) => cutTexts(value, isText || texts.has(key.text)))
  }
}

/** Returns a scalar with the words before it on its line, if a colon in the sentence made a key of them. */
function sentenceOf({ span: at }: ScalarNode): Span {
  const whole = sentenceOn(at.file, placeAt(at.file, at.start).line)
  const isLonger = whole !== undefined && whole.start < at.start && whole.end === at.end
  return isLonger && !/^[[{]/u.test(written(whole)) ? whole : at
}

/** Keys whose values are sentences, so that a word behind a comma belongs to the sentence. */
const sentences = new Set(
  "title text question ask because reason personal basis verbatim 名称 文字 问题 询问语 提问 理由 收集目的 依据 客户原话".split(
    " "
  )
)

/** Keys below which every value that is no map is a sentence or a phrase. */
const texts = new Set([
  ...sentences,
  ..."messages words negation intensifiers emotions questions 消息 用语 否定词 程度词 情绪 引导问题".split(" ")
])

function splitSentence({ key, value }: MapEntry, run: ReadonlyArray<MapEntry>): boolean {
  if (value._tag !== "Scalar" || value.quoted || value.value === null) return false
  const named = (each: MapEntry): boolean => /^[\p{L}\p{M}\p{N}.-]+$/u.test(each.key.text)
  return sentences.has(key.text) || !run.every(named)
}

/** Returns the intended digits of `1,200` between braces, which YAML reads as the number 1 and a key 200. */
function splitNumber({ value }: MapEntry, run: ReadonlyArray<MapEntry>): string | undefined {
  const groups = run.map(({ key }) => key.text)
  const isOne = value._tag === "Scalar" && /^[1-9]\d{0,2}$/u.test(value.source) && run.every(leftOut)
  const isRest = groups.every(
    (group, index) => /^\d{3}$/u.test(group) || (index === groups.length - 1 && /^\d{3}\.\d+$/u.test(group))
  )
  return isOne && isRest ? `${value.source}${groups.join("")}` : undefined
}

/** Adds findings about keys that a map has twice. */
export function duplicates(map: MapNode, found: Found): void {
  const first = new Map<string, MapEntry>()
  for (const each of map.entries) {
    const before = first.get(each.key.text)
    if (before === undefined) first.set(each.key.text, each)
    // A word that a comma split from its sentence can occur twice.
    else if (!leftOut(each)) found.doubtful.push(() => duplicate(before, each))
  }
}

function duplicate(before: MapEntry, each: MapEntry): Diagnostic {
  const place = related(
    before.key.span,
    said((t) => t.place.before),
    true
  )
  const same = JSON.stringify(toJson(before.value)) === JSON.stringify(toJson(each.value))
  const fix = same ? lineOf(each) : undefined
  const repair = fix && { span: fix, text: "", title: said((t) => t.fix.dropSecond) }
  return diagnose(
    "yaml/duplicate-key",
    { key: each.key.text },
    each.key.span,
    defined({ related: [place], fix: repair })
  )
}
