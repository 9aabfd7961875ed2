/** Lists of cases: what waits for a person, and how cases are found. */
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { CaseQuery } from "../src/index.ts"
import { type TestLoop, testLoop } from "../src/testing.ts"

const policy = join(import.meta.dirname, "lists/desk.policy.yaml")

let loop: TestLoop
beforeEach(async () => {
  loop = await testLoop(policy, { at: "2026-11-02 09:00" })
})
afterEach(() => loop.close())

const does = async (by: string, id: string, command: Parameters<TestLoop["execute"]>[1]): Promise<void> => {
  const outcome = await loop.for({ actor: { id: by } }).execute(id, command)
  if (!outcome.ok) throw new Error(outcome.rejection.message)
}
const opened = async (verbatim: string, more: object = {}): Promise<string> => {
  const { case: id } = await loop
    .for({ actor: { id: "ann" } })
    .submit({ channel: "phone", customer: { id: "c-1" }, verbatim, ...more })
  await loop.advance("1 minute")
  return id
}
/** Returns what waits for a person: the cases of others, each with its request. */
const waitsFor = async (person: string): Promise<readonly (readonly [string, ...string[]])[]> =>
  (await loop.list({ for: person })).items
    .filter(({ owner }) => owner !== person)
    .map(({ id, waits }) => [id, ...waits] as const)

describe("F-V4 · the worklist of a person", () => {
  it("F-V4 · has their open cases, and none of others without a request", async () => {
    const mine = await opened("my parcel is late")
    expect((await loop.list({ for: "ann" })).items.map(({ id }) => id)).toEqual([mine])
    expect((await loop.list({ for: "bob" })).items).toEqual([])
    expect(await loop.count({ for: "ann" })).toEqual({ count: 1, capped: false })
  })

  it("F-V4 · has an approval until it is given, and a spot check even if the case has closed", async () => {
    const id = await opened("my parcel is late")
    await does("ann", id, { do: "compensate", amount: 500, reason: "trouble" })
    expect(await waitsFor("boris")).toEqual([[id, "approval"]])
    expect(await loop.count({ for: "boris" })).toMatchObject({ count: 1 })
    await does("boris", id, { do: "approve" })
    expect(await waitsFor("boris")).toEqual([])
    expect(await waitsFor("lena")).toEqual([[id, "spot-check"]])
    await loop.for({ actor: { customer: "c-1" } }).execute(id, { do: "withdraw" })
    expect((await loop.get(id))?.state).toBe("closed")
    expect(await waitsFor("lena")).toEqual([[id, "spot-check"]])
    await does("lena", id, { do: "spot-check", finds: "right" })
    expect(await waitsFor("lena")).toEqual([])
  })

  it("F-V4 · has a handover until it is answered", async () => {
    const id = await opened("my parcel is late")
    await does("ann", id, { do: "hand-over", to: "bob", reason: "his customer" })
    expect(await waitsFor("bob")).toEqual([[id, "handover"]])
    await does("bob", id, { do: "decline", reason: "no room" })
    expect(await waitsFor("bob")).toEqual([])
  })

  it("F-V4 · has the reviews of their role", async () => {
    const id = await opened("hm, about the thing from last week")
    expect((await loop.get(id))?.review).toBe("supervisor")
    expect(await waitsFor("boris")).toEqual([[id, "review"]])
    expect(await waitsFor("lena")).toEqual([])
    await does("boris", id, { do: "reclassify", category: "parcels", reason: "read it" })
    expect(await waitsFor("boris")).toEqual([])
  })

  it("F-V4 · has signatures, and gates that they and not the owner may pass", async () => {
    const id = await opened("my parcel is late")
    await does("ann", id, { do: "pass", gate: "heard" })
    expect(await waitsFor("lena")).toEqual([])
    await does("ann", id, { do: "pass", gate: "told", result: "sent again" })
    expect(await waitsFor("lena")).toEqual([[id, "signature"]])
    await does("lena", id, { do: "sign", gate: "told" })
    expect(await waitsFor("lena")).toEqual([[id, "gate"]])
  })

  it("F-V4 · has requests to a role that was lent to them", async () => {
    const id = await opened("hm, about the thing from last week")
    expect(await waitsFor("kim")).toEqual([[id, "review"]])
    await loop.advance("60 days")
    expect(await waitsFor("kim")).toEqual([])
  })
})

describe("F-V5 · a row of the worklist", () => {
  it("F-V5 · names people and customers as the people file does", async () => {
    await opened("my parcel is late")
    await opened("no water", { customer: { id: "c-2" } })
    const rows = (await loop.list({ order: "received" })).items
    expect(
      rows.map(({ owner, ownerName, customer, customerName }) => [owner, ownerName, customer, customerName])
    ).toEqual([
      ["ann", "Ann Bell", "c-1", "Carla Moss"],
      ["ann", "Ann Bell", "c-2", undefined]
    ])
  })
})

describe("cases are found", () => {
  const found = async (query: CaseQuery) => (await loop.list({ order: "received", ...query })).items.map(({ id }) => id)

  it("by receipt, kind, category, grade, open gate, and all of these together", async () => {
    const first = await opened("my parcel is late")
    await loop.advance("1 day")
    const second = await opened("no water in the house", { facts: { amount: 5000 } })
    await loop.advance("1 day")
    const third = await opened("I suggest a parcel box")
    await does("ann", first, { do: "pass", gate: "heard" })
    expect(await found({ from: "2026-11-03T00:00Z" })).toEqual([second, third])
    expect(await found({ to: "2026-11-03T00:00Z" })).toEqual([first])
    expect(await found({ from: "2026-11-03T00:00Z", to: new Date("2026-11-04T00:00Z") })).toEqual([second])
    expect(await found({ kind: "suggestion" })).toEqual([third])
    expect(await found({ category: "parcels" })).toEqual([first, third])
    expect(await found({ grades: { urgency: "urgent" } })).toEqual([second])
    expect(await found({ grades: { urgency: "routine", priority: "P2" } })).toEqual([first, third])
    expect(await found({ grades: { urgency: "routine", priority: "P1" } })).toEqual([])
    expect(await found({ gate: "heard" })).toEqual([second])
    expect(await found({ gate: "told" })).toEqual([first])
    expect(await found({ kind: "complaint", category: "parcels", gate: "told", grades: { priority: "P2" } })).toEqual([
      first
    ])
    expect(await loop.count({ gate: "heard", from: "2026-11-03T00:00Z" })).toEqual({ count: 1, capped: false })
  })

  it("by words of the customer, in any order, case and width", async () => {
    const first = await opened("My Parcel is LATE again")
    const second = await opened("水电费收错了", { customer: { id: "c-2" } })
    await loop.for({ actor: { customer: "c-2" } }).execute(second, { do: "write", text: "The parcel too" })
    expect(await found({ text: "late ｐａｒｃｅｌ" })).toEqual([first])
    expect(await found({ text: "parcel" })).toEqual([first, second])
    expect(await found({ text: "水電費" })).toEqual([second])
    expect(await found({ text: "parcel", customer: "c-2" })).toEqual([second])
    expect(await found({ text: "nothing of it" })).toEqual([])
    await loop.customers.erase("c-1", { by: "boris", reason: "they asked", evenIfKept: true })
    expect(await found({ text: "parcel" })).toEqual([second])
  })

  it("page by page, each once, while others arrive and change, with words and without", async () => {
    const ids: string[] = []
    for (let n = 0; n < 11; n++)
      ids.push(await opened(`parcel number ${n}${n % 2 === 0 ? " broken" : ""}`, { customer: { id: `c-${n}` } }))
    const walk = async (query: CaseQuery): Promise<readonly string[]> => {
      const seen: string[] = []
      for (let after: string | undefined; ; ) {
        const page = await loop.list({ ...query, limit: 2, ...(after === undefined ? {} : { after }) })
        expect(page.items.length).toBeLessThanOrEqual(2)
        seen.push(...page.items.map(({ id }) => id))
        after = page.next
        if (after === undefined) return seen
        await does("ann", ids[10] ?? "", { do: "note", text: `page ${seen.length}` })
      }
    }
    expect(await walk({ order: "received" })).toEqual(ids)
    expect(await walk({ order: "received", text: "broken" })).toEqual(ids.filter((_, n) => n % 2 === 0))
    expect(await walk({ text: "BROKEN parcel" })).toEqual(ids.filter((_, n) => n % 2 === 0))
    expect(await walk({ text: "number 1" })).toEqual([ids[1], ids[10]])
  })

  it.each<readonly [string, object, RegExp]>([
    ["option", { categry: "parcels" }, /did you mean `category`\?/],
    ["category", { category: "parcel" }, /did you mean `parcels`\?/],
    ["gate", { gate: "herd" }, /did you mean `heard`\?/],
    ["dimension", { grades: { urgancy: "urgent" } }, /did you mean `urgency`\?/],
    ["level", { grades: { urgency: "urgnt" } }, /did you mean `urgency=urgent`\?/],
    ["grades", { grades: "P1" }, /a text for each name/],
    ["text", { text: " " }, /not empty/],
    ["instant", { from: 5 }, /a Date/]
  ])("not with a wrong %s, which is refused", async (_, query, message) => {
    await expect(loop.list(query as never)).rejects.toMatchObject({
      code: "call/invalid",
      message: expect.stringMatching(message)
    })
  })
})
