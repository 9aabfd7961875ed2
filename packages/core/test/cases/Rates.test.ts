/** Money in another currency. The policy's is EUR; agent 100 for a case, supervisor 500, director without limit. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import { total } from "../../src/case/track/Authority.ts"
import { policy } from "../../src/testing/Build.ts"
import { desk, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { MON } from "./complaint.ts"

const give = (amount: number | string): Command => ({ do: "compensate", amount, reason: "goodwill" })
const rates = { USD: { rate: 0.92, of: "ECB 2026-11-13" }, JPY: { rate: "0.0061" }, BHD: { rate: 2.4449 } }
const opened = (): TestDesk => {
  const d = desk(policy())
  d.does(`${MON} 09:00`, "ann", submit())
  return d
}
const given = (d: TestDesk): number => total(d.case().authority, "compensate")

describe("another currency than the limit's", () => {
  it("A3 · is converted at a rate that is stored with the decision", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", give("50.50 USD"), { rates }).emits({
      event: "compensated",
      amount: 4646,
      exchanged: { amount: "50.50", currency: "USD", rate: "0.92", of: "ECB 2026-11-13" }
    })
    d.does(`${MON} 10:10`, "ann", give("1001 JPY"), { rates }).emits({ event: "compensated", amount: 611 })
    d.does(`${MON} 10:20`, "ann", give("1.125 BHD"), { rates }).emits({ event: "compensated", amount: 275 })
    expect(given(d)).toBe(4646 + 611 + 275)
  })
  it("A3 · counts against the limit with its converted amount", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", give("120 USD"), { rates })
      .emits({
        event: "approval-asked",
        approval: { amount: 11_040, from: "supervisor", exchanged: { currency: "USD", rate: "0.92" } }
      })
      .without("compensated")
    // The amount shown to the approver is given, whatever the rate is by then.
    d.does(`${MON} 12:00`, "sam", { do: "approve" }, { rates: { USD: { rate: 0.99 } } }).emits({
      event: "compensated",
      amount: 11_040,
      approvedBy: "sam",
      exchanged: { amount: "120", rate: "0.92" }
    })
  })
  it("A3 · without a rate it waits for a person without limit, and is granted once there is a rate", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", give("5 USD"))
      .emits({ event: "approval-asked", approval: { amount: 0, from: "director", person: "dora" } })
      .without("compensated")
    d.send(`${MON} 10:10`, "dora", { do: "approve" }).rejects("authority/no-rate")
    d.does(`${MON} 10:20`, "dora", { do: "approve" }, { rates }).emits({
      event: "compensated",
      amount: 460,
      by: "ann",
      exchanged: { rate: "0.92" }
    })
  })
  it("A3 · without a rate not even a person without limit grants it, since it could not be added up", () => {
    const d = opened()
    d.send(`${MON} 10:00`, "dora", give("5 USD")).rejects("authority/no-rate")
    d.does(`${MON} 10:10`, "dora", give("5 USD"), { rates }).emits("compensated")
  })
  it("A3 · an invalid rate counts as none", () => {
    const d = opened()
    d.send(`${MON} 10:00`, "dora", give("5 USD"), { rates: { USD: { rate: 0 } } }).rejects("authority/no-rate")
    d.send(`${MON} 10:00`, "dora", give("5 USD"), { rates: { USD: { rate: "1,2" } } }).rejects("authority/no-rate")
  })
})

describe("limits that changed while a request waited", () => {
  const stricter = (most: number) => {
    const rule = policy().bundle.authority
    const limits = rule.limits.map((limit) =>
      limit.role === "supervisor" ? { ...limit, compensate: { perCase: most } } : limit
    )
    return { content: "build-2", rule: { ...rule, limits } }
  }
  it("A5 · raised: the approver is judged by the version in force at the decision, and both versions are stored", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", give(600)).emits({
      event: "approval-asked",
      approval: { from: "director", policy: "build-1" }
    })
    d.send(`${MON} 10:10`, "sam", { do: "approve" }).rejects("authority.limits.supervisor.compensate.per-case")
    d.does(`${MON} 10:20`, "sam", { do: "approve" }, { authority: stricter(80_000) }).emits(
      { event: "approved", by: "sam", policy: "build-2" },
      { event: "compensated", amount: 60_000, under: "build-2" }
    )
  })
  it("A5 · lowered: what the old version allowed goes to the next role", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", give(200)).emits({ event: "approval-asked", approval: { from: "supervisor" } })
    d.send(`${MON} 10:10`, "sam", { do: "approve" }, { authority: stricter(15_000) }).rejects(
      "authority.limits.supervisor.compensate.per-case"
    )
    d.does(`${MON} 10:20`, "dora", { do: "approve" }, { authority: stricter(15_000) }).emits("compensated")
  })
  it("A5 · permissions, and every event of authority, go by the version in force", () => {
    const d = opened()
    const { authority: rule } = policy().bundle
    const none = { content: "build-2", rule: { ...rule, limits: rule.limits.filter(({ role }) => role !== "agent") } }
    const refused = d.send(`${MON} 10:00`, "ann", { do: "approve" }, { authority: none }).step.refusal
    expect([refused?.allowed.includes("compensate"), refused?.allowed.includes("set")]).toEqual([false, true])
    expect(d.send(`${MON} 10:00`, "ann", { do: "approve" }).step.refusal?.allowed).toContain("compensate")
    d.does(`${MON} 10:10`, "ann", give(10), { authority: none }).emits({ event: "approval-asked", under: "build-2" })
    d.does(`${MON} 10:20`, "sam", { do: "deny" }, { authority: none }).emits({ event: "denied", under: "build-2" })
  })
  it("A5 · a grant that is allowed at once names its version", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "sam", give(300), { authority: stricter(50_000) }).emits({
      event: "compensated",
      under: "build-2"
    })
    expect("under" in (d.named("compensated")[0] ?? {})).toBe(true)
    d.does(`${MON} 10:10`, "sam", give(10)).emits("compensated")
    expect("under" in (d.named("compensated")[1] ?? {})).toBe(false)
  })
})

describe("amounts split over cases", () => {
  it("AU-5 · over cases linked through a third one, by several people", () => {
    const d = opened()
    for (const id of ["B", "C"]) {
      d.does(`${MON} 09:10`, "ben", submit({ case: id, customer: id }))
      d.does(`${MON} 09:20`, "ben", { do: "set", causeOf: "A" }, { case: id })
    }
    d.does(`${MON} 10:00`, "ann", give(60), { case: "B" }).emits("compensated")
    d.does(`${MON} 10:10`, "ben", give(60), { case: "C" })
      .emits({ event: "approval-asked", why: "authority.limits.agent.compensate.per-case" })
      .without("compensated")
    d.does(`${MON} 10:20`, "ben", give(40)).emits("compensated")
  })
  it("AU-5 · a case that is only named in somebody's words does not count", () => {
    const d = opened()
    d.does(`${MON} 09:10`, "ben", submit({ case: "B", customer: "dave" }), {
      sameMatter: { contacts: 1, unanswered: 0, mentions: "A" }
    })
    expect(d.case("B").relations.links).toEqual(["A"])
    d.does(`${MON} 10:00`, "ann", give(60))
    d.does(`${MON} 10:10`, "ben", give(60), { case: "B" }).emits("compensated")
  })
})
