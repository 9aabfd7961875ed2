/** A few processes are killed here; `npm run prove` kills three hundred. */
import { readdirSync, truncateSync, unlinkSync } from "node:fs"
import { join } from "node:path"
import { Hearback, memory } from "hearback"
import { describe, expect, it } from "vitest"
import { chanceOf } from "../simulation/Chance.ts"
import { type Killing, killMany } from "./Kills.ts"

const timeout = 300_000
const kill = (processes: number, kills: number, more: Partial<Killing> = {}) =>
  killMany({ processes, kills, chance: chanceOf(processes), ...more })

describe("processes that are killed while they work on one file", () => {
  it.each([
    [1, 2],
    [4, 4]
  ])(
    "%i at once, %i times: every answer is recorded once, and every message is complete",
    { timeout },
    async (processes, kills) => {
      const { violation, answers, messages } = await kill(processes, kills)
      expect(violation).toBeUndefined()
      expect(answers).toBeGreaterThan(0)
      expect(messages).toBeGreaterThan(0)
    }
  )

  const first = (outbox: string): string =>
    join(outbox, readdirSync(outbox).find((name) => name.endsWith(".txt")) ?? "")
  it.each<readonly [what: string, broken: Partial<Killing>, found: RegExp]>([
    ["an empty message", { spoil: (outbox) => truncateSync(first(outbox)) }, /is no whole message/],
    ["a message that is missing", { spoil: (outbox) => unlinkSync(first(outbox)) }, /was never delivered/],
    [
      "a record that is gone",
      { open: (options) => Hearback.open({ ...options, store: memory() }) },
      /asked again it is/
    ]
  ])("a fault is detected: %s", { timeout }, async (_, broken, found) => {
    expect((await kill(1, 1, broken)).violation).toMatch(found)
  })
})
