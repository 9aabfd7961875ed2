/** Measures of time: promises, and durations. */
import type { Bundle, Policy } from "@hearback/core"
import { Clock, gateFacts, Trigger } from "@hearback/core"
import { gateAt, momentsOf, receivedAt, type Story } from "../story/CaseStory.ts"
import { type Closing, closings } from "./AnswerMeasures.ts"
import type { Reckoning } from "./Measure.ts"
import type { DataPoint } from "./Tally.ts"

/** One run of a clock, from one start to the next: a reopened case starts a new run, and earlier runs stay. */
export interface ClockRun {
  readonly rule: Bundle.ClockRule
  readonly clock: Clock.ClockState
  /** The misses of this run. */
  readonly breaches: readonly Clock.Breach[]
}

/** Returns every run of the clocks that a test selects. Windows that only end are no promises. */
export const runsOf = (story: Story, isAsked: (rule: Bundle.ClockRule) => boolean): readonly ClockRun[] => {
  const { policy, state } = story
  const starts = momentsOf(story, "clock-started").filter(({ event }) => event.timer === undefined)
  return starts.flatMap(({ event, before }, index) => {
    const rules = policy.bundle.clocks.filter(({ name }) => name === event.clock)
    // After a move to another version, the rule of a clock can have another place.
    const rule = rules.find(({ path }) => path === event.why) ?? rules[0]
    if (rule === undefined || rule.metBy.length === 0 || !isAsked(rule)) return []
    const next = starts.find((later, j) => j > index && later.event.clock === event.clock)?.before.clocks[event.clock]
    const last = state.clocks[event.clock]
    const clock = next ?? last
    if (clock === undefined || last === undefined) return []
    const earlier = before.clocks[event.clock]?.breaches ?? []
    // The last run has all misses, with the refuted ones marked.
    const breaches = last.breaches.slice(earlier.length, next?.breaches.length)
    // A clock that continues after a reopening without time left has no new deadline, because it was already missed.
    const isSame = earlier.some(({ dueAt }) => dueAt === breaches.at(-1)?.dueAt)
    return isSame ? [] : [{ rule, clock, breaches }]
  })
}

/** Returns the miss by which a run counts as broken: that of its last deadline. */
export const missOf = ({ clock, breaches }: ClockRun): Clock.Breach | undefined => {
  const last = breaches.at(-1)
  return Clock.isPastDue(clock) && last?.refuted === false ? last : undefined
}

/**
 * Returns the runs for which it is known whether they were kept. For a case that ended before the import, this is
 * only the last promise: of earlier ones only some kept ones are known, and no broken one.
 */
const known = (story: Story, isAsked: (rule: Bundle.ClockRule) => boolean): readonly ClockRun[] => {
  const isHistory = momentsOf(story, "case-opened")[0]?.event.receipt.history !== undefined
  if (!isHistory) return runsOf(story, isAsked)
  const runs = runsOf(story, ({ promise }) => promise)
  const dueOf = ({ clock }: ClockRun): number => clock.dueAt ?? Number.POSITIVE_INFINITY
  const last = Math.max(...runs.map(dueOf))
  return runs.filter((run) => isAsked(run.rule) && dueOf(run) === last)
}

/** Returns how a run counts: when it was kept or broken, and misses that count apart. */
export const judged = (run: ClockRun): readonly DataPoint[] => {
  const broken = missOf(run)
  const aside = run.breaches
    .filter((breach) => breach !== broken)
    .map(
      ({ dueAt, refuted }): DataPoint => ({
        at: dueAt,
        value: 0,
        apart: refuted ? "refuted" : "earlier-deadline"
      })
    )
  if (broken !== undefined) return [...aside, { at: broken.dueAt, value: 0 }]
  const { status, endedAt } = run.clock
  return status === "met" && endedAt !== undefined ? [...aside, { at: endedAt, value: 1 }] : aside
}

/**
 * Promises met in time, of all promises that were met or broken. A promise is one run of a clock of the customer
 * loop. It belongs to the instant at which it was met or, once its due date has passed, to that date, even if it was
 * met later. Left out: promises that still run, those cancelled before they were due, those that only a machine
 * meets, and all but the last of cases that ended before the import. Apart: refuted misses, and misses of a deadline
 * that was replaced later.
 */
const kept: Reckoning = {
  shape: "share",
  /**
   * As `kept`, of the promises that the owner's acknowledgement meets: the first answer by a person. An automatic
   * receipt is no such answer; an acknowledgement without a clock promised no time and is left out.
   */
  points: (story) => known(story, (rule) => rule.promise && !meetingOf(story, rule).isByMachine).flatMap(judged)
}

/**
 * As `kept`, of the promises that an acknowledgement by the owner meets: the first answer by a person. A receipt that
 * leaves by itself is no such answer; an acknowledgement without a clock promised no time and is left out.
 */
const timelyResponse: Reckoning = {
  shape: "share",
  points: (story) => known(story, (rule) => meetingOf(story, rule).isFirstAnswer).flatMap(judged)
}

/** Returns what meets a clock in its policy. */
interface Meeting {
  readonly isFirstAnswer: boolean
  /** Returns whether only automatic gates meet a clock. */
  readonly isByMachine: boolean
}

/** A cache for each policy, because every case needs it for every clock. */
const meetings = new WeakMap<Policy.Policy, Map<Bundle.ClockRule, Meeting>>()

const meetingOf = ({ policy }: Story, rule: Bundle.ClockRule): Meeting => {
  const known = meetings.get(policy) ?? new Map<Bundle.ClockRule, Meeting>()
  meetings.set(policy, known)
  const meeting = known.get(rule) ?? readMeeting(policy, rule)
  known.set(rule, meeting)
  return meeting
}

const readMeeting = (policy: Policy.Policy, rule: Bundle.ClockRule): Meeting => {
  const triggers = rule.metBy.map(Trigger.parse)
  const gates = gatesMeeting(policy, rule)
  const isGates = triggers.every((trigger) => Trigger.gatesPassed([trigger]).length > 0)
  return {
    isFirstAnswer: gates.some(({ kind, by }) => gateFacts[kind].isReceipt === true && by.includes("owner")),
    isByMachine: isGates && gates.every(({ by }) => by.includes("automatic"))
  }
}

/** Returns the gates that meet a clock when they are passed, in the loops in which it runs. */
const gatesMeeting = (policy: Policy.Policy, { loop, metBy }: Bundle.ClockRule): readonly Bundle.GateRule[] => {
  const loops = loop === undefined ? [...policy.loops.values()] : [policy.loops.get(loop)]
  return Trigger.gatesPassed(metBy.map(Trigger.parse)).flatMap((name) =>
    loops.flatMap((one) => one?.gates.get(name) ?? [])
  )
}

/**
 * The median elapsed time for which the customer loop was open: from receipt to its close, or from a reopening to the
 * next close. `cycle-time.<gate>`: from the opening of that gate to its passing. It belongs to the close, or the
 * passing. Left out: cases withdrawn, forwarded or merged, those that ended before the import at an unknown time;
 * gates explained, waived or not needed.
 */
const cycleTime: Reckoning = {
  shape: "median",
  points: (story) => {
    const received = receivedAt(story)
    const closed = [...closings(story), ...recorded(story)].flatMap(({ at, since }): readonly DataPoint[] =>
      received === undefined ? [] : [{ at, value: Math.max(0, at - (since ?? received)) }]
    )
    const passed = momentsOf(story, "gate-passed").flatMap(({ event, before }): readonly DataPoint[] => {
      const opened = before.gates[event.gate]?.openedAt
      if (opened === undefined || gateAt(story, before, event.gate)?.by.includes("automatic") === true) return []
      return [{ at: event.at, value: Math.max(0, event.at - opened), gate: event.gate }]
    })
    return [...closed, ...passed]
  }
}

/** Returns the close of a case that was answered before the import, if it is known. */
const recorded = (story: Story): readonly Pick<Closing, "at" | "since">[] => {
  const { history, receivedAt: received = 0 } = momentsOf(story, "case-opened")[0]?.event.receipt ?? {}
  const isKnown = [history?.answered, history?.closed].some((at) => at !== undefined && at >= received)
  if (!isKnown) return []
  return momentsOf(story, "customer-loop-closed")
    .filter(({ event }) => event.outcome === "recorded")
    .map(({ event: { at } }) => ({ at }))
}

/** The measures of this file. */
export const timeMeasures = {
  "timely-response": timelyResponse,
  kept,
  "cycle-time": cycleTime
} as const
