/** Measures, reviews and the report to customers, read from a store. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { measures } from "@hearback/insight"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { memory } from "../src/index.ts"
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

/**
 * Makes four cases of November: one solved at once, one acknowledged too late and disputed, one silent, one
 * suggestion adopted.
 */
const live = async (reason = "many asked for it", publish = true): Promise<readonly string[]> => {
  const good = await complain("c-1", "my parcel is late")
  const late = await complain("c-2", "the parcel is broken")
  const silent = await complain("c-3", "no parcel at all")
  const idea = (
    await loop.for(ann).submit({
      channel: "phone",
      customer: { id: "c-4", name: "Carla Moss" },
      verbatim: "I suggest gift wrap",
      facts: { module: "shelf" }
    })
  ).case
  await loop.advance("1 hour")
  for (const id of [good, silent]) await does(id, { do: "pass", gate: "heard" })
  for (const id of [good, silent]) await does(id, { do: "pass", gate: "told", result: "sent again" })
  await does(good, { do: "reply", says: "satisfied" }, "c-1")
  await does(idea, { do: "pass", gate: "decided", decision: "adopted", reason, publish })
  await loop.advance("4 hours")
  await does(late, { do: "pass", gate: "heard" })
  await does(late, { do: "compensate", amount: 20, reason: "trouble" })
  await does(late, { do: "pass", gate: "told", result: "sent again" })
  await does(late, { do: "reply", says: "dissatisfied", text: "still broken" }, "c-2")
  await loop.advance(new Date("2026-12-05T09:00:00Z"))
  return [good, late, silent, idea]
}

/** In December, a complaint of November is recorded, and a customer of November withdraws their confirmation. */
const learnLater = async (solved: string): Promise<void> => {
  await loop.for(ann).submit({
    channel: "chat",
    customer: { id: "c-9", name: "Joe Hill" },
    verbatim: "my parcel is late",
    received: new Date("2026-11-20T09:00:00Z")
  })
  await does(solved, { do: "reply", says: "dissatisfied", text: "broken after all" }, "c-1")
  await loop.advance("1 hour")
}

const report = async () => {
  const found = await loop.saidAndDone()
  if (!found.ok) throw new Error(JSON.stringify(found))
  return found
}

it("computes every measure of the language, and no other", () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../../../schemas/policy.schema.json"), "utf8"))
  const { properties } = schema.$defs.Targets as { readonly properties: Readonly<Record<string, unknown>> }
  expect(measures.map(({ name }) => name).sort()).toEqual(Object.keys(properties).sort())
})

describe("measures", () => {
  it("show a period beside the targets of the policy", async () => {
    await live()
    const { figures, heard, granted } = await loop.measures({
      from: new Date("2026-11-01T00:00:00Z"),
      to: new Date("2026-12-01T00:00:00Z")
    })
    const said = (name: string) => {
      const { says, hits, of, target, verdict } = figures.find(({ measure }) => measure === name) ?? { of: -1 }
      return { says, hits, of, target, verdict }
    }
    // Heard and told: in time twice; the late one was heard late, told in time, and told again (long overdue) after
    // the dispute.
    expect(said("kept")).toEqual({ says: "71.4%", hits: 5, of: 7, target: "≥ 90%", verdict: "missed" })
    expect(said("timely-response")).toMatchObject({ hits: 2, of: 3 })
    expect(said("satisfaction")).toMatchObject({ says: "50%", hits: 1, of: 2, verdict: "missed" })
    expect(said("unconfirmed")).toMatchObject({ hits: 1, of: 2 })
    expect(said("reopened")).toMatchObject({ hits: 1, of: 3 })
    expect(said("nps")).toMatchObject({ says: undefined, of: 0 })
    expect(heard).toEqual([{ category: "Delivery", cases: 4 }])
    expect(granted).toEqual([{ role: "agent", power: "compensate", currency: "GBP", times: 1, sum: 20 }])
  })
  it("are the same after the customers are erased, and after a crash", async () => {
    await live()
    const before = await loop.measures()
    for (const id of ["c-1", "c-2", "c-3", "c-4"])
      await loop.customers.erase(id, { by: "sue", reason: "they asked", evenIfKept: true })
    await loop.crash()
    expect(await loop.measures()).toEqual(before)
    expect((await report()).adopted).toEqual([{ category: "Delivery" }])
  })
  it("F-V2 · of a period show what was known at its end, as a review does, and mark what was learned later", async () => {
    const [good = ""] = await live()
    const november = { from: new Date("2026-11-01T00:00:00Z"), to: new Date("2026-12-01T00:00:00Z"), by: "channel" }
    const then = await loop.measures(november)
    const told = await report()
    expect(then.learnedLater).toBeUndefined()
    await learnLater(good)
    const { learnedLater, ...later } = await loop.measures(november)
    expect(later).toEqual(then)
    expect(learnedLater?.heard).toEqual([{ category: "Delivery", cases: 5 }])
    const value = (figures: typeof then.figures = [], name = "volume") =>
      figures.find(({ measure }) => measure === name)?.value
    expect([value(later.figures), value(learnedLater?.figures)]).toEqual([4, 5])
    expect(value(learnedLater?.figures, "nps")).toBeUndefined()
    expect(learnedLater?.groups?.map(({ name, figures }) => [name, value(figures)])).toEqual([
      ["chat", 1],
      ["phone", undefined]
    ])
    const review = await loop.review("case-review")
    expect(later.figures).toEqual(review.figures.map(({ before: _, ...figure }) => figure))
    expect([review.heard, review.granted]).toEqual([later.heard, later.granted])
    expect(await report()).toEqual(told)
  })
  it("F-V2 · of a period that has not ended show what is known now", async () => {
    const [good = ""] = await live()
    await learnLater(good)
    for (const query of [{}, { to: "2027-01-01T00:00Z" }, { from: "2026-11-01T00:00Z" }]) {
      const { figures, learnedLater } = await loop.measures(query)
      expect(figures.find(({ measure }) => measure === "volume")?.value).toBe(6)
      expect(learnedLater).toBeUndefined()
    }
  })
  it("of an empty store have no values", async () => {
    const { figures } = await loop.measures()
    expect(figures.filter(({ value }) => value !== undefined)).toMatchObject([{ measure: "volume", value: 0 }])
    expect(figures.find(({ measure }) => measure === "kept")).toMatchObject({ verdict: "nothing" })
  })
})

describe("F-V3 · figures by group", () => {
  const groupsBy = async (by: string) => {
    const { groups = [] } = await loop.measures({ by })
    const said = (figures: (typeof groups)[number]["figures"], name: string) => {
      const { hits, of } = figures.find(({ measure }) => measure === name) ?? { of: -1 }
      return hits === undefined ? of : `${hits} of ${of}`
    }
    return groups.map(({ title, figures }) => [title, said(figures, "volume"), said(figures, "kept")])
  }
  it("F-V3 · by person contain the cases that the person owned then", async () => {
    await live()
    const handed = await complain("c-5", "my parcel is late")
    await loop.advance("1 hour")
    await does(handed, { do: "hand-over", to: "sue", reason: "her customer" })
    await does(handed, { do: "accept" }, "sue")
    await does(handed, { do: "pass", gate: "heard" }, "sue")
    await does(handed, { do: "pass", gate: "told", result: "sent again" }, "sue")
    expect(await groupsBy("person")).toEqual([
      ["Ann Bell", 5, "5 of 7"],
      ["Sue Cray", 0, "2 of 2"]
    ])
  })
  it("F-V3 · by category, kind, channel, department, grade and fact add up to the whole", async () => {
    await live()
    const { figures } = await loop.measures()
    const whole = figures.find(({ measure }) => measure === "kept")
    for (const by of ["person", "department", "category", "kind", "channel", "urgency", "module"]) {
      const { groups = [] } = await loop.measures({ by })
      const kept = groups.flatMap((group) => group.figures.filter(({ measure }) => measure === "kept"))
      expect(kept.reduce((sum, { of }) => sum + of, 0)).toBe(whole?.of)
      expect(kept.reduce((sum, { hits = 0 }) => sum + hits, 0)).toBe(whole?.hits)
    }
    expect(await groupsBy("kind")).toEqual([
      ["complaint", 3, "5 of 7"],
      ["suggestion", 1, "0 of 0"]
    ])
    expect((await groupsBy("urgency")).map(([title]) => title)).toEqual(["high", "low"])
    expect(await groupsBy("module")).toEqual([
      ["app", 3, "5 of 7"],
      ["shelf", 1, "0 of 0"]
    ])
    expect(await groupsBy("性质")).toEqual(await groupsBy("kind"))
  })
  it("F-V3 · are judged by the same targets", async () => {
    await live()
    const { groups = [] } = await loop.measures({ by: "kind" })
    const verdicts = groups.map(({ figures }) => figures.find(({ measure }) => measure === "kept")?.verdict)
    expect(verdicts).toEqual(["missed", "nothing"])
  })
  it("F-V3 · have the requested percentiles of durations", async () => {
    await live()
    const median = (found: Awaited<ReturnType<TestLoop["measures"]>>) =>
      found.figures.find(({ measure }) => measure === "cycle-time")
    expect(median(await loop.measures())?.percentiles).toBeUndefined()
    const { percentiles, of } = median(await loop.measures({ percentiles: true })) ?? {}
    expect(of).toBe(2)
    expect(percentiles).toMatchObject({
      75: { says: "10 d 15 h" },
      90: { says: "10 d 15 h" },
      95: { says: "10 d 15 h" }
    })
  })
  it("F-V3 · by an unknown grouping are refused, and so is a fact that identifies a person", async () => {
    await expect(loop.measures({ by: "persn" })).rejects.toMatchObject({
      code: "call/invalid",
      message: expect.stringContaining("did you mean `person`?")
    })
    await expect(loop.measures({ by: "mobile" })).rejects.toMatchObject({ code: "call/invalid" })
    await expect(loop.measures({ percentile: true } as never)).rejects.toMatchObject({ code: "call/invalid" })
  })
})

describe("a review", () => {
  it("is about the last whole period in the policy's zone", async () => {
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
    expect(pack.proceduresDue).toMatchObject([{ category: "Delivery", cases: 2, examples: expect.any(Array) }])
    expect(pack.more).toEqual({ worthReading: 0, comingBack: 0, proceduresDue: 0 })
    expect((await loop.review("case-review", { at: "2026-11-20T09:00Z" })).from).toEqual(
      new Date("2026-10-01T00:00:00+01:00")
    )
  })
  it("F-V2 · shows what was known at the end of the period, and marks what was learned later", async () => {
    const [good = ""] = await live()
    const then = await loop.review("case-review")
    expect(then.learnedLater).toBeUndefined()
    await learnLater(good)
    const { learnedLater, ...later } = await loop.review("case-review")
    expect(later).toEqual(then)
    expect(learnedLater?.heard).toEqual([{ category: "Delivery", cases: 5 }])
    const volume = (figures: typeof then.figures) => figures.find(({ measure }) => measure === "volume")?.value
    expect([volume(later.figures), volume(learnedLater?.figures ?? [])]).toEqual([4, 5])
    expect(learnedLater?.comingBack).toMatchObject([{ category: "Delivery", cases: 4 }])
    await loop.crash()
    expect(await loop.review("case-review", { at: "2026-12-31T00:00Z" })).toEqual({ ...then, learnedLater })
  })
  it("that the policy does not have is refused with those that it has", async () => {
    await expect(loop.review("board")).rejects.toMatchObject({
      code: "review/unknown",
      message: expect.stringContaining("case-review")
    })
  })
})

describe("the report to customers", () => {
  it("contains what was adopted, without names", async () => {
    const ids = await live("many asked for it")
    const said = await report()
    expect(said.adopted).toEqual([{ category: "Delivery", text: "many asked for it" }])
    expect(said.answered).toEqual({ cases: 2, confirmed: 1, unconfirmed: 1, dissatisfied: 0, onBehalf: 0 })
    const text = JSON.stringify(said)
    for (const canary of [...ids, "c-1", "c-2", "c-4", "Carla", "Moss", "ann", "sue", "Bell", "parcel", "gift wrap"])
      expect(text).not.toContain(canary)
  })
  it.each(["as Ms Moss asked", "Ann found it easy", "c-4 is right"])("does not quote %s", async (reason) => {
    await live(reason)
    expect((await report()).adopted).toEqual([{ category: "Delivery" }])
  })
})

describe("F-T6 · many cases", () => {
  it("F-T6 · are read page by page, each case once, and other work can run meanwhile", async () => {
    const store = memory()
    const asked: number[] = []
    const clearHistories: typeof store.events.clearHistories = async (tenant, after, limit) => {
      asked.push(limit)
      return store.events.clearHistories(tenant, after, limit)
    }
    const read: typeof store.events.read = async () => {
      throw new Error("the record was read as a whole")
    }
    const many = await testLoop(policy, {
      at: "2026-11-02 09:00",
      store: { ...store, events: { ...store.events, clearHistories, read } }
    })
    const { case: id } = await many.submit({ channel: "phone", customer: "c-1", verbatim: "my parcel is late" })
    const { events } = await store.events.load({ tenant: "default", stream: `case/${id}` })
    for (let n = 1; n < 1_000; n++) {
      const writes = [{ stream: `case/copy-${n}`, expected: 0, events }]
      await store.events.append({ tenant: "default", key: `copy-${n}`, fingerprint: "", writes, outbox: [] })
    }
    let turns = 0
    const turn = (): void => {
      turns += 1
      running = setImmediate(turn)
    }
    let running = setImmediate(turn)
    const { figures, heard } = await many.measures()
    clearImmediate(running)
    expect(figures.find(({ measure }) => measure === "volume")?.of).toBe(1_000)
    expect(heard.reduce((sum, { cases }) => sum + cases, 0)).toBe(1_000)
    expect(Math.max(...asked)).toBeLessThanOrEqual(200)
    expect(asked.length).toBeGreaterThanOrEqual(5)
    expect(turns).toBeGreaterThanOrEqual(4)
    await many.close()
  })
  it("F-V7 · quotes nothing that no person has released", async () => {
    await live("many asked for it", false)
    expect((await report()).adopted).toEqual([{ category: "Delivery" }])
  })
  it.each(["as Ann Bell proposed", "as Bell, Ann proposed", "as Ａｎｎ Be\u200bll proposed", "as ANN  BELL proposed"])(
    "F-V7 · counts that %j names a person of the case, however it is typed",
    async (reason) => {
      await live(reason)
      expect((await report()).adopted).toEqual([{ category: "Delivery" }])
    }
  )
  it.each([
    ["phone", "call back on 020 7946 0958"],
    ["phone", "请致电 138-0013-8000 回访"],
    ["phone", "ring +44 7700 900123"],
    ["order", "as in order no. 4711-0815"],
    ["order", "订单号：20261102113"],
    ["address", "delivered to 14 Harbour Street"],
    ["address", "London SW1A 1AA"],
    ["address", "送到中山路 88 号"],
    ["address", "幸福小区 3 号楼"],
    ["e-mail", "she wrote from jo.doe@example.org"],
    ["id-number", "身份证 11010519491231002X"],
    ["id-number", "passport no. 533401721"]
  ] as const)("F-V7 · is stopped by a released text that identifies a person: %s, %s", async (kind, reason) => {
    const ids = await live(reason)
    const found = await loop.saidAndDone()
    expect(found).toMatchObject({
      ok: false,
      personal: [{ case: ids[3], gate: "decided", by: "ann", found: [{ kind }] }]
    })
    expect(Object.keys(found)).toEqual(["ok", "personal"])
  })
  it.each([
    "many asked for it",
    "we now open at 09:00, from 2 November 2026 on",
    "delivery takes 2 days instead of 5, for 95% of 12,000 parcels",
    "每周一至周五 9:00 到 17:30 均可办理，2026 年 11 月起执行"
  ])("F-V7 · quotes a released text that identifies nobody: %s", async (reason) => {
    await live(reason)
    expect((await report()).adopted).toEqual([{ category: "Delivery", text: reason }])
  })
})
