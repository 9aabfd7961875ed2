/**
 * The only list of reactions: what follows from the events of a case, in which order, and what wakes each reaction. A
 * reaction that is not woken would have nothing to do; a law checks every declaration.
 *
 * Source: docs/decisions/0029-reactions-are-woken.md
 */

import { type EventName, eventsOf } from "../case/Case.ts"
import { customersWords } from "../case/CustomersWord.ts"
import type { Reaction } from "../draft/Situation.ts"
import type { Condition, Varying } from "../policy/Bundle.ts"
import { react as close } from "../rule/approval/closing.ts"
import * as ClockReact from "../rule/clock/reactions.ts"
import { survey } from "../rule/conversation/survey.ts"
import * as GateReact from "../rule/gate/reactions.ts"
import { react as grade } from "../rule/grade/reactions.ts"
import { react as endWhatWaits } from "../rule/lifecycle/finalEnd.ts"
import { chooseLoop } from "../rule/lifecycle/loop.ts"
import { callOut } from "../rule/ownership/onCall.ts"
import * as OwnershipReact from "../rule/ownership/reactions.ts"
import { recuse } from "../rule/ownership/recusal.ts"
import { team } from "../rule/ownership/team.ts"
import { react as keepRecord } from "../rule/record/retention.ts"
import { joinProblem } from "../rule/relations/membership.ts"
import { report } from "../rule/relations/progress.ts"
import { react as watch } from "../rule/watch/reactions.ts"

const { clocks, gates, grades, lifecycle, ownership, relations } = eventsOf
const read: readonly EventName[] = ["classified", "reclassified"]
const reopened: readonly EventName[] = ["case-reopened", "loop-chosen"]
/** The events that change the status of a gate. The other events of gates record what is shown at one. */
const standings: readonly EventName[] = [
  "gate-opened",
  "gate-passed",
  "gate-explained",
  "gate-waived",
  "gate-lapsed",
  "gate-not-needed",
  "gate-reopened"
]
/** The events after which a gate may open, or an open gate may pass. */
const ofGates: readonly EventName[] = [
  ...standings,
  "gate-evidence-shown",
  "explanation-given",
  "gate-signed",
  "action-planned",
  "action-done"
]
const owners: readonly EventName[] = ["owner-assigned", "handover-accepted", "on-call-accepted"]
/** The events of a clock that neither end it nor give it another target. */
const passing: ReadonlySet<EventName> = new Set([
  "clock-reminded",
  "clock-escalated",
  "clock-missed",
  "miss-refuted",
  "clock-paused",
  "clock-resumed",
  "pause-capped"
])
const ofTargets = clocks.filter((name) => !passing.has(name))

type Tables = readonly (Condition | Varying<unknown> | undefined)[]

const slotsOf = (tables: Tables): readonly number[] => tables.flatMap((one) => one?.table.slots ?? [])

/** The reactions of a case to its own events, in their order. */
export const reactions: readonly Reaction[] = [
  {
    name: "end what waits",
    hears: [...eventsOf.authority, ...clocks, ...gates, ...lifecycle, ...eventsOf.record],
    act: endWhatWaits
  },
  { name: "tell gates", hears: [...customersWords, ...read], act: GateReact.heard },
  {
    name: "grade",
    after: [...grades, ...read, ...reopened],
    reads: ({ bundle, slots }) =>
      bundle.grading.flatMap(({ table, lift }) => [
        ...slotsOf([table, ...lift.map(({ when }) => when)]),
        ...table.values.map((value) => ("input" in value ? slots.get(value.input) : undefined))
      ]),
    act: grade
  },
  {
    name: "choose the loop",
    after: [...read, ...reopened],
    reads: ({ bundle }) => slotsOf(bundle.loops.map(({ when }) => when)),
    act: chooseLoop
  },
  { name: "find an owner", hears: OwnershipReact.hears, act: OwnershipReact.react },
  {
    name: "recuse",
    after: [...ownership, ...reopened],
    reads: ({ bundle }) => slotsOf([bundle.ownership.recuse?.when]),
    act: recuse
  },
  {
    name: "form a team",
    after: [...ownership, ...read, ...reopened],
    reads: ({ bundle }) => slotsOf([bundle.ownership.team?.when]),
    act: team
  },
  // Time passes before any event, so the owner may be off duty by then.
  { name: "call out", after: Object.values(eventsOf).flat(), act: callOut },
  {
    name: "open gates",
    after: [
      ...ofGates,
      ...grades,
      ...lifecycle,
      ...relations,
      ...read,
      "department-asked",
      "clock-started",
      "clock-met"
    ],
    reads: ({ bundle }) => slotsOf(bundle.loops.flatMap((loop) => loop.gates.map(({ when }) => when))),
    act: GateReact.react
  },
  {
    name: "follow with clocks",
    after: [...ofTargets, ...standings, ...lifecycle, ...owners, "facts-recorded", "feedback-joined", "event-happened"],
    reads: ({ bundle, slots }) =>
      bundle.clocks.flatMap(({ when, within, until }) => [
        ...slotsOf([when, within]),
        ...[until ?? []].flat().map((date) => slots.get(date))
      ]),
    act: ClockReact.react
  },
  { name: "meet clocks", hears: ClockReact.hears, act: ClockReact.happened },
  { name: "ask the customer", hears: ["gate-passed", "event-happened"], act: survey },
  { name: "report to the problem", hears: ["gate-passed"], act: report },
  {
    name: "pass gates",
    after: ["gate-opened", ...reopened, ...read, "review-asked", "message-bounced"],
    act: GateReact.passAutomatic
  },
  { name: "close", after: [...eventsOf.authority, ...standings, ...lifecycle], act: close },
  { name: "keep the record", after: [...lifecycle, ...eventsOf.record], act: keepRecord },
  {
    name: "watch",
    after: [...eventsOf.watch, ...reopened],
    reads: ({ bundle: { alarms = [], assume = [] } }) =>
      slotsOf([...assume.map(({ never }) => never), ...alarms.map(({ when }) => when)]),
    act: watch
  }
]

/** Runs when nothing else follows. The case joins one problem, however many categories it had within the step. */
export const last: Reaction = {
  name: "join the problem",
  after: [...eventsOf.feedback, ...relations, ...reopened, "customer-wrote", "feedback-joined"],
  reads: ({ bundle, slots }) => bundle.problems.same.map((name) => slots.get(name)),
  act: joinProblem
}
