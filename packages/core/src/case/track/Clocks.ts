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
import type { Cause, Clock, ClocksState } from "./Clock.ts"
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
    readonly cause?: Cause
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
    readonly cause: Cause
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
    readonly cause: Cause
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

export type LiveClock = Clock & { readonly status: "running" | "paused" }

const isLive = (clock: Clock | undefined): clock is LiveClock =>
  clock !== undefined && (clock.status === "running" || clock.status === "paused")

export const live = isLive

/** Returns what the deadline of a clock depends on beside its rule. */
export const factsOf = (clock: Clock): ClockFacts => ({
  startedAt: clock.startedAt,
  target: clock.target,
  calendar: clock.calendar,
  switches: clock.switches,
  extensions: clock.extensions,
  ...defined({ legs: clock.legs, manual: clock.manual })
})

/** Returns the clock of a timer, as it was started last. */
export const clockOf = (s: ClocksState, timer: Timer): Clock | undefined => s[clockName(timer)]

/** Returns whether the due of this run has passed and stands. */
export const isPastDue = ({ fired }: Clock): boolean => fired.some(({ _tag }) => _tag === "Due")

/** Returns the marks that have passed, without the due. */
export const firedBesideDue = (clock: Clock): readonly Mark[] =>
  isPastDue(clock) ? clock.fired.filter(({ _tag }) => _tag !== "Due") : clock.fired

/** State as policies and scenarios name it. */
export const stateOf = (
  clock: Clock | undefined
): "not-started" | "running" | "paused" | "met" | "met-late" | "missed" | "cancelled" => {
  if (clock === undefined) return "not-started"
  // A miss of an earlier deadline (before a regrade, in an earlier run) is on record, but is not how it stands now.
  const isMissed = isPastDue(clock) && clock.breaches.at(-1)?.refuted === false
  if (clock.status === "met") return isMissed ? "met-late" : "met"
  if (clock.status === "cancelled") return "cancelled"
  return isMissed ? "missed" : clock.status
}

const change =
  <E extends { readonly clock: string }>(f: (clock: Clock, event: E) => Clock) =>
  (s: ClocksState, e: E): ClocksState => {
    const clock = s[e.clock]
    return isLive(clock) ? withEntry(s, e.clock, f(clock, e)) : s
  }

/** A request is asked once, so that its clock is over with it; where nobody answers, many come one after another. */
const ended =
  <E extends { readonly clock: string }>(f: (clock: Clock, event: E) => Clock) =>
  (s: ClocksState, e: E): ClocksState => {
    if (s[e.clock]?.timer?._tag !== "Approval") return change(f)(s, e)
    const { [e.clock]: _, ...rest } = s
    return rest
  }

/** Puts a switch among those there are, in their order; of two at one instant the one recorded last counts. */
export const withSwitch = (switches: readonly Switch[], added: Switch): readonly Switch[] => {
  const before = switches.filter(({ at }) => at < added.at)
  const after = switches.filter(({ at }) => at > added.at)
  return [...before, added, ...after]
}

/** A clock with another due, and other marks. */
const onLine = (clock: Clock, { dueAt, marks, provisional }: RecordedTimeline): Clock => ({
  ...clock,
  dueAt,
  marks: Marks.marksIn(marks),
  provisional
})

const switched = change<{ readonly clock: string; readonly switch: Switch } & RecordedTimeline>((clock, e) => ({
  ...onLine(clock, e),
  status: e.dueAt === null ? "paused" : "running",
  switches: withSwitch(clock.switches, e.switch)
}))

/** What a person set stands until the policy sets the deadline anew. */
const keepsManual: ReadonlySet<Cause> = new Set(["owner", "calendar"])

const manual = (clock: Clock, dueAt: Instant, setAt: Instant, more = 0): Manual => ({
  dueAt,
  setAt,
  granted: clock.extensions.length + more
})

/** A wait that is on stops a clock but for a deadline that does not move with it. */
const isWaiting = (clock: Clock, dueAt: Instant | null): boolean => dueAt === null && waitsFor(clock.switches) !== ""

const fire = (clock: Clock, mark: Mark): Clock => ({
  ...clock,
  marks: clock.marks.filter((pending) => !Marks.isSame(pending.mark, mark)),
  fired: Marks.isAmong(clock.fired, mark) ? clock.fired : [...clock.fired, mark]
})

export const evolve: EvolveTable<ClocksState, ClockEvents> = {
  "clock-started": (s, e) => {
    const was = s[e.clock]
    const started: { -readonly [K in keyof Clock]: Clock[K] } = {
      name: e.clock,
      rule: e.why ?? "",
      cycle: e.cycle,
      status: e.dueAt === null && (e.switches ?? []).length > 0 ? "paused" : "running",
      startedAt: e.startedAt,
      target: e.target,
      calendar: e.calendar,
      switches: e.switches ?? [],
      extensions: e.extensions ?? [],
      dueAt: e.dueAt,
      marks: Marks.marksIn(e.marks),
      provisional: e.provisional,
      fired: [],
      breaches: was?.breaches ?? [],
      setBy: { at: e.at, cause: e.cause ?? "elapsed" }
    }
    if (e.timer !== undefined) started.timer = e.timer
    if (e.points !== undefined) started.points = Marks.pointsIn(e.points)
    if (e.legs !== undefined) started.legs = e.legs
    if (was?.extendedBy !== undefined) started.extendedBy = was.extendedBy
    return withEntry<Clock>(s, e.clock, started)
  },
  "clock-paused": switched,
  "clock-resumed": switched,
  "pause-capped": change((clock, e) => ({ ...onLine(clock, e), status: "running" })),
  "clock-reminded": change((clock, e) => fire(clock, Marks.named(e.mark))),
  "clock-escalated": change((clock, e) => fire(clock, Marks.named(e.mark))),
  "clock-met": ended((clock, e) => ({
    ...clock,
    status: "met",
    endedAt: e.at,
    marks: [],
    fired: clock.fired.filter(({ _tag }) => _tag === "Due")
  })),
  "clock-missed": change((clock, e) => ({
    ...fire(clock, Marks.due),
    breaches: [...clock.breaches, { dueAt: e.dueAt, detectedAt: e.detectedAt, cause: e.cause, refuted: false }]
  })),
  "miss-refuted": (s, e) => {
    const clock = s[e.clock]
    return clock === undefined
      ? s
      : withEntry(s, e.clock, {
          ...clock,
          // On a clock that still runs the deadline lies ahead again.
          fired: isLive(clock) ? firedBesideDue(clock) : clock.fired,
          breaches: clock.breaches.map((b) => (b.dueAt === e.dueAt ? { ...b, refuted: true } : b))
        })
  },
  "clock-extended": change((clock, e) => ({
    ...onLine(clock, e),
    extensions: [...clock.extensions, e.target],
    extendedBy: [...(clock.extendedBy ?? []), e.by],
    ...defined({ manual: e.until === undefined ? undefined : manual(clock, e.until, e.at, 1) }),
    setBy: { at: e.at, cause: "extended" }
  })),
  "deadline-moved": change((clock, e) => {
    const { manual: was, keeps: _, ...rest } = onLine(clock, e)
    const set = e.until !== undefined ? manual(clock, e.until, e.at) : keepsManual.has(e.cause) ? was : undefined
    // Where only what lies around the due has moved, a miss of it stays one.
    const isSame = e.dueAt !== null && e.dueAt === clock.dueAt
    return {
      ...rest,
      target: e.target,
      // Another grade has its length from another row.
      ...defined({
        rule: e.cause === "regraded" ? e.why : undefined,
        calendar: e.calendar,
        legs: e.legs,
        manual: set
      }),
      status: isWaiting(clock, e.dueAt) ? "paused" : e.dueAt === null ? clock.status : "running",
      fired: isSame ? clock.fired : firedBesideDue(clock),
      setBy: isSame ? clock.setBy : { at: e.at, cause: e.cause }
    }
  }),
  "clock-kept": change((clock, e) => ({ ...clock, keeps: e.target, marks: Marks.marksIn(e.marks) })),
  "clock-cancelled": ended((clock, e) => ({
    ...clock,
    status: "cancelled",
    endedAt: e.at,
    endedBecause: e.reason,
    marks: []
  }))
}

/** Returns the next instant at which time itself is a command, or null. */
export const due = (s: ClocksState): Instant | null => {
  let next: Instant | null = null
  for (const name in s) {
    const clock = s[name]
    if (!isLive(clock)) continue
    const mark = clock.marks[0]
    if (mark !== undefined && (next === null || mark.at < next)) next = mark.at
  }
  return next
}
