import { join } from "node:path"
import { type CustomerEntry, Hearback, type Loop, memory, orThrow } from "hearback"
import { testLoop } from "hearback/testing"
import { afterEach, describe, expect, it } from "vitest"

const example = join(import.meta.dirname, "../../../examples/first")
const policy = join(example, "first.policy.yaml")
const people = join(example, "people.yaml")
const words = { channel: "email", customer: "C-17", verbatim: "Third time my invoice is wrong. Unacceptable." }

const loops: Loop[] = []
afterEach(async () => {
  for (const loop of loops.splice(0)) await loop.close()
})
const open = async (): Promise<Loop> => {
  const loop = await Hearback.open({ policy, people, store: memory() })
  loops.push(loop)
  return loop
}
const all = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}
const texts = (entries: readonly CustomerEntry[]) => entries.map(({ from, text }) => `${from}: ${text.split("\n")[0]}`)

describe("F-R13 · a customer reads their own cases, and of these what they may see", () => {
  const two = async () => {
    const loop = await open()
    const agent = loop.for({ actor: { id: "agent-7" } })
    const mine = (await agent.submit(words)).case
    const theirs = (await agent.submit({ ...words, customer: "C-18", verbatim: "Charged twice, I am Zoe" })).case
    orThrow(await agent.execute(mine, { do: "note", text: "SECRET note of staff" }))
    orThrow(await agent.execute(mine, { do: "compensate", amount: 20, reason: "SECRET reason" }))
    orThrow(await agent.execute(mine, { do: "pass", gate: "acknowledged" }))
    orThrow(await agent.execute(mine, { do: "write", text: "We look into it." }))
    return { loop, agent, mine, theirs }
  }

  it("finds nothing with another customer's id, in any call", async () => {
    const { loop, mine, theirs } = await two()
    const desk = loop.forCustomer("C-17")
    expect(await desk.get(theirs)).toBeUndefined()
    expect(await desk.get("2611-NOSUCH")).toBeUndefined()
    expect((await desk.list()).items.map(({ id }) => id)).toEqual([mine])
    expect(await all(desk.events({ case: theirs }))).toEqual([])
    const entries = await all(desk.events())
    expect(new Set(entries.map((entry) => entry.case))).toEqual(new Set([mine]))
    expect(JSON.stringify(entries)).not.toMatch(/Zoe|Charged/)
    await expect(desk.list({ customer: "C-18" } as never)).rejects.toMatchObject({ code: "call/invalid" })
    expect(await desk.execute(theirs, { do: "reply", says: "satisfied" })).toMatchObject({ ok: false })
    expect(await desk.execute(theirs, { do: "withdraw" })).toMatchObject({ ok: false })
    expect(await loop.forCustomer("C-99").get(mine)).toBeUndefined()
    expect((await loop.forCustomer("C-99").list()).items).toEqual([])
    expect(await all(loop.forCustomer("C-99").events())).toEqual([])
  })

  it("reads with `for` their own cases, too, and nothing of another's in any list, case, record or refusal", async () => {
    const { loop, mine, theirs } = await two()
    const desk = loop.for({ actor: { customer: "C-17" } })
    expect((await desk.list()).items.map(({ id }) => id)).toEqual([mine])
    expect((await desk.get(mine))?.id).toBe(mine)
    expect((await desk.explain(mine)).lines.length).toBeGreaterThan(0)
    expect(new Set((await all(desk.events())).map((event) => event.case))).toEqual(new Set([mine]))
    for (const actor of [{ customer: "C-99" }, { anonymous: true }] as const) {
      const stranger = loop.for({ actor })
      for (const query of [{}, { customer: "C-17" }, { for: "agent-7" }, { owner: "agent-7" }, { text: "invoice" }])
        expect((await stranger.list(query)).items).toEqual([])
      expect(await stranger.count({ customer: "C-17" })).toEqual({ count: 0, capped: false })
      for (const id of [mine, theirs]) {
        expect(await stranger.get(id)).toBeUndefined()
        await expect(stranger.explain(id)).rejects.toMatchObject({ code: "case/unknown" })
        expect(await all(stranger.events({ case: id }))).toEqual([])
        const refused = await stranger.execute(id, { do: "withdraw" }, { ifVersion: 0 })
        expect(refused.ok ? [] : (refused.rejection.events ?? [])).toEqual([])
        expect(JSON.stringify(refused)).not.toMatch(/SECRET|Zoe|Charged|Third time/)
      }
      expect(await all(stranger.events())).toEqual([])
    }
  })

  it("cannot read with `for` a case of two customers, because it shows the words of both", async () => {
    const { loop, agent, mine, theirs } = await two()
    orThrow(await agent.execute(theirs, { do: "merge", into: mine, reason: "the same invoice" }))
    await loop.tick()
    for (const customer of ["C-17", "C-18"]) {
      const desk = loop.for({ actor: { customer } })
      expect(await desk.get(mine)).toBeUndefined()
      expect((await desk.list()).items.map(({ id }) => id)).not.toContain(mine)
      expect((await all(desk.events())).filter((event) => event.case === mine)).toEqual([])
      expect((await loop.forCustomer(customer).get(mine))?.id).toBe(mine)
    }
  })

  it("reads their own words and messages to them, and no notes, grades, grants or decisions of staff", async () => {
    const { loop, mine } = await two()
    const view = (await loop.forCustomer("C-17").get(mine)) ?? expect.fail()
    expect(texts(view.entries)).toEqual(expect.arrayContaining([`customer: ${words.verbatim}`, "us: We look into it."]))
    expect(view).toMatchObject({ state: "open", channel: "email" })
    expect(view.promises.length).toBeGreaterThan(0)
    const everything = JSON.stringify([view, await loop.forCustomer("C-17").list()])
    expect(everything).not.toMatch(/SECRET|agent-7|supervisor|manager|priority|furious|authority|note-added|policy/)
  })

  it("reads what they are asked, with the possible answers, in their language", async () => {
    const loop = await testLoop(policy, { at: "2026-11-16 09:00", people })
    loops.push(loop)
    const agent = loop.for({ actor: { id: "agent-7" } })
    const { case: id } = await agent.submit(words)
    orThrow(await agent.execute(id, { do: "pass", gate: "acknowledged" }))
    orThrow(await agent.execute(id, { do: "pass", gate: "agreed", proposal: "a credit of 20 CNY" }))
    const desk = loop.forCustomer("C-17", { language: "zh-CN" })
    const [asked = expect.fail()] = (await desk.get(id))?.awaited ?? []
    expect(asked).toMatchObject({ gate: "agreed", proposal: "a credit of 20 CNY" })
    expect(asked.says.map(({ value }) => value).toSorted()).toEqual(["agree", "counter", "refuse"])
    expect(asked.says.every(({ title }) => /\p{Script=Han}/u.test(title))).toBe(true)
    orThrow(await desk.execute(id, { do: "reply", gate: "agreed", says: "counter", text: "30 please" }))
    const view = (await desk.get(id)) ?? expect.fail()
    expect(view.awaited).toEqual([])
    expect(texts(view.entries).filter((line) => line === "customer: 30 please")).toHaveLength(1)
  })

  it("of a merged case reads their own words and the answers to them, and not the other's", async () => {
    const { loop, agent, mine, theirs } = await two()
    orThrow(await agent.execute(theirs, { do: "merge", into: mine }))
    await loop.tick()
    const [first, second] = [loop.forCustomer("C-17"), loop.forCustomer("C-18")]
    await second.submit({ channel: "email", thread: theirs, verbatim: "It was Zoe who said so" })
    const [ofFirst, ofSecond] = [JSON.stringify(await first.get(mine)), JSON.stringify(await second.get(mine))]
    expect(ofFirst).not.toMatch(/Zoe|C-18|Charged/)
    expect(ofSecond).toMatch(/It was Zoe/)
    expect(ofSecond).not.toMatch(/C-17|Third time|We look into it/)
    expect((await second.get(theirs))?.mergedInto).toBe(mine)
    const lines = texts(await all(second.events()))
    expect(lines).toContain("customer: It was Zoe who said so")
    expect(lines.join()).not.toMatch(/Third time/)
  })

  it("continues from a position, and follows new events", async () => {
    const { loop, agent, mine } = await two()
    const desk = loop.forCustomer("C-17")
    const entries = await all(desk.events())
    const [first] = entries
    expect(await all(desk.events({ after: first?.position ?? 0 }))).toEqual(entries.slice(1))
    const seen: string[] = []
    const following = (async () => {
      for await (const { text } of desk.events({ follow: true })) {
        seen.push(text)
        if (text === "It is mended.") break
      }
    })()
    orThrow(await agent.execute(mine, { do: "note", text: "SECRET" }))
    orThrow(await agent.execute(mine, { do: "write", text: "It is mended." }))
    await following
    expect(seen).toHaveLength(entries.length + 1)
    expect(() => desk.events({ after: "x" })).toThrow(expect.objectContaining({ code: "events/position" }))
  })

  it("submits feedback as themselves, and as nobody else", async () => {
    const loop = await open()
    const desk = loop.forCustomer("C-17")
    const receipt = await desk.submit({ channel: "email", verbatim: "My invoice is wrong" })
    expect((await loop.get(receipt.case))?.customer).toBe("C-17")
    expect((await desk.submit({ ...words, customer: "C-18" })).outcome).toBe("quarantined")
    expect((await desk.list({ state: "open" })).items).toHaveLength(1)
    expect((await desk.list({ state: "closed" })).items).toEqual([])
    expect(desk.form("email")?.fields.length).toBeGreaterThan(0)
    expect(() => loop.forCustomer("")).toThrow(expect.objectContaining({ code: "actor/invalid" }))
    expect(() => loop.forCustomer("C-17", { language: "fr" as never })).toThrow(/en/)
  })
})
