/** How long a record is kept, and what happens afterwards. */
import { describe, expect, it } from "vitest"
import * as Landing from "../../src/rule/relations/landing.ts"
import { hours, policy } from "../../src/testing/Build.ts"
import { desk, instant, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { civil, type Target, workingDays } from "../../src/time/Target.ts"
import { defined } from "../../src/value/Optional.ts"
import { ack, dissatisfied, MON, tell } from "./complaint.ts"

/** A case that was closed on Monday at ten. */
const closed = (retention: { readonly keep: Target; readonly from: string }): TestDesk => {
  const d = desk(
    policy({
      only: ["acknowledged", "told"],
      reopen: { dissatisfied: { backTo: "told", within: civil(0, 60) } },
      retention
    })
  )
  d.does(`${MON} 09:00`, "ann", submit({ customer: "c-1" }))
  d.does(`${MON} 09:10`, "ann", ack)
  d.does(`${MON} 10:00`, "ann", tell).emits("case-closed", {
    event: "clock-started",
    clock: "retention",
    why: "retention"
  })
  return d
}

describe("retention", () => {
  it("the time counts from the close, and after it the customer may be erased", () => {
    const d = closed({ keep: civil(0, 30), from: "closed" })
    expect(d.due("retention")).toBe("2026-12-17 00:00")
    expect(d.nextDue()).toBe("2026-12-17 00:00")
    d.tick("2026-12-16 23:59")
    expect(d.named("record-expired")).toEqual([])
    d.tick("2026-12-17 00:00")
    expect(d.named("record-expired")).toMatchObject([{ why: "retention" }])
    expect(d.named("customer-erased")).toMatchObject([{ by: "system:retention", reason: "retention" }])
    expect(d.nextDue()).toBe("never")
  })
  it("`from: received` counts from the receipt, but at least until the case is closed", () => {
    expect(closed({ keep: civil(0, 30), from: "received" }).due("retention")).toBe("2026-12-17 00:00")
    const d = desk(policy({ only: ["acknowledged", "told"], retention: { keep: civil(0, 1), from: "received" } }))
    d.does(`${MON} 09:00`, "ann", submit({ customer: "c-1" }))
    d.does(`${MON} 09:10`, "ann", ack)
    d.does("2026-11-25 10:00", "ann", tell).emits("case-closed", "record-expired")
    expect(d.named("customer-erased")).toHaveLength(1)
  })
  it("`from` a date of the case counts from that day, and from the close if the case has none", () => {
    const due = (facts?: Readonly<Record<string, string>>) => {
      const retention = { keep: workingDays(2), from: "fact:promised-by" }
      const d = desk(policy({ only: ["acknowledged", "told"], retention }))
      d.does(`${MON} 09:00`, "ann", submit({ customer: "c-1", ...defined({ facts }) }))
      d.does(`${MON} 09:10`, "ann", ack)
      d.does(`${MON} 10:00`, "ann", tell)
      return d.due("retention")
    }
    expect([due({ "promised-by": "2026-11-20" }), due()]).toEqual(["2026-11-24 17:00", "2026-11-18 17:00"])
  })
  it("a reopening cancels the time; the next close starts it again", () => {
    const d = closed({ keep: civil(0, 30), from: "closed" })
    d.does("2026-11-30 09:00", "c-1", dissatisfied).emits("case-reopened", {
      event: "clock-cancelled",
      clock: "retention",
      reason: "reopened"
    })
    d.tick("2026-12-18 09:00")
    expect(d.named("record-expired")).toEqual([])
    d.does("2026-12-18 10:00", "ann", tell).emits("case-closed", { event: "clock-started", cycle: 2 })
    expect(d.due("retention")).toBe("2027-01-18 00:00")
  })
  it("an expired record takes no command; a later message of its customer is new feedback", () => {
    const d = closed({ keep: civil(0, 30), from: "closed" })
    for (const command of [
      { do: "write", text: "hello" },
      { do: "note", text: "x" },
      { do: "reopen", because: "dissatisfied", reason: "x" }
    ] as const)
      d.send("2026-12-18 09:00", "ann", command).rejects("case/expired").rejects("retention")
    const landing = (thread?: ReturnType<TestDesk["case"]>) =>
      Landing.landing(
        d.world().policy,
        submit({ customer: "c-1" }),
        d.world().now,
        [d.case()],
        defined({ named: thread })
      )
    expect(landing().as).toBe("new")
    expect(landing(d.case()).as).toBe("new")
  })
  it("is kept until the close if that is later than the time from the receipt, to the instant", () => {
    const closedAt = (at: string) => {
      const retention = { keep: hours(8), from: "received" }
      const d = desk(policy({ only: ["acknowledged", "told"], retention }))
      d.does(`${MON} 09:00`, "ann", submit({ customer: "c-1" }))
      d.does(`${MON} 09:10`, "ann", ack)
      return d.does(at, "ann", tell)
    }
    closedAt(`${MON} 16:59`).emits({ event: "clock-started", clock: "retention", startedAt: instant(`${MON} 09:00`) })
    closedAt(`${MON} 17:00`).emits("record-expired").without("clock-started")
  })
  it("an erasure records who asked for it, and the rule of the policy if there is one", () => {
    const erase = { do: "erase", reason: "asked" } as const
    const d = closed({ keep: civil(0, 30), from: "closed" })
    d.does(`${MON} 11:00`, "system:retention", erase)
    expect(d.named("customer-erased")).toMatchObject([{ by: "system:retention", reason: "asked", why: "retention" }])
    const kept = desk(policy({ only: ["acknowledged", "told"] }))
    kept.does(`${MON} 09:00`, "ann", submit({ customer: "c-1" }))
    kept.does(`${MON} 11:00`, "system:retention", { ...erase, by: "ann" })
    expect(kept.named("customer-erased")).toMatchObject([{ by: "ann", reason: "asked" }])
    expect(kept.named("customer-erased")[0]).not.toHaveProperty("why")
  })
  it("without the section a record is kept forever", () => {
    const d = desk(policy({ only: ["acknowledged", "told"] }))
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", ack)
    d.does(`${MON} 10:00`, "ann", tell).emits("case-closed").without("clock-started")
  })
})
