/** The hours of a person, with absences and sickness. */
import { Actor, Calendar, defined, Instant, type Policy, Zone } from "@hearback/core"
import type { WorkerPlan } from "../model/Plan.ts"
import { type Chance, entity } from "../random/Chance.ts"
import type { SimulatedWorker } from "./Scene.ts"

const { DAY } = Instant

/** Makes a person who works. */
export const makeWorker = (
  plan: WorkerPlan,
  policy: Policy.Policy,
  { chance, from, to }: { readonly chance: Chance; readonly from: number; readonly to: number }
): SimulatedWorker => {
  const { id, roles, department } = plan.person
  const zone = policy.bundle.zones[plan.rule.zone] ?? policy.zone
  const spells = [...plan.away, ...sickness(plan, zone, { chance, from, to })].sort((a, b) => a.from - b.from)
  const closed = spells.flatMap((spell) => datesOf(spell, zone))
  const rule = closed.length === 0 ? plan.rule : { ...plan.rule, closed: [...plan.rule.closed, ...closed] }
  return {
    plan,
    id,
    actor: Actor.person(defined({ id, roles, department })),
    calendar: Calendar.compile(rule, zone),
    spells,
    posts: [],
    doing: new Set(),
    freeSince: Number.NEGATIVE_INFINITY,
    wakeAt: undefined,
    isOnShift: false,
    holdsUntil: Number.NEGATIVE_INFINITY
  }
}

const sickness = (
  { person, sickness: sick }: WorkerPlan,
  zone: Zone.Zone,
  { chance, from, to }: { readonly chance: Chance; readonly from: number; readonly to: number }
): readonly Calendar.Interval[] => {
  if (sick === undefined || sick.perYear <= 0) return []
  const who = entity(`person ${person.id}`, 0)
  const spells: Calendar.Interval[] = []
  let at = from
  for (let n = 0; at < to; n++) {
    at += (-Math.log(chance.of(who, "sick", n)) * 365 * DAY) / sick.perYear
    const day = Math.floor(Zone.toLocal(at, zone) / DAY)
    const days = Math.max(1, Math.round(sick.lasts(chance.of(who, "sick for", n)) / DAY))
    const spell = { from: Zone.toInstant(day * DAY, zone), to: Zone.toInstant((day + days) * DAY, zone) }
    spells.push(spell)
    at = spell.to
  }
  return spells
}

/** Returns the dates of an absence, as calendars name them. */
const datesOf = ({ from, to }: Calendar.Interval, zone: Zone.Zone): readonly string[] => {
  const first = Math.floor(Zone.toLocal(from, zone) / DAY)
  const last = Math.floor((Zone.toLocal(to, zone) - 1) / DAY)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Instant.renderDate(first + i))
}

/** Returns whether a person works at an instant, which is never before the last one that was asked. */
export const isOnShift = (worker: SimulatedWorker, now: number): boolean => {
  if (now < worker.holdsUntil) return worker.isOnShift
  worker.isOnShift = Calendar.isOpen(worker.calendar, now)
  worker.holdsUntil = worker.isOnShift
    ? Calendar.closesAt(worker.calendar, now)
    : Calendar.nextOpen(worker.calendar, now)
  return worker.isOnShift
}

/** Returns whether a person can take up more work. */
export const hasRoom = (worker: SimulatedWorker): boolean => worker.doing.size < worker.plan.atOnce
