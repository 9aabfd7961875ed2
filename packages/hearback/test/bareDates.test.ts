/** A date without a time bounds a period: the day in the policy's zone. */
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type TestLoop, testLoop } from "../src/testing.ts"

const policy = join(import.meta.dirname, "../../../examples/first/first.policy.yaml")
const feedback = { channel: "email", customer: "C-17", verbatim: "My invoice is wrong." }

let loop: TestLoop
beforeEach(async () => {
  // Half past midnight in Shanghai is still the previous day in UTC.
  loop = await testLoop(policy, { at: "2026-11-16 00:30" })
})
afterEach(() => loop.close())

describe("dates without a time", () => {
  it("bound lists and counts: `from` begins with its day, `to` ends with it", async () => {
    const { case: id } = await loop.submit(feedback)
    const found = async (query: object): Promise<readonly string[]> =>
      (await loop.list(query)).items.map((row) => row.id)
    expect(await found({ from: "2026-11-16" })).toEqual([id])
    expect(await found({ from: "2026-11-17" })).toEqual([])
    expect(await found({ to: "2026-11-16" })).toEqual([id])
    expect(await found({ to: "2026-11-15" })).toEqual([])
    expect((await loop.count({ from: "2026-11-16", to: "2026-11-16" })).count).toBe(1)
  })

  it("bound measures in the same way", async () => {
    await loop.submit(feedback)
    const { from, to } = await loop.measures({ from: "2026-11-16", to: "2026-11-16" })
    expect([from, to]).toEqual([new Date("2026-11-16T00:00:00+08:00"), new Date("2026-11-17T00:00:00+08:00")])
  })

  it("are allowed, unlike a local time, whose message names the allowed forms", async () => {
    for (const from of ["2026-11-16 09:00", "2026-11-31", "yesterday"]) {
      const refused = { code: "time/not-an-instant", message: expect.stringContaining("a date such as") }
      await expect(loop.list({ from })).rejects.toMatchObject(refused)
      await expect(loop.measures({ from })).rejects.toMatchObject(refused)
    }
  })

  it("say when a review is due, and bound the report to customers", async () => {
    const shop = await testLoop(join(import.meta.dirname, "learning/shop.policy.yaml"), { at: "2026-12-05 09:00" })
    const at = "2026-12-01"
    const begins = new Date("2026-12-01T00:00:00Z")
    expect(await shop.review("case-review", { at })).toEqual(await shop.review("case-review", { at: begins }))
    expect(await shop.saidAndDone({ at })).toEqual(await shop.saidAndDone({ at: begins }))
    await shop.close()
  })
})
