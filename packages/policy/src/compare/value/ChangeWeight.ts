/** How a change of a value is weighed: whether a customer is owed less by it. */
import { Target } from "@hearback/core"
import type { BundleValue, Weight } from "../table/Difference.ts"
import { isTarget } from "./Values.ts"

export type Weigh = (before: BundleValue, after: BundleValue) => Weight

const signed = (sign: number): Weight => (sign > 0 ? "weaker" : sign < 0 ? "stronger" : "other")

/** Returns a weighing turned round. */
export const turned =
  (weigh: Weigh): Weigh =>
  (before, after) =>
    weigh(after, before)

/** A later deadline is weaker, and so is none; how a date of the case and a length compare depends on the case. */
export const later: Weigh = (before, after) => {
  if (before === undefined || after === undefined)
    return signed(Number(after === undefined) - Number(before === undefined))
  const apart = isTarget(before) && isTarget(after) ? Target.compare(after, before) : undefined
  return apart === undefined ? "perhaps-weaker" : signed(apart)
}

/** Weighs a change of a wait: a longer one is weaker; none is no wait at all. */
export const longer: Weigh = (before, after) =>
  isTarget(before) && isTarget(after)
    ? later(before, after)
    : signed(Number(isTarget(after)) - Number(isTarget(before)))

/** The larger number is weaker; null is without limit, absent is none at all. */
export const larger: Weigh = (before, after) => signed(amount(after) - amount(before) || 0)

const amount = (value: BundleValue): number => {
  if (value === null || value === true || value === "all") return Number.MAX_VALUE
  return typeof value === "number" ? value : -1
}

/** Of lists of names: fewer are weaker. */
export const fewer: Weigh = (before, after) => {
  const [lost, gained] = [minus(before, after), minus(after, before)]
  return lost && gained ? "perhaps-weaker" : signed(Number(lost) - Number(gained))
}
/** Of lists of names: more are weaker. */
export const more: Weigh = turned(fewer)

const minus = (one: BundleValue, other: BundleValue): boolean => {
  if (other === "all") return false
  if (one === "all") return true
  const keys = (value: BundleValue): readonly string[] =>
    Array.isArray(value)
      ? value.map((each) => JSON.stringify(each))
      : value === undefined
        ? []
        : [JSON.stringify(value)]
  return keys(one).some((each) => !keys(other).includes(each))
}

/** Of who may read what is hidden from everybody else: without a list everybody reads it. */
export const readers: Weigh = (before, after) => {
  const isWhole = [before, after].some((value) => typeof value === "object" && value !== null && !Array.isArray(value))
  return isWhole ? turned(appears)(before, after) : more(before ?? "all", after ?? "all")
}

/** Weaker where this value comes, stronger where it goes. */
export const comes =
  (value: BundleValue): Weigh =>
  (before, after) =>
    signed(Number(after === value) - Number(before === value))

/** Weaker where something is there that was not. */
export const appears: Weigh = (before, after) => signed(Number(before === undefined) - Number(after === undefined))

/** Returns the weighing of the longest key of a table that a key is or begins with; else nobody can tell. */
export const byKey =
  (table: Readonly<Record<string, Weigh>>) =>
  (key: string, before: BundleValue, after: BundleValue): Weight => {
    for (let part = key; part !== ""; part = part.slice(0, Math.max(0, part.lastIndexOf(".")))) {
      const weigh = Object.hasOwn(table, part) ? table[part] : undefined
      if (weigh !== undefined) return weigh(before, after)
    }
    return "other"
  }
