/** Triggers as the text of a bundle and as the union that decisions read. */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Trigger from "../../src/policy/Trigger.ts"

const name = fc.string({ minLength: 1 })

const any: fc.Arbitrary<Trigger.Trigger> = fc.oneof(
  fc.constantFrom<Trigger.Trigger>(
    { _tag: "Received" },
    { _tag: "Logged" },
    { _tag: "CustomerWrote" },
    { _tag: "CustomerTold" },
    { _tag: "Answered" },
    { _tag: "Closed" },
    { _tag: "Reopened" },
    { _tag: "Ended", as: "withdrawn" },
    { _tag: "Ended", as: "forwarded" },
    { _tag: "Ended", as: "turned-away" },
    { _tag: "Ended", as: "merged" }
  ),
  name.map((gate) => ({ _tag: "GateSettled", gate }) as const),
  name.map((gate) => ({ _tag: "GatePassed", gate }) as const),
  name.map((clock) => ({ _tag: "ClockMet", clock }) as const),
  name.map((event) => ({ _tag: "EventHappened", event }) as const),
  name.map((fact) => ({ _tag: "DateReached", fact }) as const)
)

describe("a trigger", () => {
  it("is read back from its text", () => {
    fc.assert(
      fc.property(any, (trigger) => {
        expect(Trigger.parse(Trigger.render(trigger))).toEqual(trigger)
      })
    )
  })

  it.each<readonly [text: string, trigger: Trigger.Trigger]>([
    ["received", { _tag: "Received" }],
    ["logged", { _tag: "Logged" }],
    ["customer-wrote", { _tag: "CustomerWrote" }],
    ["told-customer", { _tag: "CustomerTold" }],
    ["answered", { _tag: "Answered" }],
    ["closed", { _tag: "Closed" }],
    ["reopened", { _tag: "Reopened" }],
    ["withdrawn", { _tag: "Ended", as: "withdrawn" }],
    ["forwarded", { _tag: "Ended", as: "forwarded" }],
    ["turned-away", { _tag: "Ended", as: "turned-away" }],
    ["merged", { _tag: "Ended", as: "merged" }],
    ["gate:told", { _tag: "GateSettled", gate: "told" }],
    ["passed:told", { _tag: "GatePassed", gate: "told" }],
    ["clock:told", { _tag: "ClockMet", clock: "told" }],
    ["event:paid", { _tag: "EventHappened", event: "paid" }],
    ["fact:promised-by", { _tag: "DateReached", fact: "promised-by" }]
  ])("is kept as %s", (text, trigger) => {
    expect(Trigger.parse(text)).toEqual(trigger)
    expect(Trigger.render(trigger)).toBe(text)
  })

  it("is named as the policy writes it", () => {
    expect(Trigger.nameOf({ _tag: "GatePassed", gate: "told:twice" })).toBe("told:twice")
    expect(Trigger.nameOf({ _tag: "CustomerTold" })).toBe("told-customer")
  })

  it("of a later version becomes an event that nobody reports", () => {
    expect(Trigger.parse("full-moon")).toEqual({ _tag: "EventHappened", event: "full-moon" })
  })
})
