/** Late reports about a message: it bounced, bounced again, or arrived after all. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import { policy } from "../../src/testing/Build.ts"
import { desk, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { agree, correct, dissatisfied, MON, propose, tell, told } from "./complaint.ts"

const sent = (d: TestDesk, message: string): readonly string[] =>
  d.named("message-queued").flatMap((e) => (e.event === "message-queued" && e.message === message ? [e.id] : []))
const bounced = (message: string, reason = "mailbox full"): Command => ({ do: "bounced", message, reason })
const notices = (d: TestDesk): number => d.letters().filter((one) => one === "message-bounced to ann").length

/** A second proposal and the steps after it. */
const again = [
  [10, "ann", propose("another way")],
  [20, "carl", agree],
  [30, "ann", correct],
  [40, "ann", tell]
] as const

describe("a bounced message of a gate that a later message told again", () => {
  it("the owner is notified, and the gate stays passed", () => {
    const d = told()
    d.does(`${MON} 10:00`, "carl", dissatisfied)
    for (const [minute, by, command] of again) d.does(`${MON} 10:${minute}`, by, command)
    const [first = "", second = ""] = sent(d, "result")
    d.does(`${MON} 11:00`, "channel:mail", bounced(first)).without("gate-reopened", "case-reopened")
    expect([d.gate("told"), notices(d)]).toEqual(["passed", 1])
    d.does(`${MON} 11:10`, "channel:mail", bounced(second))
    expect([d.gate("told"), notices(d)]).toEqual(["open", 2])
  })
  it("if it ended the loop, the loop opens again, and the owner is notified only of the message", () => {
    const d = desk(policy({ only: ["acknowledged", "told"] }))
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "acknowledged" })
    d.does(`${MON} 09:20`, "ann", tell).emits("customer-loop-closed")
    const [result = ""] = sent(d, "result")
    d.does(`${MON} 10:00`, "channel:mail", bounced(result)).emits({ event: "case-reopened", cause: "bounced" })
    expect(d.letters().filter((letter) => /^(message-bounced|reopened)/.test(letter))).toEqual([
      "message-bounced to ann"
    ])
  })
  it("a second bounce does not notify the owner again, whatever its reason", () => {
    const d = told()
    const [first = ""] = sent(d, "result")
    d.does(`${MON} 10:00`, "channel:mail", bounced(first))
    d.does(`${MON} 10:10`, "ann", tell)
    d.does(`${MON} 10:20`, "channel:mail", bounced(first, "unknown user")).yields("message-bounced")
    expect([d.gate("told"), notices(d)]).toEqual(["passed", 1])
  })
})

describe("a bounced message of staff", () => {
  it("after the next one was written: the owner is notified of each", () => {
    const d = desk(policy())
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:10`, "ann", { do: "write", text: "We look into it." })
    d.does(`${MON} 09:20`, "ann", { do: "write", text: "We have found it." })
    for (const id of sent(d, "word")) d.does(`${MON} 09:30`, "channel:mail", bounced(id))
    expect(notices(d)).toBe(2)
  })
})

describe("a bounced message", () => {
  it("arrives after all: that is on record, and it may come back once more", () => {
    const d = told()
    const [id = ""] = sent(d, "result")
    d.does(`${MON} 10:00`, "channel:mail", bounced(id))
    d.does(`${MON} 10:10`, "channel:mail", { do: "delivered", message: id }).yields("message-handed-over")
    d.does(`${MON} 10:20`, "channel:mail", { do: "delivered", message: id }).yields()
    d.does(`${MON} 10:30`, "channel:mail", bounced(id)).emits("message-bounced")
    expect(notices(d)).toBe(2)
  })
  it("the reason is cut to 300 characters in one line wherever it is shown", () => {
    const d = told()
    const [id = ""] = sent(d, "result")
    d.does(`${MON} 10:00`, "channel:mail", bounced(id, "full\r\n".repeat(1_000)))
    for (const event of ["message-bounced", "gate-reopened"] as const) {
      const [{ reason = "" } = expect.fail()] = d.named(event) as readonly { readonly reason?: string }[]
      expect([...reason].length).toBe(300)
      expect(reason).not.toMatch(/[\r\n]/)
    }
  })
})

describe("a message with an unknown id", () => {
  it.each(["m99", "", "toString", "__proto__", "constructor"])(
    "comes back or arrives as `%s`: nothing is thrown",
    (id) => {
      const d = told()
      const before = d.case()
      d.does(`${MON} 10:00`, "channel:mail", bounced(id)).yields("message-bounced")
      d.does(`${MON} 10:10`, "channel:mail", { do: "delivered", message: id }).yields()
      expect(d.case().gates).toEqual(before.gates)
      expect(notices(d)).toBe(0)
    }
  )
})

describe("a bounced message to another customer whom the case answers", () => {
  it("the owner is notified without the reason, which is that customer's data", () => {
    const d = desk(policy())
    d.does(`${MON} 09:00`, "ann", submit())
    d.does(`${MON} 09:05`, "ben", submit({ case: "B", customer: "dave", kind: "inquiry" }))
    d.does(`${MON} 09:10`, "ben", { do: "merge", into: "A", reason: "one matter" }, { case: "B" })
    d.does(`${MON} 09:20`, "ann", { do: "pass", gate: "acknowledged" })
    d.does(`${MON} 09:30`, "ann", { do: "pass", gate: "agreed", proposal: "we redo it" })
    const ids = d
      .named("message-queued")
      .flatMap((e) => (e.event === "message-queued" && e.to === "dave" ? [e.id] : []))
    expect(ids.length).toBeGreaterThan(0)
    for (const id of ids) d.does(`${MON} 10:00`, "channel:mail", bounced(id, "dave@example.com unknown"))
    const texts = d
      .named("message-queued")
      .flatMap((e) => (e.event === "message-queued" && e.message === "message-bounced" ? [e.text] : []))
    expect(texts).not.toEqual([])
    expect(texts.join()).not.toContain("example.com")
  })
})
