/** Closing needs authority if a person completes a loop. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import type { Wishes } from "../../src/testing/Build.ts"
import { people, policy } from "../../src/testing/Build.ts"
import type { TestDesk } from "../../src/testing/Spec.ts"
import { desk, instant, submit } from "../../src/testing/Spec.ts"

const MON = "2026-11-16"
const TUE = "2026-11-17"
const approve: Command = { do: "approve" }

describe("closing needs authority", () => {
  const one: Wishes = {
    only: ["acknowledged", "told", "investigated"],
    gates: { investigated: { kind: "root-cause", side: "system-loop", when: { urgency: "urgent" } } }
  }
  const tell: Command = { do: "pass", gate: "told", result: "done" }
  const ack: Command = { do: "pass", gate: "acknowledged" }
  const urgent = (wishes: Wishes = {}): TestDesk => {
    const d = desk(policy({ only: ["acknowledged", "told"], ...wishes }))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { urgent: true } }))
    d.does(`${MON} 09:10`, "ann", ack)
    return d
  }
  it("within the grade a loop closes at once; above it, it waits for the lowest role that may close it", () => {
    const low = desk(policy({ only: ["acknowledged", "told"] }))
    low.does(`${MON} 09:00`, "ann", submit())
    low.does(`${MON} 09:10`, "ann", ack)
    low.does(`${MON} 10:00`, "ann", tell).emits("case-closed")
    const d = urgent()
    d.does(`${MON} 10:00`, "ann", tell)
      .emits({
        event: "approval-asked",
        why: "authority.limits.agent.close",
        approval: { from: "supervisor", command: { do: "close" } }
      })
      .without("customer-loop-closed")
    d.does(`${MON} 10:30`, "system:timer", { do: "time" }).without("customer-loop-closed")
    d.does(`${MON} 10:31`, "channel:mail", { do: "delivered", message: "m1" }).without("customer-loop-closed")
    d.does(`${MON} 10:32`, "ann", { do: "note", text: "waiting" }).without("approval-asked")
    d.does(`${MON} 11:00`, "sam", approve).emits("approved", "customer-loop-closed", "case-closed")
  })
  it("whoever has the authority may close without having been asked, which answers the request", () => {
    const d = urgent()
    d.does(`${MON} 10:00`, "ann", tell)
    d.does(`${MON} 10:10`, "dora", { do: "close" }).emits({ event: "approved", by: "dora" }, "customer-loop-closed")
    expect(d.nextDue()).toBe("never")
  })
  it("after a denial the loop stays open, nobody is asked again for the same, and time does not close it", () => {
    const d = urgent()
    d.does(`${MON} 10:00`, "ann", tell)
    d.does(`${MON} 10:10`, "sam", { do: "deny", reason: "call them first" })
    d.does(`${MON} 10:20`, "ann", { do: "note", text: "called" }).without("approval-asked")
    d.tick(`${TUE} 16:00`)
    expect(d.case().lifecycle.customerLoop).toBeUndefined()
    d.does(`${TUE} 16:10`, "ann", { do: "close" }).emits("approval-asked")
    d.does(`${TUE} 16:20`, "sam", approve).emits("case-closed")
  })
  it("if nobody in the directory may close it, the loop stays open until somebody who may does", () => {
    const d = urgent()
    const agents = people.filter((person) => person.roles.includes("agent"))
    d.does(`${MON} 10:00`, "ann", tell, { people: agents }).emits({ event: "denied", asked: "close", reason: "nobody" })
    d.tick(`${TUE} 12:00`)
    expect(d.case().lifecycle.customerLoop).toBeUndefined()
    d.does(`${TUE} 12:00`, "dora", { do: "close" }).emits("case-closed")
  })
  it("a request to close ends when a gate is open again", () => {
    const d = desk(policy({ only: ["acknowledged", "told"] }))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { urgent: true } }))
    d.does(`${MON} 09:10`, "ann", ack)
    d.does(`${MON} 10:00`, "ann", tell)
    const letter = d.named("message-queued").find((e) => e.event === "message-queued" && e.message === "result")
    d.does(`${MON} 10:10`, "channel:mail", {
      do: "bounced",
      message: letter?.event === "message-queued" ? letter.id : "",
      reason: "full"
    }).emits({ event: "denied", asked: "close", reason: "gates-open" })
    d.does(`${MON} 10:20`, "ann", tell).emits("approval-asked")
  })
  it("the customer and time need no authority", () => {
    const d = desk(policy({ only: ["acknowledged", "told", "confirmed"] }))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { urgent: true } }))
    d.does(`${MON} 09:10`, "ann", ack)
    d.does(`${MON} 10:00`, "ann", tell)
    d.does(`${MON} 11:00`, "carl", { do: "reply", says: "satisfied" }).emits("customer-loop-closed")
  })
  it("what time completed before a person's command needs nobody's authority", () => {
    const d = desk(policy({ only: ["acknowledged", "told", "confirmed"] }), "none")
    d.does(`${MON} 09:00`, "ann", submit({ facts: { urgent: true } }))
    d.does(`${MON} 09:10`, "ann", ack)
    d.does(`${MON} 10:00`, "ann", tell)
    d.does("2026-12-07 10:00", "ann", { do: "note", text: "quiet" })
      .emits({ event: "customer-loop-closed", outcome: "unconfirmed" })
      .without("approval-asked")
  })
  it("if nobody may close and a machine settles the last gate of a late record, closing is denied once, at that instant", () => {
    const d = desk(
      policy({
        only: ["acknowledged", "confirmed"],
        gates: {
          confirmed: { kind: "confirmation", after: ["acknowledged"], by: ["owner"] },
          filed: { kind: "record", by: ["automatic"], after: ["confirmed"] }
        },
        limits: [{ role: "director", close: "all" }]
      })
    )
    const agents = people.filter(({ roles }) => roles.includes("agent"))
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", ack)
    const late = { said: `${MON} 11:00`, people: agents }
    const { events } = d.does(`${MON} 12:00`, "ann", { do: "reply", says: "satisfied" }, late).step
    expect(events.filter(({ event }) => event === "denied")).toMatchObject([{ at: instant(`${MON} 12:00`) }])
  })
  it("a side on which nothing was shown needs no authority", () => {
    const d = desk(policy({ ...one, limits: [{ role: "agent", close: ["P2", "P3"] }] }))
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", ack)
    d.does(`${MON} 10:00`, "ann", tell).emits("customer-loop-closed", "system-loop-closed", "case-closed")
  })
})
