/**
 * Compares messages of the outbox with the events from which they follow. A delivered message has no row any more, so a
 * deleted row is noticed only if a gate still waits for its message.
 */
import { type Case, defined } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"
import { outboxOf } from "../decide/CaseTransaction.ts"
import { queuedMessage } from "../decide/QueuedMessage.ts"
import { isJoined, join, partsOf } from "../deliver/JoinedMessage.ts"
import * as EventType from "../name/EventType.ts"
import * as MessageId from "../name/MessageId.ts"
import * as Stream from "../name/Stream.ts"
import type { StoredEvent } from "../port/Event.ts"
import type { FiledRow, OutboxMessage } from "../port/EventStore.ts"
import { isBody } from "../record/clear/Split.ts"
import { decode, decodeClear } from "../record/EventCodec.ts"
import { recipientOf } from "./Recipient.ts"
import { compared, type RowFault, unexpected } from "./RowFault.ts"

/** The audit of messages in the outbox. */
export interface LetterAudit {
  /** Checks the messages of a case, by its state after the unit of each event and its present state. */
  ofCase(
    state: Case.Case,
    events: readonly StoredEvent[],
    after: readonly Case.Case[]
  ): AsyncGenerator<RowFault, void, undefined>
  /** Checks a question to a customer or a command of a problem: only the recipient and the sealed part are known. */
  ofOther(stream: string, events: readonly StoredEvent[]): Generator<RowFault, void>
  /** Leaves out the messages of a stream that changes during the audit. */
  skip(stream: string): void
  /** Checks messages of no event and joined messages, once every stream was checked. */
  rest(): Generator<RowFault, void>
}

interface Letter {
  readonly filed: FiledRow<"message">
  readonly id: MessageId.MessageId
}

/** A message into which several notices were joined, with what the events say of each. */
interface Joined {
  readonly filed: FiledRow<"message">
  readonly message: OutboxMessage
  readonly expected: (OutboxMessage | undefined)[]
  /** Whether one of its streams changes during the audit. */
  isMoving: boolean
}

interface Part {
  readonly of: Joined
  readonly place: number
  readonly id: MessageId.MessageId
}

/** Makes the audit of the messages in the outbox. */
export const makeLetterAudit = (context: EngineContext, kept: Iterable<FiledRow<"message">>): LetterAudit => {
  const letters = new Map<string, Letter[]>()
  const parts = new Map<string, Part[]>()
  const joined: Joined[] = []
  const strays: string[] = []
  for (const filed of kept) {
    const id = MessageId.parse(filed.key)
    if (id !== undefined) add(letters, id, { filed, id })
    else if (filed.row !== null && isJoined(filed.row)) {
      const of: Joined = { filed, message: filed.row, expected: [], isMoving: false }
      joined.push(of)
      for (const [place, part] of partsOf(filed.row).entries()) {
        of.expected.push(undefined)
        const partId = MessageId.parse(part.id)
        if (partId !== undefined) add(parts, partId, { of, place, id: partId })
      }
    } else strays.push(filed.key)
  }
  const take = <T>(all: Map<string, T[]>, stream: string): readonly T[] => {
    const found = all.get(stream) ?? []
    all.delete(stream)
    return found
  }

  async function* ofCase(
    state: Case.Case,
    events: readonly StoredEvent[],
    after: readonly Case.Case[]
  ): AsyncGenerator<RowFault, void, undefined> {
    const stream = Stream.ofCase(state.id)
    const expectedOf = async ({ version, index }: MessageId.MessageId): Promise<OutboxMessage | undefined> => {
      const [stored, then] = [events[version - 1], after[version - 1]]
      if (stored === undefined || then === undefined) return undefined
      const event = await decode(context.keys, "case", stored)
      return outboxOf(then, event, stored, { version, now: stored.recordedAt })[index]
    }
    const mine = take(letters, stream)
    for (const { filed, id } of mine) yield* compared("message", filed.key, await expectedOf(id), filed)
    for (const { of, place, id } of take(parts, stream)) of.expected[place] = await expectedOf(id)
    const there = new Set(mine.map(({ filed }) => filed.key))
    for (const [n, stored] of events.entries()) {
      const event = decodeClear("case", stored, stored.stream)
      if (event.event !== "message-queued" || !Object.hasOwn(state.messages.underway, event.id)) continue
      const expected = await expectedOf({ stream: { kind: "case", id: state.id }, version: n + 1, index: 0 })
      if (expected !== undefined && !there.has(expected.id))
        yield* compared("message", expected.id, expected, undefined)
    }
  }

  function* ofOther(stream: string, events: readonly StoredEvent[]): Generator<RowFault, void> {
    for (const { filed, id } of take(letters, stream)) {
      const { key, row } = filed
      const stored = events[id.version - 1]
      if (stored !== undefined && isQueued(stored)) {
        yield* compared("message", key, queuedMessage(key, stored, stored.recordedAt), filed)
        continue
      }
      const to = recipientOf(id, events)
      if (stored === undefined || to === undefined) yield unexpected("message", key)
      else if (row === null) yield { kind: "row", row: "message", key, reason: "unreadable", fields: [] }
      else yield* compared("message", key, withRecipient(row, to, stored), filed)
    }
    // A notice of an arrival in quarantine may have been joined with others to the same person.
    for (const { of, place, id } of take(parts, stream)) {
      const stored = events[id.version - 1]
      if (stored !== undefined) of.expected[place] = queuedMessage(MessageId.render(id), stored, stored.recordedAt)
    }
  }

  function* rest(): Generator<RowFault, void> {
    for (const key of strays) yield unexpected("message", key)
    for (const left of letters.values()) for (const { filed } of left) yield unexpected("message", filed.key)
    for (const one of joined) if (!one.isMoving) yield* joinedFault(one)
  }

  const skip = (stream: string): void => {
    take(letters, stream)
    for (const { of } of take(parts, stream)) of.isMoving = true
  }

  return { ofCase, ofOther, skip, rest }
}

/** Returns a message with the recipient and the sealed part of its event. */
const withRecipient = ({ sealed: _, ...row }: OutboxMessage, to: string, { sealed }: StoredEvent): OutboxMessage => {
  const body = isBody(row.body) && "to" in row.body ? { ...row.body, to } : row.body
  return { ...row, to, body, ...(row.kind === "message" ? defined({ sealed }) : {}) }
}

/** Returns whether an event contains its whole message, so that the message can be derived from it. */
const isQueued = ({ type }: StoredEvent): boolean => EventType.parse(type).name === "message-queued"

/** Joins a message again from the events of its parts. If the id differs it is another message. */
function* joinedFault({ filed, message, expected }: Joined): Generator<RowFault, void> {
  const found = expected.filter((part) => part !== undefined)
  const [first, ...others] = found
  if (first === undefined || found.length < expected.length) return yield unexpected("message", filed.key)
  const whole = join([first, ...others], message.notBefore)
  if (whole.id === filed.key) return yield* compared("message", filed.key, whole, filed)
  yield unexpected("message", filed.key)
  yield* compared("message", whole.id, whole, undefined)
}

const add = <T>(all: Map<string, T[]>, { stream }: MessageId.MessageId, one: T): void => {
  const name = Stream.render(stream)
  const known = all.get(name)
  if (known === undefined) all.set(name, [one])
  else known.push(one)
}
