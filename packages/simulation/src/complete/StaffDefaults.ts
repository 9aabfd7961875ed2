/** Completes the staff and its hours with defaults. */

import { type Calendar, defined, type Policy } from "@hearback/core"
import { type Assumption, assumption } from "../model/Assumption.ts"
import { DoesNotFit } from "../model/DoesNotFit.ts"
import type { WorkerPlan } from "../model/Plan.ts"
import type { Staff, Worker } from "../model/Staff.ts"
import { quantileOf } from "../random/Distribution.ts"
import { listed } from "../text/TranslatedText.ts"
import { roleNamed } from "./Names.ts"

const perRole = 2

/** Returns the policy with the time zones of shifts that it lacks. */
export const withZones = (policy: Policy.Policy, { people = [] }: Staff): Policy.Policy => {
  const own = people.flatMap(({ shift }) =>
    typeof shift?.zone === "object" ? [[shift.zone.id, shift.zone] as const] : []
  )
  if (own.length === 0) return policy
  return { ...policy, bundle: { ...policy.bundle, zones: { ...policy.bundle.zones, ...Object.fromEntries(own) } } }
}

/** Returns two people of each role, the staff if nobody is named. */
export const crewOf = ({ bundle }: Policy.Policy): readonly Worker[] =>
  Object.keys(bundle.roles).map((role) => ({ id: role, roles: [role], count: perRole }))

/** Returns the plan of the staff, with the assumptions that were made. */
export const completeStaff = (
  policy: Policy.Policy,
  { people }: Staff
): { readonly workers: readonly WorkerPlan[]; readonly assumed: readonly Assumption[] } => {
  const { bundle } = policy
  const given = people ?? crewOf(policy)
  const isSilent = given.some(({ calendar, shift }) => calendar === undefined && shift === undefined)
  const names = listed(Object.keys(bundle.roles).map((role) => roleNamed(policy, role)))
  return {
    workers: given.flatMap((worker) => copies(worker).map((one) => workerOf(policy, one))),
    assumed: [
      ...(people === undefined ? [assumption("staff", { names })] : []),
      ...(isSilent ? [assumption("hours", { calendar: bundle.defaultCalendar })] : []),
      ...(given.every(({ atOnce, sickness }) => atOnce === undefined && sickness === undefined)
        ? [assumption("health")]
        : [])
    ]
  }
}

const copies = (worker: Worker): readonly Worker[] => {
  const { id, count, name } = worker
  if (count === undefined) return [worker]
  return Array.from({ length: count }, (_, index) => ({
    ...worker,
    id: `${id}-${index + 1}`,
    ...defined({ name: name === undefined ? undefined : `${name} ${index + 1}` })
  }))
}

const workerOf = (policy: Policy.Policy, worker: Worker): WorkerPlan => {
  const { id, name = id, roles, department, deputy, away = [], sickness } = worker
  const rule = ruleOf(policy, worker)
  return {
    // Cases go only to people on duty, so people without a calendar get the assumed hours.
    person: defined({ id, name, roles, department, deputy, calendar: rule.name }),
    rule,
    away,
    sickness: sickness && { ...sickness, lasts: quantileOf(sickness.lasts) },
    atOnce: worker.atOnce ?? 1,
    skills: new Set(worker.skills ?? [])
  }
}

const without = (id: string, what: "calendar" | "zone", named: string): DoesNotFit =>
  new DoesNotFit((t) => t.fit.without(id, what, named))

/** Returns the name of a person's own shift among the calendars of the policy. */
const shiftOf = (id: string): string => `shift of ${id}`

const ruleOf = ({ bundle }: Policy.Policy, { id, calendar, shift }: Worker): Calendar.CalendarRule => {
  const named = bundle.calendars[calendar ?? bundle.defaultCalendar]
  if (shift === undefined) {
    if (named === undefined) throw without(id, "calendar", calendar ?? "")
    return named
  }
  const holidays = shift.holidays === undefined ? undefined : bundle.calendars[shift.holidays]
  if (shift.holidays !== undefined && holidays === undefined) throw without(id, "calendar", shift.holidays)
  const zone = typeof shift.zone === "object" ? shift.zone.id : (shift.zone ?? bundle.zone)
  if (bundle.zones[zone] === undefined && zone !== bundle.zone) throw without(id, "zone", zone)
  const { closed = [], open = [], parts = [] } = holidays ?? {}
  return { name: shiftOf(id), zone, weekly: shift.weekly, closed, open, parts }
}
