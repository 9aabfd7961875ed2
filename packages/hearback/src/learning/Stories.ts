/** Every case of a store as measures read it: from the clear parts of its events, and from the whole of those asked for. */
import type { Bundle, Case, Policy } from "@hearback/core"
import { decodeClear, type Engine, type StoredEvent, Stream } from "@hearback/engine"
import { makeStory, type Story } from "@hearback/insight"

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

/** Returns every case of the store with what happened to it; events of the names in `opened` with what is sealed of them. */
export const storiesOf = async (engine: Engine, opened: readonly Case.EventName[] = []): Promise<readonly Story[]> => {
  const isOpened = (stored: StoredEvent): boolean =>
    stored.sealed !== undefined && opened.some((name) => decodeClear(stored).event === name)
  const logs = new Map<string, Case.CaseEvent[]>()
  for (let after: number | null = null; ; ) {
    const page = await engine.store.read(engine.tenant, after, 500)
    if (page.events.length === 0) break
    for (const stored of page.events) {
      const id = Stream.caseIn(stored.stream)
      if (id === undefined) continue
      const event = isOpened(stored) ? await engine.cases.decodeEvent(stored) : decodeClear(stored)
      const log = logs.get(id)
      if (log === undefined) logs.set(id, [event])
      else log.push(event)
    }
    after = page.next
  }
  const stories: Story[] = []
  for (const [id, events] of logs) {
    const { content, calendars } = pinOf(events)
    stories.push(makeStory({ id, policy: await engine.policies.of(content, calendars), events }))
  }
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
