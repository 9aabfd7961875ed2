/**
 * An entry: what one command adds to one stream. Its events share time, actor, command and policy, which are stored
 * once. The rest is one text, and each ciphertext is stored once beside it.
 *
 * Invariant: `eventsOf(shared, textOf(events))` returns the events; neither function depends on whether a key exists.
 */
import { canonical } from "@hearback/core"
import type { ClearEvent, Json, Sealed, SealedEvent } from "../port/Event.ts"

/** The fields that all events of an entry share. */
export type Shared = Pick<SealedEvent, "recordedAt" | "actor" | "command" | "policy">

/** The text of an entry, and its sealed parts. */
export interface EntryText {
  /**
   * The events as one canonical text, a list of `[type, at, clear]`. For an event with a sealed part also its index in
   * `sealed` and, if several values are sealed together, its place there.
   */
  readonly said: string
  /** The sealed parts, in the order in which the events name them. */
  readonly sealed: readonly Sealed[]
}

type Line = readonly [type: string, at: number, clear: Json, part?: number, place?: number]

/** Returns the text of events that are written together.  Errors: throws if they are not of one command. */
export const textOf = (events: readonly SealedEvent[]): EntryText => {
  const [first] = events
  const sealed: Sealed[] = []
  const lines = events.map((event): Line => {
    if (first !== undefined && !isTogether(first, event))
      throw new TypeError("events that are written together are of one command")
    const { type, at, clear, sealed: part } = event
    if (part === undefined) return [type, at, clear]
    const known = sealed.findIndex((one) => isSame(one, part))
    const n = known < 0 ? sealed.push({ customer: part.customer, ciphertext: part.ciphertext }) - 1 : known
    return part.place === undefined ? [type, at, clear, n] : [type, at, clear, n, part.place]
  })
  return { said: canonical(lines), sealed }
}

/** Returns whether two events may be in one entry. */
export const isTogether = (one: Shared, other: Shared): boolean =>
  one.recordedAt === other.recordedAt &&
  one.command === other.command &&
  one.actor === other.actor &&
  one.policy === other.policy

const isSame = (one: Sealed, other: Sealed): boolean =>
  one.customer === other.customer &&
  (one.ciphertext === other.ciphertext || Buffer.compare(one.ciphertext, other.ciphertext) === 0)

/** Returns the `count` events of a text. A damaged text gives one event that no check accepts. */
export const eventsOf = (
  { recordedAt, actor, command, policy }: Shared,
  { said, sealed }: EntryText,
  count: number
): readonly SealedEvent[] =>
  linesIn(said, count).map(([type, at, clear, part, place]) => {
    const event = { type, at, recordedAt, actor, command, policy, clear }
    const found = part === undefined ? undefined : sealed[part]
    if (found === undefined) return event
    return { ...event, sealed: place === undefined ? found : { ...found, place } }
  })

/** Returns the clear parts of the events after the version `before`. */
export const clearEventsOf = (
  said: string,
  count: number,
  { before, recordedAt }: { readonly before: number; readonly recordedAt: number }
): readonly ClearEvent[] =>
  linesIn(said, count).map(([type, at, clear], n) => ({ version: before + n + 1, type, at, recordedAt, clear }))

const linesIn = (said: string, count: number): readonly Line[] => {
  const lines = linesOf(said)
  return lines?.length === count ? lines : [["", 0, { unreadable: said }]]
}

const linesOf = (said: string): readonly Line[] | undefined => {
  try {
    const found: unknown = JSON.parse(said)
    return Array.isArray(found) && found.every(isLine) ? found : undefined
  } catch {
    return undefined
  }
}

const isLine = (line: unknown): line is Line =>
  Array.isArray(line) && line.length >= 3 && typeof line[0] === "string" && typeof line[1] === "number"
