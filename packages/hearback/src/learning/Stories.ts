/** Every case of a store as measures read it: from the clear parts of its events, and from the whole of those asked for. */
import { setImmediate as nextTurn } from "node:timers/promises"
import type { Bundle, Case, Policy } from "@hearback/core"
import {
  type ClearEvent,
  decodeClear,
  type Engine,
  EventType,
  type History,
  type StoredEvent,
  Stream
} from "@hearback/engine"
import { type KnownCase, knownBefore, makeStory, type RecordedEvent, type Story } from "@hearback/insight"

/** Events that bring facts. */
const withFacts = [
  "case-opened",
  "facts-recorded",
  "feedback-joined",
  "gate-evidence-shown",
  "gate-passed"
] as const satisfies readonly Case.EventName[]

/** Returns the events that are opened so that the value of a fact can be named: it may be free text. */
export const opensFact = ({ facts }: Bundle.Bundle, name: string): readonly Case.EventName[] =>
  Object.hasOwn(facts, name) && facts[name]?.type._tag === "Text" ? withFacts : []

/** Returns the events that are opened so that what cases have in common can be named. */
export const opensFacts = ({ bundle }: Policy.Policy): readonly Case.EventName[] =>
  bundle.problems.same.some((name) => opensFact(bundle, name).length > 0) ? withFacts : []

/** How cases are read. */
export interface Reading {
  /** The end of a period: cases are given as they were known by then, too. Without it there is one knowledge, that of now. */
  readonly end?: number
  /** Events of these names are read with what is sealed of them. */
  readonly opened?: readonly Case.EventName[]
}

/**
 * Gives the cases of the store one after the other, each with what happened to it. Nothing is kept of a case once the next
 * one is asked for.
 */
export async function* eachCase(
  engine: Engine,
  { end = Number.POSITIVE_INFINITY, opened = [] }: Reading = {}
): AsyncGenerator<KnownCase, void, undefined> {
  for await (const { id, record } of eachRecord(engine, opened)) {
    const now = await storyOf(engine, id, record)
    const known = end === Number.POSITIVE_INFINITY ? record.length : knownBefore(record, end)
    if (known === record.length) yield { atEnd: now, now }
    else yield { atEnd: known === 0 ? undefined : await storyOf(engine, id, record.slice(0, known)), now }
  }
}

interface CaseRecord {
  readonly id: string
  readonly record: readonly RecordedEvent[]
}

async function* eachRecord(
  engine: Engine,
  opened: readonly Case.EventName[]
): AsyncGenerator<CaseRecord, void, undefined> {
  const isOpened = (stored: ClearEvent | StoredEvent): stored is StoredEvent =>
    "sealed" in stored && opened.some((name) => EventType.parse(stored.type).name === name)
  const { store, tenant, cases } = engine
  let after = Stream.ofCase("")
  for (;;) {
    const page: readonly History<ClearEvent | StoredEvent>[] =
      opened.length === 0
        ? await store.clearHistories(tenant, after, pageSize)
        : await store.histories(tenant, after, pageSize)
    for (const { stream, events: stored } of page) {
      const id = Stream.caseIn(stream)
      // Names of cases stand together.
      if (id === undefined) return
      const record: RecordedEvent[] = []
      for (const one of stored)
        record.push({
          event: isOpened(one) ? await cases.decodeEvent(one) : decodeClear("case", { ...one, stream }),
          recordedAt: one.recordedAt
        })
      yield { id, record }
    }
    const last = page.at(-1)
    if (last === undefined) return
    // A store that answers at once would keep everybody else in the process waiting.
    await nextTurn()
    after = last.stream
  }
}

const storyOf = async ({ policies }: Engine, id: string, record: readonly RecordedEvent[]): Promise<Story> => {
  const events = record.map(({ event }) => event)
  const { content, calendars } = pinOf(events)
  return makeStory({ id, policy: await policies.of(content, calendars), events })
}

/** Units: cases. */
const pageSize = 200

/** Returns every case of a store that has few. */
export const storiesOf = async (engine: Engine): Promise<readonly Story[]> => {
  const stories: Story[] = []
  for await (const { now } of eachCase(engine)) stories.push(now)
  return stories
}

/** What a case is pinned to: what it was opened under, or was moved to since. */
const pinOf = (events: readonly Case.CaseEvent[]): { readonly content?: string; readonly calendars?: string } => {
  let pin: { readonly content?: string; readonly calendars?: string } = {}
  for (const event of events) {
    if (event.event === "case-opened" || event.event === "policy-moved") pin = event.policy
    if (event.event === "calendars-moved") pin = { ...pin, calendars: event.calendars }
  }
  return pin
}
