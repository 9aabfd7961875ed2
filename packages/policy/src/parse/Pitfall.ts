/**
 * What YAML reads without a word and nobody meant: a key without a value, a comma that splits a sentence, a
 * full-width colon, a placeholder read as a map.
 *
 * *Certain* findings explain a fault of writing where there is one; *doubtful* ones may follow from such a fault.
 */
import { defined } from "@hearback/core"
import { type Diagnostic, diagnose, type Fix, related } from "../diagnostic/Diagnostic.ts"
import { type MapEntry, type MapNode, type Node, type ScalarNode, toJson } from "../source/Node.ts"
import { lineBounds, placeAt, type SourceFile, type Span, span, written } from "../source/SourceFile.ts"
import { said } from "../text/TranslatedTexts.ts"
import { indentationAt, meantIndentation } from "./Indentation.ts"
import { bracketedWrong, partedWrong, quotedWrong } from "./Punctuation.ts"
import { cutAt, isBalanced, quoteText, sentenceOn } from "./UnquotedTexts.ts"

export interface Pitfalls {
  readonly certain: ReadonlyArray<Diagnostic>
  /** Each is made where it is told: beside a fault of writing none is, and there may be thousands. */
  readonly doubtful: ReadonlyArray<() => Diagnostic>
}

/** Returns the pitfalls of a whole tree. */
export function pitfallsIn(file: SourceFile, root: Node): Pitfalls {
  const found = { certain: [] as Array<Diagnostic>, doubtful: [] as Array<() => Diagnostic> }
  if (root._tag === "Scalar") found.certain.push(...colonsIn(root))
  visit(file, root, found)
  found.certain.push(...cutTexts(root, false))
  return found
}

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

interface Found {
  readonly certain: Array<Diagnostic>
  readonly doubtful: Array<() => Diagnostic>
}

function visit(file: SourceFile, node: Node, found: Found): void {
  if (node._tag === "Scalar") return
  if (node._tag === "List") {
    found.certain.push(...partedWrong(node))
    for (const item of node.items) {
      if (item._tag === "Scalar" && item.value === null)
        found.doubtful.push(() => diagnose("yaml/empty-value", { written: item.source }, item.span))
      if (item._tag === "Scalar" && !item.quoted && item.source.includes("\n")) found.certain.push(lostDash(item))
      visit(file, item, found)
    }
    return
  }
  for (const each of node.entries) {
    keyPitfalls(each, found)
    if (isTestReadAsBlock(each.value)) found.certain.push(blockTest(each.value))
    const wrong = each.value._tag === "Scalar" ? (bracketedWrong(each.value) ?? quotedWrong(each.value)) : undefined
    if (wrong !== undefined) found.certain.push(wrong)
  }
  valuePitfalls(file, node, found)
  duplicates(node, found)
  for (const { value } of node.entries) visit(file, value, found)
}

/** A word that goes on in the next line of a list was meant to be an item. */
const lostDash = ({ source, span: { file, start } }: ScalarNode): Diagnostic => {
  const [first = "", rest = ""] = source.split(/\n\s*/u)
  const from = start + source.indexOf(rest, first.length)
  return diagnose("yaml/dash", { parted: false }, span(file, from, from + rest.trimEnd().length))
}

/** `>5` opens a block text indented by five, and an empty one where nothing follows. */
const isTestReadAsBlock = (value: Node): value is ScalarNode =>
  value._tag === "Scalar" && value.value === "" && /^>\d$/u.test(value.source)

const blockTest = ({ source, span: at }: ScalarNode): Diagnostic =>
  diagnose("yaml/quote-the-test", { test: source }, at)

/** Whether blanks that YAML does not read indent a line below the one that names what holds it. */
const indents = (key: Span): boolean =>
  /^[ \t]*[\u3000\u00a0]/u.test(written(key)) &&
  /(?:^|\n)(?:[ \t]*[\u3000\u00a0][^\n]*|[^\n]*:[ \t]*)\n[ \t]*$/u.test(linesBefore(key))

const linesBefore = ({ file, start }: Span): string => file.text.slice(Math.max(0, start - 400), start)

const around = /^[\s\u3000\u00a0\u200b\ufeff“”‘’「」『』＂＇]+|[\s\u3000\u00a0\u200b\ufeff“”‘’「」『』＂＇]+$/gu

function keyPitfalls({ key }: MapEntry, found: Found): void {
  const source = written(key.span)
  if (/^["']/u.test(source)) return
  if (key.text === "<<") found.certain.push(diagnose("yaml/merge-key", {}, key.span))
  const swallowed = /[{[]/u.test(source) && !isBalanced(source) ? bracketIn(key.span, source) : undefined
  if (swallowed !== undefined) {
    found.certain.push(swallowed)
    return
  }
  const bare = source.replace(around, "")
  const meant = colonMeant(key.span, source) ? colonsIn(key.span) : []
  if (meant.length > 0) found.certain.push(...meant)
  // What runs over several lines is no key with something around it, but broken writing.
  else if (bare !== source.replace(/^[ \t]+|[ \t]+$/gu, "") && bare !== "" && !source.includes("\n"))
    found.certain.push(diagnose("yaml/full-width", { key: bare }, key.span, indented(key.span, bare)))
}

/** `key:{ … }` and `key { … }`: what was meant to be the value became part of the key. */
function bracketIn(at: Span, source: string): Diagnostic | undefined {
  const [, name = "", sign = ""] = /^([\p{L}\p{N}._-]+)(:?[ \t]*)[{[]/u.exec(source) ?? []
  if (name === "") return undefined
  const end = at.start + name.length
  if (!sign.includes(":")) return diagnose("yaml/syntax", { fault: "missing-colon" }, span(at.file, at.start, end))
  const fix = { span: span(at.file, end, end + sign.length), text: ": ", title: said((t) => t.fix.colon) }
  return diagnose("yaml/colon", { written: source, fullWidth: false }, span(at.file, end, end + 1), { fix })
}

/** Blanks before a key that begins a line indent it: as many are written as fit the lines around it. */
function indented(at: Span, bare: string): { readonly fix?: Fix } {
  const { file } = at
  const { line } = placeAt(file, at.start)
  const blanks = indentationAt(file, line)
  const start = file.text.indexOf(bare, at.start)
  if (blanks.end <= at.start || start > blanks.end) return {}
  const width = meantIndentation(file, line)
  if (width === undefined) return {}
  const text = `${" ".repeat(width)}${bare}`
  const fix = span(file, blanks.start, at.end)
  return { fix: { span: fix, text, title: said((t) => t.fix.indent(bare)) } }
}

/** A key with a full-width colon in it, over several lines, or without a colon behind it. */
const colonMeant = (at: Span, source: string): boolean =>
  source.includes("：") || source.includes("\n") || !hasColon(at)

const hasColon = (key: Span): boolean => /^\s*:/u.test(key.file.text.slice(key.end, key.end + 200))

/** The value was left out together with its colon: only so inside `{ }`. */
const leftOut = ({ key, value }: MapEntry): boolean =>
  value._tag === "Scalar" && value.value === null && value.source === "" && !hasColon(key.span)

function valuePitfalls(file: SourceFile, map: MapNode, found: Found): void {
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
    // What follows was meant to stand inside it.
    const [next] = entries.slice(last + 1)
    if (next !== undefined && indents(next.key.span)) continue
    const digits = before === undefined || !isInline(map) ? undefined : splitNumber(before, run)
    if (before !== undefined && digits !== undefined) {
      const whole = span(file, before.value.span.start, run.at(-1)?.key.span.end ?? each.key.span.end)
      const title = said((t) => t.fix.write(digits))
      const fix = { span: whole, text: digits, title }
      found.certain.push(diagnose("yaml/comma", { sentence: digits, number: true }, whole, { fix }))
    } else if (before !== undefined && isInline(map) && run.every(leftOut) && splitSentence(before, run)) {
      // Where a key lacks its colon, that is told.
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

/** A key and its value without a colon between them: told where the key is. */
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

/** The placeholder, with the rest of the sentence behind it, or, where words stand before it too, the whole sentence. */
function placeholder(file: SourceFile, map: MapNode): Diagnostic {
  const whole = sentenceOn(file, placeAt(file, map.span.start).line)
  const isAfter = whole !== undefined && whole.start < map.span.start && !/^[[{]/u.test(written(whole))
  // No bracket around it: it takes the line.
  const isFirst = whole !== undefined && whole.start === map.span.start && isBalanced(written(whole))
  if (isAfter || isFirst) return quoteText(whole)
  const [, end] = lineBounds(file, placeAt(file, map.span.start).line)
  const rest = file.text.slice(map.span.end, end)
  const behind = /^[^,{}\]#\n]*(?:\{[^}\n]*\}[^,{}\]#\n]*)*/u.exec(rest)?.[0].trimEnd() ?? ""
  return quoteText(span(file, map.span.start, map.span.end + behind.length))
}

/** Returns texts without quotes that end at a ` #` in the middle of a sentence. */
function cutTexts(node: Node, isText: boolean): ReadonlyArray<Diagnostic> {
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

/** A scalar with the words before it on its line, where a colon in the sentence made a key of them. */
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

/** `1,200` between braces is the number 1 and a key 200: returns the digits that were meant. */
function splitNumber({ value }: MapEntry, run: ReadonlyArray<MapEntry>): string | undefined {
  const groups = run.map(({ key }) => key.text)
  const isOne = value._tag === "Scalar" && /^[1-9]\d{0,2}$/u.test(value.source) && run.every(leftOut)
  const isRest = groups.every(
    (group, index) => /^\d{3}$/u.test(group) || (index === groups.length - 1 && /^\d{3}\.\d+$/u.test(group))
  )
  return isOne && isRest ? `${value.source}${groups.join("")}` : undefined
}

function duplicates(map: MapNode, found: Found): void {
  const first = new Map<string, MapEntry>()
  for (const each of map.entries) {
    const before = first.get(each.key.text)
    if (before === undefined) first.set(each.key.text, each)
    // A word that a comma split off may well stand there twice.
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

/** The entry with its line break, where it stands alone on its line. */
function lineOf({ key, value }: MapEntry): Span | undefined {
  const { file } = key.span
  const [start, end] = lineBounds(file, placeAt(file, key.span.start).line)
  const around = file.text.slice(start, key.span.start) + file.text.slice(value.span.end, end)
  return value.span.end <= end && around.trim() === ""
    ? span(file, start, Math.min(end + 1, file.text.length))
    : undefined
}
