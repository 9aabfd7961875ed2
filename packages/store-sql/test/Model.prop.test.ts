import { describe, it } from "vitest"
import { sqlite } from "../src/index.ts"
import { answersAsMemory } from "./Model.ts"

describe("the SQLite store", () => {
  it("answers every call as the store in memory does, whatever came before", () =>
    answersAsMemory(async () => sqlite(":memory:"), 500))
})
