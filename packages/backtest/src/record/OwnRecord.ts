/**
 * Reads a case of Hearback's own record as a recorded case. Its facts and events are kept apart from the decisions of
 * its policy.
 */
import { Actor, Case, Clock, type Command, type Deed, defined, type Happened } from "@hearback/core"
import type { Doing } from "./CaseActs.ts"
import type { DecidedThen, RecordedCase, RecordedMoment } from "./RecordedCase.ts"

/**
 * Returns a recorded case from its events; undefined if no event opens a case. `digits` are the decimal places of the
 * currency.
 */
export const ownCase = (id: string, events: readonly Case.CaseEvent[], digits: number): RecordedCase | undefined => {
  const [first] = events
  if (first?.event !== "case-opened") return undefined
  const { receipt, facts, contacts } = first
  const state = Case.fold(id, events)
  const compensated = events.reduce((sum, event) => (event.event === "compensated" ? sum + event.amount : sum), 0)
  return defined({
    id,
    receivedAt: receipt.receivedAt,
    said: defined({
      channel: receipt.channel,
      customer: receipt.customer,
      kind: receipt.kind,
      verbatim: receipt.verbatim ?? receipt.description,
      score: receipt.score,
      contacts: contacts.contacts
    }),
    facts,
    moments: momentsOf(events),
    doings: events.flatMap((event) => doingIn(event) ?? []),
    decided: decidedOf(state),
    outcomes: [...new Set(events.flatMap((event) => outcomeOf[event.event] ?? []))],
    handedOver: events.filter(({ event }) => event === "handover-accepted").length,
    compensated: compensated === 0 ? undefined : compensated / 10 ** digits
  })
}

/** For each event type, the outcome that it shows. */
const outcomeOf: Readonly<Partial<Record<Case.EventName, string>>> = {
  "case-reopened": "reopened",
  "customer-dissatisfied": "dissatisfied",
  "clock-escalated": "escalated",
  "clock-missed": "missed",
  "handover-accepted": "handed-over",
  compensated: "compensated"
}

const decidedOf = ({ grades, clocks }: Case.Case): DecidedThen => ({
  grades: Object.fromEntries(Object.entries(grades).map(([dimension, { level }]) => [dimension, level])),
  kept: Object.fromEntries(
    Object.values(clocks).flatMap((clock): readonly (readonly [string, boolean])[] => {
      if (clock.timer !== undefined) return []
      const found = Clock.stateOf(clock)
      if (found === "met") return [[clock.name, true]]
      return found === "met-late" || found === "missed" ? [[clock.name, false]] : []
    })
  )
})

/**
 * Returns the acts of people and customers in order. Acts of the engine are left out, because a replay repeats them.
 */
const momentsOf = (events: readonly Case.CaseEvent[]): readonly RecordedMoment[] => {
  const moments: RecordedMoment[] = []
  for (const event of events) {
    const what = happenedIn(event)
    const last = moments.at(-1)
    // A pause of a case has one event for each clock, so later ones are ignored.
    const isSame = last?.at === event.at && last.what._tag === what?._tag && what._tag !== "FactsRecorded"
    if (what !== undefined && !isSame) moments.push({ at: event.at, what })
  }
  return moments.sort((a, b) => a.at - b.at)
}

const happenedIn = (event: Case.CaseEvent): Happened.Happened | undefined => {
  switch (event.event) {
    case "facts-recorded":
      return { _tag: "FactsRecorded", facts: event.facts, ...defined({ cause: event.cause }) }
    case "reclassified":
      return { _tag: "Reclassified", understanding: event.understanding }
    case "gate-passed":
      return Actor.isMachine(event.by) ? undefined : { _tag: "GatePassed", gate: event.gate }
    case "customer-told":
      return { _tag: "CustomerTold" }
    case "customer-wrote":
      return event.as === undefined ? { _tag: "CustomerWrote" } : undefined
    case "event-happened":
      return { _tag: "EventHappened", event: event.name }
    case "clock-paused":
      return { _tag: "Paused", reason: event.switch.reason }
    case "clock-resumed":
      return { _tag: "Resumed" }
    case "problem-told":
      return {
        _tag: "ProblemTold",
        told: defined({ problem: event.problem, customers: event.customers, cases: event.cases, open: event.open })
      }
    default:
      return undefined
  }
}

const askedBy: Readonly<Partial<Record<Case.EventName, Deed.AskedQuestion>>> = {
  "proposal-made": "proposal",
  "attempt-made": "confirmation"
}

const answeredBy: Readonly<Partial<Record<Case.EventName, Command.Says>>> = {
  "proposal-agreed": "agree",
  "proposal-countered": "counter",
  "proposal-refused": "refuse",
  "customer-confirmed": "satisfied",
  "customer-dissatisfied": "dissatisfied"
}

/** Returns the act that an event shows, if a person or the customer caused it. The record does not tell when work began. */
const doingIn = (event: Case.CaseEvent): Doing | undefined => {
  const by = "by" in event && typeof event.by === "string" ? event.by : undefined
  const [asked, answered] = [askedBy[event.event], answeredBy[event.event]]
  const isPerson = by !== undefined && Actor.parse(by).kind === "person"
  if (!isPerson && asked === undefined && answered === undefined) return undefined
  return defined({ at: event.at, by: isPerson ? by : undefined, asked, answered })
}
