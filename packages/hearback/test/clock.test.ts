import { join } from "node:path"
import type { StoredEvent } from "@hearback/engine"
import { Hearback, type Loop, type LoopEvent, memory, orThrow, type Store } from "hearback"
import { describe, expect, it } from "vitest"

const example = join(import.meta.dirname, "../../../examples/first")
const policy = join(example, "first.policy.yaml")
const people = join(example, "people.yaml")
const words = { channel: "phone", customer: "C-17", verbatim: "Third time my invoice is wrong. Unacceptable." }
const hour = 3_600_000
const nine = Date.parse("2026-11-16T01:00:00Z")

const under = async (run: (loop: Loop, set: (to: number) => void, store: Store) => Promise<void>): Promise<void> => {
  let now = nine
  const store = memory()
  const loop = await Hearback.open({ policy, people, store, clock: { now: () => now } })
  const set = (to: number): void => {
    now = to
  }
  await run(loop, set, store)
  await loop.close()
}
const eventsOf = async (loop: Loop, id: string): Promise<readonly LoopEvent[]> => {
  const events: LoopEvent[] = []
  for await (const event of loop.events({ case: id })) events.push(event)
  return events
}
const isInOrder = (instants: readonly Date[]): boolean =>
  instants.every((at, n) => n === 0 || at.getTime() >= (instants[n - 1]?.getTime() ?? 0))

describe("F-T10 · a clock that is set back", () => {
  it("an hour: events of a case never precede the last one, and tell how far the clock was behind", () =>
    under(async (loop, set) => {
      const desk = loop.for({ actor: { id: "agent-7" } })
      const { case: id } = await loop.submit(words)
      orThrow(await desk.execute(id, { do: "note", text: "before" }))
      set(nine - hour)
      orThrow(await desk.execute(id, { do: "pass", gate: "acknowledged" }))
      orThrow(await desk.execute(id, { do: "compensate", amount: 5, reason: "stamps" }))
      await loop.tick()
      const events = await eventsOf(loop, id)
      expect(isInOrder(events.map(({ recordedAt }) => recordedAt))).toBe(true)
      expect(isInOrder(events.map(({ at }) => at))).toBe(true)
      const late = events.filter(({ event }) => event === "gate-passed" || event === "authority-used")
      expect(late.length).toBeGreaterThan(0)
      for (const { recordedAt, body } of late) {
        expect(recordedAt).toEqual(new Date(nine))
        expect(body["clockBehind"]).toBe(hour)
      }
      expect(events[0]?.body["clockBehind"]).toBeUndefined()
      expect(await loop.verify()).toMatchObject({ ok: true })
    }))

  it("other cases follow the clock, also after it is correct again", () =>
    under(async (loop, set) => {
      const desk = loop.for({ actor: { id: "agent-7" } })
      const { case: id } = await loop.submit(words)
      set(nine - hour)
      const { case: other } = await loop.submit({ ...words, customer: "C-18" })
      expect((await eventsOf(loop, other))[0]?.recordedAt).toEqual(new Date(nine - hour))
      set(nine + hour)
      orThrow(await desk.execute(id, { do: "note", text: "after" }))
      const last = (await eventsOf(loop, id)).find(({ event }) => event === "note-added")
      expect(last).toMatchObject({ recordedAt: new Date(nine + hour) })
      expect(last?.body["clockBehind"]).toBeUndefined()
    }))

  it("a person's authority, surveys of a customer and arrivals stay in order, too", () =>
    under(async (loop, set, store) => {
      const desk = loop.for({ actor: { id: "agent-7" } })
      const [a, b] = [await loop.submit(words), await loop.submit({ ...words, customer: "C-18" })]
      orThrow(await desk.execute(a.case, { do: "compensate", amount: 5, reason: "stamps" }))
      await loop.customers.set("C-17", { questions: "refused" })
      set(nine - hour)
      orThrow(await desk.execute(b.case, { do: "compensate", amount: 5, reason: "stamps" }))
      await loop.customers.set("C-17", { questions: "welcome" })
      const parked = await loop.submit({ channel: "phone" }, { key: "silent" })
      set(nine - 2 * hour)
      expect(await loop.quarantine.release(parked.case, words)).toMatchObject({ outcome: "opened" })
      const { events } = await store.events.read("default", null, 1_000)
      const streams = new Map<string, StoredEvent[]>()
      for (const event of events) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event])
      for (const [stream, all] of streams)
        expect([stream, isInOrder(all.map(({ recordedAt }) => new Date(recordedAt)))]).toEqual([stream, true])
      const behind = events.filter(({ clear }) => (clear as { clockBehind?: number }).clockBehind !== undefined)
      expect(new Set(behind.map(({ stream }) => stream.split("/")[0]))).toEqual(
        new Set(["case", "authority", "asked", "intake"])
      )
    }))

  it("an arrival that one machine received and another with a slower clock decides", async () => {
    const store = memory()
    const open = (now: number, events: Store["events"]): Promise<Loop> =>
      Hearback.open({ policy, people, store: { ...store, events }, clock: { now: () => now } })
    const behind = await open(nine - hour, store.events)
    let appends = 0
    const append: Store["events"]["append"] = async (unit) => {
      appends += 1
      if (appends > 1) throw new Error("the machine is gone")
      return store.events.append(unit)
    }
    const gone = await open(nine, { ...store.events, append })
    await gone.submit(words, { key: "mail-1" }).catch(() => undefined)
    expect(await behind.submit(words, { key: "mail-1" })).toMatchObject({ outcome: "opened" })
    const { events } = await store.events.read("default", null, 1_000)
    const arrival = events.filter(({ stream }) => stream.startsWith("intake/"))
    expect(arrival.map(({ recordedAt }) => recordedAt)).toEqual([nine, nine])
  })
})
