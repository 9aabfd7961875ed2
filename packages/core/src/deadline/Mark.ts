/**
 * The marks of a clock: the instants at which something is to happen, such as a reminder or the due.
 *
 * Events record marks by name (`remind.1`), so that records of earlier versions stay readable. This module alone knows
 * the names; all other code uses the type `Mark`.
 */
import type { Instant } from "../time/Instant.ts"
import type { ClockPoint } from "../time/Target.ts"

/** A mark of a clock, by what it is for. */
export type Mark =
  | { readonly _tag: "Due" }
  /** The reason of the pause that is on has used up what the rule gives it. */
  | { readonly _tag: "PauseCap" }
  /** A step of the rule's `remind` or `escalate`, counted from 1. */
  | { readonly _tag: "Reminder"; readonly step: number }
  | { readonly _tag: "Escalation"; readonly step: number }
  /** The owner of a planned action hears of it once more. */
  | { readonly _tag: "ActionReminder" }
  /** One more attempt to reach a silent customer, counted from the first one. */
  | { readonly _tag: "Attempt"; readonly step: number }
  /** A mark of another version: it passes and nothing happens. */
  | { readonly _tag: "Unknown"; readonly name: string }

/** A mark that has not passed yet, with its instant. */
export interface PendingMark {
  readonly mark: Mark
  readonly at: Instant
}

/** Where a clock is to have a mark, relative to its start or its due. */
export interface MarkPoint {
  readonly mark: Mark
  readonly at: ClockPoint
}

/** The result of a deadline computation. Marks are sorted by instant. */
export interface Timeline {
  /** The due; null while an open pause stops the clock, or if the calendar never opens. */
  readonly dueAt: Instant | null
  readonly marks: readonly PendingMark[]
  /** Whether the due was counted past the published holidays. */
  readonly provisional: boolean
}

/** A mark as events record it. */
export interface RecordedMark {
  readonly name: string
  readonly at: Instant
}

/** A mark's position as events record it. */
export interface RecordedPoint {
  readonly name: string
  readonly at: ClockPoint
}

/** The due and the marks of a clock as events record them. */
export interface RecordedTimeline {
  readonly dueAt: Instant | null
  readonly marks: readonly RecordedMark[]
  readonly provisional: boolean
}

/** The mark of the due, which every clock has. */
export const due: Mark = { _tag: "Due" }

const stepOf = (mark: Mark): number | string => {
  switch (mark._tag) {
    case "Reminder":
    case "Escalation":
    case "Attempt":
      return mark.step
    case "Unknown":
      return mark.name
    default:
      return 0
  }
}

/** Returns whether two marks are the same. */
export const isSame = (a: Mark, b: Mark): boolean => a === b || (a._tag === b._tag && stepOf(a) === stepOf(b))

/** Returns whether a mark is in a list. */
export const isAmong = (marks: readonly Mark[], mark: Mark): boolean => {
  for (const one of marks) if (isSame(one, mark)) return true
  return false
}

/** Returns the name by which events record a mark. */
export const nameOf = (mark: Mark): string => {
  switch (mark._tag) {
    case "Due":
      return "due"
    case "PauseCap":
      return "pause-cap"
    case "Reminder":
      return `remind.${mark.step}`
    case "Escalation":
      return `escalate.${mark.step}`
    case "ActionReminder":
      return "remind"
    case "Attempt":
      return `attempt.${mark.step}`
    case "Unknown":
      return mark.name
  }
}

const steps: ReadonlyMap<string, "Reminder" | "Escalation" | "Attempt"> = new Map([
  ["remind", "Reminder"],
  ["escalate", "Escalation"],
  ["attempt", "Attempt"]
] as const)

/** The marks by name. There are few, and all states share them. */
const known = new Map<string, Mark>([
  ["due", due],
  ["pause-cap", { _tag: "PauseCap" }],
  ["remind", { _tag: "ActionReminder" }]
])

/** Returns the mark with this name. A name of another version gives a mark on which nothing happens. */
export const named = (name: string): Mark => {
  const found = known.get(name)
  if (found !== undefined) return found
  const dot = name.indexOf(".")
  const sort = steps.get(name.slice(0, dot))
  const step = Number(name.slice(dot + 1))
  if (sort === undefined || !Number.isInteger(step)) return { _tag: "Unknown", name }
  const made: Mark = { _tag: sort, step }
  known.set(name, made)
  return made
}

/** Returns marks as events record them. */
export const recordedMarks = (marks: readonly PendingMark[]): readonly RecordedMark[] =>
  marks.map(({ mark, at }) => ({ name: nameOf(mark), at }))

/** Returns positions of marks as events record them. */
export const recordedPoints = (points: readonly MarkPoint[]): readonly RecordedPoint[] =>
  points.map(({ mark, at }) => ({ name: nameOf(mark), at }))

/** Returns the result of a deadline computation as events record it. */
export const recorded = ({ dueAt, marks, provisional }: Timeline): RecordedTimeline => ({
  dueAt,
  marks: recordedMarks(marks),
  provisional
})

/** Returns the marks that an event records. */
export const marksIn = (marks: readonly RecordedMark[]): readonly PendingMark[] =>
  marks.map(({ name, at }) => ({ mark: named(name), at }))

/** Returns the positions of marks that an event records. */
export const pointsIn = (points: readonly RecordedPoint[]): readonly MarkPoint[] =>
  points.map(({ name, at }) => ({ mark: named(name), at }))
