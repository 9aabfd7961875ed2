/** Marks by the names that events keep. */
import { describe, expect, it } from "vitest"
import { isSame, type Mark, marksIn, named, nameOf, recordedMarks } from "../../src/deadline/Mark.ts"

const marks: readonly (readonly [string, Mark])[] = [
  ["due", { _tag: "Due" }],
  ["pause-cap", { _tag: "PauseCap" }],
  ["remind", { _tag: "ActionReminder" }],
  ["remind.1", { _tag: "Reminder", step: 1 }],
  ["escalate.12", { _tag: "Escalation", step: 12 }],
  ["attempt.2", { _tag: "Attempt", step: 2 }],
  ["full-moon", { _tag: "Unknown", name: "full-moon" }],
  ["remind.soon", { _tag: "Unknown", name: "remind.soon" }]
]

describe("a mark", () => {
  it.each(marks)("is kept as %s and read back", (name, mark) => {
    expect(nameOf(mark)).toBe(name)
    expect(named(name)).toEqual(mark)
    expect(marksIn(recordedMarks([{ mark, at: 7 }]))).toEqual([{ mark, at: 7 }])
  })

  it("is the same as itself and as no other", () => {
    for (const [i, [name, mark]] of marks.entries())
      for (const [j, [, other]] of marks.entries()) expect(isSame(named(name), other), `${mark._tag}`).toBe(i === j)
    expect(isSame({ _tag: "Reminder", step: 1 }, { _tag: "Reminder", step: 2 })).toBe(false)
  })
})
