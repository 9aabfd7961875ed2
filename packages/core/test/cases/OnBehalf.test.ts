/** A customer's words entered by staff are recorded, shown and permitted as such. */
import { describe, expect, it } from "vitest"
import type { Command, Says } from "../../src/case/generated/Command.ts"
import type { EndingRule } from "../../src/policy/Bundle.ts"
import { policy, type Wishes } from "../../src/testing/Build.ts"
import { desk, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { event } from "../../src/text/Text.ts"
import { view } from "../text/samples.ts"
import { ack, MON, propose } from "./complaint.ts"

const withdrawn = (...by: readonly string[]): readonly EndingRule[] => [
  { name: "withdrawn", path: "endings.withdrawn", by, fields: [], closes: "customer-loop" }
]
const withdraw: Command = { do: "withdraw", reason: "sorted" }
const reply = (says: Says): Command => ({ do: "reply", says, text: "so they say" })

const opened = (wishes: Wishes = {}): TestDesk => {
  const d = desk(policy({ limits: [{ role: "agent", close: "all" }], ...wishes }))
  d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
  return d
}
/** A case whose result was told. The owner may pass the gate at which the customer confirms. */
const told = (gate: NonNullable<Wishes["gates"]>[string] = {}): TestDesk => {
  const d = opened({
    only: ["told", "confirmed"],
    gates: { told: { after: [] }, confirmed: { by: ["customer", "owner"], ...gate } },
    reopen: {}
  })
  d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "told", result: "redone" })
  return d
}
const proposed = (gate: NonNullable<Wishes["gates"]>[string] = {}): TestDesk => {
  const d = opened({ gates: { agreed: gate } })
  d.does(`${MON} 09:10`, "ann", ack)
  d.does(`${MON} 09:20`, "ann", propose())
  return d
}

describe("withdrawing", () => {
  it("F-R5 · an owner cannot withdraw what the policy lets only the customer withdraw", () => {
    const d = opened({ endings: withdrawn("customer") })
    d.send(`${MON} 10:00`, "ann", withdraw).rejects("endings.withdrawn.by")
    d.send(`${MON} 10:00`, "sam", withdraw).rejects("endings.withdrawn.by")
    d.send(`${MON} 10:00`, "system:host", withdraw).rejects("endings.withdrawn.by")
    expect(d.case().lifecycle.customerLoop).toBeUndefined()
    const { step } = d.does(`${MON} 10:00`, "carl", withdraw).emits("case-withdrawn")
    expect(step.events.find((one) => one.event === "case-withdrawn")).not.toHaveProperty("onBehalfOf")
  })
  it("F-R5 · if the policy names the owner, it is recorded and shown as done on the customer's behalf", () => {
    const d = opened({ endings: withdrawn("customer", "owner") })
    d.does(`${MON} 10:00`, "ann", withdraw).emits(
      { event: "case-withdrawn", by: "ann", onBehalfOf: "customer:carl" },
      { event: "customer-loop-closed", outcome: "withdrawn", isOnBehalf: true }
    )
    const [found = expect.fail()] = d.named("case-withdrawn")
    expect(event(found, "en", view)).toBe(
      "the customer withdrew the feedback, entered by ann on the customer's behalf: sorted"
    )
    expect(event(found, "zh-CN", view)).toBe("客户撤回反馈（ann 代客户录入）：sorted")
  })
  it("F-R5 · the same holds for every ending and everybody whom it names", () => {
    const rule = { path: "endings.forwarded", fields: [], closes: "customer-loop" } as const
    const d = opened({ endings: [{ ...rule, name: "forwarded", by: ["director"] }] })
    d.send(`${MON} 10:00`, "ann", { do: "forward" }).rejects("endings.forwarded.by")
    d.send(`${MON} 10:00`, "ann", { do: "merge", into: "B" }).rejects("ending/not-offered")
    d.does(`${MON} 10:00`, "dora", { do: "forward" })
  })
})

describe("answers", () => {
  it.each(["agree", "counter", "refuse"] as const)(
    "F-R6 · %s, entered by the owner, is on the customer's behalf",
    (says) => {
      const name = { agree: "proposal-agreed", counter: "proposal-countered", refuse: "proposal-refused" } as const
      const d = proposed()
      d.does(`${MON} 09:30`, "ann", reply(says)).emits({ event: name[says], by: "ann", onBehalfOf: "customer:carl" })
      const [found = expect.fail()] = d.named(name[says])
      expect(event(found, "en", view)).toContain("entered by ann on the customer's behalf")
      expect(event(found, "zh-CN", view)).toContain("（ann 代客户录入）")
      const own = proposed()
      own.does(`${MON} 09:30`, "carl", reply(says))
      expect(own.named(name[says])[0]).not.toHaveProperty("onBehalfOf")
    }
  )
  it("F-R6 · satisfied and dissatisfied are shown as entered by staff until the end of the case", () => {
    for (const says of ["satisfied", "dissatisfied"] as const) {
      const d = told()
      d.does(`${MON} 10:00`, "ann", reply(says)).emits(
        { event: says === "satisfied" ? "customer-confirmed" : "customer-dissatisfied", onBehalfOf: "customer:carl" },
        { event: "customer-loop-closed", isOnBehalf: true },
        { event: "case-closed", isOnBehalf: true }
      )
      expect(d.case().lifecycle).toMatchObject({ satisfaction: says, isOnBehalf: true })
      for (const name of ["customer-loop-closed", "case-closed"] as const) {
        const [found = expect.fail()] = d.named(name)
        expect(event(found, "en", view)).toContain("entered by the staff on the customer's behalf")
        expect(event(found, "zh-CN", view)).toContain("员工代客户录入")
      }
    }
    const own = told()
    own.does(`${MON} 10:00`, "carl", reply("satisfied"))
    expect(own.named("case-closed")[0]).not.toHaveProperty("isOnBehalf")
    expect(own.case().lifecycle.isOnBehalf).toBe(false)
  })
  it("F-R6 · a reopened case forgets on whose behalf the last answer was entered", () => {
    const d = opened({
      only: ["told", "confirmed"],
      gates: { told: { after: [] }, confirmed: { by: ["customer", "owner"] } },
      reopen: { dissatisfied: { backTo: "told", within: { _tag: "Civil", months: 0, days: 30 } } }
    })
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "told", result: "redone" })
    d.does(`${MON} 09:20`, "ann", reply("satisfied"))
    d.does(`${MON} 09:30`, "carl", reply("dissatisfied")).emits("case-reopened")
    expect(d.case().lifecycle.isOnBehalf).toBe(false)
  })
  it("F-R6 · a policy forbids it with `replied-by: customer`, also for the owner and for a settled gate", () => {
    const d = told({ repliedBy: ["customer"] })
    d.send(`${MON} 10:00`, "ann", reply("satisfied")).rejects("loops.complaint.customer-loop.confirmed.replied-by")
    d.send(`${MON} 10:00`, "ann", reply("dissatisfied")).rejects("gate/wrong-person")
    d.does(`${MON} 10:00`, "carl", reply("satisfied"))
    d.send(`${MON} 10:10`, "ann", reply("dissatisfied")).rejects("gate/wrong-person")
    const p = proposed({ repliedBy: ["customer"] })
    p.send(`${MON} 09:30`, "ann", reply("agree")).rejects("loops.complaint.customer-loop.agreed.replied-by")
    p.does(`${MON} 09:30`, "carl", reply("agree"))
  })
  it("F-R6 · a policy may let other people than those who pass the gate enter it", () => {
    const d = proposed({ repliedBy: ["supervisor"] })
    d.send(`${MON} 09:30`, "ann", reply("agree")).rejects("gate/wrong-person")
    d.does(`${MON} 09:30`, "sam", reply("agree")).emits({ event: "proposal-agreed", onBehalfOf: "customer:carl" })
  })
})
