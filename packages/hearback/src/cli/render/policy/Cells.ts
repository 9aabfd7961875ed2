/** Writes one cell of a table in words: which values of an input fit. */
import { Fact, Period, Ranges } from "@hearback/core"
import type { DifferenceCell } from "@hearback/policy"
import type { ComparisonTexts } from "../../text/en/policy/Comparing.ts"
import type { RuleWordTexts } from "../../text/en/policy/RuleWords.ts"

/** Returns the titles of an input's values. */
type Called = (code: number) => string

/** The values that a cell accepts, and all that the input can have. */
export type CellValues = Omit<DifferenceCell, "input">

type RangeWords = RuleWordTexts["range"] & Pick<ComparisonTexts, "and" | "or" | "unknown" | "atMost">

/** Returns what an input must be, such as `urgency is urgent or important`. */
export const cellText = (input: string, cell: CellValues, called: Called, words: RangeWords): string => {
  const { text, isRest } = valuesText(cell, called, words)
  return isRest ? words.isNot(input, text) : words.is(input, text)
}

/** Returns the values that fit. If most names fit, it returns those that do not, which are fewer. */
export const valuesText = (
  cell: CellValues,
  called: Called,
  words: RangeWords
): { readonly text: string; readonly isRest: boolean } => {
  const { type, set, domain } = cell
  if (Fact.isOrdered(type)) return { text: rangesText(cell, called, words).join(words.or), isRest: false }
  const rest = Ranges.minus(domain, set)
  const isRest = Ranges.size(rest) < Ranges.size(set) && !Ranges.isEmpty(rest)
  return {
    text: pointsOf(isRest ? rest : set)
      .map(called)
      .join(words.or),
    isRest
  }
}

/** Returns the codes of names, which are few. */
const pointsOf = (set: Ranges.Ranges): readonly number[] =>
  set.flatMap((lo, i) => (i % 2 === 1 ? [] : Array.from({ length: (set[i + 1] ?? lo) - lo }, (_, step) => lo + step)))

const rangesText = ({ type, set, domain }: CellValues, called: Called, words: RangeWords): readonly string[] => {
  const unknown = Ranges.has(set, Fact.UNKNOWN) ? [words.unknown] : []
  const known = Ranges.minus(set, [Fact.UNKNOWN, Fact.UNKNOWN + 1])
  const [least, most] = [Ranges.minus(domain, [Fact.UNKNOWN, Fact.UNKNOWN + 1])[0], domain.at(-1)]
  const parts = known.flatMap((lo, index) => {
    const hi = known[index + 1]
    if (index % 2 === 1 || hi === undefined) return []
    if (hi === lo + 1) return [called(lo)]
    const [from, below] = [fromText(type, lo, called, words), belowText(type, hi, called, words)]
    if (hi === most) return [from]
    if (lo === least) return [below]
    const isPlain = from === words.from(called(lo)) && below === words.below(called(hi))
    return [isPlain ? words.between(called(lo), called(hi)) : from + words.and + below]
  })
  return [...unknown, ...parts]
}

const fromText = (type: CellValues["type"], lo: number, called: Called, words: RangeWords): string =>
  isRounder(type, lo - 1, lo) ? words.above(called(lo - 1)) : words.from(called(lo))

const belowText = (type: CellValues["type"], hi: number, called: Called, words: RangeWords): string =>
  isRounder(type, hi - 1, hi) ? words.atMost(called(hi - 1)) : words.below(called(hi))

/** Whether a bound is the one that a person wrote; of lengths that is the one in whole months. */
const isRounder = (type: CellValues["type"], code: number, other: number): boolean =>
  type._tag === "Period" ? Period.parts(code).days === 0 && Period.parts(other).days !== 0 : Fact.isRounder(code, other)
