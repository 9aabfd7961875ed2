/**
 * A message as a row. A message that equals its event is stored without content, since the event is found by the
 * message's id. Any other, such as a command or several joined notices, is stored completely.
 */
import { canonical } from "@hearback/core"
import {
  type Json,
  MessageId,
  type OutboxMessage,
  queuedMessage,
  type SealedEvent,
  type SealedPart,
  Stream,
  type Unit
} from "@hearback/engine"
import { bytes, has, json, text } from "./RowDecoding.ts"
import type { SqlRow, SqlValue } from "./SqlProgram.ts"
import type { InsertTarget } from "./TableInserts.ts"

/** The table of messages. */
export const messages: InsertTarget = {
  table: "hearback_outbox",
  columns: ["tenant", "id", "lane", "body", "customer", "sealed", "not_before", "trace"],
  onMeeting: "ON CONFLICT DO NOTHING"
}

/** The columns from which a message is read. */
export const messageColumns = "tenant, id, lane, body, customer, sealed, trace"

/** Returns the stream and version of a message's event, by the message's id. */
export const placeOf = (id: string): { readonly stream: string; readonly version: number } | undefined => {
  const found = MessageId.parse(id)
  return found && { stream: Stream.render(found.stream), version: found.version }
}

/** Returns the row of a message. `said`: the message of the event alone, if there is one. */
export const messageValues = (
  tenant: string,
  message: OutboxMessage,
  said: OutboxMessage | undefined
): readonly SqlValue[] => {
  const { id, lane, sealed, notBefore, trace = null, ...rest } = message
  if (said !== undefined) return [tenant, id, said.lane, null, null, null, notBefore, trace]
  const body = canonical({ ...rest, notBefore, place: sealed?.place })
  return [tenant, id, lane, body, sealed?.customer ?? null, sealed?.ciphertext ?? null, notBefore, trace]
}

/** Returns the rows of a unit's messages. */
export const messagesOfUnit = ({ tenant, writes, outbox }: Unit): readonly (readonly SqlValue[])[] =>
  outbox.map((message) => {
    const place = placeOf(message.id)
    const write = writes.find(({ stream }) => stream === place?.stream)
    const event = place && write?.events[place.version - write.expected - 1]
    return messageValues(tenant, message, event !== undefined && isSaidBy(message, event) ? message : undefined)
  })

/** Returns the message that an event alone gives. */
export const messageOfEvent = (id: string, event: SealedEvent): OutboxMessage =>
  queuedMessage(id, event, event.recordedAt)

/** Returns the message of a row that contains it completely. */
export const messageInRow = (row: SqlRow): OutboxMessage => {
  const { place, ...rest } = json(row, "body") as unknown as Omit<OutboxMessage, "id" | "lane"> & { place?: number }
  const message = { id: text(row, "id"), lane: text(row, "lane"), ...rest }
  if (!has(row, "customer") && !has(row, "sealed")) return message
  const sealed = { customer: text(row, "customer"), ciphertext: bytes(row, "sealed") }
  return { ...message, sealed: place === undefined ? sealed : { ...sealed, place } }
}

/** Returns whether a message equals that of its event. */
export const isSaidBy = (message: OutboxMessage, event: SealedEvent): boolean => {
  if (message.kind !== "message" || typeof event.clear !== "object" || event.clear === null) return false
  const said = messageOfEvent(message.id, event)
  return (
    said.lane === message.lane &&
    said.to === message.to &&
    said.channel === message.channel &&
    said.notBefore === message.notBefore &&
    isSamePart(said.sealed, message.sealed) &&
    isSameBody(said.body, message.body)
  )
}

const isSamePart = (one: SealedPart | undefined, other: SealedPart | undefined): boolean =>
  one === undefined || other === undefined
    ? one === other
    : one.customer === other.customer &&
      one.place === other.place &&
      (one.ciphertext === other.ciphertext || Buffer.compare(one.ciphertext, other.ciphertext) === 0)

const isSameBody = (one: Json, other: Json): boolean => {
  const [ours, theirs] = [one, other] as readonly Readonly<Record<string, Json>>[]
  if (typeof theirs !== "object" || theirs === null || ours === undefined) return false
  const names = Object.keys(ours)
  return (
    names.length === Object.keys(theirs).length &&
    names.every((name) => {
      const [is, should] = [ours[name], theirs[name]]
      return is === should || (is !== undefined && should !== undefined && canonical(is) === canonical(should))
    })
  )
}
