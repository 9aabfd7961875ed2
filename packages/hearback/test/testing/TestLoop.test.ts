import { describe, expect, it } from "vitest"
import { memory } from "../../src/index.ts"
import { testLoop } from "../../src/testing.ts"

const policy = new URL("../scenario/cases/uk.policy.yaml", import.meta.url).pathname
const at = "2026-11-16 09:00"
const feedback = { channel: "email", customer: "c-1", verbatim: "My invoice is wrong" }
const caseOf = (receipt: { readonly outcome: string; readonly case?: string }): string =>
  receipt.case ?? expect.fail(receipt.outcome)

describe("a loop for tests", () => {
  it("explains the form of an instant and a duration, with the name that was used", async () => {
    await expect(testLoop(policy, { at: "yesterday" })).rejects.toThrow(/^`at` is not an instant: .*"2026-11-16 09:40"/)
    const loop = await testLoop(policy, { at })
    await expect(loop.advance("2 workng days")).rejects.toThrow(
      /^`by` is not an instant: .*a length such as "2 working days"/
    )
    await expect(testLoop(policy, { att: at } as never)).rejects.toThrow("did you mean `at`")
  })

  it("fires everything due in order and at its own instant", async () => {
    const loop = await testLoop(policy, { at })
    const id = caseOf(await loop.submit(feedback))
    expect(loop.sent()).toEqual([])
    await loop.tick()
    expect(loop.sent()).toEqual([
      expect.objectContaining({ to: "c-1", template: "receipt", case: id }),
      expect.objectContaining({ to: "ann", template: "assigned", case: id })
    ])
    expect((await loop.advance("1 working day")).toISOString()).toBe("2026-11-17T09:00:00.000Z")
    const overdue = loop.sent().filter(({ template, to }) => template === "overdue" && to === "sue")
    expect(overdue.map((each) => each.at.toISOString())).toEqual([
      "2026-11-16T10:00:00.000Z",
      "2026-11-16T13:00:00.000Z",
      "2026-11-16T17:00:00.000Z"
    ])
    const seen = await loop.get(id)
    expect(seen?.clocks.find(({ name }) => name === "resolved")?.state).toBe("missed")
    expect(seen?.clocks.find(({ name }) => name === "resolved")?.missed?.dueAt.toISOString()).toBe(
      "2026-11-16T17:00:00.000Z"
    )
  })

  it("counts working time on the named calendar, and moves to an instant", async () => {
    const loop = await testLoop(policy, { at: "2026-12-24T16:00:00Z" })
    expect((await loop.advance("2 working hours")).toISOString()).toBe("2026-12-29T10:00:00.000Z")
    expect((await loop.advance("1 working day", { calendar: "always" })).toISOString()).toBe("2026-12-30T10:00:00.000Z")
    expect((await loop.advance("2027-01-04 08:00")).toISOString()).toBe("2027-01-04T08:00:00.000Z")
    await expect(loop.advance("2027-01-01 08:00")).rejects.toMatchObject({ code: "time/not-an-instant" })
    await expect(loop.advance("1 hour", { calendar: "lunar" })).rejects.toMatchObject({ code: "time/not-an-instant" })
  })

  it("is the same after a crash, and continues", async () => {
    const loop = await testLoop(policy, { at })
    const id = caseOf(await loop.submit(feedback))
    const desk = loop.for({ actor: { id: "ann" } })
    expect(await desk.execute(id, { do: "pass", gate: "acknowledged" })).toMatchObject({ ok: true })
    await loop.tick()
    const before = [await loop.get(id), await loop.list(), await loop.explain(id), loop.sent()]
    await loop.crash()
    await loop.tick()
    expect([await loop.get(id), await loop.list(), await loop.explain(id), loop.sent()]).toEqual(before)
    expect(await desk.execute(id, { do: "pass", gate: "agreed", proposal: "A new invoice" })).toMatchObject({
      ok: true
    })
    expect(await loop.verify()).toMatchObject({ ok: true })
  })

  it("has the same ids for the same seed, and accepts a store that was used before", async () => {
    const store = memory()
    const loop = await testLoop(policy, { at, seed: 7, store })
    const other = await testLoop(policy, { at, seed: 7 })
    const id = caseOf(await loop.submit(feedback))
    expect(caseOf(await other.submit(feedback))).toBe(id)
    const again = await testLoop(policy, { at: "2026-11-17 09:00", seed: 7, store })
    const next = caseOf(await again.submit({ ...feedback, verbatim: "The parcel came open" }))
    expect(next).not.toBe(id)
    expect((await again.list({ order: "received" })).items.map((row) => row.id)).toEqual([id, next])
  })

  it("keeps what a channel of the test sends, and not what it bounces", async () => {
    const fates = ["bounced", "sent"]
    const channel = {
      name: "email",
      audiences: ["customer", "staff"] as const,
      needsAddress: false,
      send: async () =>
        fates.shift() === "bounced"
          ? ({ delivery: "bounced", reason: "full" } as const)
          : ({ delivery: "sent" } as const)
    }
    const loop = await testLoop(policy, { at, channels: [channel] })
    await loop.submit(feedback)
    await loop.tick()
    // The receipt came back, and the owner is told.
    expect(loop.sent()).toEqual([expect.objectContaining({ to: "ann", template: "assigned" })])
    await loop.advance("1 hour")
    expect(loop.sent()).toContainEqual(expect.objectContaining({ to: "ann", template: "message-bounced" }))
    await loop.submit({ ...feedback, customer: "c-2" })
    await loop.tick()
    expect(loop.sent()).toContainEqual(expect.objectContaining({ to: "c-2", template: "receipt" }))
  })
})
