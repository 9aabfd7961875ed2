/**
 * The clocks of a case: everything timed is one. A *promise* can be breached; a *timer* acts when its time is up.
 *
 * Deadlines and marks are computed when a command is handled and ride in the events, so that neither a new time-zone
 * table nor a new policy changes the past. Switches are kept by instant, so the order in which they arrive does not
 * matter.
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
    /** Carried over when a clock resumes after a reopening. */
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
    /** The date that the person chose, where it is not the whole of one extension. */
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
    /** The deadline that a person set, and who. */
    readonly until?: Instant
    readonly by?: string
  } & RecordedTimeline
  /** The case was moved to another version of the policy, and this clock keeps its deadline there. */
  "clock-kept": { readonly clock: string; readonly target: Target; readonly marks: readonly RecordedMark[] }
  "clock-cancelled": { readonly clock: string; readonly reason: string }
}

export const nothing: ClocksState = {}

export type LiveClock = ClockState & { readonly status: "running" | "paused" }

const isLive = (clock: ClockState | undefined): clock is LiveClock =>
  clock !== undefined && (clock.status === "running" || clock.status === "paused")

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

/** Returns the clock of a timer, as it was started last. */
export const clockOf = (state: ClocksState, timer: Timer): ClockState | undefined => state[clockName(timer)]

/** Returns whether the due of this run has passed and stands. */
export const isPastDue = ({ fired }: ClockState): boolean => fired.some(({ _tag }) => _tag === "Due")

/** Returns the marks that have passed, without the due. */
export const firedBesideDue = (clock: ClockState): readonly Mark[] =>
  isPastDue(clock) ? clock.fired.filter(({ _tag }) => _tag !== "Due") : clock.fired

/** State as policies and scenarios name it. */
export const stateOf = (
  clock: ClockState | undefined
): "not-started" | "running" | "paused" | "met" | "met-late" | "missed" | "cancelled" => {
  if (clock === undefined) return "not-started"
  // A miss of an earlier deadline (before a regrade, in an earlier run) is on record, but is not how it stands now.
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

/** A request is asked once, so that its clock is over with it; where nobody answers, many come one after another. */
const ended =
  <E extends { readonly clock: string }>(evolve: (clock: ClockState, event: E) => ClockState) =>
  (state: ClocksState, event: E): ClocksState => {
    if (state[event.clock]?.timer?._tag !== "Approval") return change(evolve)(state, event)
    const { [event.clock]: _, ...rest } = state
    return rest
  }

/** Puts a switch among those there are, in their order; of two at one instant the one recorded last counts. */
export const withSwitch = (switches: readonly Switch[], added: Switch): readonly Switch[] => {
  const before = switches.filter(({ at }) => at < added.at)
  const after = switches.filter(({ at }) => at > added.at)
  return [...before, added, ...after]
}

/** A clock with another due, and other marks. */
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

/** What a person set stands until the policy sets the deadline anew. */
const keepsManual: ReadonlySet<DeadlineCause> = new Set(["owner", "calendar"])

const manual = (clock: ClockState, dueAt: Instant, setAt: Instant, more = 0): Manual => ({
  dueAt,
  setAt,
  granted: clock.extensions.length + more
})

/** A wait that is on stops a clock but for a deadline that does not move with it. */
const isWaiting = (clock: ClockState, dueAt: Instant | null): boolean =>
  dueAt === null && waitsFor(clock.switches) !== ""

const fire = (clock: ClockState, mark: Mark): ClockState => ({
  ...clock,
  marks: clock.marks.filter((pending) => !Marks.isSame(pending.mark, mark)),
  fired: Marks.isAmong(clock.fired, mark) ? clock.fired : [...clock.fired, mark]
})

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
          // On a clock that still runs the deadline lies ahead again.
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
    // Where only what lies around the due has moved, a miss of it stays one.
    const isSame = event.dueAt !== null && event.dueAt === clock.dueAt
    return {
      ...rest,
      target: event.target,
      // Another grade has its length from another row.
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

/** Returns the next instant at which time itself is a command, or null. */
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
