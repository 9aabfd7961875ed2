/**
 * The staff for decisions: updated when shifts begin and cases change owners, instead of being collected each time.
 */

import { Calendar, defined, type Person, type Policy } from "@hearback/core"
import type { SimulatedWorker } from "./Scene.ts"

/** The staff for decisions. */
export interface StaffDirectory {
  /** Returns everybody at an instant that is never before the last one. */
  readonly people: (now: number) => readonly Person.PersonState[]
  /** Moves an open case from one owner's count to another's. */
  readonly moved: (from: string | undefined, to: string | undefined) => void
}

/** Makes the directory. */
export const makeDirectory = (workers: readonly SimulatedWorker[], policy: Policy.Policy): StaffDirectory => {
  const indexes = new Map(workers.map(({ id }, i) => [id, i]))
  const openCases = workers.map(() => 0)
  const dirty = new Set<number>(workers.keys())
  let known: readonly Person.PersonState[] = []
  let holdsUntil = Number.NEGATIVE_INFINITY
  const calendars = workers.map(({ plan }) => policy.calendars.get(plan.person.calendar ?? ""))

  const personAt = (index: number, now: number): Person.PersonState => {
    const { plan, spells } = workers[index] as SimulatedWorker
    const calendar = calendars[index]
    const spell = spells.find(({ from, to }) => from <= now && now < to)
    return {
      ...plan.person,
      ...defined({ absence: spell && { until: spell.to } }),
      onDuty: spell === undefined && (calendar === undefined || Calendar.isOpen(calendar, now)),
      openCases: openCases[index] ?? 0
    }
  }

  /** Returns when a person's presence changes next. */
  const changesAt = (index: number, now: number): number => {
    const calendar = calendars[index]
    const shift =
      calendar === undefined
        ? Number.POSITIVE_INFINITY
        : Calendar.isOpen(calendar, now)
          ? Calendar.closesAt(calendar, now)
          : Calendar.nextOpen(calendar, now)
    return Math.min(shift, nextSpell(workers[index] as SimulatedWorker, now))
  }

  return {
    people: (now) => {
      if (now >= holdsUntil) {
        for (const i of workers.keys()) dirty.add(i)
        holdsUntil = Math.min(...workers.map((_, i) => changesAt(i, now)))
      }
      if (dirty.size === 0) return known
      const next = known.slice()
      for (const i of dirty) next[i] = personAt(i, now)
      dirty.clear()
      known = next
      return known
    },
    moved: (from, to) => {
      for (const [id, by] of [
        [from, -1],
        [to, 1]
      ] as const) {
        const i = id === undefined ? undefined : indexes.get(id)
        if (i === undefined) continue
        openCases[i] = (openCases[i] ?? 0) + by
        dirty.add(i)
      }
    }
  }
}

const nextSpell = ({ spells }: SimulatedWorker, now: number): number => {
  let next = Number.POSITIVE_INFINITY
  for (const { from, to } of spells) {
    if (from > now) next = Math.min(next, from)
    if (to > now) next = Math.min(next, to)
  }
  return next
}
