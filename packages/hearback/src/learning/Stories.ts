/** Every case of a store as measures read it, from the clear parts of its events. */
import type { Case } from "@hearback/core"
import { decodeClear, type Engine, Stream } from "@hearback/engine"
import { makeStory, type Story } from "@hearback/insight"

/** Returns every case of the store with what happened to it. */
export const storiesOf = async (engine: Engine): Promise<readonly Story[]> => {
  const logs = new Map<string, Case.CaseEvent[]>()
  for (let after: number | null = null; ; ) {
    const page = await engine.store.read(engine.tenant, after, 500)
    if (page.events.length === 0) break
    for (const stored of page.events) {
      const id = Stream.caseIn(stored.stream)
      if (id === undefined) continue
      const log = logs.get(id)
      if (log === undefined) logs.set(id, [decodeClear(stored)])
      else log.push(decodeClear(stored))
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
