/** Why a cell cannot be read: what was found and what was expected. */
import { defined, Fact, type Ranges, type Zone } from "@hearback/core"
import { nearest } from "../diagnostic/Suggestion.ts"
import type { TranslatedText } from "../text/shape/TranslatedText.ts"
import { oneOf, said } from "../text/TranslatedTexts.ts"
import type { Literal, Test } from "./Feel.ts"
import { bareShare, type Miswritten, miswritten, tooPrecise } from "./NumberForm.ts"

/** How a cell is read. */
export interface CellOptions {
  /** Whether the input can be unknown when it is read. */
  readonly unknown: boolean
  /** Reads local dates. Without it, dates need an offset. */
  readonly zone?: Zone.Zone
}

/** The reason why a cell cannot be read. */
export interface CellProblem {
  readonly kind:
    | "wrong-type"
    | "unknown-value"
    | "empty"
    | "feel-syntax"
    | "feel-too-much"
    | "number-form"
    | "bare-share"
  readonly expected: TranslatedText
  readonly found: string
  /** The place in the wrong scalar.  Units: UTF-16 offsets. */
  readonly start?: number
  readonly end?: number
  readonly suggestion?: string
}

/** An item of a list that another item already contains. */
export interface Contained {
  readonly found: string
  readonly by: string
}

/** A cell that was read, or the reason why it cannot be. */
export type Cell =
  | { readonly ok: true; readonly set: Ranges.Ranges; readonly contained?: Contained }
  | { readonly ok: false; readonly problem: CellProblem }

/** The words for an unknown value. */
export const unknownWords: readonly string[] = ["unknown", "未知"]

/**
 * Refuses numbers in a wrong form. A number with group separators would be read as a list, one with more digits than
 * its currency as a smaller amount, and a share without its sign as a hundredth of what was meant.
 */
export const wrongForm = (value: string, type: Fact.FactType, options: CellOptions): Cell | undefined => {
  if (type._tag !== "Amount" && type._tag !== "Span") return undefined
  const { text, offset } = plain(value)
  const refused = (kind: CellProblem["kind"], { start, end, proposal }: Miswritten): Cell => {
    const [from, to] = [offset[start] ?? 0, (offset[end - 1] ?? value.length - 1) + 1]
    return refuse(kind, type, options, value.slice(from, to), defined({ start: from, end: to, suggestion: proposal }))
  }
  const form = miswritten(text)
  if (form !== undefined) return refused("number-form", form)
  if (type._tag !== "Amount" || type.unit === "") return undefined
  const wrong = type.unit === "%" ? bareShare(text) : tooPrecise(text, type.scale)
  return wrong && refused(type.unit === "%" ? "bare-share" : "wrong-type", wrong)
}

/**
 * Returns the codes of a range. Its bounds can be outside the values of the fact: `<= 100` is true of every score up
 * to 10.
 */
export const codesOf = (
  { text }: Literal,
  type: Fact.FactType,
  { zone }: CellOptions
): { readonly lo: number; readonly hi: number } | undefined => {
  const [lo, hi] = Fact.encodeAll(unbounded(type), text, zone) ?? []
  return lo === undefined || hi === undefined ? undefined : { lo, hi }
}

/** Returns a type without the bounds of its values. */
export const unbounded = (type: Fact.FactType): Fact.FactType =>
  type._tag === "Amount" ? { _tag: "Amount", scale: type.scale, unit: type.unit } : type

/** Returns the value of a test that is not of the type. */
export const wrongLiteral = (test: Test, type: Fact.FactType, options: CellOptions): Literal =>
  test._tag === "Between" && codesOf(test.from, type, options) === undefined ? test.from : test.to

/** Returns whether a text looks like a test. */
export const looksLikeTest = (text: string): boolean => /^\s*(?:[<>=!?[\](@"-]|not\b)|\.\.|,/.test(text)

/** Returns a text with ASCII signs for full-width ones and for ≥ ≤ ≠, and the original offset of each character. */
export const plain = (value: string): { readonly text: string; readonly offset: readonly number[] } => {
  let text = ""
  const offset: number[] = []
  for (let i = 0; i < value.length; i++) {
    const sign = value[i] as string
    const ascii =
      signs[sign] ?? (sign >= "！" && sign <= "～" ? String.fromCharCode(sign.charCodeAt(0) - 0xfee0) : sign)
    for (const unit of ascii) {
      text += unit
      offset.push(i)
    }
  }
  return { text, offset }
}

const signs: Readonly<Record<string, string>> = {
  "≥": ">=",
  "≤": "<=",
  "≠": "!=",
  "　": " ",
  "…": "..",
  "−": "-",
  "【": "[",
  "】": "]"
}

/** Returns a cell that cannot be read, with the reason. */
export const refuse = (
  kind: CellProblem["kind"],
  type: Fact.FactType,
  options: CellOptions,
  found: string,
  place: Pick<CellProblem, "start" | "end" | "suggestion"> = {}
): Cell => {
  const guess = kind === "unknown-value" ? nearest(found, namesOf(type, options)) : undefined
  return {
    ok: false,
    problem: defined({ kind, expected: expectedOf(type, options), found, suggestion: guess?.word, ...place })
  }
}

const namesOf = (type: Fact.FactType, { unknown }: CellOptions): readonly string[] => [
  ...(type._tag === "OneOf" || type._tag === "SomeOf" || type._tag === "Text" ? type.values : []),
  ...(unknown ? ["unknown"] : [])
]

const expectedOf = (type: Fact.FactType, options: CellOptions): TranslatedText => {
  switch (type._tag) {
    case "OneOf":
    case "SomeOf":
    case "Text":
      return oneOf(namesOf(type, options))
    case "Flag":
      return said((t) => t.value.cell.flag)
    case "Span":
      return said((t) => t.value.cell.span)
    case "Period":
      return said((t) => t.value.cell.period)
    case "Date":
      return said((t) => t.value.cell.date)
    case "Amount":
      return said((t) => t.value.cell.amount(type.scale === 0, type.unit))
  }
}

/** Returns a value as text for a message. */
export const show = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""))
