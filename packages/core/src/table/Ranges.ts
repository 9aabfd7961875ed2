/**
 * Sets of integers: the form of every cell of every table.
 *
 * Invariant: a set is the list of its boundaries, two for each interval, `[lo0, hi0, lo1, hi1 …)`. They are sorted,
 * intervals are half-open and never overlap or touch, so equal sets are equal arrays. An open end is `MIN` or `MAX`,
 * because JSON has no infinity.
 */

/** A set of integers from `MIN` up to, but without, `MAX`. */
export type Ranges = readonly number[]

/** The lower bound of every set; as a code it means *unknown*. */
export const MIN = Number.MIN_SAFE_INTEGER
/** The upper bound of every set, which no set contains. */
export const MAX = Number.MAX_SAFE_INTEGER

/** The set without members. */
export const empty: Ranges = []
/** The set of all integers. */
export const all: Ranges = [MIN, MAX]

/** Returns the integers from `lo` up to, but without, `hi`; empty if `hi <= lo`. */
export const of = (lo: number, hi: number): Ranges => (lo < hi ? [lo, hi] : empty)

/** Returns the set of the given integers, which may be in any order and repeated. */
export const points = (codes: readonly number[]): Ranges => {
  const out: number[] = []
  for (const code of [...codes].sort((a, b) => a - b)) {
    const last = out.length - 1
    if (last > 0 && (out[last] as number) >= code) out[last] = Math.max(out[last] as number, code + 1)
    else out.push(code, code + 1)
  }
  return out
}

/** Returns whether a value is in the set; false for `NaN`. */
export const has = (set: Ranges, code: number): boolean => {
  let below = 0
  let above = set.length
  while (below < above) {
    const middle = (below + above) >> 1
    if ((set[middle] as number) <= code) below = middle + 1
    else above = middle
  }
  return below % 2 === 1
}

/** Returns whether a set has no members. */
export const isEmpty = (set: Ranges): boolean => set.length === 0

/** Returns whether two sets have the same members. */
export const equal = (a: Ranges, b: Ranges): boolean => a.length === b.length && a.every((at, i) => at === b[i])

/** Returns the number of integers in the set; exact up to 2^53, rounded above. */
export const size = (set: Ranges): number => {
  let count = 0
  for (let i = 0; i < set.length; i += 2) count += (set[i + 1] as number) - (set[i] as number)
  return count
}

/**
 * Returns one member as a witness; undefined for the empty set. It prefers a boundary, because faults lie at
 * boundaries. `MIN`, the code of *unknown*, is returned only if there is no other member.
 */
export const sample = (set: Ranges): number | undefined => {
  for (let i = 0; i < set.length; i += 2) {
    const lo = set[i] as number
    const last = (set[i + 1] as number) - 1
    if (lo > MIN + 1) return lo
    if (last < MAX - 1 && last > MIN) return last
    if (last > MIN) return 0
  }
  return set[0]
}

/** Returns the members of either set. */
export const union = (a: Ranges, b: Ranges): Ranges => combine(a, b, (inA, inB) => inA || inB)

/** Returns the members of both sets. */
export const intersect = (a: Ranges, b: Ranges): Ranges => combine(a, b, (inA, inB) => inA && inB)

/** Returns the members of the first set that the second one lacks. */
export const minus = (a: Ranges, b: Ranges): Ranges => combine(a, b, (inA, inB) => inA && !inB)

/** Returns the members of a domain that the set lacks. */
export const complement = (set: Ranges, domain: Ranges = all): Ranges => minus(domain, set)

/** Returns whether one set contains another. */
export const covers = (whole: Ranges, part: Ranges): boolean => isEmpty(minus(part, whole))

/** Goes through the boundaries of both sets in order and keeps those where the answer changes. */
const combine = (one: Ranges, other: Ranges, holds: (inA: boolean, inB: boolean) => boolean): Ranges => {
  const out: number[] = []
  let i = 0
  let j = 0
  let inside = false
  while (i < one.length || j < other.length) {
    const at = Math.min(one[i] ?? MAX, other[j] ?? MAX)
    while (i < one.length && one[i] === at) i++
    while (j < other.length && other[j] === at) j++
    const now = holds(i % 2 === 1, j % 2 === 1)
    if (now !== inside) out.push(at)
    inside = now
  }
  return out
}
