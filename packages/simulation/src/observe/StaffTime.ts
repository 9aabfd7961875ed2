/** Measures how busy people are, by person, role, and hour of the week. */
import { Calendar, Instant, Zone } from "@hearback/core"
import { type Figures, keyOf } from "../figure/Figures.ts"
import type { Plan } from "../model/Plan.ts"
import type { SimulatedWorker } from "../world/Scene.ts"
import type { Worked } from "../world/World.ts"

const { DAY, HOUR } = Instant

/** A window of time; `to` is exclusive. */
export interface Window {
  readonly from: number
  readonly to: number
}

/** The busy time of people. */
export interface StaffTime {
  readonly worked: (worker: SimulatedWorker, spell: Worked) => void
  /** Returns all measures up to an instant. */
  readonly close: (figures: Figures, workers: readonly SimulatedWorker[], end: number) => ByHour
}

/** The busy time and the time on shift in each hour of the week, Monday 00:00 first.  Units: ms. */
interface ByHour {
  readonly busyByHour: readonly number[]
  readonly onShiftByHour: readonly number[]
}

/** Makes measures without work. */
export const makeStaffTime = (plan: Plan, looked: Window): StaffTime => {
  const worked = new Map<SimulatedWorker, number>()
  const busyByHour = new Array<number>(168).fill(0)
  return {
    worked: (worker, { from, to, work }) => {
      const inside = within(worker, looked, from, to, work)
      if (inside <= 0) return
      worked.set(worker, (worked.get(worker) ?? 0) + inside)
      spread(busyByHour, worker, { from: Math.max(from, looked.from), to: Math.min(to, looked.to) }, plan)
    },
    close: (figures, workers, end) => {
      const window = { from: looked.from, to: end }
      const onShiftByHour = new Array<number>(168).fill(0)
      for (const worker of workers) {
        countStaff(figures, plan, worker, { worked: worked.get(worker) ?? 0, window })
        spread(onShiftByHour, worker, window, plan)
      }
      return { busyByHour, onShiftByHour }
    }
  }
}

/** Returns how much of a piece of work is in the window. */
const within = (worker: SimulatedWorker, window: Window, from: number, to: number, work: number): number => {
  if (from >= window.from && to <= window.to) return work
  return Math.min(work, Calendar.between(worker.calendar, Math.max(from, window.from), Math.min(to, window.to)))
}

/** Distributes working time over the hours of the week. */
const spread = (hours: number[], { calendar }: SimulatedWorker, spell: Window, { policy }: Plan): void => {
  for (const { from, to } of Calendar.intervals(calendar, spell.from, spell.to)) {
    for (let at = from; at < to; ) {
      const local = Zone.toLocal(at, policy.zone)
      const ends = Math.min(to, at + HOUR - (local % HOUR))
      const day = Math.floor(local / DAY)
      const hour = Instant.weekday(day) * 24 + Math.floor((local - day * DAY) / HOUR)
      hours[hour] = (hours[hour] ?? 0) + ends - at
      at = ends
    }
  }
}

const countStaff = (
  figures: Figures,
  plan: Plan,
  { id, actor, calendar, plan: { atOnce } }: SimulatedWorker,
  { worked, window }: { readonly worked: number; readonly window: Window }
): void => {
  const onShift = Calendar.between(calendar, window.from, window.to)
  const cost = (plan.money.hourOf(actor.roles) * onShift) / HOUR
  for (const about of ["", keyOf("person", id), ...actor.roles.map((role) => keyOf("role", role))]) {
    figures.sum("utilisation", about, worked, onShift * atOnce)
    figures.sum("cost-of-work", about, cost, 0)
  }
}
