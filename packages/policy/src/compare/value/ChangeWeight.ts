/** Weighs changes of a value: whether a customer is owed less after it. */
import { Target } from "@hearback/core"
import type { BundleValue, Weight } from "../table/Difference.ts"
import { isTarget } from "./Values.ts"

/** Returns the weight of a change from one value to another. */
export type Weigh = (before: BundleValue, after: BundleValue) => Weight

const signed = (sign: number): Weight => (sign > 0 ? "weaker" : sign < 0 ? "stronger" : "other")

/** Returns the reverse of a weighing. */
export const turned =
  (weigh: Weigh): Weigh =>
  (before, after) =>
    weigh(after, before)

/** Weighs a deadline: a later one is weaker, and so is none. A date of the case and a duration cannot be compared. */
export const later: Weigh = (before, after) => {
  if (before === undefined || after === undefined)
    return signed(Number(after === undefined) - Number(before === undefined))
  const apart = isTarget(before) && isTarget(after) ? Target.compare(after, before) : undefined
  return apart === undefined ? "perhaps-weaker" : signed(apart)
}

/** Weighs a waiting time: a longer one is weaker; none means no waiting. */
export const longer: Weigh = (before, after) =>
  isTarget(before) && isTarget(after)
    ? later(before, after)
    : signed(Number(isTarget(after)) - Number(isTarget(before)))

/** Weighs a limit: a larger number is weaker; null means no limit, absent means no right at all. */
export const larger: Weigh = (before, after) => signed(amount(after) - amount(before) || 0)

const amount = (value: BundleValue): number => {
  if (value === null || value === true || value === "all") return Number.MAX_VALUE
  return typeof value === "number" ? value : -1
}

/** Weighs a list of names: fewer are weaker. */
export const fewer: Weigh = (before, after) => {
  const [lost, gained] = [minus(before, after), minus(after, before)]
  return lost && gained ? "perhaps-weaker" : signed(Number(lost) - Number(gained))
}
/** Weighs a list of names: more are weaker. */
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

/** Weighs who may read hidden fields: without a list, everybody reads them. */
export const readers: Weigh = (before, after) => {
  const isWhole = [before, after].some((value) => typeof value === "object" && value !== null && !Array.isArray(value))
  return isWhole ? turned(appears)(before, after) : more(before ?? "all", after ?? "all")
}

/** Makes a weighing: a change to this value is weaker, a change from it stronger. */
export const comes =
  (value: BundleValue): Weigh =>
  (before, after) =>
    signed(Number(after === value) - Number(before === value))

/** Weighs the presence of a value: weaker if it appears. */
export const appears: Weigh = (before, after) => signed(Number(before === undefined) - Number(after === undefined))

/**
 * Makes a weighing that depends on the key: the longest key of the table with which it begins decides. Without one,
 * the weight is undecided.
 */
export const byKey =
  (table: Readonly<Record<string, Weigh>>) =>
  (key: string, before: BundleValue, after: BundleValue): Weight => {
    for (let part = key; part !== ""; part = part.slice(0, Math.max(0, part.lastIndexOf(".")))) {
      const weigh = Object.hasOwn(table, part) ? table[part] : undefined
      if (weigh !== undefined) return weigh(before, after)
    }
    return "other"
  }
