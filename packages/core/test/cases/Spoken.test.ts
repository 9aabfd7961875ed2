/** Any message of a customer is an answer: it ends silence, and a pause that waits for the customer. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import { live } from "../../src/case/track/Clocks.ts"
import { dates, days, hours, policy, type Wishes } from "../../src/testing/Build.ts"
import { desk, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { MON, propose, TUE, told } from "./complaint.ts"

const silence = { after: days(10), attempts: 3, channelsUsed: 1, closes: "customer-loop" } as const

/** Every way in which a customer speaks on a case; `on` opens a case with what the message answers. */
const ways: Readonly<
  Record<
    string,
    { readonly on?: (d: TestDesk) => void; readonly by?: string; readonly command: Command; readonly notice: string }
  >
> = {
  "they write": { command: { do: "write", text: "no, it is still wrong" }, notice: "word-to-read" },
  "they write thanks": { command: { do: "write", text: "thanks" }, notice: "word-to-read" },
  "they write by another channel": { command: { do: "write", text: "hm", channel: "mail" }, notice: "word-to-read" },
  "they say the same thing again": {
    command: { do: "join", channel: "phone", contacts: 2, unanswered: 1, verbatim: "the report is still wrong" },
    notice: "said-again"
  },
  "they say it again with a score alone": {
    command: { do: "join", channel: "form", contacts: 2, unanswered: 1, score: 3 },
    notice: "said-again"
  },
  "they answer a proposal": {
    on: (d) => d.does(`${MON} 15:00`, "ann", { ...propose(), gate: "extra" } as Command),
    command: { do: "reply", gate: "extra", says: "counter", text: "sooner" },
    notice: "proposal-countered"
  },
  "staff take their answer down": {
    on: (d) => d.does(`${MON} 15:00`, "ann", { ...propose(), gate: "extra" } as Command),
    by: "ann",
    command: { do: "reply", gate: "extra", says: "refuse" },
    notice: "none"
  },
  "they are dissatisfied once too often in the hour": {
    on: (d) => {
      for (let n = 0; n < 5; n++) {
        d.does(`${TUE} 10:${10 + n * 4}`, "carl", { do: "reply", says: "dissatisfied", text: "no" })
        d.does(`${TUE} 10:${12 + n * 4}`, "ann", { do: "pass", gate: "told", result: "again" })
      }
    },
    command: { do: "reply", says: "dissatisfied", text: "no" },
    notice: "reopening-parked"
  }
}

const wishes: Wishes = {
  only: ["acknowledged", "told", "confirmed"],
  gates: {
    told: { after: ["acknowledged"] },
    confirmed: { kind: "confirmation", after: ["told"], by: ["customer"], silence },
    extra: { kind: "proposal", optional: true }
  },
  reopen: { dissatisfied: { within: dates(30), backTo: "told" } }
}

const asked = (more: Wishes = {}): TestDesk => {
  const d = desk(policy({ ...wishes, ...more }))
  d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
  d.does(`${MON} 09:10`, "ann", { do: "pass", gate: "acknowledged" })
  d.does(`${MON} 09:50`, "ann", { do: "pass", gate: "told", result: "redone" })
  return d
}
const isCounted = (d: TestDesk): boolean => live(d.case().clocks["silence:confirmed"])

describe("F-W1 · the customer's message ends silence", () => {
  it.each(Object.entries(ways))("%s", (_, { on, by = "carl", command, notice }) => {
    const d = asked()
    on?.(d)
    expect(isCounted(d)).toBe(true)
    d.does(`${TUE} 10:40`, by, command).emits({ event: "silence-ended", gate: "confirmed" })
    expect([isCounted(d), d.case().gates["confirmed"]?.attempts]).toEqual([false, []])
    // Whoever entered the message knows of it.
    if (by === "ann") expect(d.letters().at(-1)).toBe("confirmation-asked to carl")
    else expect(d.letters()).toContain(`${notice} to ann`)
    d.tick("2027-03-01 09:00")
    expect([d.gate("confirmed"), d.case().lifecycle.customerLoop]).toEqual(["open", undefined])
  })
  it.each<readonly [string, Command]>([
    ["carl", { do: "write", text: "I am away until Friday", automatic: true }],
    ["ann", { do: "note", text: "called, no answer" }],
    ["carl", { do: "join", channel: "mail", contacts: 1, unanswered: 0, again: true, verbatim: "the report is wrong" }]
  ])("not a machine's, not a note of the staff's, not the very message by another channel: %s %o", (by, command) => {
    const d = asked()
    d.does(`${TUE} 10:40`, by, command).without("silence-ended")
    d.tick("2026-11-30 17:00")
    expect(d.case().lifecycle.customerLoop?.outcome).toBe("unconfirmed")
  })
  it("a case merged into it brings messages that nobody has answered", () => {
    const d = asked()
    d.does(`${TUE} 09:00`, "ann", submit({ case: "B", customer: "eve", verbatim: "my dashboard is wrong" }))
    d.does(`${TUE} 10:00`, "ann", { do: "merge", into: "A" }, { case: "B" })
    expect(d.named("silence-ended")).toHaveLength(1)
  })
  it("after the staff's answer the customer has the whole wait and all attempts again", () => {
    const d = asked()
    d.tick("2026-11-18 12:00")
    d.does("2026-11-18 12:00", "carl", { do: "write", text: "which report?" })
    d.does("2026-11-19 09:00", "ann", { do: "write", text: "the one of May; is it right now?" })
    expect([d.due("silence:confirmed"), d.case().gates["confirmed"]?.attempts]).toEqual(["2026-12-03 17:00", ["phone"]])
    d.tick("2026-12-03 16:59")
    expect([d.gate("confirmed"), d.case().gates["confirmed"]?.attempts]).toEqual(["open", ["phone", "phone", "phone"]])
    d.tick("2026-12-03 17:00")
    expect(d.case().lifecycle.customerLoop?.outcome).toBe("unconfirmed")
  })
  it("a message before the question that is reported after it is no answer", () => {
    const d = asked()
    d.does(`${MON} 11:00`, "carl", { do: "write", text: "any news?" }, { said: `${MON} 09:30` }).without(
      "silence-ended"
    )
    d.does(`${MON} 12:00`, "carl", { do: "write", text: "no" }, { said: `${MON} 10:30` }).emits("silence-ended")
  })
})

const pause: Wishes["clocks"] = {
  told: {
    metBy: ["passed:told"],
    within: hours(40),
    pause: { "waiting-on-customer": days(10), "waiting-on-vendor": days(10) },
    resumedBy: {
      "waiting-on-customer": ["customer-wrote"],
      "waiting-on-vendor": ["event:delivered", "passed:acknowledged"]
    }
  }
}
const paused = (reason: string): TestDesk => {
  const d = desk(policy({ ...wishes, clocks: pause }))
  d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
  d.does(`${MON} 10:00`, "ann", { do: "pause", reason })
  expect(d.clockState("told")).toBe("paused")
  return d
}

describe("F-W2 · a pause ends by what its reason names", () => {
  const words: Readonly<Record<string, Command>> = {
    "they write": { do: "write", text: "the number is 4711" },
    "they write thanks": { do: "write", text: "thank you" },
    "they say it again": { do: "join", channel: "phone", contacts: 2, unanswered: 1, verbatim: "the report is wrong" },
    "they answer a proposal": { do: "reply", gate: "extra", says: "agree" }
  }
  it.each(Object.entries(words))("waiting for the customer: %s", (_, command) => {
    const d = paused("waiting-on-customer")
    d.does(`${MON} 10:30`, "ann", { ...propose(), gate: "extra" } as Command)
    d.does(`${MON} 12:00`, "carl", command).emits({ event: "clock-resumed", clock: "told" })
    expect([d.clockState("told"), d.due("told")]).toEqual(["running", "2026-11-23 11:00"])
  })
  it("neither an automatic message nor a message to the customer ends it", () => {
    const d = paused("waiting-on-customer")
    d.does(`${MON} 11:00`, "carl", { do: "write", text: "away", automatic: true })
    d.does(`${MON} 11:10`, "ann", { do: "write", text: "which number?" })
    expect(d.clockState("told")).toBe("paused")
  })
  it("another reason ends by what it names, and not by the customer's message", () => {
    const d = paused("waiting-on-vendor")
    d.does(`${MON} 11:00`, "carl", { do: "write", text: "any news?" }).without("clock-resumed")
    expect(d.clockState("told")).toBe("paused")
    d.does(`${MON} 12:00`, "system:host", { do: "event", name: "delivered" }).emits("clock-resumed")
    const e = paused("waiting-on-vendor")
    e.does(`${MON} 12:00`, "ann", { do: "pass", gate: "acknowledged" }).emits("clock-resumed")
    expect([d.clockState("told"), e.clockState("told")]).toEqual(["running", "running"])
  })
  it("a pause that is recorded late had ended already", () => {
    const d = desk(policy({ ...wishes, clocks: pause }))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
    d.does(`${MON} 12:00`, "carl", { do: "write", text: "the number is 4711" })
    d.does(`${MON} 15:00`, "ann", { do: "pause", reason: "waiting-on-customer" }, { said: `${MON} 10:00` })
    expect([d.clockState("told"), d.due("told")]).toEqual(["running", "2026-11-23 11:00"])
  })
  it("P24 · a message ends no wait for another reason, also if that wait becomes known later", () => {
    const told = (isLate: boolean): string => {
      const d = desk(policy({ ...wishes, clocks: pause }))
      d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
      const facts: readonly (readonly [at: string, by: string, command: Command])[] = [
        [`${MON} 10:00`, "ann", { do: "pause", reason: "waiting-on-customer" }],
        [`${MON} 11:00`, "ann", { do: "pause", reason: "waiting-on-vendor" }],
        [`${MON} 12:00`, "carl", { do: "write", text: "any news?" }],
        [`${MON} 14:00`, "ann", { do: "resume" }]
      ]
      for (const n of isLate ? [0, 2, 1, 3] : [0, 1, 2, 3]) {
        const [at, by, command] = facts[n] as (typeof facts)[number]
        if (isLate) d.does(`${MON} 15:0${n}`, by, command, { said: at })
        else d.does(at, by, command)
      }
      return String(d.due("told"))
    }
    expect(told(true)).toBe(told(false))
  })
  it("a reason that names nothing ends by `resume` or its cap", () => {
    const d = desk(policy({ ...wishes, clocks: { told: { ...pause?.["told"], resumedBy: {} } } }))
    d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true } }))
    d.does(`${MON} 10:00`, "ann", { do: "pause", reason: "waiting-on-customer" })
    d.does(`${MON} 12:00`, "carl", { do: "write", text: "the number is 4711" })
    expect(d.clockState("told")).toBe("paused")
    d.does(`${MON} 13:00`, "ann", { do: "resume" })
    expect(d.clockState("told")).toBe("running")
  })
})

describe("F-W3 · a reply may bring facts", () => {
  const reopen: Wishes["reopen"] = { dissatisfied: { when: { urgent: true }, within: dates(30), backTo: "agreed" } }
  const no = (more: object): Command => ({ do: "reply", says: "dissatisfied", text: "no", ...more })

  it("the reopening reads the facts that come with it", () => {
    const d = told({ reopen })
    d.does(`${MON} 11:00`, "carl", no({ facts: { urgent: true } })).emits(
      { event: "facts-recorded", facts: { urgent: true }, by: "customer:carl" },
      { event: "case-reopened", gate: "agreed" }
    )
    const e = told({ reopen })
    e.does(`${MON} 11:00`, "carl", no({})).without("case-reopened")
  })
  it("also after the end, and with an answer to a proposal", () => {
    const d = told({ reopen, only: ["acknowledged", "agreed", "corrected", "told", "confirmed"] })
    d.does(`${MON} 11:00`, "carl", { do: "reply", says: "satisfied" })
    d.does(`${TUE} 11:00`, "carl", no({ facts: { urgent: true } })).emits("facts-recorded", "case-reopened")
    d.does(`${TUE} 12:00`, "ann", propose())
    d.does(`${TUE} 13:00`, "carl", { do: "reply", says: "counter", text: "x", facts: { amount: 70 } }).emits(
      { event: "facts-recorded", facts: { amount: 70 } },
      "proposal-countered"
    )
  })
  it("an invalid fact refuses the reply, and a refused reply records none", () => {
    const d = told({ reopen })
    d.send(`${MON} 11:00`, "carl", no({ facts: { urgnt: true } }))
      .rejects("fact/unknown")
      .without("customer-dissatisfied")
    d.send(`${MON} 11:10`, "carl", { do: "reply", says: "agree", facts: { amount: 70 } })
      .rejects("gate/not-open")
      .without("facts-recorded")
    expect(d.case().feedback.facts["amount"]).toBeUndefined()
  })
})
