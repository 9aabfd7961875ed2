/** Who worked, as far as a record names them. */
import type { Policy } from "@hearback/core"
import type { Worker } from "@hearback/simulation"
import type { Doing } from "../record/CaseActs.ts"
import type { RecordedCase } from "../record/RecordedCase.ts"
import type { AssumedInput, EstimatedInput, EstimatedPart } from "./EstimatedInputs.ts"
import { grouped } from "./Groups.ts"

const WEEK = 7 * 86_400_000
/** Where nobody of a role is named, as many as where nobody is named at all. */
const assumedCount = 2

/**
 * Returns the staff: those of the people file whom the record names, and of each role as many others as worked in a week
 * on average. `workers` of a role of which the record names nobody are there as well: what they did was not recorded.
 */
export const crewOf = (
  cases: readonly RecordedCase[],
  policy: Policy.Policy,
  workers: readonly Worker[]
): EstimatedPart<readonly Worker[] | undefined> => {
  const doings = cases.flatMap((one) => one.doings).filter(({ by }) => by !== undefined)
  const named = new Set(doings.map(({ by }) => by))
  const known = workers.filter(({ id }) => named.has(id))
  const ids = new Set(workers.map(({ id }) => id))
  const strangers = strangersOf(
    doings.filter(({ by }) => !ids.has(by ?? "")),
    policy
  )
  const seen = new Set([...known.flatMap(({ roles }) => roles), ...strangers.keys()])
  const unseen = workers.filter(({ id, roles }) => !named.has(id) && !roles.some((role) => seen.has(role)))
  const roles = Object.keys(policy.bundle.roles)
  const none = roles.filter((role) => !seen.has(role) && !unseen.some((one) => one.roles.includes(role)))
  const estimated = roles.flatMap((role): readonly EstimatedInput[] => {
    const count = known.filter((one) => one.roles.includes(role)).length + (strangers.get(role) ?? 0)
    return count === 0 ? [] : [{ of: "staff", role, count }]
  })
  const assumed = roles.flatMap((role): readonly AssumedInput[] => (seen.has(role) ? [] : [{ of: "staff", role }]))
  if (named.size === 0) return { part: workers.length === 0 ? undefined : workers, estimated, assumed }
  return {
    part: [
      ...known,
      ...unseen,
      ...[...strangers].map(([role, count]): Worker => ({ id: `log-${role}`, roles: [role], count })),
      ...none.map((role): Worker => ({ id: role, roles: [role], count: assumedCount }))
    ],
    estimated,
    assumed
  }
}

/** Returns how many people whom no people file names worked in a week, by their role. */
const strangersOf = (doings: readonly Doing[], policy: Policy.Policy): ReadonlyMap<string, number> => {
  const roleIn = roleReader(policy)
  const roles = new Map(
    [...grouped(doings, ({ by }) => by)].map(([by, all]) => [by, mostOften(all.map(roleIn))] as const)
  )
  const byRole = grouped(doings, ({ by }) => roles.get(by))
  return new Map(
    [...byRole].flatMap(([role, all]) => {
      if (role === undefined) return []
      const weeks = [...grouped(all, ({ at }) => Math.floor(at / WEEK)).values()]
      const people = weeks.map((week) => new Set(week.map(({ by }) => by)).size)
      const average = people.reduce((sum, count) => sum + count, 0) / weeks.length
      return [[role, Math.max(1, Math.round(average))] as const]
    })
  )
}

/** The role that the record tells, else one that does such work, else the first that cases go to. */
const roleReader = ({ bundle }: Policy.Policy): ((doing: Doing) => string | undefined) => {
  const isRole = (name: string): boolean => Object.hasOwn(bundle.roles, name)
  const first = bundle.ownership.firstOwner.find(isRole) ?? Object.keys(bundle.roles)[0]
  const gates = new Map(bundle.loops.flatMap((loop) => loop.gates).map(({ name, by }) => [name, by]))
  return ({ role, work }) => {
    const by = gates.get(work?.on ?? "") ?? []
    return role ?? (by.includes("owner") ? first : (by.find(isRole) ?? first))
  }
}

const mostOften = (names: readonly (string | undefined)[]): string | undefined =>
  [...grouped(names, (name) => name)].sort(([, a], [, b]) => b.length - a.length)[0]?.[0]
