/**
 * The marks of a clock: the instants on its way at which something is to happen.
 *
 * Events keep them by name (`remind.1`), so that records of earlier versions stay readable; this module alone knows
 * the names. Everything else reads the union.
 */
import type { Instant } from "../time/Instant.ts"
import type { ClockPoint } from "../time/Target.ts"

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

/** A mark that lies ahead. */
export interface PendingMark {
  readonly mark: Mark
  readonly at: Instant
}

/** Where on its way a clock is to have a mark. */
export interface MarkPoint {
  readonly mark: Mark
  readonly at: ClockPoint
}

/** The answer of a deadline computation; marks in the order in which they come. */
export interface Timeline {
  /** null while an open pause stops the clock, and for a calendar that never opens. */
  readonly dueAt: Instant | null
  readonly marks: readonly PendingMark[]
  /** Counted past the published holidays. */
  readonly provisional: boolean
}

/** As events keep it. */
export interface RecordedMark {
  readonly name: string
  readonly at: Instant
}

export interface RecordedPoint {
  readonly name: string
  readonly at: ClockPoint
}

export interface RecordedTimeline {
  readonly dueAt: Instant | null
  readonly marks: readonly RecordedMark[]
  readonly provisional: boolean
}

/** The mark that every clock has. */
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

export const isSame = (a: Mark, b: Mark): boolean => a === b || (a._tag === b._tag && stepOf(a) === stepOf(b))

/** Returns whether a mark is among others. */
export const isAmong = (marks: readonly Mark[], mark: Mark): boolean => {
  for (const one of marks) if (isSame(one, mark)) return true
  return false
}

/** Returns the text by which events record a mark. */
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

/** Marks by name: there are few, and states share them. */
const known = new Map<string, Mark>([
  ["due", due],
  ["pause-cap", { _tag: "PauseCap" }],
  ["remind", { _tag: "ActionReminder" }]
])

/** Returns the mark of a name. Total: a name of another version is a mark that nothing comes of. */
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

/** Returns marks as events keep them. */
export const recordedMarks = (marks: readonly PendingMark[]): readonly RecordedMark[] =>
  marks.map(({ mark, at }) => ({ name: nameOf(mark), at }))

export const recordedPoints = (points: readonly MarkPoint[]): readonly RecordedPoint[] =>
  points.map(({ mark, at }) => ({ name: nameOf(mark), at }))

export const recorded = ({ dueAt, marks, provisional }: Timeline): RecordedTimeline => ({
  dueAt,
  marks: recordedMarks(marks),
  provisional
})

/** Returns the marks that an event keeps. */
export const marksIn = (marks: readonly RecordedMark[]): readonly PendingMark[] =>
  marks.map(({ name, at }) => ({ mark: named(name), at }))

export const pointsIn = (points: readonly RecordedPoint[]): readonly MarkPoint[] =>
  points.map(({ name, at }) => ({ mark: named(name), at }))
