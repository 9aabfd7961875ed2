import { afterAll, describe, it } from "vitest"
import { answersAsMemory } from "../Model.ts"
import { countedPositions } from "./CountedPositions.ts"
import { emptied, server } from "./Fixture.ts"

describe.skipIf(server === undefined)("the PostgreSQL store", () => {
  const { make, drop } = emptied("pg")
  let dispose: (() => Promise<void>) | undefined
  afterAll(async () => {
    await dispose?.()
    await drop()
  })
  it("answers every call as the store in memory does, whatever came before", { timeout: 120_000 }, () =>
    answersAsMemory(async () => {
      await dispose?.()
      const made = await make()
      dispose = made.dispose
      return countedPositions(made.store)
    }, 40)
  )
})
