/** Points before a due date that lie before the start of their clock are found exactly and reported once. */
import { describe, expect, it } from "vitest"
import { findings, head } from "../../compile/Sample.ts"

/** Returns whether a point is reported, for a clock with the office hours Mon-Fri 09:00-17:00. */
const isTold = (within: string, point: string, more = ""): boolean => {
  const clock = `{ within: ${within}, met-by: told-customer, remind: [${point}]${more} }`
  return findings(`${head}clocks: { first: ${clock} }\n`).some(({ code }) => code === "clock/point-before-start")
}

describe("a point before its clock starts", () => {
  it.each([
    ["1 working day", "2 working days before", ""],
    ["same working day", "1 working day before", ""],
    ["1 working day", "1 working day before", ", first-day: counted"],
    ["2 working days", "2 working days before", ", first-day: counted"],
    ["1 day", "48 hours before", ""],
    ["same day", "1 day before", ""],
    ["30 days", "31 days before", ""],
    ["1 month", "32 days before", ""],
    ["4 hours", "4 hours before", ""],
    ["4 hours", "1 working day before", ""],
    ["1 working hour", "90 working minutes before", ""],
    ["{ urgent: 2 hours, otherwise: 3 days }", "3 hours before", ""]
  ])("F-C3 · within %s, %s is reported, because no start leads to it (%s)", (within, point, more) => {
    expect(isTold(within, point, more)).toBe(true)
  })

  it.each([
    // Started on Monday and due on Tuesday at 17:00: a working day before is Monday at 17:00.
    ["1 working day", "1 working day before", ""],
    ["2 working days", "2 working days before", ""],
    ["1 working day", "8 working hours before", ", first-day: counted"],
    ["1 working day", "24 hours before", ""],
    ["1 day", "30 hours before", ""],
    ["1 day", "1 day before", ""],
    ["1 month", "30 days before", ""],
    // Started while the office is closed, the clock runs from Monday on.
    ["4 working hours", "4 working hours before", ""],
    ["2 working days", "1 working day before", ", ends: same-time"],
    ["3 days", "2 working days before", ""]
  ])("F-C3 · within %s, %s is not reported, because some start leads to it (%s)", (within, point, more) => {
    expect(isTold(within, point, more)).toBe(false)
  })

  it("F-C3 · one line is reported once, even if it belongs to several clocks", () => {
    const found = findings(`${head}clock-defaults: { remind: [6 working days before, 50%] }\n`)
    expect(found.map(({ code }) => code)).toEqual(["clock/point-before-start"])
    expect(found[0]?.message.en).toMatch(/clocks `told`, `thanked`, `acknowledged`, `agreed`/)
    expect(findings(`${head}clock-defaults: { escalate: [{ at: 1 hour before, notify: manager }] }\n`)).toEqual([])
  })

  it("F-C3 · a level is named if only this level gives too little time", () => {
    const [found] = findings(`${head}clocks: { agreed: { remind: [2 working days before] } }\n`)
    expect(found?.witness).toEqual({ urgency: "urgent" })
  })
})
