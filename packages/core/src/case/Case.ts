/**
 * The record of one loop, folded from its events. It consists of tracks, such as gates and clocks; a track learns of
 * another one only through events.
 *
 * `evolve` accepts every event: it needs no policy, and an event about something that the case lacks changes nothing.
 */

import type { Instant } from "../time/Instant.ts"
import { customersWords, isCustomersWord } from "./CustomersWord.ts"
import * as Authority from "./track/Authority.ts"
import * as Clock from "./track/Clocks.ts"
import * as Conversation from "./track/Conversation.ts"
import * as Feedback from "./track/Feedback.ts"
import * as Gate from "./track/Gate.ts"
import * as Grade from "./track/Grade.ts"
import * as Lifecycle from "./track/Lifecycle.ts"
import * as Message from "./track/Message.ts"
import * as Ownership from "./track/Ownership.ts"
import * as Record from "./track/Record.ts"
import * as Relations from "./track/Relations.ts"
import type { EventOf } from "./track/Track.ts"
import * as Version from "./track/Version.ts"
import * as Watch from "./track/Watch.ts"

/** The body of every event of a case, by the event's name. */
export interface Bodies
  extends Feedback.FeedbackEvents,
    Conversation.ConversationEvents,
    Relations.RelationsEvents,
    Grade.GradeEvents,
    Ownership.OwnershipEvents,
    Gate.GateEvents,
    Clock.ClockEvents,
    Authority.AuthorityEvents,
    Lifecycle.LifecycleEvents,
    Watch.WatchEvents,
    Version.VersionEvents,
    Record.RecordEvents,
    Message.MessageEvents {}

/** The name of an event of a case. */
export type EventName = keyof Bodies
/** An event of a case, with its name, its instant and its rule. */
export type CaseEvent = EventOf<Bodies>
/** The event of a case that has the name `T`. */
export type EventNamed<T extends EventName> = EventOf<Bodies, T>

/** The state of a case after some of its events. */
export interface Case {
  readonly id: string
  /** Number of events folded. */
  readonly version: number
  readonly policy: Version.Pin | undefined
  readonly feedback: Feedback.FeedbackState
  readonly conversation: Conversation.ConversationState
  readonly relations: Relations.RelationsState
  readonly grades: Grade.GradeState
  readonly ownership: Ownership.OwnershipState
  readonly gates: Gate.GatesState
  readonly clocks: Clock.ClocksState
  readonly authority: Authority.AuthorityState
  readonly lifecycle: Lifecycle.LifecycleState
  readonly watch: Watch.WatchState
  readonly messages: Message.MessageState
  readonly record: Record.RecordState
}

const names = <T extends EventName>(table: { readonly [K in T]: unknown }): readonly T[] => Object.keys(table) as T[]

/** The names of the events of each track. `others` lists the events that change a second track as well. */
export const eventsOf = {
  feedback: names(Feedback.evolve),
  conversation: names(Conversation.evolve),
  relations: names(Relations.evolve),
  grades: names(Grade.evolve),
  ownership: names(Ownership.evolve),
  gates: names(Gate.evolve),
  clocks: names(Clock.evolve),
  authority: names(Authority.evolve),
  lifecycle: names(Lifecycle.evolve),
  watch: names(Watch.evolve),
  version: names(Version.evolve),
  messages: names(Message.evolve),
  record: names(Record.evolve)
}

/** Returns the state of a case before its first event. */
export const empty = (id: string): Case => ({
  id,
  version: 0,
  policy: undefined,
  feedback: Feedback.nothing,
  conversation: Conversation.nothing,
  relations: Relations.nothing,
  grades: Grade.nothing,
  ownership: Ownership.nothing,
  gates: Gate.nothing,
  clocks: Clock.nothing,
  authority: Authority.nothing,
  lifecycle: Lifecycle.nothing,
  watch: Watch.nothing,
  messages: Message.nothing,
  record: Record.nothing
})

type Fold = (state: Case, event: CaseEvent) => Case

/**
 * Adds a track's fold table to the case. `on` names the field in the code, which runs twice as fast as a computed key.
 */
const lift = <S>(
  table: Readonly<Record<string, (state: S, event: never) => S>>,
  on: (fold: (state: S, event: CaseEvent) => S) => Fold
): readonly (readonly [string, Fold])[] =>
  Object.entries(table as Readonly<Record<string, (state: S, event: CaseEvent) => S>>).map(([name, fold]) => [
    name,
    on(fold)
  ])

const folds: ReadonlyMap<string, Fold> = new Map([
  ...lift(
    { ...Feedback.evolve },
    (evolve): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, feedback: evolve(c.feedback, e) })
  ),
  ...lift(
    { ...Conversation.evolve },
    (evolve): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, conversation: evolve(c.conversation, e) })
  ),
  ...lift(
    { ...Relations.evolve },
    (evolve): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, relations: evolve(c.relations, e) })
  ),
  ...lift(
    { ...Grade.evolve },
    (evolve): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, grades: evolve(c.grades, e) })
  ),
  ...lift(
    { ...Ownership.evolve },
    (evolve): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, ownership: evolve(c.ownership, e) })
  ),
  ...lift(
    { ...Gate.evolve },
    (evolve): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, gates: evolve(c.gates, e) })
  ),
  ...lift(
    { ...Clock.evolve },
    (evolve): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, clocks: evolve(c.clocks, e) })
  ),
  ...lift(
    { ...Authority.evolve },
    (evolve): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, authority: evolve(c.authority, e) })
  ),
  ...lift(
    { ...Lifecycle.evolve },
    (evolve): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, lifecycle: evolve(c.lifecycle, e) })
  ),
  ...lift(
    { ...Watch.evolve },
    (evolve): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, watch: evolve(c.watch, e) })
  ),
  ...lift(
    { ...Version.evolve },
    (evolve): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, policy: evolve(c.policy, e) })
  ),
  ...lift(
    { ...Message.evolve },
    (evolve): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, messages: evolve(c.messages, e) })
  ),
  ...lift(
    { ...Record.evolve },
    (evolve): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, record: evolve(c.record, e) })
  )
])

/** How an event of one track changes another track. */
const others: { readonly [T in EventName]?: (state: Case, event: EventNamed<T>) => Case } = {
  "case-opened": (c, e) => ({ ...c, policy: e.policy, conversation: Conversation.opened(e) }),
  "facts-recorded": (c, e) => ({ ...c, conversation: Conversation.reached(c.conversation, e) }),
  "customer-wrote": (c, e) => (e.as === "automatic" ? c : { ...c, feedback: Feedback.brought(c.feedback, e) }),
  "feedback-joined": (state, event) => ({
    ...state,
    feedback: Feedback.joined(state.feedback, event),
    relations: Relations.joined(state.relations, event)
  })
}

/** Returns the whole fold of an event: its own track, the other tracks, and the conversation if the customer spoke. */
const whole = ([name, own]: readonly [string, Fold]): readonly [string, Fold] => {
  const other = (others as Readonly<Record<string, Fold | undefined>>)[name]
  const further: Fold = other === undefined ? own : (c, e) => other(own(c, e), e)
  const heard: Fold = (state, event) => {
    const after = further(state, event)
    return isCustomersWord(event) ? { ...after, conversation: Conversation.spoken(after.conversation, event) } : after
  }
  return [name, customersWords.some((word) => word === name) ? heard : further]
}

const wholes: ReadonlyMap<string, Fold> = new Map([...folds].map(whole))

/** Returns the case after an event. An event of a later version of the engine is counted and changes nothing else. */
export const evolve = (state: Case, event: CaseEvent): Case =>
  wholes.get(event.event)?.(state, event) ?? { ...state, version: state.version + 1 }

/**
 * Returns the case after the event with the number `version`. An event that was folded already or is out of order
 * changes nothing.
 */
export const evolveAt = (state: Case, version: number, event: CaseEvent): Case =>
  version === state.version + 1 ? evolve(state, event) : state

/** Returns the state of a case after its events, in their order. */
export const fold = (id: string, events: Iterable<CaseEvent>): Case => {
  let c = empty(id)
  for (const e of events) c = evolve(c, e)
  return c
}

/** Returns the next instant at which a clock of the case has a mark to fire; null if there is none. */
export const due = (state: Case): Instant | null => Clock.due(state.clocks)

/** Returns the promise to the customer that is due next and not kept yet; undefined if there is none. */
export const nextPromise = ({ clocks }: Case, isPromise: (clock: string) => boolean): Clock.ClockState | undefined => {
  let nearest: Clock.ClockState | undefined
  for (const name in clocks) {
    const { [name]: clock } = clocks
    if (!Clock.live(clock) || clock.timer !== undefined || clock.dueAt === null) continue
    if (nearest?.dueAt != null && clock.dueAt >= nearest.dueAt) continue
    if (isPromise(clock.name)) nearest = clock
  }
  return nearest
}

/** The state of a case as lists show it. `expired`: the retention time of its record is over. */
export type Standing = "open" | "customer-loop-closed" | "closed" | "expired"

/** Returns the state of a case as lists show it. */
export const standing = ({ lifecycle, record }: Case): Standing => {
  if (record.expiredAt !== undefined) return "expired"
  if (lifecycle.closedAt !== undefined) return "closed"
  return lifecycle.customerLoop === undefined ? "open" : "customer-loop-closed"
}

/** Returns when the retention time of a closed case ends; null if it is not known or never ends. */
export const keptUntil = ({ clocks: { retention } }: Case): Instant | null =>
  Clock.live(retention) ? retention.dueAt : null
