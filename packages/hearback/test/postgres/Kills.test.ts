/** Killed processes, and a killed server, with one store in PostgreSQL: a few here, and more by `npm run prove`. */
import { randomBytes } from "node:crypto"
import { setTimeout as pause } from "node:timers/promises"
import { describe, expect, inject, it } from "vitest"
import { folderOfPrograms, startServer } from "../../../../test/postgres/Server.ts"
import { killMany } from "../kills/Kills.ts"
import { chanceOf } from "../simulation/Chance.ts"

const server = inject("postgres")
const timeout = 300_000
const freshPlace = (url: string): string => `${url}#kills_${randomBytes(6).toString("hex")}`

describe.skipIf(server === undefined)("processes that are killed while they work on one database", () => {
  it("all that was answered is there once, and every message is whole (HO-3)", { timeout }, async () => {
    const { violation, answers, messages } = await killMany({
      processes: 3,
      kills: 3,
      chance: chanceOf(4),
      place: freshPlace(server ?? "")
    })
    expect(violation).toBeUndefined()
    expect(answers).toBeGreaterThan(0)
    expect(messages).toBeGreaterThan(0)
  })
})

const programs = folderOfPrograms()

describe.skipIf(programs === undefined)("a server that is killed", () => {
  it("has every answer once it runs again, and its clients continue", { timeout }, async () => {
    const own = await startServer(programs ?? "")
    try {
      const { violation, answers } = await killMany({
        processes: 2,
        kills: 2,
        chance: chanceOf(7),
        place: freshPlace(own.url),
        meanwhile: async () => {
          await pause(1_500)
          await own.crash()
        }
      })
      expect(violation).toBeUndefined()
      expect(answers).toBeGreaterThan(0)
    } finally {
      await own.stop()
    }
  })
})
