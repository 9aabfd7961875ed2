/** A few lives on PostgreSQL whose driver fails; `npm run prove` runs a hundred. */
import { describe, expect, inject, it } from "vitest"
import { again, liveOnPostgres } from "./Faults.ts"
import { faultNames } from "./FaultyPool.ts"

const server = inject("postgres")
const seeds = [1, 2]

describe.skipIf(server === undefined)("a loop on PostgreSQL whose driver fails before, in and after commits", () => {
  it("loses nothing and does nothing twice", async () => {
    const met = new Set<string>()
    for (const seed of seeds) {
      const { violation, faults } = await liveOnPostgres(seed, server ?? "", { wrong: 30 })
      if (violation !== undefined) expect.fail(`${violation}\nAgain: ${again(seed)}`)
      for (const name of faults) met.add(name)
    }
    expect([...met].sort()).toEqual([...faultNames, "at commit"].sort())
  })

  it("detects a driver that reports a commit wrongly", async () => {
    let commits = 0
    const sent = (text: string): string => (text === "COMMIT" && ++commits % 7 === 0 ? "ROLLBACK" : text)
    expect((await liveOnPostgres(1, server ?? "", { wrong: 300, sent })).violation).toMatch(
      /has lost|stored as|stands in|never|then/
    )
  })
})
