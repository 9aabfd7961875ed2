/** Reads values of a simulation file: durations, shares, weights and distributions. */
import { defined, Instant } from "@hearback/core"
import type { SimulationLimit } from "../diagnostic/catalogue/Simulation.ts"
import { diagnose } from "../diagnostic/Diagnostic.ts"
import { type PeopleContext, wordOf } from "../people/Context.ts"
import { entriesOf, get, isList, isMap, isScalar, itemsOf, type Node } from "../source/Node.ts"
import { parseDuration } from "../value/Duration.ts"
import { lengthMeant } from "../value/MeantQuantity.ts"

const { DAY } = Instant

/** Returns a number; undefined if it is none. */
export const numberOf = (node: Node | undefined): number | undefined =>
  isScalar(node) && typeof node.value === "number" ? node.value : undefined

/** Returns a yes or no; undefined if it is neither. */
export const yesNoOf = (node: Node | undefined): boolean | undefined =>
  node === undefined ? undefined : ["yes", "true", "是"].includes(wordOf(node) ?? "")

/** Returns a word of the language. The check of shapes has already checked it. */
export const choiceOf = <W extends string>(node: Node | undefined): W | undefined => wordOf(node) as W | undefined

/** Returns a share from 0 to 1. */
export const shareOf = ({ told }: PeopleContext, node: Node | undefined): number | undefined => {
  const text = wordOf(node)
  if (node === undefined || text === undefined) return undefined
  const percent = Number(/^(\d{1,3}(?:\.\d{1,2})?)\s*[%％]$/.exec(text.trim())?.[1] ?? Number.NaN)
  if (percent <= 100) return percent / 100
  told.push(diagnose("value/bad-share", { found: text }, node.span))
  return undefined
}

/**
 * Returns a duration.  Units: ms. A day is 24 hours, and a working hour is an hour in any calendar. Working days and
 * months have no fixed length and are refused.
 */
export const lengthOf = ({ told }: PeopleContext, node: Node | undefined): number | undefined => {
  const text = wordOf(node)
  if (node === undefined || text === undefined) return undefined
  const target = parseDuration(text)
  if (target?._tag === "Elapsed" || target?._tag === "Working") return target.ms
  if (target?._tag === "Civil" && target.months === 0) return target.days * DAY
  told.push(
    target === undefined
      ? diagnose("value/bad-length", { found: text, ...lengthMeant(text) }, node.span)
      : diagnose("simulation/no-fixed-length", { found: text }, node.span)
  )
  return undefined
}

/** Returns a required number of numbers, none below 0 and not all of them 0. */
export const numbersOf = (
  { told }: PeopleContext,
  node: Node | undefined,
  ...counts: readonly number[]
): readonly number[] | undefined => {
  if (node === undefined) return undefined
  const found = itemsOf(node).flatMap((item) => numberOf(item) ?? [])
  if (counts.includes(found.length) && found.every((one) => one >= 0) && found.some((one) => one > 0)) return found
  const below = found.find((one) => one < 0)
  told.push(diagnose("simulation/numbers", { counts, found: found.length, ...defined({ below }) }, node.span))
  return undefined
}

/** Returns a number for each name, none below 0. `isKnown` reports unknown names. */
export const figuresOf = (
  { told }: PeopleContext,
  node: Node | undefined,
  isKnown: (entry: { readonly text: string; readonly span: Node["span"] }) => boolean = () => true
): Readonly<Record<string, number>> | undefined => {
  if (node === undefined) return undefined
  const found = entriesOf(node).flatMap(({ key, value }) => {
    const weight = numberOf(value) ?? 0
    if (weight < 0) told.push(diagnose("simulation/below-zero", { found: String(weight) }, value.span))
    return isKnown(key) ? [[key.text, weight] as const] : []
  })
  return Object.fromEntries(found)
}

/** Returns a weight for each name; not all of them 0. */
export const weightsOf = (...given: Parameters<typeof figuresOf>): ReturnType<typeof figuresOf> => {
  const [{ told }, node] = given
  const before = told.length
  const found = figuresOf(...given)
  const isAny = found === undefined || Object.values(found).some((weight) => weight > 0)
  if (node !== undefined && !isAny && told.length === before)
    told.push(diagnose("simulation/limit", { limit: "weights" }, node.span))
  return found
}

/** Returns shares by key. Reports shares that add up to more than 1 or, if no share is left open, to less. */
export const sharesOf = <K extends string>(
  context: PeopleContext,
  node: Node | undefined,
  keys: readonly K[],
  isWhole: boolean
): { readonly [Key in K]?: number } => {
  const found = keys.flatMap((key) => {
    const share = shareOf(context, get(node, key))
    return share === undefined ? [] : [[key, share] as const]
  })
  const sum = Number(found.reduce((sum, [, share]) => sum + 100 * share, 0).toFixed(2))
  const isEach = isWhole && found.length === keys.length
  if (node !== undefined && (sum > 100 || (isEach && sum < 100)))
    context.told.push(diagnose("simulation/shares", { sum: String(sum), isWhole: isEach }, node.span))
  return Object.fromEntries(found) as { readonly [Key in K]?: number }
}

/** Reports a value outside the range that can be simulated. */
export const within = <T>(
  { told }: PeopleContext,
  node: Node | undefined,
  value: T | undefined,
  { limit, fits }: { readonly limit: SimulationLimit; readonly fits: (value: T) => boolean }
): T | undefined => {
  if (node !== undefined && value !== undefined && !fits(value))
    told.push(diagnose("simulation/limit", { limit }, node.span))
  return value
}

/** Returns a number that is not negative. */
export const amountOf = ({ told }: PeopleContext, node: Node | undefined): number | undefined => {
  const value = numberOf(node)
  if (node !== undefined && value !== undefined && value < 0)
    told.push(diagnose("simulation/below-zero", { found: String(value) }, node.span))
  return value
}

type Read = (context: PeopleContext, node: Node | undefined) => number | undefined

const forms = [
  ["half-within", "ninety-within"],
  ["mean", "deviation"],
  ["mean", "deviation", "like"],
  ["mean"],
  ["least", "usual", "most"]
] as const

/** Returns a distribution: one value, one of several values, or the distribution that a map describes. */
export const spreadOf = (context: PeopleContext, node: Node | undefined, read: Read = lengthOf) => {
  if (node === undefined) return undefined
  if (isList(node)) {
    const values = node.items.flatMap((item) => read(context, item) ?? [])
    return values.length === node.items.length && values.length > 0
      ? { kind: "empirical" as const, values }
      : wrong(context, node)
  }
  if (!isMap(node)) {
    const value = read(context, node)
    return value === undefined ? undefined : { kind: "fixed" as const, value }
  }
  return mapped(context, node, read)
}

const mapped = (context: PeopleContext, node: Node, read: Read) => {
  const keys = entriesOf(node).map(({ key }) => key.text)
  const form = forms.find((one) => one.length === keys.length && one.every((key) => keys.includes(key)))
  const value = (key: string): number => read(context, get(node, key)) ?? Number.NaN
  if (form === undefined) return wrong(context, node)
  if (form[0] === "half-within") {
    const [median, p90] = [value("half-within"), value("ninety-within")]
    if (median > 0 && p90 > median) return { kind: "lognormal" as const, median, p90 }
    return wrong(context, median > 0 ? (get(node, "ninety-within") ?? node) : node)
  }
  if (form[0] === "least") {
    const [least, usual, most] = [value("least"), value("usual"), value("most")]
    return least <= usual && usual <= most ? { kind: "triangular" as const, least, usual, most } : wrong(context, node)
  }
  const mean = value("mean")
  if (form.length === 1) return mean > 0 ? { kind: "exponential" as const, mean } : wrong(context, node)
  const deviation = value("deviation")
  if (!(mean > 0 && deviation > 0)) return wrong(context, node)
  return choiceOf<"gamma" | "lognormal">(get(node, "like")) === "gamma"
    ? { kind: "gamma" as const, mean, deviation }
    : { kind: "lognormal" as const, mean, deviation }
}

const wrong = ({ told }: PeopleContext, node: Node): undefined => {
  told.push(diagnose("simulation/spread", {}, node.span))
  return undefined
}
