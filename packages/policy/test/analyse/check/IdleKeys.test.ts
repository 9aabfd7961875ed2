/** Keys that are valid but change nothing at their place. */
import { describe, expect, it } from "vitest"
import { compiled, findings, head, pack } from "../../compile/Sample.ts"

const told = (text: string): readonly string[] =>
  findings(head + text).map(({ code, primary: { span } }) => `${code} ${span.file.text.slice(span.start, span.end)}`)
const clock = (keys: string): string => `clocks: { first: { from: agreed, met-by: told-customer, ${keys} } }\n`

describe("a key without effect", () => {
  it.each([
    ["a calendar of hours that pass", clock("within: 30 hours, calendar: office"), "calendar"],
    ["a calendar of dates", clock("within: 3 days, calendar: office"), "calendar"],
    ["a first day of hours", clock("within: 30 hours, first-day: counted"), "first-day"],
    ["a first day of working hours", clock("within: 3 working hours, first-day: counted"), "first-day"],
    ["an end of hours", clock("within: 30 hours, ends: same-time"), "ends"],
    ["rolling of hours", clock("within: 30 hours, roll: next"), "roll"],
    ["rolling of working days", clock("within: 3 working days, roll: next"), "roll"],
    ["a person's date that moves with pauses", clock("within: 3 days, pause: never, manual: shiftable"), "manual"],
    ["a new grade where the grade decides nothing", clock("within: 3 days, on-regrade: keep"), "on-regrade"],
    [
      "the calendar of a gate's clock",
      "loops: { inquiry: { customer-loop: { told: { within: 30 hours, calendar: office } } } }\n",
      "calendar"
    ],
    [
      "the start of a clock that the gate does not have",
      "loops: { inquiry: { system-loop: { seen: { needs: record, from: told } } } }\n",
      "from"
    ],
    [
      "an order where there is none",
      "loops: { inquiry: { system-loop: { seen: { needs: record, out-of-order: recorded } } } }\n",
      "out-of-order"
    ],
    ["likeness of problems", "problems: { alike: 80% }\n", "alike"],
    ["exceptions from no hours", "sending: { quiet-except: [urgent], digest: removed }\n", "quiet-except"],
    [
      "who hears of parts without a time",
      "departments: { shop: { head: manager } }\nownership: { team: { members: manager, overdue: manager } }\n",
      "overdue"
    ]
  ])("F-C24 · %s is reported", (_, text, key) => {
    expect(told(text)).toEqual([`shape/no-effect ${key}`])
  })

  it.each([
    ["a calendar of working time", clock("within: 3 working hours, calendar: office")],
    [
      "a calendar by which a pause is counted",
      clock("within: 30 hours, calendar: office, pause: { stock: 3 working days }")
    ],
    [
      "a calendar by which a reminder is counted",
      clock("within: 90 hours, calendar: office, remind: [2 working hours before]")
    ],
    ["a calendar by which dates roll", clock("within: 3 days, calendar: office, roll: next")],
    ["no calendar", clock("within: 30 hours, calendar: always")],
    ["a first day of dates", clock("within: 3 working days, first-day: counted")],
    [
      "an end of an extension",
      clock("within: 30 hours, ends: same-time, extend: { times: 1, each: 1 day, approve: manager, tell: answer }")
    ],
    ["a new grade where the grade decides", "clocks: { agreed: { on-regrade: keep } }\n"]
  ])("F-C24 · %s is not reported", (_, text) => {
    expect(told(text)).toEqual([])
  })

  it("F-C24 · a placeholder without a value is no such key", () => {
    expect(told('messages: { answer: "{result}, see {case.link}" }\n')).toEqual([
      "message/unknown-placeholder {case.link}"
    ])
  })

  it("F-C24 · of a pack is not reported, because a policy that extends it can use it", () => {
    for (const name of ["base", "starter"])
      expect(pack(name).diagnostics.filter(({ code }) => code === "shape/no-effect")).toEqual([])
    const own = "hearback: 1\npack: p\nlanguage: en\nextends: [pack:starter]\nproblems: { alike: 80% }\n"
    expect(compiled(own).diagnostics.filter(({ code }) => code === "shape/no-effect")).toEqual([])
  })
})

describe("what messages may not contain", () => {
  const clerk = "facts: { clerk: { type: text, of-others: yes } }\nintake: { form: { offer: [clerk] } }\n"
  it("reports `of-others` and `public` without `redact`, and `redact` without such a fact", () => {
    expect(told(clerk)).toEqual(["sending/nothing-hidden yes"])
    expect(told(`${clerk}sending: { redact: { phone: [owner] } }\n`)).toEqual(["sending/nothing-hidden yes"])
    expect(told("channels: { reviews: { mode: passive, public: yes } }\n")).toEqual(["sending/nothing-hidden yes"])
    expect(told("sending: { redact: { of-others: none } }\n")).toEqual(["sending/no-such-fact of-others"])
    expect(told("sending: { redact: { phone: [nurse] } }\n")).toEqual(["name/unknown nurse"])
  })
  it("reads who may read each kind of hidden data; `none` means nobody", () => {
    const text = `${clerk}channels: { reviews: { mode: passive, public: yes } }\nsending: { redact: { phone: owner, of-others: none } }\n`
    expect(told(text)).toEqual([])
    const { sending, facts, channels } = compiled(head + text).bundle ?? {}
    expect(sending?.redact).toEqual({ phone: ["owner"], "of-others": [] })
    expect([facts?.["clerk"]?.ofOthers, channels?.["reviews"]?.isPublic]).toEqual([true, true])
  })
})
