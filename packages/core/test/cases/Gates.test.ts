/** Gates: their order, who passes them, times to pass, lanes and signatures. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import type { Wishes } from "../../src/testing/Build.ts"
import { dates, hours, policy } from "../../src/testing/Build.ts"
import { desk, given, submit } from "../../src/testing/Spec.ts"
import { ack, agree, correct, dissatisfied, MON, propose, satisfied, tell, told } from "./complaint.ts"

describe("a gate for classification", () => {
  it.each<readonly [given: object, category: string, reason: string]>([
    [{ category: "billing", reason: "about money" }, "billing", "about money"],
    [{}, "report", ""]
  ])("shown with %j says for sure that it is %s, by whoever passed it", (given, category, reason) => {
    const d = desk(policy({ only: [], gates: { sorted: { kind: "classification" }, last: { kind: "record" } } }))
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "sorted", ...given }).emits({
      event: "reclassified",
      understanding: { category, sure: true, confidence: 1, decidedBy: "ann" },
      by: "ann",
      reason,
      why: "loops.complaint.customer-loop.sorted"
    })
    expect(d.gate("sorted")).toBe("passed")
  })
})

describe("order and closing", () => {
  it("G1 · a command to close is refused with every open gate, and recorded", () => {
    given(policy(), [submit(), `${MON} 09:00`, "ann"], [ack, `${MON} 09:10`, "ann"])
      .when({ do: "close" }, `${MON} 09:20`, "dora")
      .rejects("loop/gates-open")
      .emits("command-refused")
      .without("customer-loop-closed")
      .step.refusal?.reasons.forEach((one, i) => {
        expect(one.says["gate"]).toBe(["agreed", "corrected", "told", "confirmed", "investigated"][i])
      })
  })
  it("G1 · the same gates refuse whoever asks, also a machine", () => {
    const d = told()
    for (const by of ["ann", "dora", "carl", "system:host"])
      d.send(`${MON} 10:00`, by, { do: "close" }).rejects("loop/gates-open")
    expect(d.case().lifecycle.customerLoop).toBeUndefined()
  })
  it("G2 · evidence out of order is refused with the gates that come first", () => {
    given(policy(), [submit(), `${MON} 09:00`, "ann"], [ack, `${MON} 09:10`, "ann"])
      .when(tell, `${MON} 09:20`, "ann")
      .rejects("gate/order")
      .rejects("loops.complaint.customer-loop.told.after")
      .without("gate-passed")
  })
  it("G2 · if the policy records it, a gate passes out of order, and the violation is recorded", () => {
    const p = policy({
      gates: { told: { kind: "result", after: ["corrected"], outOfOrder: "recorded", tell: "result" } }
    })
    const answer = given(p, [submit(), `${MON} 09:00`, "ann"], [ack, `${MON} 09:10`, "ann"]).when(
      tell,
      `${MON} 09:20`,
      "ann"
    )
    answer.emits(
      { event: "order-violated", gate: "told", after: ["corrected"] },
      { event: "gate-opened", gate: "told" },
      { event: "gate-passed", gate: "told" }
    )
    expect(answer.state.gates["agreed"]?.status).toBe("open")
  })
  it("G2 · a proposal out of order opens its gate, so that the customer can answer", () => {
    const p = policy({ gates: { agreed: { kind: "proposal", after: ["acknowledged"], outOfOrder: "recorded" } } })
    given(p, [submit(), `${MON} 09:00`, "ann"], [propose(), `${MON} 09:10`, "ann"])
      .when(agree, `${MON} 09:20`, "carl")
      .emits("proposal-agreed", { event: "gate-passed", gate: "agreed" })
  })
  it("a gate is passed once by those whom the policy names, not by whoever passed another gate", () => {
    const p = policy({
      gates: { told: { kind: "result", after: ["corrected"], by: ["owner", "supervisor"], notBy: ["corrected"] } }
    })
    given(p, [submit(), `${MON} 09:00`, "ann"])
      .when(ack, `${MON} 09:10`, "ben")
      .rejects("gate/wrong-person")
    given(p, [submit(), `${MON} 09:00`, "ann"], [ack, `${MON} 09:10`, "ann"])
      .when(ack, `${MON} 09:20`, "ann")
      .rejects("gate/settled")
    const d = desk(p)
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", ack)
    d.does(`${MON} 09:20`, "ann", propose())
    d.does(`${MON} 09:30`, "carl", agree)
    d.does(`${MON} 09:40`, "ann", correct)
    d.send(`${MON} 09:50`, "ann", tell).rejects("gate/same-person")
    d.does(`${MON} 09:50`, "sam", tell)
  })
  it("LP-1 · a system loop without demands does not close before the customer loop", () => {
    const d = told()
    expect(d.gate("investigated")).toBe("not-needed")
    expect(d.case().lifecycle.systemLoop).toBeUndefined()
    d.does(`${MON} 10:00`, "carl", satisfied).emits(
      { event: "customer-loop-closed", outcome: "confirmed" },
      "system-loop-closed",
      { event: "case-closed", outcome: "confirmed" }
    )
  })
  it("LP-4 · a regrade after the close of the system loop reopens it with the new demands", () => {
    const d = told({
      only: ["acknowledged", "agreed", "corrected", "told", "confirmed", "investigated", "contained"],
      gates: { contained: { kind: "containment", side: "system-loop" } }
    })
    d.does(`${MON} 10:00`, "ann", { do: "pass", gate: "contained" }).emits("system-loop-closed")
    d.does(`${MON} 10:10`, "ann", { do: "set", facts: { urgent: true } }).emits(
      { event: "case-reopened", gate: "investigated", side: "system-loop" },
      { event: "gate-opened", gate: "investigated" }
    )
    expect(d.case().lifecycle.reopened).toBe(0)
    d.does(`${MON} 10:20`, "carl", satisfied)
    expect(d.case().lifecycle.closedAt).toBeUndefined()
  })
  it("a person's regrade does not remove an open gate; only facts set by whoever may waive it do", () => {
    const d = desk(policy())
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", ack)
    expect(d.gate("investigated")).toBe("open")
    d.does(`${MON} 09:20`, "sam", { do: "regrade", to: "routine", reason: "not that bad" })
    expect(d.case().grades["priority"]?.level).toBe("P3")
    expect(d.gate("investigated")).toBe("open")
    const e = desk(policy())
    e.does(`${MON} 09:00`, "ann", submit())
    e.does(`${MON} 09:10`, "ann", ack)
    const slow = { do: "set", facts: { slow: true }, reason: "there is time" } as const
    e.send(`${MON} 09:20`, "ann", slow).rejects("authority/gate-lost")
    e.does(`${MON} 09:20`, "dora", slow).emits({ event: "gate-not-needed", gate: "investigated", reason: "when" })
    e.does(`${MON} 09:30`, "ann", { do: "set", facts: { slow: false } }).emits(
      { event: "gate-reopened", gate: "investigated" },
      { event: "gate-opened", gate: "investigated" }
    )
  })
  it("waiving is a power of its own and needs a reason", () => {
    const past = [
      [submit(), `${MON} 09:00`, "ann"],
      [ack, `${MON} 09:10`, "ann"]
    ] as const
    const waive: Command = { do: "waive", gate: "investigated", reason: "known cause" }
    given(policy(), ...past)
      .when(waive, `${MON} 09:20`, "dora")
      .emits({ event: "gate-waived", gate: "investigated", by: "dora" })
    given(policy(), ...past)
      .when(waive, `${MON} 09:20`, "sam")
      .emits({ event: "approval-asked", approval: { from: "director" } })
      .without("gate-waived")
    given(policy(), ...past)
      .when({ ...waive, reason: " " }, `${MON} 09:20`, "dora")
      .rejects("reason/missing")
  })
})

describe("times to pass, lanes and signatures", () => {
  const lane: Wishes = {
    only: ["acknowledged", "agreed", "told"],
    gates: { settled: { kind: "record", onlyWithin: hours(4), insteadOf: ["agreed", "told"], fields: ["amount"] } }
  }
  it("a gate passed in its time replaces those that the policy names; otherwise it lapses and keeps nothing open", () => {
    const d = desk(policy(lane))
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:05`, "ann", ack)
    d.send(`${MON} 09:10`, "ann", { do: "pass", gate: "settled" }).rejects("gate/fields-missing")
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "settled", fields: { amount: 20 } }).emits(
      { event: "gate-not-needed", gate: "agreed", reason: "lane" },
      { event: "gate-not-needed", gate: "told", reason: "lane" },
      { event: "customer-loop-closed", outcome: "answered" }
    )
    expect(d.nextDue()).toBe("never")
    const e = desk(policy(lane))
    e.does(`${MON} 09:00`, "ann", submit())
    e.tick(`${MON} 13:00`)
    expect(e.gate("settled")).toBe("lapsed")
    e.send(`${MON} 13:00`, "ann", { do: "pass", gate: "settled", fields: { amount: 20 } }).rejects("gate/settled")
  })
  it("a lane that is reopened makes the replaced gates needed again", () => {
    const d = desk(policy({ ...lane, reopen: { dissatisfied: { backTo: "settled", within: dates(30) } } }))
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:05`, "ann", ack)
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "settled", fields: { amount: 20 } })
    d.does(`${MON} 15:00`, "carl", dissatisfied)
    expect([d.gate("settled"), d.gate("agreed")]).toEqual(["lapsed", "open"])
    expect(d.case().lifecycle.customerLoop).toBeUndefined()
  })
  const signed: Wishes = {
    only: ["acknowledged", "told"],
    gates: { told: { kind: "result", after: ["acknowledged"], signOff: ["supervisor", "quality"] } }
  }
  it("a gate with signatures passes with the last one, in any order", () => {
    const d = desk(policy(signed))
    d.does(`${MON} 09:00`, "ann", submit())
    d.send(`${MON} 09:01`, "sam", { do: "sign", gate: "told" }).rejects("gate/not-open")
    d.does(`${MON} 09:05`, "ann", ack)
    d.does(`${MON} 09:10`, "quinn", { do: "sign", gate: "told" })
    d.does(`${MON} 09:20`, "ann", tell)
    expect(d.gate("told")).toBe("open")
    d.send(`${MON} 09:25`, "ben", { do: "sign", gate: "told" }).rejects("gate/signature-not-asked")
    d.does(`${MON} 09:30`, "sam", { do: "sign", gate: "told" }).emits(
      { event: "gate-signed", as: "supervisor" },
      { event: "gate-passed", gate: "told", by: "ann" }
    )
  })
  it("changed evidence must be signed again", () => {
    const d = desk(policy(signed))
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:05`, "ann", ack)
    d.does(`${MON} 09:10`, "ann", tell)
    d.does(`${MON} 09:20`, "sam", { do: "sign", gate: "told" })
    d.does(`${MON} 09:30`, "ann", { do: "pass", gate: "told", result: "something else" })
    d.does(`${MON} 09:40`, "quinn", { do: "sign", gate: "told" })
    expect(d.gate("told")).toBe("open")
    d.does(`${MON} 09:50`, "sam", { do: "sign", gate: "told" })
    expect(d.gate("told")).toBe("passed")
  })
})
