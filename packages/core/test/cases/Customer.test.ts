/** The customer's part: answers, silence, disputes and withdrawal. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import type { Wishes } from "../../src/testing/Build.ts"
import { dates, days, policy } from "../../src/testing/Build.ts"
import { desk, instant, submit } from "../../src/testing/Spec.ts"
import { ack, agree, analyse, dissatisfied, done, MON, plan, propose, satisfied, TUE, tell, told } from "./complaint.ts"

describe("the customer's answers", () => {
  it("LP-2 · a proposal may be countered and refused; then the arbiter decides", () => {
    const d = desk(policy())
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", ack)
    d.send(`${MON} 09:15`, "carl", agree).rejects("proposal/none")
    d.does(`${MON} 09:20`, "ann", propose("a"))
    d.send(`${MON} 09:25`, "ann", propose("b")).rejects("proposal/awaiting-reply")
    const stranger = d.send(`${MON} 09:25`, "mallory", agree).rejects("command/wrong-person")
    expect(stranger.step.refusal?.allowed).toEqual([])
    d.does(`${MON} 09:30`, "carl", { do: "reply", says: "counter", text: "faster" }).yields(
      { event: "proposal-countered", text: "faster" },
      { event: "message-queued", message: "proposal-countered", to: "ann" }
    )
    d.does(`${MON} 09:40`, "ann", propose("b"))
    d.does(`${MON} 09:50`, "carl", { do: "reply", says: "refuse" })
    expect(d.letters().slice(-2)).toEqual(["proposal-undecided to dora", "proposal-refused to ann"])
    d.send(`${MON} 10:00`, "ann", propose("c")).rejects("proposal/rounds-over")
    d.does(`${MON} 10:10`, "dora", propose("c")).emits("proposal-made", {
      event: "gate-passed",
      gate: "agreed",
      by: "dora"
    })
    expect(d.letters()).toContain("proposal-decided to carl")
  })
  it("LP-2 · a confirmation without a rule of silence is asked for once, by the gate's own rule", () => {
    const confirmed = { kind: "confirmation", after: ["acknowledged"] } as const
    const d = desk(policy({ only: ["acknowledged"], gates: { asked: confirmed } }))
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", ack).emits({ event: "attempt-made", why: "loops.complaint.customer-loop.asked" })
    d.tick("2027-01-04 09:00")
    expect(d.named("attempt-made")).toHaveLength(1)
  })
  it("HO-4 · the customer's words that reopen a case are recorded once, in their own event", () => {
    const again = "my neighbour saw it as well"
    const says: readonly Command[] = [
      { do: "reply", says: "dissatisfied", text: again },
      { do: "reopen", because: "dissatisfied", reason: again },
      { do: "write", text: again }
    ]
    for (const command of says) {
      const d = desk(policy({ only: ["acknowledged", "told"], reopen: { dissatisfied: { backTo: "told" } } }))
      d.does(`${MON} 09:00`, "ann", submit())
      d.does(`${MON} 09:10`, "ann", ack)
      d.does(`${MON} 10:00`, "ann", tell)
      const { events } = d
        .does(`${MON} 11:00`, "carl", command)
        .emits({ event: "case-reopened", reason: "dissatisfied" }).step
      const holding = events
        .filter((event) => event.event !== "message-queued" && JSON.stringify(event).includes(again))
        .map(({ event }) => event)
      expect(holding).toEqual([command.do === "write" ? "customer-wrote" : "customer-dissatisfied"])
    }
  })
  it.each<readonly [says: "agree" | "counter" | "refuse" | "satisfied" | "dissatisfied", event: string]>([
    ["agree", "customer-wrote"],
    ["counter", "proposal-countered"],
    ["refuse", "proposal-refused"],
    ["satisfied", "customer-wrote"],
    ["dissatisfied", "customer-dissatisfied"]
  ])("HO-4 · words that come with %s stand once, in %s", (says, event) => {
    const text = "ask for Ida at the gate"
    const asked = (): ReturnType<typeof desk> => {
      const d = desk(policy())
      d.does(`${MON} 09:00`, "ann", submit())
      d.does(`${MON} 09:10`, "ann", ack)
      d.does(`${MON} 09:20`, "ann", propose())
      return d
    }
    const d = says === "satisfied" || says === "dissatisfied" ? told() : asked()
    const { events } = d.does(`${MON} 11:00`, "carl", { do: "reply", says, text }).step
    const holding = events.filter((one) => one.event !== "message-queued" && JSON.stringify(one).includes(text))
    expect(holding.map((one) => one.event)).toEqual([event])
  })
  it("LP-2 · the receipt, the proposal and the result are sent without a request", () => {
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
  it("G3 · a silent customer is contacted three times in ten working days; the outcome is unconfirmed, never confirmed", () => {
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
  it("G3 · a customer's late satisfaction is recorded as an answer, and the case stays closed by silence", () => {
    const d = told(silent({ after: days(10), attempts: 3, channelsUsed: 1, closes: "customer-loop" }))
    d.tick("2026-11-30 17:00")
    d.does("2026-12-02 10:00", "carl", satisfied)
      .emits({ event: "customer-confirmed", gate: "confirmed", by: "customer:carl" })
      .without("gate-passed")
    d.does("2026-12-02 10:05", "carl", satisfied).without("customer-confirmed")
    expect(d.case().lifecycle).toMatchObject({ satisfaction: "satisfied", customerLoop: { outcome: "unconfirmed" } })
    d.send("2026-12-02 11:00", "carl", { do: "reply", says: "agree" }).rejects("gate/not-open")
  })
  it("G3 · if silence closes nothing, the loop stays open", () => {
    const d = told(silent({ after: days(10), attempts: 3, channelsUsed: 1, closes: "nothing" }))
    d.tick("2027-03-01 12:00")
    expect([d.gate("confirmed"), d.nextDue()]).toEqual(["open", "never"])
  })
  it("G3 · with too few channels the owner is notified, time alone does not close the case, and another attempt begins a new wait", () => {
    const d = told(silent({ after: days(2), attempts: 2, channelsUsed: 2, closes: "customer-loop" }))
    d.tick("2026-11-25 12:00")
    expect([d.gate("confirmed"), d.nextDue()]).toEqual(["open", "never"])
    expect(d.letters()).toContain("overdue to ann")
    d.does("2026-11-25 12:00", "ann", { do: "write", text: "did it help?", channel: "mail" })
    d.tick("2026-11-27 17:00")
    expect(d.case().lifecycle.customerLoop?.outcome).toBe("unconfirmed")
  })
  it("G3 · while the classification is not sure, silence closes nothing and nothing is due; the wait begins again once it is sure", () => {
    const d = told(silent({ after: days(2), attempts: 1, channelsUsed: 1, closes: "customer-loop" }), {
      verbatim: "the thing"
    })
    d.tick("2027-03-01 12:00")
    expect([d.gate("confirmed"), d.nextDue()]).toEqual(["open", "never"])
    d.does("2027-03-01 12:00", "sam", { do: "reclassify", category: "report", reason: "read it" }).emits({
      event: "clock-started",
      clock: "silence:confirmed"
    })
    d.tick("2027-03-03 17:00")
    expect(d.case().lifecycle.customerLoop?.outcome).toBe("unconfirmed")
  })
  it("G3 · a classification that becomes sure during the wait begins no other wait, nor does one if silence closes nothing", () => {
    const sure: Command = { do: "reclassify", category: "report", reason: "read it" }
    const unsure = (closes: "customer-loop" | "nothing") =>
      told(silent({ after: days(2), attempts: 1, channelsUsed: 1, closes }), { verbatim: "the thing" })
    unsure("customer-loop").does(`${TUE} 10:00`, "sam", sure).without("clock-started")
    const over = unsure("nothing")
    over.tick("2027-03-01 12:00")
    over.does("2027-03-01 12:00", "sam", sure).without("clock-started")
    const spoke = unsure("customer-loop")
    spoke.does(`${TUE} 10:00`, "carl", { do: "write", text: "any news?" }).emits("silence-ended")
    spoke.does(`${TUE} 11:00`, "sam", sure).without("clock-started")
  })
  it("G3 · an answer in time ends the waiting", () => {
    const d = told()
    d.does(`${TUE} 10:00`, "carl", satisfied).emits({ event: "clock-cancelled", clock: "silence:confirmed" })
    expect(d.nextDue()).toBe("never")
  })
  it("G8 · a dispute after the confirmation sends the case back to the proposal, and the history is kept", () => {
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
  it("LP-5 · a reopening while the customer is being asked ends the questions", () => {
    const d = told()
    d.does(`${MON} 11:00`, "carl", dissatisfied).emits({
      event: "clock-cancelled",
      clock: "silence:confirmed",
      reason: "reopened"
    })
    expect(d.clockState("silence:confirmed")).toBe("cancelled")
  })
  it("LP-5 · if the case can no longer be reopened, the answer settles its gate and becomes the outcome", () => {
    const once: Wishes = { reopen: { dissatisfied: { backTo: "told", within: dates(30), atMost: 1 } } }
    const d = told(once)
    d.does(`${MON} 10:00`, "carl", dissatisfied)
    d.does(`${MON} 10:10`, "ann", tell)
    d.does(`${MON} 10:20`, "carl", dissatisfied).emits(
      "customer-dissatisfied",
      { event: "gate-lapsed", reason: "dissatisfied" },
      { event: "customer-loop-closed", outcome: "dissatisfied" }
    )
    d.does(`${MON} 10:30`, "carl", dissatisfied).yields(
      { event: "reopening-parked", why: "loops.complaint.reopen.dissatisfied.at-most", text: "still wrong" },
      { event: "message-queued", message: "reopening-parked", to: "ann" }
    )
    d.send(`${MON} 10:40`, "ann", dissatisfied).rejects("loop/reopened-enough")
    d.does(`${MON} 10:50`, "ann", { do: "close" }).emits({
      event: "reopening-dismissed",
      why: "loops.complaint.reopen.dissatisfied.at-most"
    })
    expect(d.case().lifecycle.parked).toBeUndefined()
    const e = told()
    e.does(`${MON} 10:00`, "carl", satisfied)
    e.send("2027-01-04 10:00", "ann", dissatisfied).rejects("loop/reopen-too-late")
    e.does("2027-01-04 10:00", "carl", dissatisfied).emits({ event: "case-followed", text: "still wrong" })
    e.send(`${TUE} 10:00`, "ben", dissatisfied).rejects("ownership/not-owner")
  })
  it("G9 · a withdrawal closes the customer loop; what safety and the system need goes on", () => {
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
