/** Limits and approvals. Amounts in EUR; agent 100 a case and 250 a month, supervisor 500 a case. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import { total } from "../../src/case/track/Authority.ts"
import type { PersonState } from "../../src/people/Person.ts"
import type { Wishes } from "../../src/testing/Build.ts"
import { elapsedHours, people, policy } from "../../src/testing/Build.ts"
import type { TestDesk } from "../../src/testing/Spec.ts"
import { desk, local, submit } from "../../src/testing/Spec.ts"
import { world } from "../../src/testing/World.ts"
import { refusal as sayRefusal } from "../../src/text/refusal/Refusal.ts"

const MON = "2026-11-16"
const TUE = "2026-11-17"

const give = (amount: number | string, reason = "goodwill"): Command => ({ do: "compensate", amount, reason })
const approve: Command = { do: "approve" }
const opened = (wishes: Wishes = {}): TestDesk => {
  const d = desk(policy(wishes))
  d.does(`${MON} 09:00`, "ann", submit())
  return d
}
const given = (d: TestDesk, id = "A"): number => total(d.case(id).authority, "compensate")
const asked = (d: TestDesk, id = "A") =>
  d.case(id).authority.approvals.map((one) => `${one.from} ${one.person} ${local(one.dueAt)}`)

describe("who is asked", () => {
  const withChanges = (changes: Readonly<Record<string, Partial<PersonState>>>, wishes: Wishes = {}): TestDesk => {
    const under = policy(wishes)
    const staff = people.map((person) => ({ ...person, ...(changes[person.id] ?? {}) }))
    const d = desk(under, "prompt", { ...world(under), people: staff })
    d.does(`${MON} 09:00`, "ann", submit())
    return d
  }
  const away = { absence: {}, onDuty: false }

  it("AU-2 · nobody on leave is asked while somebody else may approve, perhaps with a higher role", () => {
    const d = withChanges({ sam: away })
    d.does(`${MON} 10:00`, "ann", give(200))
    const e = withChanges({ sam: away, sue: away })
    e.does(`${MON} 10:00`, "ann", give(200))
    const f = withChanges({ sam: away, sue: away, dora: away })
    f.does(`${MON} 10:00`, "ann", give(200))
    expect([d, e, f].map((one) => one.case().authority.approvals[0]?.person)).toEqual(["sue", "dora", "sam"])
  })
  it("AU-2 · whoever has a higher role than the one that was asked may answer, too, and is told so; nobody below may", () => {
    const d = withChanges({})
    d.does(`${MON} 10:00`, "ann", give(200)).emits({ event: "approval-asked", approval: { from: "supervisor" } })
    const offered = (who: string) =>
      d
        .send(`${MON} 10:10`, who, { do: "extend", clock: "nosuch", reason: "?" })
        .step.refusal?.allowed.includes("approve")
    expect(["ann", "ben", "sue", "dora", "quinn"].map(offered)).toEqual([false, false, true, true, false])
    d.does(`${MON} 10:20`, "dora", approve).emits("compensated")
  })
  describe("whose own limits have room", () => {
    const limits: Wishes["limits"] = [
      { role: "agent", compensate: { perCase: 10_000 } },
      { role: "supervisor", compensate: { perCase: 50_000, perMonth: 60_000 } },
      { role: "director", compensate: { perCase: 500_000, perMonth: 100_000 } }
    ]
    /** Lets somebody grant amounts on other cases. */
    const gives = (d: TestDesk, who: string, amounts: readonly number[]): void => {
      for (const [n, amount] of amounts.entries()) {
        d.does(`${MON} 09:1${n}`, "ann", submit({ case: `B-${who}-${n}`, customer: `b-${who}-${n}` }))
        d.does(`${MON} 09:2${n}`, who, give(amount), { case: `B-${who}-${n}` })
      }
    }
    it("F-R10 · the lowest role with room is asked, and a person in it whose monthly limit allows the amount", () => {
      const d = withChanges({}, { limits })
      d.does(`${MON} 10:00`, "ann", give(200)).emits({
        event: "approval-asked",
        approval: { from: "supervisor", person: "sam" }
      })
      const e = withChanges({}, { limits })
      gives(e, "sam", [500])
      e.does(`${MON} 10:00`, "ann", give(200)).emits({
        event: "approval-asked",
        approval: { from: "supervisor", person: "sue" }
      })
      e.does(`${MON} 10:10`, "sue", approve).emits("compensated")
      const f = withChanges({}, { limits })
      gives(f, "sam", [500])
      gives(f, "sue", [450])
      f.does(`${MON} 10:00`, "ann", give(200)).emits({
        event: "approval-asked",
        approval: { from: "director", person: "dora" }
      })
      f.does(`${MON} 10:10`, "dora", approve).emits("compensated")
    })
    it("F-R10 · if nobody has room, the lowest role is asked, and the request says so", () => {
      const d = withChanges({}, { limits })
      gives(d, "sam", [500])
      gives(d, "sue", [450])
      gives(d, "dora", [900])
      d.does(`${MON} 10:00`, "ann", give(200)).emits({
        event: "approval-asked",
        approval: { from: "supervisor", person: "sam", full: true }
      })
      d.send(`${MON} 10:10`, "sam", approve).rejects("authority/over-limit")
    })
    it("F-R10 · a request that nobody answered goes to somebody with a higher role who has room", () => {
      const d = withChanges({}, { limits, approval: { within: elapsedHours(2) } })
      gives(d, "dora", [900])
      d.does(`${MON} 10:00`, "ann", give(200)).emits({
        event: "approval-asked",
        approval: { from: "supervisor", person: "sam" }
      })
      gives(d, "sue", [450])
      d.tick(`${MON} 13:00`)
      expect(d.case().authority.approvals).toMatchObject([{ from: "director", person: "dora", full: true }])
    })
    it("a request leaves no clock behind, so a case does not grow however often nobody answers", () => {
      const d = withChanges({}, { approval: { within: elapsedHours(2) } })
      const clocks = (): readonly string[] =>
        Object.keys(d.case().clocks).filter((name) => name.startsWith("approval:"))
      for (const day of ["16", "17", "18"]) {
        d.does(`2026-11-${day} 10:00`, "ann", give(200))
        expect(clocks()).toHaveLength(1)
        d.tick(`2026-11-${day} 20:00`)
        expect(d.case().authority.approvals).toEqual([])
        expect(clocks()).toEqual([])
      }
      d.does("2026-11-19 10:00", "ann", give(200))
      d.does("2026-11-19 10:10", "sam", approve)
      expect([given(d), clocks()]).toEqual([20_000, []])
    })
  })
  it("AU-5 · nobody is asked who may not approve because of what they did on this case", () => {
    const d = withChanges({}, { apart: ["compensate", "approval"] })
    d.does(`${MON} 09:30`, "sam", give(10))
    d.does(`${MON} 10:00`, "ann", give(200)).emits({ event: "approval-asked", approval: { person: "sue" } })
    d.send(`${MON} 10:10`, "sam", approve).rejects("authority/apart")
    d.does(`${MON} 10:20`, "sue", approve).emits("compensated")
  })
})

describe("limits", () => {
  it("A1 · limit 100 for a case, grants of 40, 40 and 40: the third is pending with the lowest role that may approve", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", give(40)).emits({
      event: "compensated",
      amount: 4000,
      by: "ann",
      why: "authority.limits.agent.compensate"
    })
    d.does(`${MON} 10:05`, "ann", give(40))
    d.does(`${MON} 10:10`, "ann", give(40))
      .emits({
        event: "approval-asked",
        why: "authority.limits.agent.compensate.per-case",
        approval: { amount: 4000, from: "supervisor", person: "sam", by: "ann" }
      })
      .without("compensated")
    expect(given(d)).toBe(8000)
    d.does(`${MON} 11:00`, "sam", approve).emits(
      { event: "approved", by: "sam" },
      { event: "compensated", by: "ann", approvedBy: "sam", amount: 4000 }
    )
    expect(given(d)).toBe(12_000)
  })
  it("A1 · the limit is for the case, not for a person: two agents cannot split an amount", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", give(60))
    d.does(`${MON} 10:05`, "ben", give(60)).emits("approval-asked").without("compensated")
  })
  it("A1 · nor can an amount be split over two linked cases", () => {
    const d = opened()
    d.does(`${MON} 09:30`, "ann", submit({ case: "B", customer: "dave" }))
    d.does(`${MON} 09:40`, "ann", { do: "set", causeOf: "A" }, { case: "B" })
    d.does(`${MON} 10:00`, "ann", give(80))
    d.does(`${MON} 10:05`, "ann", give(80), { case: "B" }).emits("approval-asked").without("compensated")
  })
  it("AU-1 · a limit for a month counts over many cases, and begins anew with the next month", () => {
    const d = opened()
    for (const id of ["B", "C", "D"])
      d.does(`${MON} 09:30`, "ann", submit({ case: id, customer: id, verbatim: `the invoice ${id}` }))
    d.does(`${MON} 10:00`, "ann", give(100))
    d.does(`${MON} 10:05`, "ann", give(100), { case: "B" })
    d.does(`${MON} 10:10`, "ann", give(100), { case: "C" }).emits({
      event: "approval-asked",
      why: "authority.limits.agent.compensate.per-month"
    })
    d.does(`${MON} 10:20`, "ann", give(50), { case: "D" }).emits("compensated")
    d.does("2026-12-01 09:00", "ann", give(50), { case: "D" }).emits("compensated")
  })
  it("AU-1 · a limit for a day counts by the dates of the policy's zone", () => {
    const d = opened()
    d.does(`${MON} 09:30`, "sam", submit({ case: "B", customer: "dave" }))
    d.does(`${MON} 23:30`, "sam", give(500))
    d.does(`${MON} 23:40`, "sam", give(400), { case: "B" }).emits({
      event: "approval-asked",
      why: "authority.limits.supervisor.compensate.per-day",
      approval: { from: "director" }
    })
    d.does(`${TUE} 00:10`, "sam", give(400), { case: "B" }).emits("compensated")
  })
  it("AU-1 · a limit for a day counts by the zone of the version in force, whatever version the case has", () => {
    const d = opened()
    const { bundle } = d.world().policy
    const zone = { id: "Asia/Shanghai", from: [], offsetMinutes: [480] }
    const authority = { content: "build-2", rule: bundle.authority, zone }
    d.does(`${MON} 09:30`, "sam", submit({ case: "B", customer: "dave" }))
    d.does(`${MON} 15:30`, "sam", give(500), { authority })
    d.does(`${MON} 15:40`, "sam", give(400), { case: "B", authority }).emits("approval-asked")
    d.does(`${MON} 16:10`, "sam", give(400), { case: "B", authority }).emits("compensated")
  })
  it("AU-1 · an approved amount counts against the limit of whoever approved it", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", give(200))
    d.does(`${MON} 10:05`, "sam", approve)
    expect(d.world().ledgers["sam"]).toMatchObject([{ case: "A", power: "compensate", amount: 20_000 }])
    expect(d.world().ledgers["ann"]).toBeUndefined()
  })
  it("AU-2 · the request goes straight to the lowest role whose limit is enough", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", give(600)).emits({
      event: "approval-asked",
      approval: { from: "director", person: "dora" }
    })
    expect(d.letters().at(-1)).toBe("approval-asked to dora")
  })
  it("AU-2 · if nobody may approve, the command is refused with every limit that it exceeds", () => {
    const d = opened({ limits: [{ role: "agent", compensate: { perCase: 100 } }] })
    d.send(`${MON} 10:00`, "ann", give(2))
      .rejects("authority/over-limit")
      .rejects("authority/nobody")
      .emits("command-refused")
    d.send(`${MON} 10:00`, "sam", give(2)).rejects("authority/nobody")
  })
  it("AU-1 · a discount is a percentage of at most 100; resources are whole numbers", () => {
    const d = opened()
    for (const amount of [0.1, "0.1", 5, "120%", "-5%", "0%"])
      d.send(`${MON} 10:00`, "dora", { do: "discount", amount, reason: "late" }).rejects("authority/amount")
    for (const amount of [1.5, "2 people", 0])
      d.send(`${MON} 10:00`, "dora", { do: "grant", amount, reason: "late" }).rejects("authority/amount")
    d.does(`${MON} 10:10`, "dora", { do: "discount", amount: "12.5%", reason: "late" }).emits({
      event: "discounted",
      amount: 1250
    })
  })
  it("AU-1 · discounts and resources have limits of their own, and whoever has none needs an approval", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", { do: "discount", amount: "5%", reason: "late" }).emits({
      event: "discounted",
      amount: 500
    })
    d.does(`${MON} 10:05`, "ann", { do: "grant", amount: 2, reason: "two more people" }).emits({
      event: "approval-asked",
      why: "authority.limits.agent",
      approval: { from: "director" }
    })
    d.does(`${MON} 10:10`, "dora", approve).emits({ event: "resources-granted", amount: 2 })
  })
  it("AU-3 · a grant of money needs an amount of money, a reason and a person", () => {
    const d = opened()
    for (const amount of [0, -5, "ten", 1.005, "5 dollars"])
      d.send(`${MON} 10:00`, "ann", give(amount)).rejects("authority/amount")
    d.send(`${MON} 10:00`, "ann", give(5, " ")).rejects("reason/missing")
    d.send(`${MON} 10:00`, "carl", give(5)).rejects("authority/none").emits("command-refused")
    d.does(`${MON} 10:00`, "ann", give("0.50")).emits({ event: "compensated", amount: 50 })
  })
})

describe("approvals", () => {
  it("A4 · nobody approves their own request, nor without enough of their own", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "sam", give(600))
    d.send(`${MON} 10:05`, "sam", approve)
      .rejects("authority/self-approval")
      .rejects("authority/over-limit")
      .emits("command-refused")
    d.send(`${MON} 10:05`, "ben", approve).rejects("authority/over-limit")
    d.send(`${MON} 10:05`, "sue", approve).rejects("authority.limits.supervisor.compensate.per-case")
    d.send(`${MON} 10:05`, "system:host", approve).rejects("authority/none")
    expect(given(d)).toBe(0)
    d.does(`${MON} 10:10`, "dora", approve)
    expect(given(d)).toBe(60_000)
  })
  it("A4 · nobody approves their own request, even with enough authority", () => {
    const d = opened({
      limits: [
        { role: "agent", compensate: { perCase: 100 } },
        { role: "supervisor", compensate: { perCase: 90_000, perDay: 10_000 } },
        { role: "director", compensate: { perCase: null } }
      ]
    })
    d.does(`${MON} 10:00`, "sam", give(90))
    d.does(`${MON} 16:30`, "sam", give(20)).emits("approval-asked")
    d.send(`${TUE} 09:05`, "sam", approve).rejects("authority/self-approval")
    expect(given(d)).toBe(9000)
  })
  it("A5 · a request is judged by the limits of whoever decides, at the time of the decision", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", give(200))
    d.does(`${MON} 10:05`, "sue", submit({ case: "B", customer: "dave" }))
    d.does(`${MON} 10:06`, "sue", give(500), { case: "B" })
    d.does(`${MON} 10:07`, "sue", submit({ case: "C", customer: "eve" }))
    d.does(`${MON} 10:08`, "sue", give(200), { case: "C" })
    d.send(`${MON} 10:10`, "sue", approve).rejects("authority.limits.supervisor.compensate.per-day")
    d.does(`${TUE} 09:00`, "sue", approve)
  })
  it("AU-2 · an unanswered request goes to the next higher role and is denied after the last", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", give(200))
    expect(asked(d)).toEqual([`supervisor sam ${MON} 14:00`])
    d.tick(`${MON} 14:00`)
    expect(d.named("approval-lapsed")).toHaveLength(1)
    expect(asked(d)).toEqual([`director dora ${TUE} 10:00`])
    d.tick(`${TUE} 10:00`)
    expect(asked(d)).toEqual([])
    expect(d.named("denied")).toMatchObject([{ by: "system:timer", reason: "unanswered" }])
    expect(given(d)).toBe(0)
  })
  it("AU-2 · whoever asked is never asked to approve it, even if they now have the next higher role", () => {
    const d = desk(policy(), "none")
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 10:00`, "ann", give(200))
    const staff = people.flatMap((one) =>
      one.id === "dora" ? [] : [one.id === "ann" ? { ...one, roles: ["agent", "director"] } : one]
    )
    d.does(`${MON} 14:00`, "system:timer", { do: "time" }, { people: staff }).emits({
      event: "denied",
      by: "system:timer"
    })
    expect(asked(d)).toEqual([])
  })
  it("AU-2 · if the policy says so, an unanswered request is denied", () => {
    const d = opened({ approval: { unanswered: "denied", within: elapsedHours(1) } })
    d.does(`${MON} 10:00`, "ann", give(200))
    d.tick(`${MON} 11:00`)
    expect(d.named("denied")).toHaveLength(1)
    expect(asked(d)).toEqual([])
  })
  it("whoever was asked, whoever may approve and whoever asked can deny a request; then nothing is pending", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", give(200))
    d.send(`${MON} 10:01`, "ben", { do: "deny" }).rejects("authority/over-limit")
    d.does(`${MON} 10:05`, "sue", { do: "deny", reason: "no" }).emits(
      { event: "denied", by: "sue", asked: "compensate" },
      { event: "clock-cancelled", reason: "answered" }
    )
    d.send(`${MON} 10:10`, "sam", approve).rejects("authority/no-request")
    d.does(`${MON} 10:20`, "ann", give(200))
    d.does(`${MON} 10:25`, "ann", { do: "deny" })
    expect(asked(d)).toEqual([])
  })
  it("several requests can wait at once and are answered by name", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", give(200))
    d.does(`${MON} 10:10`, "ann", give(300))
    const [first, second] = d.case().authority.approvals
    d.does(`${MON} 10:20`, "sam", { do: "approve", approval: second?.id ?? "" }).emits({
      event: "compensated",
      amount: 30_000
    })
    expect(d.case().authority.approvals).toEqual([first])
    d.send(`${MON} 10:30`, "sam", { do: "approve", approval: "x" }).rejects("authority/no-request")
    d.does(`${MON} 10:40`, "sam", { do: "approve", approval: first?.id ?? "" })
    expect(given(d)).toBe(50_000)
  })
  it("F-R11 · a pending request ends when the case closes, and whoever was asked is notified", () => {
    const d = desk(policy({ only: ["acknowledged"] }))
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", give(200))
    d.does(`${MON} 09:20`, "ann", { do: "pass", gate: "acknowledged" }).emits("case-closed", {
      event: "approval-ended",
      asked: "compensate",
      reason: "loop-closed"
    })
    expect(d.letters()).toEqual(expect.arrayContaining(["request-ended to sam"]))
    d.send(`${MON} 09:25`, "ann", give(5)).rejects("case/closed")
    const { step } = d.send(`${MON} 09:30`, "sam", approve).rejects("authority/no-request")
    expect(step.refusal?.reasons.map((one) => sayRefusal(one, "en"))).toEqual([
      "the request ended: the loop is closed; nothing waits for approval"
    ])
    expect(given(d)).toBe(0)
  })
  it("AU-5 · one person does not combine duties on one case that the policy keeps apart", () => {
    const d = opened({ apart: ["compensate", "approval"] })
    d.does(`${MON} 09:30`, "sam", give(5))
    d.does(`${MON} 10:00`, "ann", give(200))
    d.send(`${MON} 10:05`, "sam", approve).rejects("authority/apart").emits("command-refused")
    d.does(`${MON} 10:10`, "sue", approve)
    d.send(`${MON} 10:15`, "sue", give(5)).rejects("authority/apart")
  })
})
