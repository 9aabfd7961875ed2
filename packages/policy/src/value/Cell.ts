/**
 * Reads a cell of a condition as the set of codes that it accepts.
 *
 * Name types take a name, a list of names, or `{ not: … }`, and are never read as FEEL, so that a category can be
 * named `not(x)` or `a, b`. Ordered types (numbers, money, durations, dates) take the same and S-FEEL unary tests.
 * `unknown` is a separate value: neither `{ not: x }` nor a comparison contains it.
 */
import { defined, Fact, Ranges } from "@hearback/core"
import {
  type Cell,
  type CellOptions,
  type CellProblem,
  type Contained,
  codesOf,
  looksLikeTest,
  plain,
  refuse,
  show,
  unbounded,
  unknownWords,
  wrongForm,
  wrongLiteral
} from "./CellProblem.ts"
import { type Literal, parse, type Test } from "./Feel.ts"

/** Reads a cell: a scalar, a list, or `{ not: … }` of either, as YAML values. */
export const parseCell = (value: unknown, type: Fact.FactType, options: CellOptions): Cell => {
  const negated = isNegation(value)
  const items: readonly unknown[] = itemsOf(negated ? value.not : value)
  if (items.length === 0) return refuse("empty", type, options, "[]")
  let set = Ranges.empty
  let within: Contained | undefined
  const members: Member[] = []
  for (const item of items) {
    const cell = parseScalar(item, type, options)
    if (!cell.ok) return cell
    set = Ranges.union(set, cell.set)
    within ??= cell.contained
    members.push({ text: show(item), set: cell.set })
  }
  if (negated) set = Ranges.complement(set, Fact.domain(type, false))
  if (Ranges.isEmpty(set)) return refuse("empty", type, options, show(value))
  return { ok: true, set, ...defined({ contained: within ?? containedIn(members) }) }
}

/** The members of a list, or of a test with commas. */
interface Member {
  readonly text: string
  readonly set: Ranges.Ranges
}

/** Returns a member that another member already contains, because this is probably a mistake. */
const containedIn = (members: readonly Member[]): Contained | undefined => {
  for (const [i, inner] of members.entries()) {
    // If two are equal, the second is superfluous.
    const outer = members.find(
      (one, j) => i !== j && Ranges.covers(one.set, inner.set) && (j < i || !Ranges.equal(one.set, inner.set))
    )
    if (outer !== undefined && !Ranges.isEmpty(inner.set)) return { found: inner.text, by: outer.text }
  }
  return undefined
}

/** Returns the texts that a cell compares with. A fact of type text knows only these. */
export const textsOf = (value: unknown): readonly string[] =>
  itemsOf(isNegation(value) ? value.not : value).flatMap((item) =>
    typeof item === "string" && !unknownWords.includes(item) ? [item] : []
  )

const isNegation = (value: unknown): value is { readonly not: unknown } =>
  typeof value === "object" && value !== null && Object.keys(value).length === 1 && "not" in value

const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

const parseScalar = (value: unknown, type: Fact.FactType, options: CellOptions): Cell => {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
    return refuse(value === null || value === undefined ? "empty" : "wrong-type", type, options, show(value))
  }
  const wrong = typeof value === "string" ? wrongForm(value, type, options) : undefined
  if (wrong !== undefined) return wrong
  const set = Fact.encodeAll(type, value, options.zone)
  // A text that no cell names has code 0, so a cell never means it.
  const known = set !== undefined && !(type._tag === "Text" && set[0] === 0)
  if (known) return { ok: true, set }
  if (typeof value === "string" && unknownWords.includes(value)) {
    return options.unknown
      ? { ok: true, set: [Fact.UNKNOWN, Fact.UNKNOWN + 1] }
      : refuse("unknown-value", type, options, value)
  }
  // 11 is a number, but no case has it as a score up to 10.
  if (type._tag === "Amount" && Fact.encode(unbounded(type), value) !== undefined) {
    return refuse("empty", type, options, String(value))
  }
  if (Fact.isOrdered(type) && typeof value === "string") return parseTest(value, type, options)
  const named = type._tag === "OneOf" || type._tag === "SomeOf" || type._tag === "Text"
  return refuse(named ? "unknown-value" : "wrong-type", type, options, String(value))
}

const parseTest = (value: string, type: Fact.FactType, options: CellOptions): Cell => {
  const { text, offset } = plain(value)
  const at = (start: number, end: number): Pick<CellProblem, "start" | "end"> => ({
    start: offset[start] ?? value.length,
    end: (offset[end - 1] ?? value.length - 1) + 1
  })
  const direct = parseDirect(text)
  const tests = direct !== undefined && setOf(direct, type, options) !== undefined ? [direct] : undefined
  if (tests === undefined && !looksLikeTest(text)) return refuse("wrong-type", type, options, value)
  const unary = tests === undefined ? parse(text) : ({ _tag: "Tests", negated: false, tests } as const)
  switch (unary._tag) {
    case "Any":
      return { ok: true, set: Fact.domain(type, options.unknown) }
    case "Syntax":
      return refuse("feel-syntax", type, options, value, at(unary.start, unary.end))
    case "TooMuch":
      return refuse("feel-too-much", type, options, value, at(unary.start, unary.end))
    case "Tests": {
      let set = Ranges.empty
      const members: Member[] = []
      for (const test of unary.tests) {
        const part = setOf(test, type, options)
        if (part === undefined) {
          const wrong = wrongLiteral(test, type, options)
          return refuse("wrong-type", type, options, wrong.text, at(wrong.start, wrong.end))
        }
        set = Ranges.union(set, part)
        members.push({ text: writtenAs(test), set: part })
      }
      const domain = Fact.domain(type, false)
      const within = unary.negated ? Ranges.complement(set, domain) : Ranges.intersect(set, domain)
      if (Ranges.isEmpty(within)) return refuse("empty", type, options, value)
      return { ok: true, set: within, ...defined({ contained: containedIn(members) }) }
    }
  }
}

const writtenAs = (test: Test): string =>
  test._tag === "Compare"
    ? `${test.by === "=" ? "" : `${test.by} `}${test.to.text}`
    : `${test.fromIncluded ? "[" : "("}${test.from.text}..${test.to.text}${test.toIncluded ? "]" : ")"}`

/**
 * Reads one comparison or interval without the FEEL parser. In addition to FEEL, its values can have the unit of the
 * fact (`>= 4 hours`, `< 500 CNY`), and dates need no quotes.
 */
export const parseDirect = (text: string): Test | undefined => {
  const compare = /^\s*(<=|>=|!=|<|>|=)\s*([^\s<>=[\](),"][^<>=[\](),"]*)$/.exec(text)
  if (compare !== null) {
    const to = literal(text, compare[2] ?? "", text.length - (compare[2] ?? "").length)
    return { _tag: "Compare", by: compare[1] as (Test & { _tag: "Compare" })["by"], to }
  }
  const between = /^(\s*([[\](])\s*)([^\s<>=[\](),".][^<>=[\](),"]*?)(\s*\.\.\s*)([^<>=[\](),"]+?)\s*([\][)])\s*$/.exec(
    text
  )
  if (between === null) return undefined
  const [, before = "", open, low = "", dots = "", high = "", close] = between
  return {
    _tag: "Between",
    from: literal(text, low, before.length),
    to: literal(text, high, before.length + low.length + dots.length),
    fromIncluded: open === "[",
    toIncluded: close === "]"
  }
}

const literal = (text: string, written: string, start: number): Literal => {
  const trimmed = written.trimEnd()
  return { text: text.slice(start, start + trimmed.length), start, end: start + trimmed.length }
}

/** Returns the codes of a test, with whole days for dates; undefined if a value is not of the type. */
const setOf = (test: Test, type: Fact.FactType, options: CellOptions): Ranges.Ranges | undefined => {
  if (test._tag === "Between") {
    const [from, to] = [codesOf(test.from, type, options), codesOf(test.to, type, options)]
    if (from === undefined || to === undefined) return undefined
    return Ranges.of(test.fromIncluded ? from.lo : from.hi, test.toIncluded ? to.hi : to.lo)
  }
  const codes = codesOf(test.to, type, options)
  if (codes === undefined) return undefined
  const { lo, hi } = codes
  switch (test.by) {
    case "=":
      return Ranges.of(lo, hi)
    case "!=":
      return Ranges.complement(Ranges.of(lo, hi), Fact.domain(type, false))
    case "<":
      return Ranges.of(Fact.UNKNOWN + 1, lo)
    case "<=":
      return Ranges.of(Fact.UNKNOWN + 1, hi)
    case ">":
      return Ranges.of(hi, Ranges.MAX)
    case ">=":
      return Ranges.of(lo, Ranges.MAX)
  }
}
