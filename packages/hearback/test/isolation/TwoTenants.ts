/** What two loops on one store guarantee each other, for any store. */
import { join } from "node:path"
import { Hearback, type Loop, type OpenOptions, orThrow, type Store } from "hearback"
import { fileChannel, filesOf } from "hearback/channels"
import { expect, it } from "vitest"
import { type OfEachTest, people, policy, words } from "../First.ts"

/** Registers the tests. `store` opens the store of the test again. */
export const twoTenants = (own: OfEachTest, store: () => Store | Promise<Store>): void => {
  const open = async (more: Partial<OpenOptions> = {}): Promise<Loop> =>
    own.keep(await Hearback.open({ policy, people, store: await store(), ...more }))

  it("each sees only its own cases", async () => {
    const [a, b] = [await open({ tenant: "a" }), await open({ tenant: "b" })]
    expect(b).not.toBe(a)
    const receipt = await a.submit(words, { key: "mail-1" })
    expect((await a.list()).items).toHaveLength(1)
    expect((await b.list()).items).toEqual([])
    expect(await b.get(receipt.case)).toBeUndefined()
    expect((await b.health()).timers.oldestDueMs).toBeNull()
    // The same key is another message of another tenant.
    expect(await b.submit(words, { key: "mail-1" })).toMatchObject({ outcome: "opened", replayed: false })
  })

  it.each(["tick of a first", "tick of b first"])(
    "%s: each sends its own messages, by its own channel",
    async (order) => {
      const outbox = (tenant: string) => join(own.folder, `outbox-${tenant}`)
      const loopOf = (tenant: string) => open({ tenant, channels: [fileChannel(outbox(tenant))] })
      const [a, b] = [await loopOf("a"), await loopOf("b")]
      await b.submit(words)
      await b.submit({ ...words, customer: "C-18", verbatim: "The parcel never arrived" })
      await a.submit(words)
      const loops = order === "tick of a first" ? [a, b] : [b, a]
      for (const loop of loops) expect((await loop.tick()).more).toBe(false)
      const [ofA, ofB] = [await filesOf(outbox("a")), await filesOf(outbox("b"))]
      // A receipt for each customer, and one message to the owner about all new cases.
      expect([ofA.length, ofB.length]).toEqual([2, 3])
      for (const loop of loops) {
        expect(await loop.undelivered.list()).toEqual([])
        expect((await loop.health()).outbox).toMatchObject({ waiting: 0, dead: 0 })
      }
    }
  )

  it("erasing a customer of one leaves the customer with the same id of another", async () => {
    const [a, b] = [await open({ tenant: "a" }), await open({ tenant: "b" })]
    const [ofA, ofB] = [await a.submit(words), await b.submit(words)]
    await a.customers.erase("C-17", { by: "manager-3", reason: "asked for", evenIfKept: true })
    expect((await b.get(ofB.case))?.verbatim).toBe(words.verbatim)
    expect((await a.get(ofA.case))?.verbatim).not.toBe(words.verbatim)
  })

  it("a policy of one is in force for it alone, and so is virtual time", async () => {
    const a = await open({ tenant: "a", virtualTime: true })
    await a.tick({ at: "2031-01-01T00:00:00Z" })
    const b = await open({ tenant: "b" })
    await expect(b.tick({ at: "2031-01-01T00:00:00Z" })).rejects.toMatchObject({ code: "time/in-the-future" })
    expect((await b.health()).timers.lastTickAt).toBeNull()
    await expect(Hearback.open({ store: await store(), tenant: "c" })).rejects.toMatchObject({
      code: "policy/invalid"
    })
  })

  it("many calls in any order change nothing for the other tenant", async () => {
    const [a, b] = [await open({ tenant: "a" }), await open({ tenant: "b" })]
    const { case: id } = await a.submit(words)
    const seen = async () => {
      // How long something waits grows with real time.
      const { oldestMs: _, ...outbox } = (await a.health()).outbox
      return JSON.stringify([await a.list(), await a.get(id), await a.explain(id), outbox])
    }
    const before = await seen()
    const { case: other } = await b.submit(words)
    orThrow(await b.for({ actor: { id: "agent-7" } }).execute(other, { do: "pass", gate: "acknowledged" }))
    await b.tick()
    await b.customers.set("C-17", { questions: "refused" })
    await b.undelivered.retry(["case/x/1/0"])
    await b.quarantine.put({ key: "q", channel: "phone", raw: "x", reason: "y" })
    expect(await seen()).toBe(before)
    expect((await a.customers.get("C-17")).refusesQuestions).toBe(false)
    expect(await a.quarantine.list()).toEqual([])
  })
}
