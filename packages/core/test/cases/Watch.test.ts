/** Alarms and assumptions. */
import { describe, expect, it } from "vitest"
import { policy } from "../../src/testing/Build.ts"
import { desk, submit } from "../../src/testing/Spec.ts"
import { ack, MON, TUE } from "./complaint.ts"

const urgent = { urgent: true }
const calm = { urgent: false }

describe("alarms", () => {
  const wishes = { alarms: { hot: { when: { urgency: "urgent" }, notify: ["supervisor", "owner"] } } }

  it("are raised once each time their condition becomes true, and again only after it was false", () => {
    const d = desk(policy(wishes))
    d.does(`${MON} 09:00`, "ann", submit()).without("alarm-raised")
    d.does(`${MON} 10:00`, "ann", { do: "set", facts: urgent }).emits(
      { event: "regraded", dimension: "urgency" },
      { event: "alarm-raised", alarm: "hot", told: ["sam", "ann"], why: "alarms.hot" }
    )
    expect(d.letters().filter((one) => one.startsWith("alarm"))).toEqual(["alarm to sam", "alarm to ann"])
    d.does(`${MON} 10:10`, "ann", ack).without("alarm-raised")
    d.does(`${MON} 11:00`, "sam", { do: "set", facts: calm, reason: "it was a test" }).emits({
      event: "alarm-cleared",
      alarm: "hot"
    })
    d.does(`${MON} 12:00`, "ann", { do: "set", facts: urgent }).emits("alarm-raised")
    expect(d.named("alarm-raised")).toHaveLength(2)
  })
  it("may wait for a clock, and are not raised on a closed case", () => {
    const missed = {
      alarms: { late: { when: { "clock.acknowledged": "missed" }, notify: ["director"], send: "overdue" } }
    }
    const d = desk(policy(missed))
    d.does(`${MON} 09:00`, "ann", submit())
    d.tick(`${TUE} 09:00`)
    expect(d.named("alarm-raised")).toMatchObject([{ alarm: "late", told: ["dora"] }])
    expect(d.letters()).toContain("overdue to dora")
    const f = desk(policy({ alarms: { hot: { when: { urgent: true }, notify: ["owner"] } } }))
    f.does(`${MON} 09:00`, "ann", submit({ verbatim: "thank you for the help" }))
    f.does(`${MON} 10:00`, "ann", { do: "set", facts: urgent }).without("alarm-raised")
  })
  it("do not change while a gate in their condition is not settled", () => {
    const d = desk(policy({ alarms: { skipped: { when: { "gate.prevented": "explained" }, notify: ["director"] } } }))
    d.does(`${MON} 09:00`, "ann", submit())
    expect([...d.named("alarm-raised"), ...d.named("alarm-cleared")]).toEqual([])
  })
})

describe("assumptions", () => {
  it("report a case that does not fit once, and change nothing else", () => {
    const assume = [
      { never: { kind: "praise", emotion: "furious" }, because: "praise is scored after negation" },
      { never: { tier: "strategic", urgent: true }, because: "they have a desk of their own" }
    ]
    const d = desk(policy({ assume }))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { tier: "strategic" } })).without("assumption-broken")
    d.does(`${MON} 10:00`, "ann", { do: "set", facts: urgent }).emits({
      event: "assumption-broken",
      assumption: "assume.2",
      because: "they have a desk of their own",
      why: "assume.2"
    })
    d.does(`${MON} 11:00`, "sam", { do: "set", facts: calm, reason: "it was a test" })
    d.does(`${MON} 12:00`, "ann", { do: "set", facts: urgent }).without("assumption-broken")
  })
})
