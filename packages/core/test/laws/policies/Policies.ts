/** Generated policies: everything that decides a case is random, in two versions with two sets of calendars each. */
import fc from "fast-check"
import { load, type Policy } from "../../../src/policy/Policy.ts"
import { bundle, type Wishes } from "../../../src/testing/Build.ts"
import { clockWishes, promises } from "./Clocks.ts"
import { type Drawn, given, one } from "./choice.ts"
import { gates, gateWishes, toldBy } from "./Gates.ts"
import { owners, ownerWishes } from "./Owners.ts"
import { powers, powerWishes } from "./Powers.ts"
import { words, wordWishes } from "./Words.ts"

/** The random choices of a policy. */
export const variations = fc.record({
  gates,
  promises,
  owners,
  powers,
  words,
  version: one(1, 1, 2)
})
/** The values of these choices. */
export type Variation = Drawn<typeof variations>

const wishesOf = ({ gates: g, promises: p, owners: o, powers: w, words: v, version }: Variation): Wishes => {
  // The second version has one gate less.
  const kept = version === 2 && g.kept.length > 3 ? g.kept.filter((name) => name !== g.kept[1]) : g.kept
  return {
    version: `build-${version}`,
    ...gateWishes({ ...g, kept }),
    ...clockWishes(p, toldBy(g), version, g.kept.includes("agreed")),
    ...ownerWishes(o),
    ...powerWishes(w),
    ...wordWishes(v)
  }
}

/** Returns the policy of some choices. Its dictionary may lack the reviewing role and the otherwise category. */
const policyOf = (v: Variation): Policy => {
  const { dictionary, ...rest } = bundle(wishesOf(v))
  const { reviewBy, otherwise, ...said } = dictionary
  const kept = given({
    reviewBy: v.words.isReviewed ? reviewBy : undefined,
    otherwise: v.words.isRouted ? otherwise : undefined
  })
  return load({ ...rest, dictionary: { ...said, ...kept } })
}

/** Returns a function for the policies of one history, in two versions with two sets of calendars, each made once. */
export const policiesOf = (): ((v: Variation) => Policy) => {
  const made = new Map<string, Policy>()
  return (v) => {
    const key = `${v.version} ${v.promises.holidays}`
    const known = made.get(key) ?? policyOf(v)
    made.set(key, known)
    return known
  }
}

/** Returns the choices with the other version. */
export const otherVersion = (v: Variation): Variation => ({ ...v, version: v.version === 1 ? 2 : 1 })
/** Returns the choices with the other calendars. */
export const otherCalendars = (v: Variation): Variation => ({
  ...v,
  promises: { ...v.promises, holidays: !v.promises.holidays }
})
