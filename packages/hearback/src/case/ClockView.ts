/** The clocks of a case: what each promises, its start and its due date. */
import type { AnyNames, Case, Policy, PolicyNames } from "@hearback/core"
import { Clock, defined, gateFacts } from "@hearback/core"
import { type Place, placeOf } from "../answer/Place.ts"
import { dateOrNull } from "../call/Instant.ts"

/** A deadline of a case: when it is due, whether it was kept, and the line of the policy that sets it. */
export interface ClockView<N extends PolicyNames = AnyNames> {
  readonly name: N["clock"]
  /**
   * The state of the clock: `not-started`, `running`, `paused`, `met`, `met-late`, `missed`, `cancelled`, or
   * `not-known` if no record shows whether it was kept.
   */
  readonly state: string
  /** Whether the deadline is promised to the customer. */
  readonly promise: boolean
  readonly startedAt: Date
  /** When it is due; null if it has no deadline yet. */
  readonly dueAt: Date | null
  /** Whether `dueAt` may still change, because the calendar does not reach so far. */
  readonly provisional: boolean
  /** The miss of the deadline: which instant passed, why, and whether a later report refuted the miss. */
  readonly missed?: { readonly dueAt: Date; readonly cause: string; readonly refuted: boolean }
  /** The line of the policy that sets the deadline. */
  readonly place?: Place
}

/**
 * Returns a clock by its name. Waits of a gate have the gate's name; parts of a virtual team have the department's
 * name.
 */
export const clockOf = ({ clocks }: Case.Case, name: string): Clock.ClockState | undefined =>
  [
    clocks[name],
    ...waits(name).map((timer) => Clock.clockOf(clocks, timer)),
    Clock.clockOf(clocks, { _tag: "Part", department: name })
  ].find((clock) => clock !== undefined)

const waits = (gate: string) => Object.values(gateFacts).flatMap(({ timers }) => timers?.(gate) ?? [])

/**
 * Returns the state of a clock as policies name it. If feedback was answered before it was imported, this can be
 * unknown.
 */
const stateOf = (clock: Clock.ClockState): string =>
  clock.endedBecause === "not-known" ? "not-known" : Clock.stateOf(clock)

/** Returns the clocks of a case that are shown. */
export const clocksOf = (
  policy: Policy.Policy,
  { clocks, lifecycle }: Case.Case,
  isShown: (clock: Clock.ClockState) => boolean
): readonly ClockView[] =>
  Object.values(clocks)
    .filter(isShown)
    .map((clock) => {
      const breach = clock.breaches.at(-1)
      return defined({
        name: clock.name,
        state: stateOf(clock),
        promise: policy.loops.get(lifecycle.loop ?? "")?.clocks.get(clock.name)?.promise ?? false,
        startedAt: new Date(clock.startedAt),
        dueAt: dateOrNull(clock.dueAt),
        provisional: clock.provisional,
        missed: breach && { dueAt: new Date(breach.dueAt), cause: breach.cause, refuted: breach.refuted },
        place: placeOf(policy, clock.rule)
      })
    })
