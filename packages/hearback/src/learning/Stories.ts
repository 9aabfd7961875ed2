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
import { knownBefore, makeStory, type RecordedEvent, type Story } from "@hearback/insight"

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

/**
 * Gives the cases of the store one after the other, each with what happened to it; events of the names in `opened` with
 * what is sealed of them. Nothing is kept of a case once the next one is asked for.
 */
export async function* eachStory(
  engine: Engine,
  opened: readonly Case.EventName[] = []
): AsyncGenerator<Story, void, undefined> {
  for await (const { id, record } of eachRecord(engine, opened)) yield await storyOf(engine, id, record)
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

/** Every case of a store, as it was known at the end of a period and as it is known now. */
export interface ThenAndNow {
  /** Cases that nobody knew of by then are not among them. */
  readonly then: readonly Story[]
  readonly now: readonly Story[]
}

/** Returns every case of the store as it was known before an instant, and as it is known now. */
export const storiesThenAndNow = async (
  engine: Engine,
  end: number,
  opened: readonly Case.EventName[] = []
): Promise<ThenAndNow> => {
  const [then, now]: [Story[], Story[]] = [[], []]
  for await (const { id, record } of eachRecord(engine, opened)) {
    const story = await storyOf(engine, id, record)
    now.push(story)
    const known = knownBefore(record, end)
    if (known > 0) then.push(known === record.length ? story : await storyOf(engine, id, record.slice(0, known)))
  }
  return { then, now }
}

/** Units: cases. */
const pageSize = 200

/** Returns every case of the store, for what has to see all of them at once. */
export const storiesOf = async (engine: Engine, opened: readonly Case.EventName[] = []): Promise<readonly Story[]> => {
  const stories: Story[] = []
  for await (const story of eachStory(engine, opened)) stories.push(story)
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
