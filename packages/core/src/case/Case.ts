/**
 * The record of one loop, folded from its events: a product of small tracks that know each other only through events.
 *
 * `evolve` is total: it needs no policy, and an event for a thing that is not there changes nothing.
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

export type EventName = keyof Bodies
export type CaseEvent = EventOf<Bodies>
export type EventNamed<T extends EventName> = EventOf<Bodies, T>

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

/** The events of each track. What an event means to another track as well is in `others`. */
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

/** A case that nothing has happened to yet. */
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

type Fold = (c: Case, e: CaseEvent) => Case

/** Puts a track's table onto the case; `on` spells the field out, twice as fast as a computed key. */
const lift = <S>(
  table: Readonly<Record<string, (s: S, e: never) => S>>,
  on: (fold: (s: S, e: CaseEvent) => S) => Fold
): readonly (readonly [string, Fold])[] =>
  Object.entries(table as Readonly<Record<string, (s: S, e: CaseEvent) => S>>).map(([name, fold]) => [name, on(fold)])

const folds: ReadonlyMap<string, Fold> = new Map([
  ...lift(
    { ...Feedback.evolve },
    (f): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, feedback: f(c.feedback, e) })
  ),
  ...lift(
    { ...Conversation.evolve },
    (f): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, conversation: f(c.conversation, e) })
  ),
  ...lift(
    { ...Relations.evolve },
    (f): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, relations: f(c.relations, e) })
  ),
  ...lift(
    { ...Grade.evolve },
    (f): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, grades: f(c.grades, e) })
  ),
  ...lift(
    { ...Ownership.evolve },
    (f): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, ownership: f(c.ownership, e) })
  ),
  ...lift(
    { ...Gate.evolve },
    (f): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, gates: f(c.gates, e) })
  ),
  ...lift(
    { ...Clock.evolve },
    (f): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, clocks: f(c.clocks, e) })
  ),
  ...lift(
    { ...Authority.evolve },
    (f): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, authority: f(c.authority, e) })
  ),
  ...lift(
    { ...Lifecycle.evolve },
    (f): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, lifecycle: f(c.lifecycle, e) })
  ),
  ...lift(
    { ...Watch.evolve },
    (f): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, watch: f(c.watch, e) })
  ),
  ...lift(
    { ...Version.evolve },
    (f): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, policy: f(c.policy, e) })
  ),
  ...lift(
    { ...Message.evolve },
    (f): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, messages: f(c.messages, e) })
  ),
  ...lift(
    { ...Record.evolve },
    (f): Fold =>
      (c, e) => ({ ...c, version: c.version + 1, record: f(c.record, e) })
  )
])

/** What an event of one track means to another one. */
const others: { readonly [T in EventName]?: (c: Case, e: EventNamed<T>) => Case } = {
  "case-opened": (c, e) => ({ ...c, policy: e.policy, conversation: Conversation.opened(e) }),
  "facts-recorded": (c, e) => ({ ...c, conversation: Conversation.reached(c.conversation, e) }),
  "customer-wrote": (c, e) => (e.as === "automatic" ? c : { ...c, feedback: Feedback.brought(c.feedback, e) }),
  "feedback-joined": (c, e) => ({
    ...c,
    feedback: Feedback.joined(c.feedback, e),
    relations: Relations.joined(c.relations, e)
  })
}

/** What an event does to its own track, to others, and to the conversation where it is a word of the customer's. */
const whole = ([name, own]: readonly [string, Fold]): readonly [string, Fold] => {
  const other = (others as Readonly<Record<string, Fold | undefined>>)[name]
  const further: Fold = other === undefined ? own : (c, e) => other(own(c, e), e)
  const heard: Fold = (c, e) => {
    const after = further(c, e)
    return isCustomersWord(e) ? { ...after, conversation: Conversation.spoken(after.conversation, e) } : after
  }
  return [name, customersWords.some((word) => word === name) ? heard : further]
}

const wholes: ReadonlyMap<string, Fold> = new Map([...folds].map(whole))

/** Returns the case after an event. Total: an event of a later version of the engine is counted and otherwise ignored. */
export const evolve = (c: Case, e: CaseEvent): Case => wholes.get(e.event)?.(c, e) ?? { ...c, version: c.version + 1 }

/** Returns the case after the event at `version`; a repeat or a stray changes nothing. */
export const evolveAt = (c: Case, version: number, e: CaseEvent): Case => (version === c.version + 1 ? evolve(c, e) : c)

export const fold = (id: string, events: Iterable<CaseEvent>): Case => {
  let c = empty(id)
  for (const e of events) c = evolve(c, e)
  return c
}

/** Returns the next instant at which time itself is a command, or null: the least mark over all live clocks. */
export const due = (c: Case): Instant | null => Clock.due(c.clocks)

/** Returns the nearest promise to the customer that is still owed, or null. */
export const nextPromise = ({ clocks }: Case, isPromise: (clock: string) => boolean): Clock.Clock | undefined => {
  let nearest: Clock.Clock | undefined
  for (const name in clocks) {
    const { [name]: clock } = clocks
    if (!Clock.live(clock) || clock.timer !== undefined || clock.dueAt === null) continue
    if (nearest?.dueAt != null && clock.dueAt >= nearest.dueAt) continue
    if (isPromise(clock.name)) nearest = clock
  }
  return nearest
}

/** How a case stands as lists show it. `expired`: the time to keep its record is over. */
export type Standing = "open" | "customer-loop-closed" | "closed" | "expired"

export const standing = ({ lifecycle, record }: Case): Standing => {
  if (record.expiredAt !== undefined) return "expired"
  if (lifecycle.closedAt !== undefined) return "closed"
  return lifecycle.customerLoop === undefined ? "open" : "customer-loop-closed"
}

/** Returns when the time to keep the record of a closed case is over; null = that is not known, or never. */
export const keptUntil = ({ clocks: { retention } }: Case): Instant | null =>
  Clock.live(retention) ? retention.dueAt : null
