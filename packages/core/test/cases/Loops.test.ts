/** Both loops and what closes them, and loops of other kinds than complaints. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import { action, dates, policy } from "../../src/testing/Build.ts"
import { desk, given, instant, local, submit } from "../../src/testing/Spec.ts"
import { ack, analyse, done, MON, plan, prevented, satisfied, tell, told } from "./complaint.ts"

describe("both loops", () => {
  it("G4 · the customer loop closes while the window runs; the case closes later, by time alone", () => {
    const d = prevented()
    d.does(`${MON} 11:00`, "carl", satisfied)
    expect(d.case().lifecycle).toMatchObject({
      customerLoop: { outcome: "confirmed" },
      systemLoop: undefined,
      closedAt: undefined
    })
    d.tick("2026-12-16 23:59")
    expect(d.gate("verified")).toBe("open")
    d.tick("2026-12-17 00:00")
    expect(d.named("gate-passed").at(-1)).toMatchObject({ gate: "verified", by: "system:policy" })
    expect(local(d.case().lifecycle.closedAt)).toBe("2026-12-17 00:00")
  })
  it("G6 · no preventive action needed: with a reason and somebody's name, and counted apart", () => {
    const d = told({ limits: [{ role: "agent", close: "all" }] }, { facts: {} })
    d.does(`${MON} 10:00`, "ann", analyse)
    const explain: Command = { do: "explain", gate: "prevented", reason: "the product ends this month" }
    d.send(`${MON} 10:10`, "ann", explain).rejects("gate/wrong-person")
    d.send(`${MON} 10:10`, "sam", { ...explain, reason: "" }).rejects("reason/missing")
    d.does(`${MON} 10:20`, "sam", explain).emits(
      { event: "gate-explained", gate: "prevented", by: "sam" },
      { event: "gate-not-needed", gate: "verified" }
    )
    expect(d.gate("prevented")).toBe("explained")
  })
  it("G6 · an incidental cause needs no prevention by the policy's own condition", () => {
    const d = told({ limits: [{ role: "agent", close: "all" }] }, { facts: {} })
    d.does(`${MON} 10:00`, "ann", { ...analyse, cause: "incidental" } as Command)
    expect(["prevented", "verified"].map((name) => d.gate(name))).toEqual(["not-needed", "not-needed"])
    expect(d.case().lifecycle.systemLoop).toBeDefined()
  })
  it("G7 · no root cause: too shallow, an operator's error, without evidence, undecided, by another method", () => {
    const past = [
      [submit(), `${MON} 09:00`, "ann"],
      [ack, `${MON} 09:10`, "ann"]
    ] as const
    const with_ = (more: object): Command => ({ ...analyse, ...more }) as Command
    const reject = (more: object, code: string) =>
      given(policy(), ...past)
        .when(with_(more), `${MON} 10:00`, "ann")
        .rejects(code)
        .without("gate-passed")
    reject({ whys: ["it broke"] }, "root-cause/depth")
    reject({ whys: ["a", "b", "Operator  error!"] }, "root-cause/surface")
    reject({ evidence: [] }, "root-cause/evidence")
    reject({ cause: undefined }, "root-cause/undecided")
    reject({ method: "guess" }, "root-cause/method")
    expect(
      given(policy(), ...past).when(
        with_({ whys: [], evidence: [], cause: undefined, method: "" }),
        `${MON} 10:00`,
        "ann"
      ).step.refusal?.reasons
    ).toHaveLength(4)
  })
  it("RC-4 · an action has an owner, and a due date in the future", () => {
    const d = told({ limits: [{ role: "agent", close: "all" }] }, { facts: {} })
    d.does(`${MON} 10:00`, "ann", analyse)
    const action = (more: object) => [
      { what: "a form", metric: "errors", target: "0", owner: "ben", due: "2026-12-01", ...more }
    ]
    const planned = (more: object): Command => ({ do: "pass", gate: "prevented", actions: action(more) })
    d.send(`${MON} 10:10`, "ann", planned({ owner: "nobody" })).rejects("action/nobody")
    d.send(`${MON} 10:10`, "ann", planned({ due: "soon" })).rejects("action/no-date")
    d.send(`${MON} 10:10`, "ann", planned({ due: "2026-11-15" })).rejects("action/no-date")
    d.does(`${MON} 10:10`, "ann", planned({})).emits("action-planned", {
      event: "clock-started",
      clock: "action:prevented.1"
    })
  })
  it("G7 · a fishbone is as deep as its bones, and none of them may be a surface cause", () => {
    const past = [
      [submit(), `${MON} 09:00`, "ann"],
      [ack, `${MON} 09:10`, "ann"]
    ] as const
    const bones = { man: "trained late", machine: "no alarm", method: "no checklist" }
    const fish = (causes: Readonly<Record<string, string>>): Command => ({
      do: "pass",
      gate: "investigated",
      method: "fishbone",
      causes,
      cause: "systemic",
      evidence: ["log"]
    })
    given(policy(), ...past)
      .when(fish(bones), `${MON} 10:00`, "ann")
      .emits({ event: "gate-passed", gate: "investigated" })
    given(policy(), ...past)
      .when(fish({ ...bones, man: "operator error" }), `${MON} 10:00`, "ann")
      .rejects("root-cause/surface")
  })
  it("RC-4 · a preventive action is SMART, tracked, and counts only when it is done", () => {
    const d = told({}, { facts: {} })
    d.does(`${MON} 10:00`, "ann", analyse)
    d.send(`${MON} 10:10`, "ann", { do: "pass", gate: "prevented", actions: [{ what: "train" }] }).rejects(
      "action/not-smart"
    )
    d.send(`${MON} 10:10`, "ann", { do: "pass", gate: "prevented" }).rejects("action/none")
    d.does(`${MON} 10:10`, "ann", { do: "pass", gate: "prevented", actions: [action("a"), action("b")] })
      .emits("action-planned")
      .without("gate-passed")
    d.send(`${MON} 10:15`, "ann", { do: "pass", gate: "prevented" }).rejects("action/open")
    d.send(`${MON} 10:20`, "sue", done).rejects("gate/wrong-person")
    d.does(`${MON} 10:20`, "ben", done).without("gate-passed")
    d.send(`${MON} 10:30`, "ben", { do: "act-done", action: 3 }).rejects("action/unknown")
    d.does(`${MON} 10:30`, "ben", { do: "act-done", action: 2 }).emits(
      { event: "gate-passed", gate: "prevented", by: "ann" },
      { event: "gate-opened", gate: "verified" }
    )
  })
  it("RC-6 · the same cause within the window fails the check and reopens the analysis", () => {
    const d = prevented()
    d.does(`${MON} 12:00`, "ben", submit({ case: "B", customer: "dave" }))
    d.does("2026-11-30 12:00", "ben", { do: "set", causeOf: "A", reason: "the same job" }, { case: "B" })
    expect(d.events().map((e) => e.event)).toContain("verification-failed")
    expect(["investigated", "prevented", "verified"].map((name) => d.gate(name))).toEqual([
      "open",
      "waiting",
      "waiting"
    ])
    expect(d.letters()).toContain("verification-failed to ann")
    expect(d.case().relations.links).toEqual(["B"])
    d.tick("2027-01-04 12:00")
    expect(d.gate("verified")).toBe("waiting")
    expect(d.named("gate-passed").filter((e) => e.event === "gate-passed" && e.gate === "verified")).toHaveLength(0)
  })
  it("G5 · after the window the policy's reopening for a recurrence applies; without one only the link is recorded", () => {
    const d = prevented()
    d.does(`${MON} 11:00`, "carl", satisfied)
    d.tick("2026-12-18 00:00")
    d.does("2026-12-18 12:00", "ben", submit({ case: "B", customer: "dave" }))
    d.does("2026-12-18 12:10", "ben", { do: "set", causeOf: "A" }, { case: "B" })
    expect([d.gate("investigated"), d.case().lifecycle.customerLoop?.outcome]).toEqual(["open", "confirmed"])
    const e = prevented({ reopen: {} })
    e.does(`${MON} 11:00`, "carl", satisfied)
    e.tick("2026-12-18 00:00")
    e.does("2026-12-18 12:00", "ben", submit({ case: "B", customer: "dave" }))
    e.does("2026-12-18 12:10", "ben", { do: "set", causeOf: "A" }, { case: "B" })
    expect(e.case().lifecycle.closedAt).toBeDefined()
    expect(e.case().relations.links).toEqual(["B"])
  })
  it("a check without a gate to reopen starts again, and never passes on a window with a recurrence", () => {
    const verified = {
      kind: "effectiveness",
      after: ["prevented"],
      observe: dates(30),
      when: { "gate.prevented": "passed" }
    } as const
    const d = desk(
      policy({
        only: ["acknowledged", "told", "prevented", "verified"],
        gates: { verified: { ...verified, ifFailed: "" } }
      })
    )
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", { do: "set", cause: "systemic" })
    d.does(`${MON} 10:10`, "ann", plan)
    d.does(`${MON} 10:20`, "ben", done)
    d.does("2026-11-30 12:00", "ben", submit({ case: "B", customer: "dave" }))
    d.does("2026-11-30 12:00", "ben", { do: "set", causeOf: "A" }, { case: "B" })
    d.tick("2026-12-30 23:59")
    expect(d.gate("verified")).toBe("open")
    d.tick("2026-12-31 00:00")
    expect(d.gate("verified")).toBe("passed")
  })
  it.each([["metric"], ["both"]] as const)("RC-6 · a check by %s asks for proof", (proof) => {
    const d = prevented({
      gates: {
        verified: {
          kind: "effectiveness",
          after: ["prevented"],
          observe: dates(10),
          proof,
          when: { "gate.prevented": "passed" }
        }
      }
    })
    const verify = (text?: string): Command => ({
      do: "pass",
      gate: "verified",
      ...(text === undefined ? {} : { proof: text })
    })
    d.send(`${MON} 11:00`, "ann", verify()).rejects("effectiveness/proof")
    if (proof === "both") d.send(`${MON} 11:00`, "ann", verify("0 missed runs")).rejects("effectiveness/too-early")
    d.tick("2026-11-30 09:00")
    expect(d.gate("verified")).toBe("open")
    d.does("2026-11-30 09:00", "ann", verify("0 missed runs")).emits({ event: "gate-passed", gate: "verified" })
  })
})

describe("other kinds", () => {
  it("LP-3 · praise is thanked for automatically, at once, and the praised people are notified", () => {
    const d = desk(policy())
    d.does(`${MON} 09:00`, "ann", submit({ verbatim: "thank you for the quick help" }))
    expect(d.case().lifecycle.closedAt).toBe(instant(`${MON} 09:00`))
    expect(d.letters()).toEqual(["thanks to carl", "praised to ann"])
  })
  it("LP-3 · a suggestion gets a conclusion of the policy with reasons, and the customer is told", () => {
    const d = desk(policy())
    d.does(`${MON} 09:00`, "ann", submit({ verbatim: "I suggest a dark mode" }))
    d.send(`${MON} 10:00`, "ann", { do: "pass", gate: "decided", decision: "someday", reason: "x" }).rejects(
      "decision/not-offered"
    )
    d.send(`${MON} 10:00`, "ann", { do: "pass", gate: "decided", decision: "later" }).rejects("reason/missing")
    d.does(`${MON} 10:00`, "ann", { do: "pass", gate: "decided", decision: "later", reason: "next year" })
    d.does(`${MON} 11:00`, "ann", tell).emits(
      { event: "message-queued", message: "answer", text: "later next year it is redone" },
      "case-closed"
    )
  })
  it("IN-6 · a low score opens a complaint, a high one praise, one between them a rating", () => {
    const kindOf = (score: number) => {
      const d = desk(policy())
      d.does(`${MON} 09:00`, "channel:form", { do: "submit", case: "A", channel: "form", customer: "carl", score })
      return d.case().feedback.understanding?.kind
    }
    expect([3, 2, 1].map(kindOf)).toEqual(["complaint", "rating", "praise"])
  })
  it("a bounce reopens the message's gate and the gates after it, and a loop that it had closed", () => {
    const d = told()
    const letter = d.named("message-queued").find((e) => e.event === "message-queued" && e.message === "result")
    const id = letter?.event === "message-queued" ? letter.id : ""
    d.does(`${MON} 10:00`, "channel:mail", { do: "delivered", message: id }).yields("message-handed-over")
    d.does(`${MON} 10:05`, "channel:mail", { do: "bounced", message: id, reason: "no such mailbox" }).without(
      "case-reopened"
    )
    expect(["told", "confirmed"].map((name) => d.gate(name))).toEqual(["open", "waiting"])
    expect(d.letters()).toContain("message-bounced to ann")
    d.does(`${MON} 10:10`, "channel:mail", { do: "bounced", message: id, reason: "again" }).yields("message-bounced")
    const e = desk(policy())
    e.does(`${MON} 09:00`, "ann", submit({ verbatim: "how do I print?" }))
    e.does(`${MON} 10:00`, "ann", tell)
    expect(e.case().lifecycle.closedAt).toBeDefined()
    const answer = e.named("message-queued").find((one) => one.event === "message-queued" && one.message === "answer")
    const message = answer?.event === "message-queued" ? answer.id : ""
    e.does(`${MON} 10:05`, "channel:mail", { do: "bounced", message, reason: "no such mailbox" }).emits("case-reopened")
    expect([e.gate("told"), e.case().lifecycle.closedAt, e.case().lifecycle.reopened]).toEqual(["open", undefined, 0])
  })
  it("a machine does not repeat a bounced message; the owner passes its gate", () => {
    const d = desk(policy())
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:05`, "channel:mail", { do: "bounced", message: "m1", reason: "no such mailbox" })
    expect(d.gate("receipted")).toBe("open")
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "receipted" })
    expect(d.gate("receipted")).toBe("passed")
  })
})
