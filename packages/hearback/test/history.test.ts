/** Feedback that was answered before the import is recorded, told to nobody, and judged by what is known of it. */
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { Feedback, Keyed, Receipt } from "../src/index.ts"
import { type TestLoop, testLoop } from "../src/testing.ts"

const policy = join(import.meta.dirname, "learning/shop.policy.yaml")

let loop: TestLoop
beforeEach(async () => {
  loop = await testLoop(policy, { at: "2026-11-16 09:00" })
})
afterEach(() => loop.close())

const past = (history: NonNullable<Feedback["history"]>, more: Partial<Feedback> = {}): Feedback => ({
  channel: "phone",
  customer: "c-1",
  verbatim: "my parcel is late",
  received: "2026-03-02T10:00:00Z",
  ...more,
  history
})
const sentAt = async (to: string) => {
  await loop.advance(to)
  return loop.sent()
}
const clocksOf = async ({ case: id }: Receipt) =>
  Object.fromEntries(((await loop.get(id))?.clocks ?? []).map(({ name, state }) => [name, state]))
const kept = async () => {
  const { figures } = await loop.measures({ from: "2026-01-01T00:00:00Z", to: "2027-01-01T00:00:00Z" } as never)
  return figures
}

describe("past feedback", () => {
  it("F-D16 · is told to nobody, has no due dates, and is closed", async () => {
    const receipt = await loop.submit(past({}))
    expect(receipt.outcome).toBe("opened")
    expect(await loop.get(receipt.case)).toMatchObject({ state: "closed", outcome: "recorded", category: "delivery" })
    expect(await sentAt("90 days")).toEqual([])
    expect((await loop.list({ state: "open" })).items).toEqual([])
    expect((await loop.verify()).ok).toBe(true)
  })

  it.each<readonly [what: string, history: NonNullable<Feedback["history"]>, heard: string, told: string]>([
    ["nothing is known", {}, "not-known", "not-known"],
    ["it was answered at once", { answered: "2026-03-02T10:30:00Z" }, "met", "met"],
    ["it was answered in time, after the first promise", { answered: "2026-03-03T10:00:00Z" }, "not-known", "met"],
    ["it was answered late", { answered: "2026-05-01T10:00:00Z" }, "not-known", "met-late"],
    ["it was closed at once", { closed: "2026-03-02T10:30:00Z" }, "met", "met"],
    [
      "it was closed late, and nobody knows when it was answered",
      { closed: "2026-05-01T10:00:00Z" },
      "not-known",
      "met-late"
    ],
    ["it was answered before it was said", { answered: "2026-02-01T10:00:00Z" }, "not-known", "not-known"]
  ])("F-D16 · has promises that are judged by what shows it: %s", async (_, history, heard, told) => {
    expect(await clocksOf(await loop.submit(past(history)))).toMatchObject({ heard, told })
  })

  it("F-D16 · counts in figures only with what is known of it", async () => {
    const items: Keyed[] = [{}, { answered: "2026-05-01T10:00:00Z" }, { closed: "2026-03-02T10:30:00Z" }].map(
      (history, n) => ({
        key: `m${n}`,
        feedback: past(history, { customer: `c-${n}` })
      })
    )
    for await (const receipt of loop.submitMany(items)) expect(receipt.outcome).toBe("opened")
    await loop.advance("1 day")
    const figures = await kept()
    const figure = (name: string) => figures.find((one) => one.measure === name)
    expect(figure("volume")).toMatchObject({ value: 3 })
    expect(figure("kept")).toMatchObject({ of: 2, hits: 1 })
    expect(figure("cycle-time")).toMatchObject({ of: 2 })
    for (const name of ["resolution", "satisfaction", "first-contact-resolution", "response"])
      expect(figure(name)).toMatchObject({ of: 0 })
  })

  it("F-D16 · adds nothing to an open case", async () => {
    const live = await loop.submit({ channel: "phone", customer: "c-1", verbatim: "my parcel is late" })
    await loop.tick()
    const before = loop.sent().length
    const old = await loop.submit(past({}, { received: "2026-11-16T08:59:00Z" }))
    expect(old).toMatchObject({ outcome: "opened" })
    expect(old.case).not.toBe(live.case)
    await loop.tick()
    expect(loop.sent().length).toBe(before)
  })

  it("F-D16 · can be declared only by the host", async () => {
    for (const actor of [{ id: "ann" }, { customer: "c-1" }, { anonymous: true }] as const)
      expect(await loop.for({ actor }).submit(past({}))).toMatchObject({
        outcome: "quarantined",
        reason: "intake/not-yours history"
      })
  })

  it.each([[true], ["2026-03-02"], [{ answered: "soon" }], [{ closed: 5 }], [{ replied: "2026-03-02T10:30:00Z" }]])(
    "F-D16 · of another shape goes into quarantine: %j",
    async (history) => {
      expect(await loop.submit(past(history as never))).toMatchObject({ reason: "intake/shape history instants" })
    }
  )
})
