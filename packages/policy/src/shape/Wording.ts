/** Puts faults of shape into words: what is written, what is allowed, and what was probably meant. */
import { defined } from "@hearback/core"
import { type Diagnostic, diagnose, related } from "../diagnostic/Diagnostic.ts"
import { type Allowed, nearest, wordsOf as wordsIn } from "../diagnostic/Suggestion.ts"
import { guessed } from "../diagnostic/UnknownWords.ts"
import { type FileOutline, isRemoval, type Outline } from "../outline/Outline.ts"
import { isNameForm, languageTag, nameLike } from "../outline/ReservedNames.ts"
import { colonsIn } from "../parse/PitfallLines.ts"
import type { MapNode, Node, NodeKey, ScalarNode } from "../source/Node.ts"
import { placeAt, type Span, span, written } from "../source/SourceFile.ts"
import type { Texts } from "../text/en/Texts.ts"
import { quoted, type TranslatedText } from "../text/shape/TranslatedText.ts"
import { oneOf, said, same } from "../text/TranslatedTexts.ts"
import { keysOf, versionKeys } from "../vocabulary/KeyLanguage.ts"
import { keysIn, type ShapeFault, type Where } from "./Fault.ts"

/** Returns the findings about a fault: usually one, or one for each colon that was meant. */
export function wordsOf(language: FileOutline, fault: ShapeFault): ReadonlyArray<Diagnostic> {
  switch (fault._tag) {
    case "UnknownKey":
      return [unknownKey(fault.key, fault.map, fault.outline)]
    case "BadKeyName":
      return [badName(fault.key.text, fault.key.span, fault.pattern)]
    case "MissingKey":
      return [
        diagnose(
          "shape/missing-key",
          {
            keys: spokenKeys(fault.keys, fault.outline, fault.at),
            any: fault.any,
            where: nameOf(language, fault.outline)
          },
          fault.at
        )
      ]
    case "BadName":
      return [badName(String(fault.node.value), fault.node.span, fault.outline.pattern ?? "")]
    case "WrongWord":
      return [wrongWord(fault.node, fault.outlines, fault.where)]
    case "WrongType":
      return wrongType(language, fault.node, fault.outline, fault.where)
    case "Empty":
      return [empty(fault.node, fault.where)]
    case "TwoOf": {
      const [first, second] = fault.keys
      const place = related(
        first.span,
        said((t) => t.place.other),
        true
      )
      const keys = fault.keys.map(({ span: at }) => written(at))
      return [
        diagnose("shape/two-of", { keys, where: nameOf(language, fault.outline) }, second.span, { related: [place] })
      ]
    }
  }
}

const spokenKeys = (keys: ReadonlyArray<string>, { properties }: Outline, at: Span): ReadonlyArray<string> =>
  keysOf(at.file) === "en" ? keys : keys.map((key) => properties?.[key]?.["x-zh"] ?? key)

function unknownKey(key: NodeKey, map: MapNode, outline: Outline): Diagnostic {
  const own = Object.entries(outline.properties ?? {})
  const foreign = keysOf(key.span.file) === "en" && own.find(([, { "x-zh": zh }]) => zh === key.text)
  if (foreign) return mixed(key.text, foreign[0], key.span)
  const speak = speakerIn(key.span)
  const there = keysIn(map)
  const free = own.filter(([name]) => !there.has(name))
  const allowed = free.map(([word, { "x-zh": zh }]) => speak(word, zh))
  const words = wordsIn(allowed)
  const where = titleOf(outline, (t) => t.thing.thisMap)
  return diagnose(
    "shape/unknown-key",
    { key: key.text, where, allowed: words, ...guessed(key.text, allowed) },
    key.span
  )
}

function badName(name: string, at: Span, pattern: string): Diagnostic {
  if (pattern === languageTag.source) {
    const expected = said((t) => t.thing.languageTag)
    return diagnose("shape/wrong-type", { expected, found: same(quoted(name)) }, at, {
      expected,
      found: same(quoted(name))
    })
  }
  if (isNameForm(name)) return diagnose("name/reserved", { name }, at)
  const proposal = nameLike(name)
  return diagnose("name/form", defined({ name, proposal }), at)
}

/** Returns the allowed words in a file's key language. Each is also found by its word in the other one. */
const speakerIn =
  ({ file }: Span) =>
  (en: string, zh: string | undefined): Allowed => {
    if (zh === undefined) return en
    return keysOf(file) === "en" ? { word: en, also: [zh] } : { word: zh, also: [en] }
  }

const mixed = (word: string, right: string, at: Span): Diagnostic =>
  diagnose("language/mixed-keys", { word, right, first: versionKeys.en }, at)

function wrongWord(node: ScalarNode, outlines: ReadonlyArray<Outline>, where: Where): Diagnostic {
  const word = String(node.value)
  const pairs = outlines.flatMap(({ enum: words = [], "x-enum-zh": zh = [] }) =>
    words.map((each, index) => [String(each), zh[index]] as const)
  )
  const foreign = keysOf(node.span.file) === "en" && pairs.find(([, zh]) => zh === word)
  if (foreign) return mixed(word, foreign[0], node.span)
  const speak = speakerIn(node.span)
  const choices = pairs.map(([en, zh]) => speak(en, zh))
  const allowed = wordsIn(choices)
  const about = defined({ word, allowed, ...guessed(word, choices), where: where?.text })
  return diagnose("shape/unknown-word", about, node.span, { expected: oneOf(allowed), found: same(quoted(word)) })
}

function empty(node: ScalarNode, where: Where): Diagnostic {
  return where === undefined || where.item
    ? diagnose("yaml/empty-value", { written: node.source }, node.span)
    : diagnose("yaml/empty-value", { key: where.text, written: node.source }, where.span)
}

function wrongType(language: FileOutline, node: Node, outline: Outline, where: Where): ReadonlyArray<Diagnostic> {
  const branches = leaves(language, outline)
  if (node._tag === "Scalar") {
    const special = wrongScalar(node, branches, outline)
    if (special.length > 0) return special
  }
  const expected = expectation(language, outline)
  const found = describe(node)
  const list =
    node._tag === "Scalar" && !/[[\]{}【】｛｝［］,，、]/u.test(node.source)
      ? branches.find(({ type, items }) => type === "array" && takes(language, items, node))
      : undefined
  const fix = list && {
    span: node.span,
    text: `[${written(node.span)}]`,
    title: said((t) => t.fix.list)
  }
  const about = defined({ expected, found, where: where?.text })
  return [diagnose("shape/wrong-type", about, visible(node, where), defined({ expected, found, fix }))]
}

/**
 * Returns a special finding for a frequent fault: a number for a text, a share as a fraction, a colon that did not
 * end a key.
 */
function wrongScalar(node: ScalarNode, branches: ReadonlyArray<Outline>, outline: Outline): ReadonlyArray<Diagnostic> {
  const { value, source } = node
  if (typeof value === "string" && outline.anyOf?.some(isRemoval) === true && nearest(value, ["removed"]) !== undefined)
    return [
      diagnose("shape/unknown-word", { word: value, allowed: ["removed"], guess: "removed", sure: true }, node.span)
    ]
  if (typeof value === "string")
    return branches.some(({ type }) => type === "object") && !node.quoted ? colonsIn(node) : []
  if (branches.some((branch) => branch["x-quotes"] === true))
    return [diagnose("yaml/number-as-text", { source, read: String(value) }, node.span)]
  if (typeof value === "number" && [outline, ...branches].some(({ title }) => title === "Share")) {
    const proposal = value > 0 && value < 1 ? `${Number((value * 100).toPrecision(12))}%` : undefined
    return [diagnose("value/bad-share", defined({ found: source, proposal }), node.span)]
  }
  return []
}

/** Returns the branches of a union and of the unions in it. Anything else is its own only branch. */
function leaves(language: FileOutline, given: Outline): ReadonlyArray<Outline> {
  const outline = language.resolve(given)
  return outline.anyOf === undefined ? [outline] : outline.anyOf.flatMap((branch) => leaves(language, branch))
}

function takes(language: FileOutline, items: Outline | undefined, node: ScalarNode): boolean {
  const kinds = items === undefined ? [] : leaves(language, items)
  return kinds.some(
    ({ type, enum: words }) =>
      type === typeof node.value && (words === undefined || words.some((word) => word === node.value))
  )
}

function nameOf(language: FileOutline, given: Outline): TranslatedText {
  return titleOf(language.resolve(given), (t) => t.thing.thisPlace)
}

const titleOf = ({ title }: Outline, otherwise: (texts: Texts) => string): TranslatedText =>
  said((t) => (title === undefined ? otherwise(t) : t.title[title as keyof Texts["title"]]))

function expectation(language: FileOutline, given: Outline): TranslatedText {
  const outline = language.resolve(given)
  if (outline.title === undefined && outline.anyOf !== undefined) {
    const each = outline.anyOf.filter((branch) => !isRemoval(branch)).map((branch) => expectation(language, branch))
    return said((t, reader) => t.value.either(each.map((branch) => branch[reader])))
  }
  const what =
    outline.title === undefined ? said((t) => t.value.kind[outline.type ?? "object"]) : nameOf(language, outline)
  const example = outline["x-example"]
  return example === undefined ? what : said((t, reader) => t.value.suchAs(what[reader], String(example)))
}

function describe(node: Node): TranslatedText {
  if (node._tag === "Map") return said((t) => t.value.kind.object)
  if (node._tag === "List") return said((t) => t.value.kind.array)
  return same(quoted(typeof node.value === "string" ? node.value : node.source))
}

/** Returns the span of a value. For long maps and lists it is their key. */
function visible(node: Node, where: Where): Span {
  const { file, start, end } = node.span
  if (node._tag === "Scalar" || placeAt(file, start).line === placeAt(file, end).line) return node.span
  return where?.span ?? span(file, start, start + 1)
}
