/**
 * An entry: what one command adds to one stream. Its events share who, when, by which command and under which policy, so
 * that is said once; the rest is one text, and what is sealed stands beside it, each ciphertext once.
 * Invariant: `eventsOf(shared, textOf(events))` are the events, and neither knows whether a key still exists.
 */
import { canonical } from "@hearback/core"
import type { ClearEvent, Json, Sealed, SealedEvent } from "../port/Event.ts"

/** What all events of an entry share. */
export type Shared = Pick<SealedEvent, "recordedAt" | "actor" | "command" | "policy">

export interface EntryText {
  /**
   * The events as one canonical text, a list of `[type, at, clear]`; of one with a sealed part also which of `sealed` that
   * is and, where several values are sealed together, its place in it.
   */
  readonly said: string
  /** In the order in which the events first name them. */
  readonly sealed: readonly Sealed[]
}

type Line = readonly [type: string, at: number, clear: Json, part?: number, place?: number]

/** Returns the text of events that are written together.  Errors: throws where they are not of one command. */
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

/** Whether two events may stand in one entry. */
export const isTogether = (one: Shared, other: Shared): boolean =>
  one.recordedAt === other.recordedAt &&
  one.command === other.command &&
  one.actor === other.actor &&
  one.policy === other.policy

const isSame = (one: Sealed, other: Sealed): boolean =>
  one.customer === other.customer &&
  (one.ciphertext === other.ciphertext || Buffer.compare(one.ciphertext, other.ciphertext) === 0)

/** Returns the events of a text that has so many; what is damaged becomes one event that no check takes for them. */
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

/** Returns the same as far as it is clear, of events that stand behind the version `before`. */
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
