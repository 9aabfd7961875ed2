/** Reports of a channel that come late, twice, or about unknown messages: nothing is lost, and nothing throws. */
import type { Channel, Delivery, Outgoing } from "@hearback/engine"
import { describe, expect, it, onTestFinished } from "vitest"
import { type TestLoop, testLoop } from "../../src/testing.ts"
import { makeHosts, minute, mortal, quickChannel, settled } from "./Hosts.ts"

const policy = new URL("../scenario/cases/uk.policy.yaml", import.meta.url).pathname
const feedback = (customer: string) => ({ channel: "email", customer, verbatim: "How do I print it?", kind: "inquiry" })
const bounce = (reason: string): Delivery => ({ delivery: "bounced", reason })
const sent: Delivery = { delivery: "sent" }

/**
 * A loop whose channel answers messages to customers as the test says; the case has one that waits for another try.
 */
const start = async () => {
  let answer: Delivery = { delivery: "deferred", retryAfterMs: 60 * minute }
  const given: Outgoing[] = []
  const channel: Channel = {
    name: "post",
    audiences: ["customer", "staff"],
    needsAddress: false,
    send: async (message) => {
      given.push(message)
      return message.audience === "customer" ? answer : sent
    }
  }
  const loop = await testLoop(policy, { at: "2026-11-16 09:00", channels: [channel] })
  onTestFinished(() => loop.close())
  const { case: id = "" } = await loop.submit(feedback("c-1"))
  expect(await ann(loop).execute(id, { do: "write", text: "We look into it." })).toMatchObject({ ok: true })
  await loop.tick()
  return {
    loop,
    id,
    given,
    /** Sets the channel's answer from now on, and sends. */
    says: async (delivery: Delivery): Promise<void> => {
      answer = delivery
      await loop.advance("2 hours")
      await loop.tick()
    },
    /** Sends again what was given up. */
    again: async (delivery: Delivery): Promise<void> => {
      answer = delivery
      expect(await loop.undelivered.retry((await loop.undelivered.list()).map((one) => one.id))).toBeGreaterThan(0)
      await loop.tick()
    },
    events: async (): Promise<readonly string[]> => (await loop.explain(id)).lines.map(({ event }) => event)
  }
}

const ann = (loop: TestLoop) => loop.for({ actor: { id: "ann" } })
const count = (events: readonly string[], name: string): number => events.filter((event) => event === name).length

/** Returns the record about a message, and what is still open. */
const seen = async ({ loop, id, events }: Awaited<ReturnType<typeof start>>) => {
  const names = await events()
  const [row] = (await loop.list()).items.filter((one) => one.id === id)
  return {
    bounced: count(names, "message-bounced"),
    reopened: count(names, "case-reopened"),
    state: row?.state,
    givenUp: (await loop.undelivered.list()).map(({ reason }) => reason)
  }
}

describe("a bounce after the end of the case", () => {
  const both = ["mailbox full", "mailbox full"]
  const endings: Readonly<Record<string, readonly [(loop: TestLoop, id: string) => Promise<unknown>, object]>> = {
    "was withdrawn": [
      (loop, id) => loop.for({ actor: { customer: "c-1" } }).execute(id, { do: "withdraw" }),
      { bounced: 2, reopened: 0, state: "closed", givenUp: both }
    ],
    "was merged": [
      async (loop, id) => {
        const { case: into = "" } = await loop.submit(feedback("c-2"))
        return ann(loop).execute(id, { do: "merge", into })
      },
      { bounced: 2, reopened: 0, state: "closed" }
    ],
    "was closed": [
      (loop, id) => ann(loop).execute(id, { do: "pass", gate: "told", result: "With the blue button." }),
      { bounced: 3, reopened: 1, state: "open" }
    ],
    "was erased": [
      (loop) => loop.customers.erase("c-1", { by: "max", reason: "asked for", evenIfKept: true }),
      { bounced: 0, reopened: 0, givenUp: ["erased", "erased"] }
    ]
  }
  it.each(Object.entries(endings))(
    "%s: it is recorded, and opens only the gate that the message told",
    async (_, [end, after]) => {
      const world = await start()
      await end(world.loop, world.id)
      await world.says(bounce("mailbox full"))
      expect(await seen(world)).toMatchObject(after)
      const { length } = await world.loop.undelivered.list()
      await world.again(bounce("unknown user"))
      expect(await world.loop.undelivered.list()).toHaveLength(length)
      expect((await world.loop.health()).outbox.waiting).toBe(0)
    }
  )
})

describe("a message that is sent again", () => {
  it("is recorded with both reasons if it comes back again, and the owner is told once", async () => {
    const world = await start()
    await world.says(bounce("mailbox full"))
    await world.again(bounce("unknown user"))
    expect(await seen(world)).toMatchObject({ bounced: 4, givenUp: ["unknown user", "unknown user"] })
    await world.again(bounce("unknown user"))
    expect(await seen(world)).toMatchObject({ bounced: 4 })
    await world.loop.advance("1 day")
    expect(world.given.flatMap(({ text }) => text.match(/was not delivered to the customer/g) ?? [])).toHaveLength(2)
  })

  it("is recorded if it arrives, and nothing is given up any more", async () => {
    const world = await start()
    await world.says(bounce("mailbox full"))
    await world.again(sent)
    expect(count(await world.events(), "message-handed-over")).toBe(2)
    expect(await seen(world)).toMatchObject({ bounced: 2, givenUp: [] })
  })

  it("is not sent a third time if a killed process had already reported the first answer", async () => {
    const answers: readonly (readonly [Delivery, Delivery])[] = [
      [bounce("mailbox full"), bounce("unknown user")],
      [bounce("mailbox full"), sent],
      [sent, bounce("mailbox full")],
      [
        { delivery: "sent", reference: "<1@mail>" },
        { delivery: "sent", reference: "<2@mail>" }
      ]
    ]
    for (const [first, second] of answers) {
      const hosts = makeHosts()
      const life = mortal({
        ...hosts.store,
        settle: async (...given) => {
          if (before.given.length === 0) return hosts.store.settle(...given)
          life.kill()
          throw new Error("killed")
        }
      })
      const before = quickChannel(() => first)
      const after = quickChannel(() => second)
      const a = await hosts.open(before.channel, { store: life.store, delivery: { leaseMs: minute, concurrency: 1 } })
      const b = await hosts.open(after.channel, { delivery: { leaseMs: minute } })
      await hosts.submit(b, "c-1")
      void a.work.tick().catch(() => {})
      await expect.poll(() => before.given.length).toBeGreaterThan(0)
      await settled()
      hosts.passes(2 * minute)
      await b.work.tick()
      const toCustomer = after.given.filter(({ to }) => to.id === "c-1")
      expect(toCustomer).toHaveLength(1)
      expect((await hosts.store.undelivered("default", { state: "failing" })).items).toEqual([])
    }
  })
})
