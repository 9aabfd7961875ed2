/**
 * Compares two values of a bundle by their meaning: conditions and varying values by the cases for which they differ,
 * lists of names without their order if it has no meaning, everything else key by key.
 */
import { Bundle as Core, canonical, Fact, RulePath, type Target } from "@hearback/core"
import type { Bundle, Condition, RuleId, Table, Varying } from "../../bundle/Bundle.ts"
import { changesOf, constant, firstOf, type TableDecision, where } from "../table/Decision.ts"
import type { Aspect, BundleValue, DraftDifference, NotDone, Weight } from "../table/Difference.ts"
import type { Joint, JointSide } from "../table/Joint.ts"

/** The differences that a comparison has found so far. */
export interface ComparisonFindings {
  readonly joint: Joint
  readonly drafts: DraftDifference[]
  readonly notDone: NotDone[]
}

/** What the compared values are about, and how their changes are weighed. */
export interface ValueAspect {
  readonly aspect: Aspect
  readonly of: string
  readonly loop?: string | undefined
  /** The place of the values in each policy. */
  readonly at: readonly [RuleId | undefined, RuleId | undefined]
  /** Returns the place of a key that is written elsewhere. */
  readonly line?: (side: JointSide, key: string) => RuleId | undefined
  readonly weigh: (key: string, before: BundleValue, after: BundleValue) => Weight
  /** Returns another aspect under which a key is reported. */
  readonly told?: (key: string) => Aspect | undefined
}

/** Weighs every change as `other`. */
export const other = (): Weight => "other"

/**
 * Returns a key of a bundle as the policy language writes it; names that the policy's author chose stay unchanged.
 */
export const kebab = (key: string): string =>
  /^[a-z]+([A-Z][a-z]+)+$/.test(key) ? key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) : key

/** Returns whether an entry only gives the place of a rule. A name that the author chose can have the same word. */
const isPlace = ([key, value]: readonly [string, unknown]): boolean =>
  (key === "path" || key === "rule") && typeof value === "string" && value.includes(".")

/** Lists whose order has a meaning. */
const ordered: ReadonlySet<string> = new Set(["first-owner", "absent", "to", "levels", "emotions", "scale", "person"])

/** Keys that identify the entries of a list. */
const names = ["name", "role", "cause", "level", "kind", "fact"] as const

/** Compares two values key by key and adds the differences. */
export const compareValues = (
  found: ComparisonFindings,
  about: ValueAspect,
  before: object | undefined,
  after: object | undefined
): void => {
  const [one, two] = [entries(before), entries(after)]
  for (const key of new Set([...one.keys(), ...two.keys()]))
    compareValue(found, about, kebab(key), one.get(key), two.get(key))
}

const entries = (value: object | undefined): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(value ?? {}).filter((entry) => !isPlace(entry)))

/** Compares one key of two values and adds the difference. */
export const compareValue = (
  found: ComparisonFindings,
  about: ValueAspect,
  key: string,
  before: unknown,
  after: unknown
): void => {
  // Absent differs from `null`, which means no limit.
  const [one, two] = [before, after]
  const sample = one ?? two
  if (isCondition(sample))
    return compareConditions(found, about, key, one as Condition | undefined, two as Condition | undefined)
  if (isVarying(one) || isVarying(two)) return compareVarying(found, about, key, one, two)
  if (isListOfNamed(one) || isListOfNamed(two))
    return compareNamed(found, about, key, one as readonly object[], two as readonly object[])
  if (Array.isArray(sample))
    return compareLists(found, about, key, one as readonly unknown[], two as readonly unknown[])
  if (isRecord(one) && isRecord(two) && !isTarget(one) && !isText(one)) {
    const [mine, its] = [entries(one), entries(two)]
    for (const each of new Set([...mine.keys(), ...its.keys()]))
      compareValue(found, about, `${key}.${kebab(each)}`, mine.get(each), its.get(each))
    return
  }
  const isSame = one === undefined || two === undefined ? isNothing(one ?? two) : canonical(one) === canonical(two)
  if (!isSame) tell(found, about, key, before, after)
}

/** Returns whether a value means the same as an absent one. */
const isNothing = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) ? value.length === 0 : isRecord(value) && Object.values(value).every(isNothing))

/** Adds one difference. */
export const tell = (
  found: ComparisonFindings,
  about: ValueAspect,
  key: string,
  before: BundleValue,
  after: BundleValue,
  more: Partial<DraftDifference> = {}
): void => {
  const { aspect, of, loop, at, line, weigh, told } = about
  found.drafts.push({
    aspect: told?.(key) ?? aspect,
    of,
    ...(loop !== undefined && { loop }),
    key,
    ...(before !== undefined && { before: plain(before, found.joint.bundles[0]) }),
    ...(after !== undefined && { after: plain(after, found.joint.bundles[1]) }),
    weight: weigh(key, before, after),
    rules: [line?.(0, key) ?? pathOf(at[0], key), line?.(1, key) ?? pathOf(at[1], key)],
    ...more
  })
}

/** Returns whether a path is a section of the policy. */
const pathOf = (at: RuleId | undefined, key: string): RuleId | undefined =>
  at === "" ? key : at === undefined ? undefined : RulePath.under(at, key)

/** Adds the cases for which two decisions differ. */
export const tellChanges = (
  found: ComparisonFindings,
  about: ValueAspect,
  key: string,
  before: TableDecision,
  after: TableDecision
): void => {
  const { changes, done } = changesOf(found.joint, before, after)
  if (!done) found.notDone.push({ aspect: about.aspect, of: about.of })
  for (const { before: one, after: two, cases } of changes) {
    const rules = [one.rule ?? about.at[0], two.rule ?? about.at[1]] as const
    // A single condition without cells means every case.
    const isAlways = cases.when.length === 1 && cases.when[0]?.length === 0
    tell(found, about, key, one.value, two.value, { rules, ...(!isAlways && { cases }) })
  }
}

const compareConditions = (
  found: ComparisonFindings,
  about: ValueAspect,
  key: string,
  before: Condition | undefined,
  after: Condition | undefined
): void => {
  const holds = (side: JointSide, when: Condition | undefined): TableDecision =>
    where(found.joint, side, when, constant(true, when?.rule ?? pathOf(about.at[side], key)))
  tellChanges(found, about, key, holds(0, before), holds(1, after))
}

/** Returns a value as one that varies by case; one of the two may have the same value for every case. */
const compareVarying = (
  found: ComparisonFindings,
  about: ValueAspect,
  key: string,
  before: unknown,
  after: unknown
): void => {
  const decides = (side: JointSide, value: unknown): TableDecision =>
    isVarying(value) ? firstOf(found.joint, side, value) : constant(value, pathOf(about.at[side], key))
  tellChanges(found, about, key, decides(0, before), decides(1, after))
}

const compareNamed = (
  found: ComparisonFindings,
  about: ValueAspect,
  key: string,
  before: readonly object[] = [],
  after: readonly object[] = []
): void => {
  const [one, two] = [byName(before), byName(after)]
  for (const name of new Set([...one.keys(), ...two.keys()]))
    compareValue(found, about, `${key}.${name}`, one.get(name), two.get(name))
}

const byName = (list: readonly object[]): ReadonlyMap<string, object> =>
  new Map(list.map((one) => [nameOf(one) ?? "", one]))

const nameOf = (one: unknown): string | undefined => {
  if (!isRecord(one)) return undefined
  const key = names.find((each) => typeof one[each] === "string")
  return key === undefined ? undefined : String(one[key])
}

const compareLists = (
  found: ComparisonFindings,
  about: ValueAspect,
  key: string,
  before: readonly unknown[] | string | undefined,
  after: readonly unknown[] | string | undefined
): void => {
  const last = key.slice(key.lastIndexOf(".") + 1)
  const set = (value: unknown): string =>
    Array.isArray(value) && !ordered.has(last)
      ? [...new Set(value.map((one) => canonical(unordered(one))))].sort().join("\n")
      : canonical(value)
  const [one, two] = found.joint.bundles
  if (set(plain(before ?? [], one)) !== set(plain(after ?? [], two))) tell(found, about, key, before, after)
}

/** Returns a value without places. Conditions are written with the names of their inputs. */
export const plain = (value: unknown, bundle: Bundle): unknown => {
  if (Array.isArray(value)) return value.map((one) => plain(one, bundle))
  if (!isRecord(value)) return value
  if (isCondition(value)) return rowsOf(value.table, bundle)
  if (isVarying(value))
    return rowsOf(value.table, bundle).map((when, i) => ({ when, value: plain(value.values[i], bundle) }))
  return Object.fromEntries(
    Object.entries(value).flatMap((entry) => (isPlace(entry) ? [] : [[entry[0], plain(entry[1], bundle)]]))
  )
}

const rowsOf = (table: Table, { inputs }: Bundle): readonly Readonly<Record<string, string>>[] =>
  table.rows.map(({ cells }) =>
    Object.fromEntries(
      table.slots.flatMap((slot, column) => {
        const [input, cell] = [inputs[slot], cells[column] ?? null]
        return input === undefined || cell === null ? [] : [[input.name, Fact.renderSet(input.type, cell)]]
      })
    )
  )

/** Returns an entry with sorted names, because their order has no meaning. */
const unordered = (value: unknown): unknown => {
  if (Array.isArray(value))
    return value.every((one) => typeof one === "string") ? [...value].sort() : value.map(unordered)
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unordered(one)])) : value
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const isCondition = (value: unknown): value is Condition => isRecord(value) && "rule" in value && "table" in value
const isVarying = (value: unknown): value is Varying<unknown> =>
  isRecord(value) && "table" in value && "values" in value
/** Returns whether a value is a target, that is, a duration or a date. */
export const isTarget = (value: unknown): value is Target.Target => isRecord(value) && "_tag" in value
const isText = (value: unknown): boolean => isRecord(value) && Object.keys(value).every(Core.isLanguage)
const isListOfNamed = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && nameOf(value[0]) !== undefined
