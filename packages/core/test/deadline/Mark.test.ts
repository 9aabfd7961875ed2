/** The names by which events record marks. */
import { describe, expect, it } from "vitest"
import {
  isSame,
  type Mark,
  marksIn,
  named,
  nameOf,
  pointsIn,
  recorded,
  recordedMarks,
  recordedPoints
} from "../../src/deadline/Mark.ts"

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
  it.each(marks)("is recorded as %s and read back", (name, mark) => {
    expect(nameOf(mark)).toBe(name)
    expect(named(name)).toEqual(mark)
    expect(marksIn(recordedMarks([{ mark, at: 7 }]))).toEqual([{ mark, at: 7 }])
  })

  it("equals itself and no other", () => {
    for (const [i, [name, mark]] of marks.entries())
      for (const [j, [, other]] of marks.entries()) expect(isSame(named(name), other), `${mark._tag}`).toBe(i === j)
    for (const _tag of ["Reminder", "Escalation", "Attempt"] as const) {
      expect(isSame({ _tag, step: 1 }, { _tag, step: 2 })).toBe(false)
      expect(isSame({ _tag, step: 2 }, { _tag, step: 2 })).toBe(true)
    }
    expect(isSame({ _tag: "Unknown", name: "moon" }, { _tag: "Unknown", name: "sun" })).toBe(false)
  })
})

describe("a timeline", () => {
  const marks = [
    { mark: named("remind.1"), at: 7 },
    { mark: named("due"), at: 9 }
  ]
  it("is recorded with its marks by name, and read back", () => {
    const kept = {
      dueAt: 9,
      marks: [
        { name: "remind.1", at: 7 },
        { name: "due", at: 9 }
      ],
      provisional: true
    }
    expect(recorded({ dueAt: 9, marks, provisional: true })).toEqual(kept)
    expect(marksIn(kept.marks)).toEqual(marks)
  })
  it("has its points recorded in the same way", () => {
    const at = { _tag: "Share", percent: 50 } as const
    expect(recordedPoints([{ mark: named("escalate.2"), at }])).toEqual([{ name: "escalate.2", at }])
    expect(pointsIn([{ name: "escalate.2", at }])).toEqual([{ mark: { _tag: "Escalation", step: 2 }, at }])
  })
})
