/**
 * The course of a gate: who is notified of its passing, what its lane replaces, what opens it, and what a machine does.
 */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import { days, hours, policy } from "../../src/testing/Build.ts"
import { desk, instant, submit, type TestDesk } from "../../src/testing/Spec.ts"
import type { Wishes } from "../../src/testing/Wishes.ts"
import { ack, agree, MON, propose, tell, told } from "../cases/complaint.ts"

const opened = (wishes: Wishes, more: Parameters<typeof submit>[0] = {}): TestDesk => {
  const d = desk(policy(wishes))
  d.does(`${MON} 09:00`, "ann", submit(more))
  return d
}

describe("who is notified of a passed gate", () => {
  const notify = ["owner", "supervisor", "director"]
  const heard = (d: TestDesk) => d.letters().filter((one) => one.startsWith("gate-passed"))
  it("those whom the policy names, except whoever passed it", () => {
    const gates = { acknowledged: { kind: "acknowledgement", by: ["owner", "supervisor"], notify } } as const
    const byOwner = opened({ only: ["acknowledged", "told"], gates })
    byOwner.does(`${MON} 09:10`, "ann", ack).emits({
      event: "message-queued",
      message: "gate-passed",
      to: "sam",
      text: "gate-passed A. act.by: Ann. gate.title: acknowledgement."
    })
    expect(heard(byOwner)).toEqual(["gate-passed to sam", "gate-passed to dora"])
    const bySam = opened({ only: ["acknowledged", "told"], gates })
    bySam.does(`${MON} 09:10`, "sam", ack)
    expect(heard(bySam)).toEqual(["gate-passed to ann", "gate-passed to dora"])
  })
  it("praised people with the customer's words, all others without", () => {
    const thanked = { kind: "result", by: ["automatic"], tell: "thanks", notify: ["praised", "supervisor"] } as const
    const d = opened(
      { loops: { praise: { when: { kind: "praise" }, customer: { thanked } } } },
      { verbatim: "thank you for the quick help" }
    )
    const text = (to: string) => d.named("message-queued").find((one) => "to" in one && one.to === to)
    expect(d.letters()).toEqual(["thanks to carl", "praised to ann", "gate-passed to sam"])
    expect(text("ann")).toMatchObject({ message: "praised", text: expect.stringContaining("the quick help") })
    expect(text("sam")).toMatchObject({ message: "gate-passed", text: expect.not.stringContaining("the quick help") })
  })
  it("the customer by the gate's message, once", () => {
    const d = opened({
      only: ["acknowledged", "told"],
      gates: { acknowledged: { kind: "acknowledgement", tell: "joined" } }
    })
    d.does(`${MON} 09:10`, "ann", ack).emits({
      event: "message-queued",
      message: "joined",
      to: "carl",
      gate: "acknowledged"
    })
    expect(d.letters()).toEqual(["joined to carl"])
  })
})

describe("a lane", () => {
  const lane: Wishes = {
    only: ["acknowledged", "agreed", "told"],
    gates: { settled: { kind: "record", optional: true, insteadOf: ["agreed", "told"] } }
  }
  it("replaces gates that are not settled, by its own rule; passed gates stay", () => {
    const d = opened(lane)
    d.does(`${MON} 09:10`, "ann", ack)
    d.does(`${MON} 09:20`, "ann", propose())
    d.does(`${MON} 09:30`, "carl", agree)
    const { step } = d.does(`${MON} 09:40`, "ann", { do: "pass", gate: "settled" })
    expect(step.events.filter(({ event }) => event === "gate-not-needed")).toEqual([
      {
        event: "gate-not-needed",
        at: instant(`${MON} 09:40`),
        gate: "told",
        reason: "lane",
        why: "loops.complaint.customer-loop.settled.instead-of"
      }
    ])
    expect(d.gate("agreed")).toBe("passed")
  })
  it("keeps replacing them, whatever happens on the case", () => {
    const d = opened({ ...lane, gates: { ...lane.gates, more: { kind: "record" } } })
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "settled" })
    d.does(`${MON} 09:20`, "ann", ack)
    d.does(`${MON} 09:30`, "ann", { do: "set", facts: { urgent: true } })
    expect([d.gate("agreed"), d.named("gate-reopened")]).toEqual(["not-needed", []])
  })
})

describe("a gate opens", () => {
  it("when what it waits for is settled; a machine's receipt at the record, however long ago the message was", () => {
    const d = desk(policy({ only: ["receipted", "told"], gates: { told: { kind: "result", after: ["receipted"] } } }))
    d.does(`${MON} 11:00`, "ann", submit(), { said: `${MON} 09:00` })
    expect(d.case().gates).toMatchObject({
      receipted: { status: "passed", openedAt: instant(`${MON} 09:00`), settledAt: instant(`${MON} 11:00`) },
      told: { status: "open", openedAt: instant(`${MON} 11:00`) }
    })
  })
  it("with a time to pass that counts from the receipt, named by the gate unless a promise has the name", () => {
    const door = (clocks: Wishes["clocks"]) => {
      const quick = { kind: "record", after: ["acknowledged"], onlyWithin: hours(4) } as const
      const d = opened({ only: ["acknowledged", "told"], gates: { quick }, clocks: { ...clocks } })
      d.does(`${MON} 11:00`, "ann", ack).emits({
        event: "clock-started",
        startedAt: instant(`${MON} 09:00`),
        dueAt: instant(`${MON} 13:00`),
        timer: { _tag: "Door", gate: "quick" },
        why: "loops.complaint.customer-loop.quick.only-within"
      })
      return Object.values(d.case().clocks).find(({ timer }) => timer?._tag === "Door")?.name
    }
    expect(door({})).toBe("quick")
    expect(door({ quick: { metBy: ["passed:quick"], within: hours(8) } })).toBe("door:quick")
  })
})

describe("the time to pass a gate", () => {
  const quick = { kind: "record", onlyWithin: hours(4), when: { urgency: "routine" } } as const
  const doorOf = () => {
    const d = desk(policy({ only: ["acknowledged"], gates: { quick, open: { kind: "record" } } }))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
    return d
  }
  const closed = { event: "clock-cancelled", clock: "quick", reason: "gate-settled" } as const
  it("ends once the gate is settled in any way or not needed any more, and by nothing else", () => {
    const passed = doorOf()
    passed.does(`${MON} 09:10`, "ann", ack).without("clock-cancelled")
    passed.does(`${MON} 09:20`, "ann", { do: "pass", gate: "quick" }).emits(closed)
    doorOf().does(`${MON} 09:20`, "dora", { do: "waive", gate: "quick", reason: "known" }).emits(closed)
    doorOf()
      .does(`${MON} 09:20`, "dora", { do: "set", facts: { urgent: true }, reason: "it is" })
      .emits(closed)
    const shut = doorOf()
    shut.tick(`${MON} 13:00`)
    expect([shut.gate("quick"), shut.named("clock-cancelled").length]).toEqual(["lapsed", 0])
  })
})

describe("a gate that is not needed", () => {
  const idle = { kind: "record", side: "system-loop", when: { urgency: "urgent" } } as const
  const urgent = (is: boolean): Command => ({ do: "set", facts: { urgent: is }, reason: "as it turned out" })
  it("is needed again with its condition, and records the rule by which it was not", () => {
    const d = opened({
      only: ["acknowledged", "told"],
      gates: { checked: idle, noted: { ...idle, when: { kind: "complaint" } } }
    })
    expect(d.named("gate-not-needed")).toMatchObject([
      { gate: "checked", reason: "when", why: "loops.complaint.system-loop.checked.when" }
    ])
    d.does(`${MON} 09:05`, "ann", ack).without("gate-reopened", "gate-not-needed")
    d.does(`${MON} 09:10`, "ann", urgent(true)).emits(
      { event: "gate-reopened", gate: "checked", reason: "when" },
      { event: "gate-opened", gate: "checked" }
    )
  })
  it("reopens a closed system loop, but never if it is optional or the case is closed", () => {
    const closed = (more: object, wishes: Wishes = {}) => {
      const d = opened({
        only: ["acknowledged", "told"],
        gates: { checked: { ...idle, ...more }, seen: { kind: "record", side: "system-loop" } },
        ...wishes
      })
      d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "seen" }).emits("system-loop-closed")
      return d
    }
    const d = closed({})
    d.does(`${MON} 09:20`, "sam", urgent(true)).emits({
      event: "case-reopened",
      gate: "checked",
      side: "system-loop",
      cause: "regraded",
      reason: "as it turned out",
      why: "loops.complaint.system-loop.checked"
    })
    expect(d.letters()).not.toContain("reopened to ann")
    closed({ optional: true }).does(`${MON} 09:20`, "ann", urgent(true)).without("case-reopened", "gate-reopened")
    const whole = closed({})
    whole.does(`${MON} 09:20`, "ann", ack)
    whole.does(`${MON} 09:30`, "ann", tell).emits("case-closed")
    whole.send(`${MON} 09:40`, "ann", urgent(true)).without("case-reopened", "gate-reopened")
  })
})

describe("a loop that was closed with the customer", () => {
  it("stays closed, whatever its gates would demand now", () => {
    const extra = { kind: "record", when: { urgency: "urgent" } } as const
    const d = opened({ only: ["told"], gates: { extra, checked: { kind: "record", side: "system-loop" } } })
    d.does(`${MON} 09:10`, "ann", tell).emits("customer-loop-closed").without("case-closed")
    d.does(`${MON} 09:20`, "ann", { do: "set", facts: { urgent: true } }).without("case-reopened", "gate-reopened")
    expect(d.gate("extra")).toBe("not-needed")
  })
})

describe("signatures", () => {
  it("that are no longer required let the gate pass with the given ones", () => {
    const signed = (...signOff: readonly string[]): Wishes => ({
      only: ["acknowledged", "told"],
      gates: { told: { kind: "result", signOff } }
    })
    const d = opened(signed("supervisor", "quality"))
    d.does(`${MON} 09:10`, "ann", tell).without("gate-passed")
    d.does(`${MON} 09:20`, "sam", { do: "sign", gate: "told" }).without("gate-passed")
    const under = policy({ ...signed("supervisor"), version: "build-2" })
    d.does(`${MON} 09:30`, "dora", { do: "move-policy", reason: "version 2" }, { under }).emits({
      event: "gate-passed",
      gate: "told",
      by: "ann"
    })
  })
})

describe("what a machine passes", () => {
  const automatic = (kind: "acknowledgement" | "result" | "record") => ({
    [kind]: { kind, by: ["automatic"] } as const
  })
  const wishes: Wishes = {
    only: ["told"],
    gates: {
      ...automatic("acknowledgement"),
      ...automatic("result"),
      ...automatic("record"),
      asked: { kind: "record", by: ["automatic"], fields: ["amount"] },
      wanted: { kind: "approval", by: ["automatic"] }
    }
  }
  it("gates without evidence, at once; the others wait for a person", () => {
    const d = opened(wishes)
    expect(["acknowledgement", "result", "record", "asked", "wanted"].map((name) => d.gate(name))).toEqual([
      "passed",
      "passed",
      "passed",
      "open",
      "open"
    ])
    expect(d.named("gate-passed")).toMatchObject(Array.from({ length: 3 }, () => ({ by: "system:policy" })))
  })
  it("only receipts while the classification is not sure", () => {
    const d = opened(wishes, { verbatim: "the thing" })
    expect(["acknowledgement", "result"].map((name) => d.gate(name))).toEqual(["passed", "open"])
    d.does(`${MON} 09:10`, "sam", { do: "reclassify", category: "report", reason: "read it" }).emits({
      event: "gate-passed",
      gate: "result"
    })
  })
})

describe("what an open gate is told", () => {
  const silence = { after: days(10), attempts: 3, channelsUsed: 1, closes: "customer-loop" } as const
  const write: Command = { do: "write", text: "any news?" }
  const asked = () =>
    told({ gates: { confirmed: { kind: "confirmation", after: ["told"], by: ["customer"], silence } } })
  it("ends the silence from the instant at which the gate opened, but not before it", () => {
    // The result was told at 09:50, and the confirmation asked for.
    asked()
      .does(`${MON} 10:30`, "carl", write, { said: `${MON} 09:49` })
      .without("silence-ended")
    asked()
      .does(`${MON} 10:30`, "carl", write, { said: `${MON} 09:50` })
      .emits({ event: "silence-ended", at: instant(`${MON} 09:50`) })
  })
})
