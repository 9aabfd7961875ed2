/** Gates, both loops, and what closes them. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/model/Command.ts"
import type { Wishes } from "../../src/testing/Build.ts"
import { action, dates, days, hours, policy, rootCause } from "../../src/testing/Build.ts"
import type { Desk } from "../../src/testing/Spec.ts"
import { desk, given, instant, local, submit } from "../../src/testing/Spec.ts"

const MON = "2026-11-16"
const TUE = "2026-11-17"

const ack: Command = { do: "pass", gate: "acknowledged" }
const propose = (proposal = "we redo it"): Command => ({ do: "pass", gate: "agreed", proposal })
const agree: Command = { do: "reply", says: "agree" }
const correct: Command = { do: "pass", gate: "corrected", actions: [{ what: "redone" }] }
const tell: Command = { do: "pass", gate: "told", result: "it is redone" }
const satisfied: Command = { do: "reply", says: "satisfied" }
const dissatisfied: Command = { do: "reply", says: "dissatisfied", text: "still wrong" }
const analyse: Command = { do: "pass", gate: "investigated", ...rootCause }
const plan: Command = { do: "pass", gate: "prevented", actions: [action("alarm on a missed run")] }
const done: Command = { do: "act-done", gate: "prevented", action: 1, evidence: "alarm 17" }

/** A complaint worked up to and including the result, on Monday. */
const told = (wishes: Wishes = {}, more = {}): Desk => {
  const d = desk(policy(wishes))
  d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true }, ...more }))
  d.does(`${MON} 09:10`, "ann", ack)
  d.does(`${MON} 09:20`, "ann", propose())
  d.does(`${MON} 09:30`, "carl", agree)
  d.does(`${MON} 09:40`, "ann", correct)
  d.does(`${MON} 09:50`, "ann", tell)
  return d
}
/** As `told`, with a systemic root cause and its prevention live. */
const prevented = (wishes: Wishes = {}): Desk => {
  const d = told({ limits: [{ role: "agent", close: "all" }], ...wishes }, { facts: {} })
  d.does(`${MON} 10:00`, "ann", analyse)
  d.does(`${MON} 10:10`, "ann", plan)
  d.does(`${MON} 10:20`, "ben", done)
  return d
}

describe("order and closing", () => {
  it("G1 · a command to close is refused, names every open gate, and is on file", () => {
    given(policy(), [submit(), `${MON} 09:00`, "ann"], [ack, `${MON} 09:10`, "ann"])
      .when({ do: "close" }, `${MON} 09:20`, "dora")
      .rejects("loop/gates-open")
      .emits("command-refused")
      .without("customer-loop-closed")
      .step.refusal?.reasons.forEach((one, i) => {
        expect(one.says["gate"]).toBe(["agreed", "corrected", "told", "confirmed", "investigated"][i])
      })
  })
  it("G1 · whoever asks, also a machine: the same gates", () => {
    const d = told()
    for (const by of ["ann", "dora", "carl", "system:host"])
      d.send(`${MON} 10:00`, by, { do: "close" }).rejects("loop/gates-open")
    expect(d.case().lifecycle.customerLoop).toBeUndefined()
  })
  it("G2 · out of order is refused, with what has to come before", () => {
    given(policy(), [submit(), `${MON} 09:00`, "ann"], [ack, `${MON} 09:10`, "ann"])
      .when(tell, `${MON} 09:20`, "ann")
      .rejects("gate/order")
      .rejects("loops.complaint.customer-loop.told.after")
      .without("gate-passed")
  })
  it("G2 · where the policy records it, it passes, and the violation is on record", () => {
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
  it("G2 · a proposal made before its turn opens its gate, so that the customer can answer", () => {
    const p = policy({ gates: { agreed: { kind: "proposal", after: ["acknowledged"], outOfOrder: "recorded" } } })
    given(p, [submit(), `${MON} 09:00`, "ann"], [propose(), `${MON} 09:10`, "ann"])
      .when(agree, `${MON} 09:20`, "carl")
      .emits("proposal-agreed", { event: "gate-passed", gate: "agreed" })
  })
  it("a gate is passed by those the policy names, once, and not by whoever passed another", () => {
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
  it("LP-1 · the system loop of which nothing is demanded so far does not close before the customer's", () => {
    const d = told()
    expect(d.gate("investigated")).toBe("not-needed")
    expect(d.case().lifecycle.systemLoop).toBeUndefined()
    d.does(`${MON} 10:00`, "carl", satisfied).emits(
      { event: "customer-loop-closed", outcome: "confirmed" },
      "system-loop-closed",
      { event: "case-closed", outcome: "confirmed" }
    )
  })
  it("LP-4 · a regrade after the system loop closed opens it again with what is demanded now", () => {
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
  it("a gate opened under one grade is not taken away by a person's regrade, only by the facts", () => {
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
    e.does(`${MON} 09:20`, "ann", { do: "set", facts: { slow: true } }).emits({
      event: "gate-not-needed",
      gate: "investigated",
      reason: "when"
    })
    e.does(`${MON} 09:30`, "ann", { do: "set", facts: { slow: false } }).emits(
      { event: "gate-reopened", gate: "investigated" },
      { event: "gate-opened", gate: "investigated" }
    )
  })
  it("waiving is a power of its own, with a reason", () => {
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

describe("doors, lanes and signatures", () => {
  const lane: Wishes = {
    only: ["acknowledged", "agreed", "told"],
    gates: { settled: { kind: "record", onlyWithin: hours(4), insteadOf: ["agreed", "told"], fields: ["amount"] } }
  }
  it("a door that is used in time replaces what the policy names; an unused one lapses and holds nothing", () => {
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
  it("a lane that is open again needs again what it replaced", () => {
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
  it("a gate with signatures passes with the last of them, in whichever order", () => {
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
  it("other evidence than what was signed has to be signed anew", () => {
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

describe("the customer's answers", () => {
  it("LP-2 · a proposal is a two-way thing: countered, refused, then the arbiter decides", () => {
    const d = desk(policy())
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", ack)
    d.send(`${MON} 09:15`, "carl", agree).rejects("proposal/none")
    d.does(`${MON} 09:20`, "ann", propose("a"))
    d.send(`${MON} 09:25`, "ann", propose("b")).rejects("proposal/awaiting-reply")
    d.send(`${MON} 09:25`, "mallory", agree).rejects("gate/wrong-person")
    d.does(`${MON} 09:30`, "carl", { do: "reply", says: "counter", text: "faster" }).yields({
      event: "proposal-countered",
      text: "faster"
    })
    d.does(`${MON} 09:40`, "ann", propose("b"))
    d.does(`${MON} 09:50`, "carl", { do: "reply", says: "refuse" })
    d.send(`${MON} 10:00`, "ann", propose("c")).rejects("proposal/rounds-over")
    d.does(`${MON} 10:10`, "dora", propose("c")).emits("proposal-made", {
      event: "gate-passed",
      gate: "agreed",
      by: "dora"
    })
  })
  it("LP-2 · receipt at once, proposal and result are sent unasked", () => {
    const d = told()
    expect(d.letters().filter((one) => one.endsWith("carl"))).toEqual([
      "receipt to carl",
      "proposal to carl",
      "result to carl",
      "confirmation-asked to carl"
    ])
  })
  const silent = (silence: NonNullable<NonNullable<Wishes["gates"]>[string]["silence"]>): Wishes => ({
    gates: { confirmed: { kind: "confirmation", after: ["told"], by: ["customer"], silence } }
  })
  it("G3 · a silent customer: three contacts in ten working days, outcome unconfirmed, never confirmed", () => {
    const d = told(silent({ after: days(10), attempts: 3, channelsUsed: 1, closes: "customer-loop" }))
    d.tick("2026-11-29 12:00")
    expect(d.named("attempt-made")).toHaveLength(3)
    expect(d.gate("confirmed")).toBe("open")
    d.tick("2026-11-30 17:00")
    expect(d.gate("confirmed")).toBe("lapsed")
    expect(d.case().lifecycle.customerLoop).toMatchObject({
      outcome: "unconfirmed",
      closedAt: instant("2026-11-30 17:00")
    })
    expect(d.case().lifecycle.satisfaction).toBe("unknown")
  })
  it("G3 · where silence closes nothing, the loop stays open", () => {
    const d = told(silent({ after: days(10), attempts: 3, channelsUsed: 1, closes: "nothing" }))
    d.tick("2027-03-01 12:00")
    expect([d.gate("confirmed"), d.nextDue()]).toEqual(["open", "never"])
  })
  it("G3 · too few channels: the owner hears of it, time alone does not close, one attempt more begins a new wait", () => {
    const d = told(silent({ after: days(2), attempts: 2, channelsUsed: 2, closes: "customer-loop" }))
    d.tick("2026-11-25 12:00")
    expect([d.gate("confirmed"), d.nextDue()]).toEqual(["open", "never"])
    expect(d.letters()).toContain("overdue to ann")
    d.does("2026-11-25 12:00", "ann", { do: "write", text: "did it help?", channel: "mail" })
    d.tick("2026-11-27 17:00")
    expect(d.case().lifecycle.customerLoop?.outcome).toBe("unconfirmed")
  })
  it("G3 · an answer in time ends the waiting", () => {
    const d = told()
    d.does(`${TUE} 10:00`, "carl", satisfied).emits({ event: "clock-cancelled", clock: "silence:confirmed" })
    expect(d.nextDue()).toBe("never")
  })
  it("G8 · disputed after the confirmation: back to the proposal, with the history kept", () => {
    const d = told()
    d.does(`${MON} 10:00`, "carl", satisfied)
    expect(d.case().lifecycle.closedAt).toBeDefined()
    d.does(`${TUE} 10:00`, "carl", dissatisfied).emits(
      { event: "case-reopened", gate: "agreed", cause: "dissatisfied" },
      "customer-dissatisfied"
    )
    expect(["acknowledged", "agreed", "corrected", "told", "confirmed"].map((name) => d.gate(name))).toEqual([
      "passed",
      "open",
      "waiting",
      "waiting",
      "waiting"
    ])
    expect(d.case().lifecycle).toMatchObject({
      closedAt: undefined,
      customerLoop: undefined,
      reopened: 1,
      satisfaction: "dissatisfied"
    })
    expect(d.case().gates["agreed"]).toMatchObject({ reopened: 1, rounds: [] })
  })
  it("LP-5 · sent back while the customer is being asked: the asking stops", () => {
    const d = told()
    d.does(`${MON} 11:00`, "carl", dissatisfied).emits({
      event: "clock-cancelled",
      clock: "silence:confirmed",
      reason: "reopened"
    })
    expect(d.clockState("silence:confirmed")).toBe("cancelled")
  })
  it("LP-5 · too late, or too often: the answer settles its gate and the outcome says so", () => {
    const once: Wishes = { reopen: { dissatisfied: { backTo: "told", within: dates(30), atMost: 1 } } }
    const d = told(once)
    d.does(`${MON} 10:00`, "carl", dissatisfied)
    d.does(`${MON} 10:10`, "ann", tell)
    d.does(`${MON} 10:20`, "carl", dissatisfied).emits(
      "customer-dissatisfied",
      { event: "gate-lapsed", reason: "dissatisfied" },
      { event: "customer-loop-closed", outcome: "dissatisfied" }
    )
    d.send(`${MON} 10:30`, "carl", dissatisfied).rejects("loop/reopened-enough")
    const e = told()
    e.does(`${MON} 10:00`, "carl", satisfied)
    e.send("2027-01-04 10:00", "carl", dissatisfied).rejects("loop/reopen-too-late")
    e.send(`${TUE} 10:00`, "ben", dissatisfied).rejects("ownership/not-owner")
  })
  it("G9 · withdrawn by the customer: the customer loop closes, what safety and the system need goes on", () => {
    const d = desk(policy({ limits: [{ role: "agent", close: "all" }] }))
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", ack)
    d.send(`${MON} 09:15`, "ben", { do: "withdraw" }).rejects("gate/wrong-person")
    d.does(`${MON} 09:20`, "carl", { do: "withdraw", reason: "never mind" }).emits(
      "case-withdrawn",
      { event: "gate-not-needed", gate: "agreed", reason: "ended" },
      { event: "customer-loop-closed", outcome: "withdrawn" }
    )
    expect([d.gate("investigated"), d.clockState("told")]).toEqual(["open", "cancelled"])
    expect(d.case().lifecycle.closedAt).toBeUndefined()
    d.does(`${MON} 10:00`, "ann", analyse)
    d.does(`${MON} 10:10`, "ann", plan)
    d.does(`${MON} 10:20`, "ben", done)
    d.tick("2027-01-04 10:00")
    expect(d.case().lifecycle.closedAt).toBeDefined()
  })
})

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
  it("G6 · no preventive action needed: a reason and someone who is named, counted apart", () => {
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
  it("RC-4 · a preventive action is SMART, tracked, and live only when it is done", () => {
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
  it("RC-6 · the same cause inside the window fails the check and sends the analysis back", () => {
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
    expect(d.case().intake.links).toEqual(["B"])
    d.tick("2027-01-04 12:00")
    expect(d.gate("verified")).toBe("waiting")
    expect(d.named("gate-passed").filter((e) => e.event === "gate-passed" && e.gate === "verified")).toHaveLength(0)
  })
  it("G5 · after the window the policy's reopening for a recurrence takes it, or the link alone is on file", () => {
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
    expect(e.case().intake.links).toEqual(["B"])
  })
  it("a check without a gate to send back to starts over; it never passes on a window with a recurrence in it", () => {
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
  it("LP-3 · praise is thanked by itself, at once, and the praised hear of it", () => {
    const d = desk(policy())
    d.does(`${MON} 09:00`, "ann", submit({ verbatim: "thank you for the quick help" }))
    expect(d.case().lifecycle.closedAt).toBe(instant(`${MON} 09:00`))
    expect(d.letters()).toEqual(["thanks to carl", "praised to ann"])
  })
  it("LP-3 · a suggestion gets a conclusion of the policy's, with reasons, and the customer is told", () => {
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
  it("IN-6 · a low score opens a complaint, a high one is praise, between them a rating", () => {
    const kindOf = (score: number) => {
      const d = desk(policy())
      d.does(`${MON} 09:00`, "system:form", { do: "submit", case: "A", channel: "form", customer: "carl", score })
      return d.case().intake.understanding?.kind
    }
    expect([3, 2, 1].map(kindOf)).toEqual(["complaint", "rating", "praise"])
  })
  it("a message that bounces opens its gate again and what came after it; a loop that it had closed too", () => {
    const d = told()
    const letter = d.named("message-queued").find((e) => e.event === "message-queued" && e.message === "result")
    const id = letter?.event === "message-queued" ? letter.id : ""
    d.does(`${MON} 10:00`, "system:mail", { do: "delivered", message: id }).yields("message-handed-over")
    d.does(`${MON} 10:05`, "system:mail", { do: "bounced", message: id, reason: "no such mailbox" }).without(
      "case-reopened"
    )
    expect(["told", "confirmed"].map((name) => d.gate(name))).toEqual(["open", "waiting"])
    expect(d.letters()).toContain("alarm to ann")
    d.does(`${MON} 10:10`, "system:mail", { do: "bounced", message: id, reason: "again" }).yields("message-bounced")
    const e = desk(policy())
    e.does(`${MON} 09:00`, "ann", submit({ verbatim: "how do I print?" }))
    e.does(`${MON} 10:00`, "ann", tell)
    expect(e.case().lifecycle.closedAt).toBeDefined()
    e.does(`${MON} 10:05`, "system:mail", { do: "bounced", message: "m1", reason: "no such mailbox" }).emits(
      "case-reopened"
    )
    expect([e.gate("told"), e.case().lifecycle.closedAt, e.case().lifecycle.reopened]).toEqual(["open", undefined, 0])
  })
  it("a machine does not repeat what bounced; the owner passes its gate", () => {
    const d = desk(policy())
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:05`, "system:mail", { do: "bounced", message: "m1", reason: "no such mailbox" })
    expect(d.gate("receipted")).toBe("open")
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "receipted" })
    expect(d.gate("receipted")).toBe("passed")
  })
})
