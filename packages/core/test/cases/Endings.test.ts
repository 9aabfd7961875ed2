/** Early ends: forwarded to another body, or withdrawn; postponed suggestions; reopenings that come too often. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import * as Lifecycle from "../../src/case/track/Lifecycle.ts"
import type { EndingRule } from "../../src/policy/Bundle.ts"
import { dates, elapsedHours, policy, type Wishes } from "../../src/testing/Build.ts"
import { complaint } from "../../src/testing/Defaults.ts"
import type { TestDesk } from "../../src/testing/Spec.ts"
import { desk, submit } from "../../src/testing/Spec.ts"
import type { GateWish } from "../../src/testing/Wishes.ts"
import { ack, dissatisfied, MON, prevented, satisfied, TUE, tell, told } from "./complaint.ts"

const forwarded: EndingRule = {
  name: "forwarded",
  path: "endings.forwarded",
  by: ["supervisor"],
  fields: ["body"],
  tell: "delayed",
  closes: "customer-loop"
}
const facts = { body: { type: { _tag: "Text" as const, values: [] }, kind: "text" as const } }
const system = {
  metBy: ["passed:investigated"],
  within: elapsedHours(100),
  promise: false,
  cancelledBy: ["withdrawn", "forwarded"]
}
const wishes: Wishes = {
  facts,
  endings: [forwarded, { ...forwarded, name: "withdrawn", path: "endings.withdrawn", by: ["customer"], fields: [] }],
  clocks: { told: { metBy: ["passed:told"], cancelledBy: ["withdrawn", "forwarded"] }, cause: system }
}
const send: Command = { do: "forward", fields: { body: "the network operator" }, reason: "their line" }

describe("forwarding", () => {
  it("S9 · stops our own clock as forwarded, tells the customer and closes their loop", () => {
    const d = desk(policy(wishes))
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 10:00`, "sam", send).emits(
      { event: "facts-recorded", facts: { body: "the network operator" } },
      { event: "case-forwarded", by: "sam", reason: "their line", why: "endings.forwarded" },
      { event: "clock-cancelled", clock: "told", reason: "forwarded" },
      { event: "customer-loop-closed", outcome: "forwarded" },
      { event: "message-queued", message: "delayed", to: "carl" }
    )
    expect(d.gate("agreed")).toBe("not-needed")
  })
  it("needs an actor whom the policy names, the fields to be recorded, and an open loop", () => {
    const d = desk(policy(wishes))
    d.does(`${MON} 09:00`, "ann", submit())
    d.send(`${MON} 10:00`, "ann", send).rejects("endings.forwarded.by")
    d.send(`${MON} 10:00`, "sam", { do: "forward" }).rejects("endings.forwarded.fields")
    d.does(`${MON} 10:00`, "sam", send)
    d.send(`${MON} 10:10`, "sam", send).rejects("case/closed")
    const e = desk(policy())
    e.does(`${MON} 09:00`, "ann", submit())
    e.send(`${MON} 10:00`, "sam", { do: "forward" }).rejects("ending/not-offered")
  })
  it.each(["forwarded", "withdrawn"])("G9 · %s: gates of the system loop survive, with their clocks", (how) => {
    const d = desk(policy(wishes))
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:05`, "ann", ack)
    if (how === "forwarded") d.does(`${MON} 10:00`, "sam", send)
    else d.does(`${MON} 10:00`, "carl", { do: "withdraw" })
    expect([d.gate("investigated"), d.clockState("cause"), d.clockState("told")]).toEqual([
      "open",
      "running",
      "cancelled"
    ])
    expect(d.case().lifecycle.systemLoop).toBeUndefined()
    d.tick("2026-11-21 09:00")
    expect(d.clockState("cause")).toBe("missed")
  })
  it("an ending that closes both loops ends their clocks too", () => {
    const both = (wishes.endings ?? []).map((one) => ({ ...one, closes: "both-loops" as const }))
    const d = desk(policy({ ...wishes, endings: both }))
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 10:00`, "sam", send).emits("system-loop-closed", "case-closed")
    expect(d.clockState("cause")).toBe("cancelled")
  })
})

describe("reopening", () => {
  const often: Wishes = { reopen: { dissatisfied: { backTo: "told", within: dates(30) } } }
  const minute = (n: number): string => `${MON} 10:${String(n).padStart(2, "0")}`

  it("R7 · the sixth reopening within an hour is left to a person, and nobody outside is told anything", () => {
    const d = told(often)
    for (let n = 0; n < 5; n++) {
      d.does(minute(n * 4), "carl", dissatisfied).emits("case-reopened")
      d.does(minute(n * 4 + 2), "ann", tell)
    }
    const letters = d.letters().length
    d.does(minute(30), "carl", dissatisfied).yields(
      { event: "reopening-parked", cause: "dissatisfied", by: "customer:carl" },
      "silence-ended",
      "clock-cancelled",
      "message-queued"
    )
    expect(d.letters().slice(letters)).toEqual(["reopening-parked to ann"])
    expect([d.gate("confirmed"), d.case().lifecycle.reopened]).toEqual(["open", 5])
    expect(d.case().lifecycle.parked).toMatchObject({ cause: "dissatisfied" })
    d.does(minute(40), "ann", { do: "reopen", because: "dissatisfied", reason: "a real one" }).emits("case-reopened")
    expect(d.case().lifecycle.parked).toBeUndefined()
  })
  it("LP-5 · a failed check does not count as a reopening by the customer", () => {
    const d = prevented({ reopen: { dissatisfied: { backTo: "told", within: dates(30), atMost: 1 } } })
    d.does(`${MON} 12:00`, "ben", submit({ case: "C", customer: "eve" }))
    d.does(`${MON} 12:10`, "ben", { do: "set", causeOf: "A", reason: "the same job" }, { case: "C" })
    expect(d.case().lifecycle).toMatchObject({ reopened: 1, reopenedFor: { recurrence: 1 } })
    d.does(`${MON} 13:00`, "carl", { do: "reply", says: "dissatisfied", text: "wrong" }).emits({
      event: "case-reopened",
      cause: "dissatisfied"
    })
  })
  it("R7 · after `at-most` reopenings only a person may still reopen for a parked message", () => {
    const d = told({ reopen: { dissatisfied: { backTo: "told", within: dates(30), atMost: 1 } } })
    const reopen: Command = { do: "reopen", because: "dissatisfied", reason: "a real one" }
    d.does(minute(0), "carl", dissatisfied).emits("case-reopened")
    d.does(minute(2), "ann", tell)
    d.send(minute(3), "ann", reopen).rejects("loop/reopened-enough")
    d.does(minute(4), "carl", satisfied).emits("customer-loop-closed")
    d.does(minute(5), "carl", { do: "write", text: "wrong again" }).emits("reopening-parked")
    d.does(minute(6), "ann", reopen).emits("case-reopened")
    expect(d.case().lifecycle).toMatchObject({ reopened: 2, parked: undefined })
  })
  it("F-R11 · after a withdrawal a customer's message is left to a person, until they withdraw once more", () => {
    const d = prevented({ reopen: { dissatisfied: { backTo: "told", within: dates(30), atMost: 0 } } })
    const withdraw: Command = { do: "withdraw", reason: "never mind" }
    d.does(`${MON} 12:00`, "carl", withdraw).emits("customer-loop-closed").without("case-closed")
    d.does(`${MON} 12:01`, "carl", { do: "reopen", because: "dissatisfied", reason: "again" }).emits("reopening-parked")
    d.does(`${MON} 12:02`, "carl", withdraw).emits("case-withdrawn", "reopening-dismissed")
    expect(d.case().lifecycle.parked).toBeUndefined()
  })
  it("R14 · a customer of another case cannot reopen this one", () => {
    const d = told({ reopen: { dissatisfied: { backTo: "told", within: dates(30) } } })
    d.does(`${MON} 12:00`, "carl", satisfied)
    const reopen = { do: "reopen", because: "dissatisfied", reason: "not mine" } as const
    d.send(`${MON} 12:10`, "eve", reopen).rejects("command/wrong-person").without("case-reopened")
    d.does(`${MON} 12:20`, "carl", reopen).emits("case-reopened")
  })
  it("R7 · a customer's own command and an event of the host are parked like their messages", () => {
    const d = told({ reopen: { dissatisfied: { backTo: "told", within: dates(30), atMost: 1 } } })
    d.does(`${MON} 12:00`, "carl", satisfied)
    const reopen = { do: "reopen", because: "dissatisfied", reason: "still wrong" } as const
    d.does(`${MON} 12:01`, "carl", reopen).emits("case-reopened")
    d.does(`${MON} 12:02`, "ann", tell)
    d.does(`${MON} 12:03`, "carl", satisfied)
    d.does(`${MON} 12:04`, "carl", reopen)
      .emits({ event: "reopening-parked", text: "still wrong" })
      .without("case-reopened")
    const host = told({ reopen: { delivered: { backTo: "told", within: dates(30), atMost: 1 } } })
    const delivered: Command = { do: "event", name: "delivered" }
    host.does(`${MON} 12:00`, "carl", satisfied)
    host.does(`${MON} 12:01`, "system:host", delivered).emits("case-reopened")
    host.does(`${MON} 12:02`, "ann", tell)
    host.does(`${MON} 12:03`, "carl", satisfied)
    host.does(`${MON} 12:04`, "system:host", delivered).emits("event-happened", "reopening-parked")
  })
  it("R7 · an hour later the customer's message reopens the case again", () => {
    const d = told(often)
    for (let n = 0; n < 5; n++) {
      d.does(minute(n * 4), "carl", dissatisfied)
      d.does(minute(n * 4 + 2), "ann", tell)
    }
    d.does(`${MON} 11:30`, "carl", dissatisfied).emits("case-reopened")
  })
  it("R7 · a reopening is possible at the last instant of its time and not after it", () => {
    for (const [at, isIn] of [
      ["12:00", true],
      ["12:01", false]
    ] as const) {
      const d = told({ reopen: { dissatisfied: { backTo: "told", within: elapsedHours(2) } } })
      d.does(`${MON} 10:00`, "carl", satisfied).emits("customer-loop-closed")
      const { step } = d.send(`${MON} ${at}`, "carl", dissatisfied)
      expect(step.events.some(({ event }) => event === "case-reopened")).toBe(isIn)
    }
  })
  it("R9 · after a reopening earlier answers do not count: the customer is asked again, and silence counts again", () => {
    const d = told(often)
    d.does(`${MON} 10:00`, "carl", satisfied)
    expect(d.case().lifecycle.satisfaction).toBe("satisfied")
    d.does(`${TUE} 09:00`, "ann", { do: "reopen", because: "dissatisfied", reason: "we found a fault" })
    expect(d.case().lifecycle.satisfaction).toBe("unknown")
    d.does(`${TUE} 10:00`, "ann", tell).emits({ event: "attempt-made", gate: "confirmed" })
    d.does(`${TUE} 11:00`, "carl", dissatisfied)
    d.does(`${TUE} 12:00`, "ann", tell)
    d.tick("2026-12-20 12:00")
    expect(d.case().lifecycle.customerLoop?.outcome).toBe("unconfirmed")
  })
})

it.each([
  ["dissatisfied", true],
  ["recurrence", true],
  ["decided", true],
  ["shortfall", true],
  ["delivered", true],
  ["regraded", false],
  ["bounced", false],
  ["later", false],
  ["merged", false]
])("a case that is opened again because of %s was opened by somebody: %s", (cause, isSo) =>
  expect(Lifecycle.isReopening(cause)).toBe(isSo)
)

describe("a postponed suggestion", () => {
  const opened = () => {
    const d = desk(policy())
    d.does(`${MON} 09:00`, "ann", submit({ verbatim: "I suggest a dark mode" }))
    return d
  }
  const later = (until?: string): Command => ({
    do: "pass",
    gate: "decided",
    decision: "later",
    reason: "after the move",
    ...(until === undefined ? {} : { until })
  })

  it("LP-3 · is decided again by its owner on the given day", () => {
    const d = opened()
    d.send(`${MON} 10:00`, "ann", later("2026-11-01")).rejects("decision/no-date")
    d.send(`${MON} 10:00`, "ann", later("soon")).rejects("decision/no-date")
    d.does(`${MON} 10:00`, "ann", later("2027-03-01"))
    d.does(`${MON} 11:00`, "ann", tell).emits("case-closed")
    d.tick("2027-02-28 23:59")
    expect(d.gate("decided")).toBe("passed")
    d.tick("2027-03-01 00:00")
    expect([d.gate("decided"), d.gate("told"), d.case().lifecycle.closedAt]).toEqual(["open", "waiting", undefined])
    expect(d.case().lifecycle.reopened).toBe(0)
    expect(d.letters().at(-1)).toBe("alarm to ann")
  })
  it("LP-3 · is decided again after half a year if no day was given", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", later())
    d.does(`${MON} 11:00`, "ann", tell)
    expect(d.nextDue()).toBe("2027-05-17 00:00")
  })
  const named = (oneOf: readonly string[], means?: GateWish["means"]) => {
    const rule = { oneOf, ...(means === undefined ? {} : { means }) }
    const loops = {
      suggestion: { when: { kind: "suggestion" }, customer: { decided: { kind: "decision", ...rule } as const } }
    }
    const d = desk(policy({ loops: { complaint, ...loops } }))
    d.does(`${MON} 09:00`, "ann", submit({ verbatim: "I suggest a dark mode" }))
    return d
  }
  const decide = (decision: string): Command => ({ do: "pass", gate: "decided", decision, reason: "after the move" })

  it("F-C11 · a policy's own conclusion means what the policy says, and the language's words their meaning, in any language", () => {
    const putOff = (d: TestDesk, decision: string): boolean => {
      d.does(`${MON} 10:00`, "ann", decide(decision))
      d.tick("2027-06-01 00:00")
      return d.gate("decided") === "open"
    }
    const own = { 采用: "adopted", 以后再议: "later", 不予采用: "declined" } as const
    expect(putOff(named(Object.keys(own), own), "以后再议")).toBe(true)
    expect(putOff(named(Object.keys(own), own), "不予采用")).toBe(false)
    expect(putOff(named(["采纳", "暂缓", "不采纳"]), "暂缓")).toBe(true)
    expect(putOff(named(["adopted", "later", "declined"]), "暂缓")).toBe(true)
    expect(putOff(named(["not now", "yes"], { "not now": "later", yes: "adopted" }), "not now")).toBe(true)
    expect(putOff(named(["later", "never"], { later: "declined" }), "later")).toBe(false)
  })
  it("F-C11 · a conclusion that is not offered is refused in any language", () => {
    const d = named(["adopted", "declined"])
    d.send(`${MON} 10:00`, "ann", decide("暂缓")).rejects("decision/not-offered")
    d.send(`${MON} 10:00`, "ann", decide("perhaps")).rejects("decision/not-offered")
    d.does(`${MON} 10:00`, "ann", decide("采纳"))
  })
  it("LP-3 · is not decided again if it was withdrawn meanwhile", () => {
    const d = opened()
    d.does(`${MON} 10:00`, "ann", later("2027-03-01"))
    d.does(`${MON} 10:10`, "carl", { do: "withdraw" })
    d.tick("2027-03-02 00:00")
    expect(d.gate("decided")).toBe("passed")
  })
  it.each(["open", "passed"])("LP-3 · opened again in the meantime, and %s by then, it does not", (stands) => {
    const customer = { decided: { kind: "decision" } } as const
    const reopen = { dissatisfied: { within: dates(90), backTo: "decided" } }
    const d = desk(policy({ loops: { complaint, suggestion: { when: { kind: "suggestion" }, customer, reopen } } }))
    d.does(`${MON} 09:00`, "ann", submit({ verbatim: "I suggest a dark mode" }))
    d.does(`${MON} 10:00`, "ann", later("2027-01-04"))
    d.does(`${MON} 11:00`, "ann", { do: "reopen", because: "dissatisfied", reason: "they asked again" })
    if (stands === "passed") d.does(`${MON} 12:00`, "ann", decide("adopted"))
    d.tick("2027-01-05 00:00")
    expect([d.gate("decided"), d.named("case-reopened").length]).toEqual([stands, 1])
    expect(d.letters()).not.toContain("alarm to ann")
  })
})

describe("effectiveness", () => {
  const proof = (by: "metric" | "either" | "both"): Wishes => ({
    gates: {
      verified: {
        side: "system-loop",
        kind: "effectiveness",
        after: ["prevented"],
        observe: dates(30),
        proof: by,
        ifFailed: "prevented",
        when: { "gate.prevented": "passed" }
      }
    }
  })
  const measured: Command = { do: "pass", gate: "verified", proof: "0 failures in November" }
  const missed: Command = { do: "pass", gate: "verified", proof: "4 failures", shortfall: "4 instead of 0" }

  it("RC-6 · by metric: the figure passes it after the window; the window alone does not", () => {
    const d = prevented(proof("metric"))
    d.send(`${TUE} 10:00`, "ann", measured).rejects("effectiveness/too-early")
    d.tick("2027-01-04 10:00")
    expect(d.gate("verified")).toBe("open")
    d.send("2027-01-04 10:00", "ann", { do: "pass", gate: "verified" }).rejects("effectiveness/proof")
    d.does("2027-01-04 10:10", "ann", measured).emits({ event: "gate-passed", gate: "verified" })
  })
  it("RC-6 · either: the figure passes it at once, or the window by itself", () => {
    const d = prevented(proof("either"))
    d.does(`${TUE} 10:00`, "ann", measured).emits({ event: "gate-passed", gate: "verified" })
    const e = prevented(proof("either"))
    e.tick("2026-12-17 10:00")
    expect(e.gate("verified")).toBe("passed")
  })
  it("RC-6 · both: the figure passes it, but not before the end of the window", () => {
    const d = prevented(proof("both"))
    d.send(`${TUE} 10:00`, "ann", measured).rejects("effectiveness/too-early")
    d.tick("2026-12-17 10:00")
    expect(d.gate("verified")).toBe("open")
    d.does("2026-12-17 10:10", "ann", measured).emits({ event: "gate-passed", gate: "verified" })
  })
  it("RC-6 · a missed metric fails the check at once and reopens the gate that the policy names", () => {
    const d = prevented(proof("both"))
    d.does(`${TUE} 10:00`, "ann", missed).emits(
      { event: "verification-failed", gate: "verified", reason: "4 instead of 0" },
      {
        event: "case-reopened",
        gate: "prevented",
        cause: "shortfall",
        why: "loops.complaint.system-loop.verified.if-failed"
      }
    )
    expect([d.gate("investigated"), d.gate("prevented"), d.gate("verified")]).toEqual(["passed", "open", "waiting"])
    expect(d.letters()).not.toContain("verification-failed to ann")
    const e = prevented()
    e.send(`${TUE} 10:00`, "ann", missed).rejects("effectiveness/no-metric")
  })
  it("G5 · a recurrence within the window fails the check, and other cases of the same cause are flagged", () => {
    const d = prevented()
    for (const [id, customer] of [
      ["B", "dave"],
      ["C", "eve"]
    ] as const)
      d.does(`${MON} 12:00`, "ben", submit({ case: id, customer }))
    d.does(`${MON} 12:10`, "ben", { do: "set", causeOf: "B" }, { case: "A" })
    d.does("2026-11-30 12:00", "ben", { do: "set", causeOf: "A", reason: "the same job" }, { case: "C" })
    expect(d.named("verification-failed")).toMatchObject([{ case: "C" }])
    expect(d.named("case-flagged", "B")).toMatchObject([{ case: "A" }])
    expect(d.letters("B").at(-1)).toBe("alarm to ben")
    expect(d.named("message-queued", "B").at(-1)).toMatchObject({
      text: expect.stringContaining("prevention failed in A")
    })
    expect(d.named("case-flagged", "C")).toEqual([])
  })
})
