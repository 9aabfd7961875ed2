/** Every case of a store as measures read it: from the clear parts of its events, and from the whole of those asked for. */
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

/** Events that bring facts. */
const withFacts = [
  "case-opened",
  "facts-recorded",
  "feedback-joined",
  "gate-evidence-shown",
  "gate-passed"
] as const satisfies readonly Case.EventName[]

/** Returns the events that are opened so that the value of a fact can be named: it may be free text. */
const opensFact = ({ facts }: Bundle.Bundle, name: string): readonly Case.EventName[] =>
  Object.hasOwn(facts, name) && facts[name]?.type._tag === "Text" ? withFacts : []

/** Returns the events that are opened so that what cases have in common can be named. */
export const opensFacts = ({ bundle }: Policy.Policy): readonly Case.EventName[] =>
  bundle.problems.same.some((name) => opensFact(bundle, name).length > 0) ? withFacts : []

/** How cases are read. */
export interface StoryOptions {
  /** The end of a period: cases are given as they were known by then, too. Without it there is one knowledge, that of now. */
  readonly end?: number
  /** Events of these names are read with what is sealed of them. */
  readonly opened?: readonly Case.EventName[]
  /** Events that no measure reads are read as well. */
  readonly whole?: boolean
}

/**
 * Gives the cases of the store one after the other, each with what happened to it. Nothing is kept of a case once the next
 * one is asked for.
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
      // Names of cases stand together.
      if (id === undefined) return
      yield await knownCase(engine, id, await recordOf(engine, history, reading), end)
    }
    const last = page.at(-1)
    if (last === undefined) return
    // A store that answers at once would keep everybody else in the process waiting.
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
 * Returns the events of a case as its row is made of them, each with the policy that the case is pinned to behind it. Free
 * texts of facts are sealed: they are opened, and only their numbers are given.
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

/** What is damaged says nothing, as after erasure: figures do not wait for a record to be mended. */
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

/** Returns a text of a case by the number that rows have of it; undefined where nobody can read it any more. */
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

/** The events of a case that a story needs, and of all events what tells when they were known. */
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

/** Units: cases. */
const pageSize = 200

/** Returns every case of a store that has few. */
export const storiesOf = async (engine: Engine): Promise<readonly Story[]> => {
  const stories: Story[] = []
  for await (const { now } of eachCase(engine)) stories.push(now)
  return stories
}

/** What a case is pinned to: what it was opened under, or was moved to since. */
interface Pin {
  readonly content?: string
  readonly calendars?: string
}

const pinOf = (events: readonly Case.CaseEvent[]): Pin => events.reduce(pinBehind, {})

const pinBehind = (pin: Pin, event: Case.CaseEvent): Pin => {
  if (event.event === "case-opened" || event.event === "policy-moved") return event.policy
  return event.event === "calendars-moved" ? { ...pin, calendars: event.calendars } : pin
}
