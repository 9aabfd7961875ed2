import { describe, expect, it } from "vitest"
import { knownBefore } from "../src/index.ts"

const end = 100
type Line = readonly [name: string, at: number, recordedAt: number]
const known = (lines: readonly Line[], isHistory: boolean): number =>
  knownBefore(
    lines.map(([name, at, recordedAt]) => ({ name, at, recordedAt })),
    isHistory,
    end
  )

const opened: Line = ["case-opened", 10, 10]

describe("F-V2 · what was known", () => {
  it.each([
    ["nothing of a case that is not there", 0, []],
    ["what was recorded by then", 2, [opened, ["note-added", 99, 99]]],
    ["not what was recorded at the end or later", 1, [opened, ["note-added", 100, 100]]],
    ["what fell due by then, told later", 2, [opened, ["clock-missed", 50, 200]]],
    ["what followed from that", 3, [opened, ["clock-missed", 50, 200], ["customer-loop-closed", 50, 200]]],
    ["not what fell due after it", 2, [opened, ["clock-missed", 50, 200], ["clock-missed", 150, 200]]],
    ["not what was reported late", 1, [opened, ["customer-confirmed", 50, 200], ["clock-met", 50, 200]]],
    ["not what fell due because of it", 1, [opened, ["customer-wrote", 50, 200], ["clock-missed", 60, 200]]],
    [
      "what fell due before the late report, and not the report",
      2,
      [opened, ["clock-missed", 50, 200], ["action-done", 60, 200], ["miss-refuted", 60, 200]]
    ],
    [
      "not a case that was opened late",
      0,
      [
        ["case-opened", 10, 200],
        ["classified", 10, 200]
      ]
    ],
    [
      "history that was taken in later, as far as it had happened",
      2,
      [
        ["case-opened", 10, 200],
        ["customer-loop-closed", 50, 200],
        ["case-closed", 120, 200]
      ],
      true
    ]
  ] as readonly [string, number, readonly Line[], boolean?][])("F-V2 · is %s", (_, count, lines, isHistory = false) => {
    expect(known(lines, isHistory)).toBe(count)
  })
  it.each(["clock-met", "clock-missed", "clock-reminded", "clock-escalated", "pause-capped"])(
    "F-V2 · includes what time caused by then, even if the tick came later: %s",
    (name) => expect(known([opened, [name, 50, 200]], false)).toBe(2)
  )
  it.each(["clock-started", "clock-paused", "clock-cancelled", "message-queued", "gate-lapsed"])(
    "F-V2 · does not include what was recorded later, without time before it: %s",
    (name) => expect(known([opened, [name, 50, 200]], false)).toBe(1)
  )
})
