/** What regrading, waiving, extending and closing need: whose limits, and by which rule of the policy. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import { people, policy, type Wishes } from "../../src/testing/Build.ts"
import { desk, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { ack, MON, tell } from "../cases/complaint.ts"

const approve: Command = { do: "approve" }
const limits: NonNullable<Wishes["limits"]> = [
  { role: "agent", compensate: { perCase: 10_000 }, close: ["P3"], regrade: ["P2", "P3"], waive: ["corrected"] },
  { role: "supervisor", discount: 500 },
  { role: "director", close: "all", regrade: "all", waive: "all" }
]
const opened = (wishes: Wishes = {}): TestDesk => {
  const d = desk(policy({ limits, ...wishes }))
  d.does(`${MON} 09:00`, "ann", submit())
  d.does(`${MON} 09:10`, "ann", ack)
  return d
}

describe("within their limits", () => {
  it.each<readonly [by: string, command: Command, event: string]>([
    ["ann", { do: "regrade", to: "routine", reason: "there is time" }, "regraded"],
    ["ann", { do: "waive", gate: "corrected", reason: "none is possible" }, "gate-waived"],
    ["dora", { do: "regrade", to: "urgent", reason: "a child" }, "regraded"],
    ["dora", { do: "waive", gate: "agreed", reason: "agreed by phone" }, "gate-waived"]
  ])("%s may: %j", (by, command, event) => {
    const { step } = opened().does(`${MON} 10:00`, by, command)
    expect(step.events[0]?.event).toBe(event)
    expect(step.events.map((one) => one.event)).not.toContain("approval-asked")
  })
})

describe("beyond their limits the lowest role that may is asked, by the rule that refuses", () => {
  it.each<readonly [by: string, command: Command, why: string, asked: string]>([
    ["ann", { do: "regrade", to: "urgent", reason: "a child" }, "authority.limits.agent.regrade", "dora"],
    ["sam", { do: "regrade", to: "routine", reason: "there is time" }, "authority.limits.supervisor", "dora"],
    ["quinn", { do: "regrade", to: "routine", reason: "there is time" }, "authority.limits", "ann"],
    ["ann", { do: "waive", gate: "agreed", reason: "by phone" }, "authority.limits.agent.waive", "dora"],
    ["sam", { do: "waive", gate: "corrected", reason: "by phone" }, "authority.limits.supervisor", "dora"],
    ["quinn", { do: "waive", gate: "corrected", reason: "by phone" }, "authority.limits", "ann"]
  ])("%s: %j, by %s, of %s", (by, command, why, person) => {
    const d = opened()
    d.does(`${MON} 10:00`, by, command).emits(
      { event: "clock-started", why: "authority.approval.within" },
      {
        event: "approval-asked",
        why,
        approval: { person, by, rules: [why], amount: 0, command }
      },
      { event: "message-queued", message: "approval-asked", to: person }
    )
    const done = d.does(`${MON} 10:10`, "dora", approve).step.events.map(({ event }) => event)
    expect(done.slice(0, 2)).toEqual(["approved", "clock-cancelled"])
    expect(done).toContain(command.do === "regrade" ? "regraded" : "gate-waived")
  })
})

describe("closing", () => {
  const urgent = (): TestDesk => {
    const d = desk(policy({ only: ["acknowledged", "told"], limits }))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { urgent: true } }))
    d.does(`${MON} 09:10`, "ann", ack)
    return d
  }

  it("beyond the grade of whoever completed it is asked for once, under a name of its own", () => {
    const d = urgent()
    const { step } = d.does(`${MON} 10:00`, "ann", tell)
    const asked = step.events.find(({ event }) => event === "approval-asked")
    expect(asked).toMatchObject({
      why: "authority.limits.agent.close",
      approval: { id: expect.stringMatching(/^c\d+:close$/), command: { do: "close" }, by: "ann", from: "director" }
    })
    d.does(`${MON} 10:10`, "ann", { do: "close" }).without("approval-asked")
    expect(d.case().authority.approvals).toHaveLength(1)
    d.does(`${MON} 10:20`, "dora", { do: "close" }).emits(
      { event: "approved", by: "dora" },
      { event: "clock-cancelled", reason: "answered" },
      { event: "customer-loop-closed", by: "dora" }
    )
    expect(d.letters().filter((letter) => letter.startsWith("request-"))).toEqual(["request-approved to ann"])
  })

  it("request ends when a gate is open again; whoever asked and whoever was asked are told why", () => {
    const d = urgent()
    d.does(`${MON} 10:00`, "ann", tell)
    const [told] = d.named("message-queued").flatMap((e) => ("message" in e && e.message === "result" ? [e] : []))
    d.does(`${MON} 10:10`, "channel:mail", {
      do: "bounced",
      message: told !== undefined && "id" in told ? String(told.id) : "",
      reason: "full"
    }).emits(
      { event: "denied", by: "system:policy", asked: "close", reason: "gates-open", why: "authority.approval" },
      { event: "clock-cancelled", reason: "answered" }
    )
    expect(d.letters().filter((letter) => letter.startsWith("request-"))).toEqual([
      "request-ended to ann",
      "request-ended to dora"
    ])
    expect(d.case().authority.approvals).toEqual([])
  })

  it.each<readonly [who: string, limits: Wishes["limits"], why: string]>([
    [
      "without a limit to close",
      [
        { role: "agent", discount: 1 },
        { role: "director", close: "all" }
      ],
      "authority.limits.agent"
    ],
    ["without limits", [{ role: "director", close: "all" }], "authority.limits"],
    ["of another grade", limits, "authority.limits.agent.close"]
  ])("by somebody %s is asked for by that line", (_, given, why) => {
    const d = desk(policy({ only: ["acknowledged", "told"], ...(given === undefined ? {} : { limits: given }) }))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { urgent: true } }))
    d.does(`${MON} 09:10`, "ann", ack)
    d.does(`${MON} 10:00`, "ann", tell).emits({ event: "approval-asked", why })
  })

  it("needs no authority if the policy limits it for nobody", () => {
    const d = desk(policy({ only: ["acknowledged", "told"], limits: [{ role: "agent", discount: 1 }] }))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { urgent: true } }))
    d.does(`${MON} 09:10`, "ann", ack)
    d.does(`${MON} 10:00`, "ann", tell).emits("customer-loop-closed").without("approval-asked")
  })
})

describe("a request", () => {
  const give = (amount: number | string): Command => ({ do: "compensate", amount, reason: "goodwill" })

  it("for money in another currency keeps the converted and the original amount", () => {
    const d = desk(policy())
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 10:00`, "ann", give("120 USD"), { rates: { USD: { rate: 0.92 } } })
    const [asked] = d.case().authority.approvals
    expect(asked).toMatchObject({
      amount: 11_040,
      command: { do: "compensate", amount: "110.40 EUR" },
      exchanged: { amount: "120", currency: "USD", rate: "0.92" }
    })
    d.does(`${MON} 10:10`, "sam", approve).emits({
      event: "compensated",
      amount: 11_040,
      exchanged: { amount: "120", currency: "USD", rate: "0.92" }
    })
  })

  it("for money in the policy's currency has no exchange rate", () => {
    const d = desk(policy())
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 10:00`, "ann", give("120 EUR"))
    const [asked] = d.case().authority.approvals
    expect(asked).toMatchObject({ amount: 12_000, command: give("120 EUR") })
    expect(asked).not.toHaveProperty("exchanged")
  })

  it("that nobody answers is denied at last, by the rule that says so", () => {
    const d = desk(policy({ approval: { unanswered: "denied" } }))
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 10:00`, "ann", give(200))
    d.tick(`${MON} 14:00`)
    const why = "authority.approval.unanswered"
    expect(d.named("approval-lapsed")).toMatchObject([{ dueAt: d.named("approval-lapsed")[0]?.at, why }])
    expect(d.named("denied")).toMatchObject([{ by: "system:timer", asked: "compensate", reason: "unanswered", why }])
  })

  it("is denied with the given reason, by whoever was asked or could approve it", () => {
    for (const by of ["sam", "sue", "dora"]) {
      const d = desk(policy())
      d.does(`${MON} 09:00`, "ann", submit())
      d.does(`${MON} 10:00`, "ann", give(200))
      const moved = people.map((one) => (one.id === "sam" ? { ...one, roles: ["agent"] } : one))
      d.does(`${MON} 10:10`, by, { do: "deny", reason: "too much" }, { people: moved }).emits({
        event: "denied",
        by,
        asked: "compensate",
        reason: "too much",
        why: "authority.approval"
      })
    }
  })
})
