/**
 * The clocks of a case. A *promise* can be missed; a *timer* acts when its time is up.
 *
 * Deadlines and marks are computed when a command is handled and are part of the events. A new time-zone table or a new
 * policy therefore does not change the past. Pauses are ordered by the instant at which they happened, so the order in
 * which they are recorded does not matter.
 */
import { type ClockFacts, type Manual, type NamedLeg, type Switch, waitsFor } from "../../deadline/ClockFacts.ts"
import type { Mark, RecordedMark, RecordedPoint, RecordedTimeline } from "../../deadline/Mark.ts"
import * as Marks from "../../deadline/Mark.ts"
import type { Instant } from "../../time/Instant.ts"
import type { Target } from "../../time/Target.ts"
import { defined } from "../../value/Optional.ts"
import type { ClockState, ClocksState, DeadlineCause } from "./Clock.ts"
import { clockName, type Timer } from "./Timer.ts"
import { type EvolveTable, withEntry } from "./Track.ts"

export type * from "./Clock.ts"
export type { Timer } from "./Timer.ts"

/** The events of clocks, by name. */
export interface ClockEvents {
  "clock-started": {
    readonly clock: string
    readonly cycle: number
    readonly startedAt: Instant
    readonly target: Target
    readonly calendar: string
    readonly timer?: Timer
    readonly points?: readonly RecordedPoint[]
    readonly legs?: readonly NamedLeg[]
    /** The pauses of the earlier run, when a clock resumes after a reopening. */
    readonly switches?: readonly Switch[]
    readonly extensions?: readonly Target[]
    readonly cause?: DeadlineCause
  } & RecordedTimeline
  "clock-paused": { readonly clock: string; readonly switch: Switch } & RecordedTimeline
  "clock-resumed": { readonly clock: string; readonly switch: Switch } & RecordedTimeline
  "pause-capped": { readonly clock: string; readonly reason: string; readonly detectedAt: Instant } & RecordedTimeline
  "clock-reminded": { readonly clock: string; readonly mark: string; readonly detectedAt: Instant }
  "clock-escalated": {
    readonly clock: string
    readonly mark: string
    readonly detectedAt: Instant
    readonly told: readonly string[]
  }
  "clock-met": { readonly clock: string; readonly inTime: boolean }
  "clock-missed": {
    readonly clock: string
    readonly dueAt: Instant
    readonly detectedAt: Instant
    readonly cause: DeadlineCause
  }
  "miss-refuted": { readonly clock: string; readonly dueAt: Instant }
  "clock-extended": {
    readonly clock: string
    readonly by: string
    readonly target: Target
    readonly reason: string
    readonly from: Instant | null
    /** The date that the person chose, if it is not a whole extension as the policy gives it. */
    readonly until?: Instant
  } & RecordedTimeline
  "deadline-moved": {
    readonly clock: string
    readonly cause: DeadlineCause
    readonly from: Instant | null
    readonly target: Target
    readonly reason: string
    readonly calendar?: string
    readonly legs?: readonly NamedLeg[]
    /** The deadline that a person set, and who set it. */
    readonly until?: Instant
    readonly by?: string
  } & RecordedTimeline
  /** The case was moved to another version of the policy, and this clock keeps its deadline. */
  "clock-kept": { readonly clock: string; readonly target: Target; readonly marks: readonly RecordedMark[] }
  "clock-cancelled": { readonly clock: string; readonly reason: string }
}

/** The state of a case without clocks. */
export const nothing: ClocksState = {}

/** A clock that is running or paused. */
export type LiveClock = ClockState & { readonly status: "running" | "paused" }

const isLive = (clock: ClockState | undefined): clock is LiveClock =>
  clock !== undefined && (clock.status === "running" || clock.status === "paused")

/** Returns whether a clock is running or paused. */
export const live = isLive

/** Returns what the deadline of a clock depends on beside its rule. */
export const factsOf = (clock: ClockState): ClockFacts => ({
  startedAt: clock.startedAt,
  target: clock.target,
  calendar: clock.calendar,
  switches: clock.switches,
  extensions: clock.extensions,
  ...defined({ legs: clock.legs, manual: clock.manual })
})

/** Returns the clock of a timer from its last start. */
export const clockOf = (state: ClocksState, timer: Timer): ClockState | undefined => state[clockName(timer)]

/** Returns whether the due of this run has passed and still holds. */
export const isPastDue = ({ fired }: ClockState): boolean => fired.some(({ _tag }) => _tag === "Due")

/** Returns the marks that have passed, except the due. */
export const firedBesideDue = (clock: ClockState): readonly Mark[] =>
  isPastDue(clock) ? clock.fired.filter(({ _tag }) => _tag !== "Due") : clock.fired

/** Returns the state of a clock by the name that policies and scenarios use. */
export const stateOf = (
  clock: ClockState | undefined
): "not-started" | "running" | "paused" | "met" | "met-late" | "missed" | "cancelled" => {
  if (clock === undefined) return "not-started"
  // A miss of an earlier deadline, before a regrade or in an earlier run, does not make the present run missed.
  const isMissed = isPastDue(clock) && clock.breaches.at(-1)?.refuted === false
  if (clock.status === "met") return isMissed ? "met-late" : "met"
  if (clock.status === "cancelled") return "cancelled"
  return isMissed ? "missed" : clock.status
}

const change =
  <E extends { readonly clock: string }>(evolve: (clock: ClockState, event: E) => ClockState) =>
  (state: ClocksState, event: E): ClocksState => {
    const clock = state[event.clock]
    return isLive(clock) ? withEntry(state, event.clock, evolve(clock, event)) : state
  }

/** Removes the clock of an approval request that ended, since many requests may follow each other on one case. */
const ended =
  <E extends { readonly clock: string }>(evolve: (clock: ClockState, event: E) => ClockState) =>
  (state: ClocksState, event: E): ClocksState => {
    if (state[event.clock]?.timer?._tag !== "Approval") return change(evolve)(state, event)
    const { [event.clock]: _, ...rest } = state
    return rest
  }

/** Returns the switches with one more, sorted by instant. At one instant the one that was recorded last counts. */
export const withSwitch = (switches: readonly Switch[], added: Switch): readonly Switch[] => {
  const before = switches.filter(({ at }) => at < added.at)
  const after = switches.filter(({ at }) => at > added.at)
  return [...before, added, ...after]
}

/** Returns a clock with another due and other marks. */
const onLine = (clock: ClockState, { dueAt, marks, provisional }: RecordedTimeline): ClockState => ({
  ...clock,
  dueAt,
  marks: Marks.marksIn(marks),
  provisional
})

const switched = change<{ readonly clock: string; readonly switch: Switch } & RecordedTimeline>((clock, event) => ({
  ...onLine(clock, event),
  status: event.dueAt === null ? "paused" : "running",
  switches: withSwitch(clock.switches, event.switch)
}))

/** The causes of a move after which a deadline that a person set still holds. */
const keepsManual: ReadonlySet<DeadlineCause> = new Set(["owner", "calendar"])

const manual = (clock: ClockState, dueAt: Instant, setAt: Instant, more = 0): Manual => ({
  dueAt,
  setAt,
  granted: clock.extensions.length + more
})

/** Returns whether a pause stops the clock. A deadline that a person fixed does not move with a pause. */
const isWaiting = (clock: ClockState, dueAt: Instant | null): boolean =>
  dueAt === null && waitsFor(clock.switches) !== ""

const fire = (clock: ClockState, mark: Mark): ClockState => ({
  ...clock,
  marks: clock.marks.filter((pending) => !Marks.isSame(pending.mark, mark)),
  fired: Marks.isAmong(clock.fired, mark) ? clock.fired : [...clock.fired, mark]
})

/** Returns the clocks after an event. */
export const evolve: EvolveTable<ClocksState, ClockEvents> = {
  "clock-started": (state, event) => {
    const was = state[event.clock]
    const started: { -readonly [K in keyof ClockState]: ClockState[K] } = {
      name: event.clock,
      rule: event.why ?? "",
      cycle: event.cycle,
      status: event.dueAt === null && (event.switches ?? []).length > 0 ? "paused" : "running",
      startedAt: event.startedAt,
      target: event.target,
      calendar: event.calendar,
      switches: event.switches ?? [],
      extensions: event.extensions ?? [],
      dueAt: event.dueAt,
      marks: Marks.marksIn(event.marks),
      provisional: event.provisional,
      fired: [],
      breaches: was?.breaches ?? [],
      setBy: { at: event.at, cause: event.cause ?? "elapsed" }
    }
    if (event.timer !== undefined) started.timer = event.timer
    if (event.points !== undefined) started.points = Marks.pointsIn(event.points)
    if (event.legs !== undefined) started.legs = event.legs
    if (was?.extendedBy !== undefined) started.extendedBy = was.extendedBy
    return withEntry<ClockState>(state, event.clock, started)
  },
  "clock-paused": switched,
  "clock-resumed": switched,
  "pause-capped": change((clock, e) => ({ ...onLine(clock, e), status: "running" })),
  "clock-reminded": change((clock, e) => fire(clock, Marks.named(e.mark))),
  "clock-escalated": change((clock, e) => fire(clock, Marks.named(e.mark))),
  "clock-met": ended((clock, event) => ({
    ...clock,
    status: "met",
    endedAt: event.at,
    marks: [],
    fired: clock.fired.filter(({ _tag }) => _tag === "Due")
  })),
  "clock-missed": change((clock, event) => ({
    ...fire(clock, Marks.due),
    breaches: [
      ...clock.breaches,
      { dueAt: event.dueAt, detectedAt: event.detectedAt, cause: event.cause, refuted: false }
    ]
  })),
  "miss-refuted": (state, event) => {
    const clock = state[event.clock]
    return clock === undefined
      ? state
      : withEntry(state, event.clock, {
          ...clock,
          // The deadline of a clock that still runs lies in the future again.
          fired: isLive(clock) ? firedBesideDue(clock) : clock.fired,
          breaches: clock.breaches.map((b) => (b.dueAt === event.dueAt ? { ...b, refuted: true } : b))
        })
  },
  "clock-extended": change((clock, event) => ({
    ...onLine(clock, event),
    extensions: [...clock.extensions, event.target],
    extendedBy: [...(clock.extendedBy ?? []), event.by],
    ...defined({ manual: event.until === undefined ? undefined : manual(clock, event.until, event.at, 1) }),
    setBy: { at: event.at, cause: "extended" }
  })),
  "deadline-moved": change((clock, event) => {
    const { manual: was, keeps: _, ...rest } = onLine(clock, event)
    const set =
      event.until !== undefined ? manual(clock, event.until, event.at) : keepsManual.has(event.cause) ? was : undefined
    // If only marks around the due moved, a miss of the due is still a miss.
    const isSame = event.dueAt !== null && event.dueAt === clock.dueAt
    return {
      ...rest,
      target: event.target,
      // With another grade, another row gives the length.
      ...defined({
        rule: event.cause === "regraded" ? event.why : undefined,
        calendar: event.calendar,
        legs: event.legs,
        manual: set
      }),
      status: isWaiting(clock, event.dueAt) ? "paused" : event.dueAt === null ? clock.status : "running",
      fired: isSame ? clock.fired : firedBesideDue(clock),
      setBy: isSame ? clock.setBy : { at: event.at, cause: event.cause }
    }
  }),
  "clock-kept": change((clock, e) => ({ ...clock, keeps: e.target, marks: Marks.marksIn(e.marks) })),
  "clock-cancelled": ended((clock, event) => ({
    ...clock,
    status: "cancelled",
    endedAt: event.at,
    endedBecause: event.reason,
    marks: []
  }))
}

/** Returns the next instant at which a mark fires; null if there is none. */
export const due = (state: ClocksState): Instant | null => {
  let next: Instant | null = null
  for (const name in state) {
    const clock = state[name]
    if (!isLive(clock)) continue
    const mark = clock.marks[0]
    if (mark !== undefined && (next === null || mark.at < next)) next = mark.at
  }
  return next
}
