/** How long work took, where a record tells when it began and when it was done. */
import { type Bundle, Calendar, defined, errands, gateFacts, Policy } from "@hearback/core"
import type { Worker, WorkTime } from "@hearback/simulation"
import type { Doing } from "../record/CaseActs.ts"
import type { RecordedCase } from "../record/RecordedCase.ts"
import { empirical, half } from "./Empirical.ts"
import { type EstimatedPart, fewest } from "./EstimatedInputs.ts"
import { grouped } from "./Groups.ts"

/** Fewer than so many of a grade or a category are no reason to tell them apart. */
const fewestApart = 30

interface Piece {
  readonly on: string
  readonly grade: string | undefined
  readonly category: string | undefined
  /** Units: ms of working hours. */
  readonly took: number
}

/** Returns how long work on each gate and errand took in recorded cases, if there are enough of them. */
export const workTimes = (
  cases: readonly RecordedCase[],
  policy: Policy.Policy,
  workers: readonly Worker[]
): EstimatedPart<readonly WorkTime[]> => {
  const hours = hoursOf(policy, workers)
  const dimension = policy.bundle.grading.at(-1)?.name ?? ""
  const pieces = cases.flatMap(({ doings, said: { category }, decided }) =>
    piecesOf(doings, hours).map(({ on, took }): Piece => ({ on, took, category, grade: decided.grades[dimension] }))
  )
  const byPlace = grouped(pieces, ({ on }) => on)
  const gates = new Map(policy.bundle.loops.flatMap((loop) => loop.gates).map((rule) => [rule.name, rule]))
  const places = [...byPlace].filter(([on, all]) => all.length >= fewest && (gates.has(on) || isErrand(on)))
  const byKind = grouped(
    pieces.filter(({ on }) => gates.has(on)),
    ({ on }) => gates.get(on)?.kind
  )
  return {
    part: [
      ...places.flatMap(([on, all]) => rowsOf(on, all, gates.has(on))),
      ...[...byKind].flatMap(([kind, all]) =>
        kind === undefined || all.length < fewest ? [] : [{ kind, time: timeOf(all) }]
      )
    ],
    estimated: places.map(([on, all]) => ({
      of: "work",
      on,
      count: all.length,
      half: half(all.map(({ took }) => took))
    })),
    assumed: [...gates.values()]
      .filter((rule) => isForStaff(rule) && (byKind.get(rule.kind)?.length ?? 0) < fewest)
      .map(({ name }) => ({ of: "work", on: name, count: byPlace.get(name)?.length ?? 0 }))
  }
}

const isErrand = (on: string): boolean => on === "closing" || errands.some((errand) => errand === on)

/** Nobody works on what passes by itself, or by what the customer says. */
const isForStaff = ({ kind, by }: Bundle.GateRule): boolean =>
  !by.includes("automatic") && gateFacts[kind].replies?.has("satisfied") !== true

const timeOf = (pieces: readonly Piece[]): WorkTime["time"] => empirical(pieces.map(({ took }) => took))

/** The narrower rows stand first: the first that fits a case counts. */
const rowsOf = (on: string, pieces: readonly Piece[], isGate: boolean): readonly WorkTime[] => {
  const place = isGate ? { gate: on } : { errand: on as "closing" }
  const apart = (keyOf: (piece: Piece) => Omit<WorkTime, "time">): readonly WorkTime[] => {
    const groups = grouped(pieces, (piece) => JSON.stringify(keyOf(piece)))
    return [...groups].flatMap(([key, all]) =>
      key === "{}" || all.length < fewestApart || all.length === pieces.length
        ? []
        : [{ ...place, ...(JSON.parse(key) as Omit<WorkTime, "time">), time: timeOf(all) }]
    )
  }
  return [
    ...apart(({ grade, category }) => (grade === undefined || category === undefined ? {} : { grade, category })),
    ...apart(({ grade }) => defined({ grade })),
    ...apart(({ category }) => defined({ category })),
    { ...place, time: timeOf(pieces) }
  ]
}

type Hours = (by: string | undefined, from: number, to: number) => number

/** Work is counted in the hours of whoever did it; what was done outside of them took as long as it took. */
const hoursOf = (policy: Policy.Policy, workers: readonly Worker[]): Hours => {
  const calendars = new Map(workers.map(({ id, calendar }) => [id, calendar]))
  return (by, from, to) => {
    const calendar = Policy.calendar(policy, calendars.get(by ?? "") ?? policy.bundle.defaultCalendar)
    return Calendar.between(calendar, from, to) || to - from
  }
}

/** Returns each piece of work of a case that was begun and done, with its interruptions left out. */
const piecesOf = (
  doings: readonly Doing[],
  hours: Hours
): readonly { readonly on: string; readonly took: number }[] => {
  const done: { readonly on: string; readonly took: number }[] = []
  const begun = new Map<string, { took: number; since: number | undefined }>()
  for (const { at, by, work } of doings) {
    if (work === undefined) continue
    const key = `${work.on} ${by}`
    const piece = begun.get(key)
    if (work.step === "start" || work.step === "resume") {
      begun.set(key, { took: piece?.took ?? 0, since: piece?.since ?? at })
      continue
    }
    if (piece === undefined) continue
    const took = piece.took + (piece.since === undefined ? 0 : hours(by, piece.since, at))
    if (work.step === "suspend") begun.set(key, { took, since: undefined })
    else {
      begun.delete(key)
      done.push({ on: work.on, took })
    }
  }
  return done
}
