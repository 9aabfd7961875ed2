/**
 * Reads every case of a store for measures: the unencrypted parts of its events, and the whole of requested events.
 */
import { setImmediate as nextTurn } from "node:timers/promises"
import type { Bundle, Case, Policy } from "@hearback/core"
import { defined } from "@hearback/core"
import {
  type ClearEvent,
  decodeClear,
  type Engine,
  EventType,
  isRecordError,
  type StoredEvent,
  Stream,
  type StreamHistory,
  type TextFingerprint
} from "@hearback/engine"
import {
  type FactEvent,
  isFactEvent,
  isRead,
  type KnownCase,
  knownBefore,
  makeStory,
  type PinnedEvent,
  type Story,
  saysFacts,
  textFactsOf,
  withTextNumbers
} from "@hearback/insight"

/** Events that record facts. */
const withFacts = [
  "case-opened",
  "facts-recorded",
  "feedback-joined",
  "gate-evidence-shown",
  "gate-passed"
] as const satisfies readonly Case.EventName[]

/** Returns the events that are decrypted in order to name the value of a fact, because it can be free text. */
const opensFact = ({ facts }: Bundle.Bundle, name: string): readonly Case.EventName[] =>
  Object.hasOwn(facts, name) && facts[name]?.type._tag === "Text" ? withFacts : []

/** Returns the events that are decrypted in order to name what cases have in common. */
export const opensFacts = ({ bundle }: Policy.Policy): readonly Case.EventName[] =>
  bundle.problems.same.some((name) => opensFact(bundle, name).length > 0) ? withFacts : []

/** How cases are read. */
export interface StoryOptions {
  /** The end of a period: cases are also returned as known by then. Without it, only as known now. */
  readonly end?: number
  /** Events with these names are read with their encrypted parts. */
  readonly opened?: readonly Case.EventName[]
  /** Whether to read events that no measure uses. */
  readonly whole?: boolean
}

/**
 * Yields the cases of the store one after the other, each with its events. Nothing of a case is kept after the next
 * one is requested.
 */
async function* eachCase(
  engine: Engine,
  reading: StoryOptions = {}
): AsyncGenerator<KnownCase<Story>, void, undefined> {
  const { store, tenant } = engine
  const { end = Number.POSITIVE_INFINITY, opened = [] } = reading
  let after = Stream.ofCase("")
  for (;;) {
    const page: readonly StreamHistory<ClearEvent | StoredEvent>[] =
      opened.length === 0
        ? await store.clearHistories(tenant, after, pageSize)
        : await store.histories(tenant, after, pageSize)
    for (const history of page) {
      const id = Stream.caseIn(history.stream)
      // Events of one case come one after the other.
      if (id === undefined) return
      yield await knownCase(engine, id, await recordOf(engine, history, reading), end)
    }
    const last = page.at(-1)
    if (last === undefined) return
    // A store that answers synchronously would block all other work of the process.
    await nextTurn()
    after = last.stream
  }
}

/** Returns one case of the store. */
export const theCase = async (engine: Engine, id: string, reading: StoryOptions): Promise<KnownCase<Story>> => {
  const stream = Stream.ofCase(id)
  const { events } = await engine.store.load({ tenant: engine.tenant, stream })
  return knownCase(
    engine,
    id,
    await recordOf(engine, { stream, events }, reading),
    reading.end ?? Number.POSITIVE_INFINITY
  )
}

/**
 * Returns the events of a case from which its row is made, each with the policy version that the case had then. Free
 * texts of facts are decrypted, and only their numbers are returned.
 */
export const rowRecordOf = async (
  engine: Engine,
  { stream, events: stored }: StreamHistory<ClearEvent | StoredEvent>,
  numbering: () => Promise<TextFingerprint>
): Promise<readonly PinnedEvent[]> => {
  const { policies, store, tenant } = engine
  const record: PinnedEvent[] = []
  let pin: Pin = {}
  let policy = await policies.of(undefined, undefined)
  let whole: readonly StoredEvent[] | undefined
  for (const one of stored) {
    const { name } = EventType.parse(one.type)
    let event = isRead(name) ? decodeClear("case", one, stream) : undefined
    const next = event === undefined ? pin : pinBehind(pin, event)
    if (next !== pin) policy = await policies.of(next.content, next.calendars)
    pin = next
    const texts = event !== undefined && isFactEvent(event) ? textFactsOf(policy) : []
    if (event !== undefined && isFactEvent(event) && texts.length > 0) {
      whole ??= isWhole(stored) ? stored : (await store.load({ tenant, stream })).events
      const opened = await openedFacts(engine, whole, one.version)
      if (opened !== undefined) event = withTextNumbers(event, opened, texts, await numbering())
    }
    record.push(defined({ name, at: one.at, recordedAt: one.recordedAt, event, policy }))
  }
  return record
}

const isWhole = (stored: readonly (ClearEvent | StoredEvent)[]): stored is readonly StoredEvent[] =>
  stored.every((one) => "position" in one)

/** Treats a damaged event like an erased one, so that figures do not wait until the record is repaired. */
const openedFacts = async (
  { cases }: Engine,
  stored: readonly StoredEvent[],
  version: number
): Promise<FactEvent | undefined> => {
  const found = stored.find((one) => one.version === version)
  try {
    const event = found && (await cases.decodeEvent(found))
    return event !== undefined && isFactEvent(event) ? event : undefined
  } catch (cause) {
    if (isRecordError(cause)) return undefined
    throw cause
  }
}

/** Returns a text of a case by its number in rows; undefined if nobody can decrypt it any more. */
export const textIn = async (
  engine: Engine,
  id: string,
  fact: string,
  isIt: (text: string) => boolean
): Promise<string | undefined> => {
  const { events } = await engine.store.load({ tenant: engine.tenant, stream: Stream.ofCase(id) })
  for (const { type, version } of events) {
    const { name } = EventType.parse(type)
    const value = saysFacts(name) ? (await openedFacts(engine, events, version))?.facts[fact] : undefined
    if (value !== undefined && isIt(String(value))) return String(value)
  }
  return undefined
}

/** Returns the events of a case that a story needs, and the instants at which all its events were known. */
interface CaseRecord {
  readonly events: readonly { readonly event: Case.CaseEvent; readonly place: number }[]
  readonly all: readonly Recorded[]
}

type Recorded = Parameters<typeof knownBefore>[0][number]

const recordOf = async (
  { cases }: Engine,
  { stream, events: stored }: StreamHistory<ClearEvent | StoredEvent>,
  { opened = [], whole = false }: StoryOptions
): Promise<CaseRecord> => {
  const events: { readonly event: Case.CaseEvent; readonly place: number }[] = []
  const all: Recorded[] = []
  for (const one of stored) {
    const { name } = EventType.parse(one.type)
    const place = all.push({ name, at: one.at, recordedAt: one.recordedAt }) - 1
    if (!whole && !isRead(name)) continue
    const isOpened = "sealed" in one && opened.some((each) => each === name)
    events.push({ event: isOpened ? await cases.decodeEvent(one) : decodeClear("case", one, stream), place })
  }
  return { events, all }
}

const knownCase = async (
  engine: Engine,
  id: string,
  { events, all }: CaseRecord,
  end: number
): Promise<KnownCase<Story>> => {
  const storyUntil = async (known: number): Promise<Story> => {
    const some = known === all.length ? events : events.filter(({ place }) => place < known)
    return storyOf(
      engine,
      id,
      some.map(({ event }) => event)
    )
  }
  const now = await storyUntil(all.length)
  const [first] = events
  const isHistory = first?.event.event === "case-opened" && first.event.receipt.history !== undefined
  const known = end === Number.POSITIVE_INFINITY ? all.length : knownBefore(all, isHistory, end)
  if (known === all.length) return { atEnd: now, now }
  return { atEnd: known === 0 ? undefined : await storyUntil(known), now }
}

const storyOf = async ({ policies }: Engine, id: string, events: readonly Case.CaseEvent[]): Promise<Story> => {
  const { content, calendars } = pinOf(events)
  return makeStory({ id, policy: await policies.of(content, calendars), events })
}

/** The number of cases that are read at once. */
const pageSize = 200

/** Returns every case of a store with few cases. */
export const storiesOf = async (engine: Engine): Promise<readonly Story[]> => {
  const stories: Story[] = []
  for await (const { now } of eachCase(engine)) stories.push(now)
  return stories
}

/** Returns the version that a case has: the one it was opened with, or the one to which it was moved. */
interface Pin {
  readonly content?: string
  readonly calendars?: string
}

const pinOf = (events: readonly Case.CaseEvent[]): Pin => events.reduce(pinBehind, {})

const pinBehind = (pin: Pin, event: Case.CaseEvent): Pin => {
  if (event.event === "case-opened" || event.event === "policy-moved") return event.policy
  return event.event === "calendars-moved" ? { ...pin, calendars: event.calendars } : pin
}
