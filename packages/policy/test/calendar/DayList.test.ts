import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { daysRead, daysWritten } from "../../src/calendar/DayList.ts"

describe("days as a text", () => {
  it("are read as they were written, at any distance", () =>
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 30 }), (before, gaps) => {
        let last = before
        const days = gaps.map((gap) => (last += gap))
        const text = daysWritten(days, before)
        expect(daysRead(text, before)).toEqual(days)
        expect(text).toMatch(/^[!-~]*$/)
        expect(text).not.toMatch(/["'`\\$ ]/)
      }),
      { seed: 20261116 }
    ))
})
