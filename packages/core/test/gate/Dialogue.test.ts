/** What gates send and receive while they are open: proposals and replies, silence, and failed checks. */
import { describe, expect, it } from "vitest"
import type { Command, Says } from "../../src/case/generated/Command.ts"
import type { GateState } from "../../src/case/track/Gate.ts"
import { gateFacts } from "../../src/gate/registry.ts"
import { load } from "../../src/policy/Policy.ts"
import { bundle, days, policy, type Wishes } from "../../src/testing/Build.ts"
import { desk, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { ack, agree, done, MON, propose, told } from "../cases/complaint.ts"
import { plan } from "./flow.ts"

const opened = (wishes: Wishes = {}): TestDesk => {
  const d = desk(policy(wishes))
  d.does(`${MON} 09:00`, "ann", submit())
  d.does(`${MON} 09:10`, "ann", ack)
  return d
}
const reasons = (d: TestDesk, at: string, by: string, command: Command) =>
  d.send(`${MON} ${at}`, by, command).step.refusal?.reasons
const reply = (says: Says): Command => ({ do: "reply", says, gate: "agreed", text: "no" })
const letters = (d: TestDesk, name: string): readonly string[] =>
  d.letters().filter((one) => one.startsWith(`${name} to`))

describe("a proposal", () => {
  it("is answered after it was made, and made again after it was answered", () => {
    const d = opened()
    const none = [{ code: "proposal/none", rule: "loops.complaint.customer-loop.agreed", says: { gate: "agreed" } }]
    expect(reasons(d, "09:20", "carl", reply("agree"))).toEqual(none)
    d.does(`${MON} 09:30`, "ann", propose())
    expect(letters(d, "proposal")).toEqual(["proposal to carl"])
    expect(reasons(d, "09:35", "ann", propose("more"))).toEqual([
      { code: "proposal/awaiting-reply", rule: "loops.complaint.customer-loop.agreed", says: { round: 1 } }
    ])
    d.does(`${MON} 09:40`, "carl", reply("counter")).emits({ event: "proposal-countered", gate: "agreed", text: "no" })
    expect(reasons(d, "09:45", "carl", reply("agree"))).toEqual(none)
    d.does(`${MON} 09:50`, "ann", propose("another")).emits({ event: "proposal-made", round: 2, text: "another" })
    d.does(`${MON} 09:55`, "carl", agree)
    expect(d.gate("agreed")).toBe("passed")
    expect(d.case().gates["agreed"]?.evidence).toMatchObject({ proposal: "another" })
    expect(letters(d, "proposal-decided")).toEqual([])
  })

  it("is decided only by the arbiter after its last round, and not before", () => {
    const d = opened()
    d.does(`${MON} 09:20`, "ann", propose())
    d.does(`${MON} 09:30`, "carl", reply("counter"))
    expect(letters(d, "proposal-undecided")).toEqual([])
    d.send(`${MON} 09:35`, "dora", propose("mine")).rejects("gate/wrong-person")
    d.does(`${MON} 09:40`, "ann", propose("another"))
    d.does(`${MON} 09:50`, "carl", reply("refuse"))
    expect(letters(d, "proposal-undecided")).toEqual(["proposal-undecided to dora"])
    expect(reasons(d, "09:55", "ann", propose("again"))).toEqual([
      {
        code: "proposal/rounds-over",
        rule: "loops.complaint.customer-loop.agreed.rounds",
        says: { rounds: 2, arbiter: "director" }
      }
    ])
    d.send(`${MON} 09:55`, "sam", propose("mine")).rejects("gate/wrong-person")
    d.does(`${MON} 10:00`, "dora", propose("half of it")).emits({ event: "proposal-made", round: 3 })
    expect(d.gate("agreed")).toBe("passed")
    expect(letters(d, "proposal-decided")).toEqual(["proposal-decided to carl"])
  })

  it("without an arbiter has no other end than its rounds, and nobody is called", () => {
    const agreed = {
      kind: "proposal",
      after: ["acknowledged"],
      rounds: 1,
      arbiter: undefined,
      tell: undefined
    } as never
    const d = opened({ gates: { agreed } })
    d.does(`${MON} 09:20`, "ann", propose())
    expect(letters(d, "proposal")).toEqual([])
    d.does(`${MON} 09:30`, "carl", reply("refuse"))
    expect(letters(d, "proposal-undecided")).toEqual([])
    expect(reasons(d, "09:40", "ann", propose("again"))?.[0]?.says).toEqual({ rounds: 1, arbiter: "" })
  })

  it("takes no other answer", () => {
    const d = opened()
    d.does(`${MON} 09:20`, "ann", propose())
    expect(reasons(d, "09:30", "carl", reply("satisfied"))).toEqual([
      {
        code: "reply/not-understood",
        rule: "loops.complaint.customer-loop.agreed",
        says: { says: "satisfied", gate: "agreed" }
      }
    ])
  })

  it("waits for a reply from when it is made until it is answered", () => {
    const waits = (...rounds: readonly object[]) => gateFacts.proposal.awaitsReply?.({ rounds } as unknown as GateState)
    const [open, answered] = [{ text: "a" }, { text: "a", reply: "counter" }]
    expect([waits(), waits(open), waits(answered), waits(answered, open), waits(open, answered)]).toEqual([
      false,
      true,
      false,
      true,
      false
    ])
  })
})

describe("a confirmation", () => {
  const facts = gateFacts.confirmation
  const silent = (silence: NonNullable<NonNullable<Wishes["gates"]>[string]["silence"]>) =>
    told({ gates: { confirmed: { kind: "confirmation", after: ["told"], by: ["customer"], silence } } })
  const path = "loops.complaint.customer-loop.confirmed.silence"
  const marks = (d: TestDesk) =>
    d.clock("silence:confirmed").marks.map(({ mark }) => ("step" in mark ? mark.step : mark._tag))

  it.each<readonly [state: Partial<GateState>, outcome: string | undefined]>([
    [{ status: "passed" }, "confirmed"],
    [{ status: "lapsed", lapsedBecause: "dissatisfied" }, "dissatisfied"],
    [{ status: "lapsed", lapsedBecause: "silence" }, "unconfirmed"],
    [{ status: "open" }, undefined],
    [{ status: "waived" }, undefined],
    [{ status: "open", lapsedBecause: "dissatisfied" }, undefined]
  ])("that is %j means %j for the end", (state, outcome) => expect(facts.outcome?.(state as GateState)).toBe(outcome))

  it.each<readonly [because: string | undefined, says: Says, takes: boolean]>([
    ["silence", "satisfied", true],
    ["silence", "dissatisfied", false],
    ["dissatisfied", "satisfied", false],
    [undefined, "satisfied", false]
  ])("that lapsed for %j takes %j too late: %j", (lapsedBecause, says, takes) => {
    expect(facts.takesLate?.({ lapsedBecause } as unknown as GateState, says)).toBe(takes)
  })

  it("is asked for at once, and its attempts are spread over the wait", () => {
    const d = silent({ after: days(9), attempts: 3, channelsUsed: 1, closes: "customer-loop" })
    expect(d.named("attempt-made")).toMatchObject([{ gate: "confirmed", by: "system:timer", why: path }])
    expect(marks(d)).toEqual([2, 3, "Due"])
    expect(d.named("clock-started").find((one) => "clock" in one && one.clock === "silence:confirmed")?.why).toBe(path)
    const [second, third, end] = d.clock("silence:confirmed").marks.map(({ at }) => at)
    const began = d.clock("silence:confirmed").startedAt
    expect(began < (second ?? 0) && (second ?? 0) < (third ?? 0) && (third ?? 0) < (end ?? 0)).toBe(true)
    d.tick("2026-11-27 16:59")
    expect([d.named("attempt-made").length, d.gate("confirmed")]).toEqual([3, "open"])
    d.tick("2026-11-27 17:00")
    expect(d.gate("confirmed")).toBe("lapsed")
    expect(d.named("gate-lapsed")).toMatchObject([{ gate: "confirmed", reason: "silence", why: path }])
  })
  it("with one attempt has none during the wait", () => {
    expect(marks(silent({ after: days(9), attempts: 1, channelsUsed: 1, closes: "customer-loop" }))).toEqual(["Due"])
  })
  const wrote = (channel: string): Command => ({ do: "write", text: "is it all right?", channel }) as Command
  it("does not end by time alone: without enough channels its owner is notified and it stays open", () => {
    const d = silent({ after: days(2), attempts: 1, channelsUsed: 2, closes: "customer-loop" })
    d.tick("2026-11-20 12:00")
    expect(d.gate("confirmed")).toBe("open")
    expect(letters(d, "overdue")).toEqual(["overdue to ann"])
    d.does("2026-11-20 13:00", "ann", wrote("mail"))
    expect(d.named("attempt-made")).toMatchObject([{ channel: "phone" }, { channel: "mail", by: "ann" }])
    d.tick("2026-11-27 17:00")
    expect(d.gate("confirmed")).toBe("lapsed")
  })
  it("counts what its owner writes as an attempt, and begins no other wait meanwhile", () => {
    const d = silent({ after: days(9), attempts: 2, channelsUsed: 1, closes: "customer-loop" })
    const ends = d.due("silence:confirmed")
    for (const hour of ["10:00", "11:00"])
      d.does(`${MON} ${hour}`, "ann", wrote("mail"))
        .emits({ event: "attempt-made", channel: "mail", by: "ann", why: path })
        .without("clock-started")
    expect(d.due("silence:confirmed")).toBe(ends)
  })
  it("begins another wait with the missing attempt, and not before; nothing is sent meanwhile", () => {
    const d = silent({ after: days(2), attempts: 2, channelsUsed: 3, closes: "customer-loop" })
    d.tick("2026-11-20 12:00")
    d.does("2026-11-20 13:00", "ann", wrote("mail")).emits("attempt-made").without("clock-started")
    d.does("2026-11-20 14:00", "ann", wrote("letter")).emits("attempt-made", {
      event: "clock-started",
      clock: "silence:confirmed",
      why: path
    })
    expect(marks(d)).toEqual(["Due"])
    d.tick("2026-11-23 12:00")
    expect([d.named("attempt-made").length, d.gate("confirmed")]).toEqual([4, "open"])
    d.tick("2026-11-24 17:00")
    expect([d.named("attempt-made").length, d.gate("confirmed")]).toEqual([4, "lapsed"])
  })
  it("is asked for again by the first message to the customer after they spoke, with a whole wait and all attempts", () => {
    const d = silent({ after: days(2), attempts: 2, channelsUsed: 1, closes: "customer-loop" })
    d.does(`${MON} 10:00`, "carl", { do: "write", text: "I will look at it" }).emits("silence-ended")
    d.does(`${MON} 10:30`, "carl", { do: "write", text: "not yet" }).without("silence-ended")
    expect([d.case().gates["confirmed"]?.attempts, d.clockState("silence:confirmed")]).toEqual([[], "cancelled"])
    d.does(`${MON} 11:00`, "ann", wrote("mail")).emits("attempt-made", {
      event: "clock-started",
      clock: "silence:confirmed",
      why: path
    })
    expect(marks(d)).toEqual([2, "Due"])
    d.tick("2026-11-18 17:00")
    expect(d.case().gates["confirmed"]).toMatchObject({ attempts: ["mail", "phone"], status: "lapsed" })
  })
})

describe("what the customer is asked", () => {
  const survey = (channel: string | undefined, customerLanguage: "en" | "zh-CN" = "en") => {
    const question = { en: "How was it?", "zh-CN": "怎么样？" }
    const made = bundle({
      only: ["confirmed"],
      channels: { app: { mode: "passive", question } as never },
      gates: {
        confirmed: { kind: "confirmation", after: [], by: ["customer"], ...(channel && { survey: channel }) }
      }
    })
    const text = { en: "{question}", "zh-CN": "{question}" }
    const asked = { name: "confirmation-asked", text, mustSay: [] }
    const d = desk(load({ ...made, messages: { ...made.messages, "confirmation-asked": asked } }))
    d.does(`${MON} 09:00`, "ann", submit({ customerLanguage }))
    return d.world().letters.find(({ message }) => message === "confirmation-asked")?.text
  }
  it("is the question of the channel that the gate names, in their language", () => {
    expect(survey("app")).toBe("How was it?")
    expect(survey("app", "zh-CN")).toBe("怎么样？")
    expect([survey(undefined), survey("phone")]).not.toContain("How was it?")
  })
  it("takes no answer to another gate", () => {
    expect(reasons(told(), "10:00", "carl", { do: "reply", says: "agree", gate: "confirmed" })).toEqual([
      {
        code: "reply/not-understood",
        rule: "loops.complaint.customer-loop.confirmed",
        says: { says: "agree", gate: "confirmed" }
      }
    ])
  })
  it("ends the wait when they speak, whatever they say", () => {
    const d = told()
    d.does(`${MON} 10:00`, "carl", { do: "write", text: "I will look at it" }).emits(
      { event: "silence-ended", gate: "confirmed" },
      { event: "clock-cancelled", clock: "silence:confirmed", reason: "customer-spoke" }
    )
  })
  it("does not end a wait that does not exist", () => {
    const confirmed = { kind: "confirmation", after: ["told"], by: ["customer"], silence: undefined } as never
    const d = told({ gates: { confirmed } })
    d.does(`${MON} 10:00`, "carl", { do: "write", text: "I will look at it" }).without("silence-ended")
    expect(
      opened()
        .does(`${MON} 10:00`, "carl", { do: "write", text: "hello" })
        .step.events.map((e) => e.event)
    ).not.toContain("silence-ended")
  })
})

describe("a correction", () => {
  it("records its actions and is passed with them", () => {
    const d = told()
    expect(d.gate("corrected")).toBe("passed")
    expect(d.case().gates["corrected"]?.actions).toMatchObject([{ what: "redone" }])
    expect(d.named("action-planned")).toMatchObject([{ gate: "corrected", by: "ann" }])
  })
})

describe("an effectiveness check", () => {
  const verifying = (more: object = {}): TestDesk => {
    const check = {
      kind: "effectiveness" as const,
      side: "system-loop" as const,
      after: ["prevented"],
      observe: days(5),
      ...more
    }
    const d = plan({ gates: { verified: { ...check, when: { "gate.prevented": "passed" } } } })
    d.does(`${MON} 10:20`, "ben", done)
    return d
  }
  const path = "loops.complaint.system-loop.verified"
  const missed: Command = { do: "pass", gate: "verified", shortfall: " 4 instead of 0 " }

  it("passes by itself at the end of its window, if time is the proof", () => {
    const d = verifying()
    expect(d.named("clock-started").find((one) => "clock" in one && one.clock === "observe:verified")?.why).toBe(
      `${path}.observe`
    )
    d.tick("2026-11-20 12:00")
    expect(d.gate("verified")).toBe("open")
    d.tick("2026-11-24 12:00")
    expect(d.gate("verified")).toBe("passed")
    expect(d.case().gates["verified"]?.evidence).toMatchObject({ proof: "no-recurrence" })
  })
  it("waits for its metric, if that is the proof, and passes with it", () => {
    const d = verifying({ proof: "metric" })
    d.tick("2026-11-24 12:00")
    expect(d.gate("verified")).toBe("open")
    d.does("2026-11-24 13:00", "ann", { do: "pass", gate: "verified", proof: "0 of 100" })
    expect(d.gate("verified")).toBe("passed")
  })
  it.each<readonly [more: object, back: string, why: string]>([
    [{ ifFailed: undefined }, "investigated", path],
    [{ ifFailed: "investigated" }, "investigated", `${path}.if-failed`],
    [{ ifFailed: "prevented" }, "prevented", `${path}.if-failed`]
  ])("that fails, %j, goes back to %s", (more, back, why) => {
    const d = verifying({ proof: "metric", ...more })
    d.does(`${MON} 11:00`, "ann", missed).emits(
      { event: "verification-failed", gate: "verified", reason: "4 instead of 0", why: path },
      { event: "problem-progressed", gate: "verified", progress: "failed", why: path },
      { event: "case-reopened", gate: back, cause: "shortfall", why }
    )
    expect([d.gate(back), d.gate("verified")]).toEqual(["open", "waiting"])
  })
})
