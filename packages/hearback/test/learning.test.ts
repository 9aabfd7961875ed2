/** Measures, reviews and the report to customers, read from a store. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { measures } from "@hearback/insight"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type TestLoop, testLoop } from "../src/testing.ts"

const policy = join(import.meta.dirname, "learning/shop.policy.yaml")

let loop: TestLoop
beforeEach(async () => {
  loop = await testLoop(policy, { at: "2026-11-02 09:00" })
})
afterEach(() => loop.close())

const ann = { actor: { id: "ann" } }
const does = async (id: string, command: Parameters<TestLoop["execute"]>[1], by?: string): Promise<void> => {
  const outcome = await (by === undefined
    ? loop.for(ann)
    : loop.for({ actor: by.startsWith("c-") ? { customer: by } : { id: by } })
  ).execute(id, command)
  if (!outcome.ok) throw new Error(outcome.rejection.message)
}
const complain = async (customer: string, verbatim: string): Promise<string> =>
  (await loop.for(ann).submit({ channel: "phone", customer: { id: customer, name: "Carla Moss" }, verbatim })).case

/** Four cases of November: one at once, one acknowledged too late and disputed, one silent, one suggestion adopted. */
const live = async (reason = "many asked for it"): Promise<readonly string[]> => {
  const good = await complain("c-1", "my parcel is late")
  const late = await complain("c-2", "the parcel is broken")
  const silent = await complain("c-3", "no parcel at all")
  const idea = (
    await loop
      .for(ann)
      .submit({ channel: "phone", customer: { id: "c-4", name: "Carla Moss" }, verbatim: "I suggest gift wrap" })
  ).case
  await loop.advance("1 hour")
  for (const id of [good, silent]) await does(id, { do: "pass", gate: "heard" })
  for (const id of [good, silent]) await does(id, { do: "pass", gate: "told", result: "sent again" })
  await does(good, { do: "reply", says: "satisfied" }, "c-1")
  await does(idea, { do: "pass", gate: "decided", decision: "adopted", reason })
  await loop.advance("4 hours")
  await does(late, { do: "pass", gate: "heard" })
  await does(late, { do: "compensate", amount: 20, reason: "trouble" })
  await does(late, { do: "pass", gate: "told", result: "sent again" })
  await does(late, { do: "reply", says: "dissatisfied", text: "still broken" }, "c-2")
  await loop.advance(new Date("2026-12-05T09:00:00Z"))
  return [good, late, silent, idea]
}

it("reckons every measure of the language, and no other", () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../../../schemas/policy.schema.json"), "utf8"))
  const { properties } = schema.$defs.Targets as { readonly properties: Readonly<Record<string, unknown>> }
  expect(measures.map(({ name }) => name).sort()).toEqual(Object.keys(properties).sort())
})

describe("measures", () => {
  it("say what happened in a period, beside what the policy aims at", async () => {
    await live()
    const { figures, heard, granted } = await loop.measures({
      from: new Date("2026-11-01T00:00:00Z"),
      to: new Date("2026-12-01T00:00:00Z")
    })
    const said = (name: string) => {
      const { says, hits, of, target, verdict } = figures.find(({ measure }) => measure === name) ?? { of: -1 }
      return { says, hits, of, target, verdict }
    }
    // Heard and told: in time twice; the late one heard late, told in time, and told anew (due long past) after the dispute.
    expect(said("kept")).toEqual({ says: "71.4%", hits: 5, of: 7, target: "≥ 90%", verdict: "missed" })
    expect(said("timely-response")).toMatchObject({ hits: 2, of: 3 })
    expect(said("satisfaction")).toMatchObject({ says: "50%", hits: 1, of: 2, verdict: "missed" })
    expect(said("unconfirmed")).toMatchObject({ hits: 1, of: 2 })
    expect(said("reopened")).toMatchObject({ hits: 1, of: 3 })
    expect(said("nps")).toMatchObject({ says: undefined, of: 0 })
    expect(heard).toEqual([{ category: "Delivery", cases: 4 }])
    expect(granted).toEqual([{ role: "agent", power: "compensate", currency: "GBP", times: 1, sum: 20 }])
  })
  it("are the same once the customers are erased, and after a crash", async () => {
    await live()
    const before = await loop.measures()
    for (const id of ["c-1", "c-2", "c-3", "c-4"])
      await loop.customers.erase(id, { by: "sue", reason: "they asked", evenIfKept: true })
    await loop.crash()
    expect(await loop.measures()).toEqual(before)
    expect((await loop.saidAndDone()).adopted).toEqual([{ category: "Delivery" }])
  })
  it("of an empty store are no figures", async () => {
    const { figures } = await loop.measures()
    expect(figures.filter(({ value }) => value !== undefined)).toMatchObject([{ measure: "volume", value: 0 }])
    expect(figures.find(({ measure }) => measure === "kept")).toMatchObject({ verdict: "nothing" })
  })
})

describe("a review", () => {
  it("is of the last whole period in the policy's zone", async () => {
    const [, late = ""] = await live()
    const pack = await loop.review("case-review")
    expect([pack.from, pack.to, pack.before.from]).toEqual([
      new Date("2026-11-01T00:00:00Z"),
      new Date("2026-12-01T00:00:00Z"),
      new Date("2026-09-30T23:00:00Z")
    ])
    expect(pack.worthReading).toMatchObject([
      {
        case: late,
        category: "Delivery",
        reasons: [{ why: "promise-missed" }, { why: "reopened" }, { why: "promise-missed" }]
      }
    ])
    expect(pack.comingBack).toMatchObject([
      { of: "problem", category: "Delivery", cases: 3, before: 0, problem: { customers: 3, cases: 3 } }
    ])
    expect(pack.proceduresDue).toMatchObject([{ category: "Delivery", cases: expect.any(Array) }])
    expect((await loop.review("case-review", { at: "2026-11-20T09:00Z" })).from).toEqual(
      new Date("2026-10-01T00:00:00+01:00")
    )
  })
  it("that the policy does not have names those that it has", async () => {
    await expect(loop.review("board")).rejects.toMatchObject({
      code: "review/unknown",
      message: expect.stringContaining("case-review")
    })
  })
})

describe("you said, we did", () => {
  it("tells what was adopted, in nobody's name", async () => {
    const ids = await live("many asked for it")
    const said = await loop.saidAndDone()
    expect(said.adopted).toEqual([{ category: "Delivery", text: "many asked for it" }])
    expect(said.answered).toEqual({ cases: 2, confirmed: 1, unconfirmed: 1, dissatisfied: 0, onBehalf: 0 })
    const text = JSON.stringify(said)
    for (const canary of [...ids, "c-1", "c-2", "c-4", "Carla", "Moss", "ann", "sue", "Bell", "parcel", "gift wrap"])
      expect(text).not.toContain(canary)
  })
  it.each(["as Ms Moss asked", "Ann found it easy", "c-4 is right"])("does not quote %s", async (reason) => {
    await live(reason)
    expect((await loop.saidAndDone()).adopted).toEqual([{ category: "Delivery" }])
  })
})
