/** Finished work is settled, also if the store fails for a moment; otherwise it would be done again. */
import { describe, expect, it } from "vitest"
import { makeSettle } from "../../src/deliver/ClaimSettlement.ts"
import type { Claim, EventStore } from "../../src/port/EventStore.ts"

const claims = [{ id: "one" }, { id: "two" }] as unknown as readonly Claim[]

/** Settles with a store that fails some times; returns what it was asked, and what was released. */
const settled = async (failures: number) => {
  const asked: unknown[] = []
  const letGo: unknown[] = []
  const store = {
    settle: async (...question: readonly unknown[]) => {
      asked.push(question)
      if (asked.length <= failures) throw new Error("busy")
    }
  } as unknown as EventStore
  const letting = { letGo: (ids: unknown) => void letGo.push(ids) }
  const error = await makeSettle({ store, tenant: "acme" }, letting)(claims, "done").then(
    () => undefined,
    (cause) => cause
  )
  return { asked, letGo, error }
}

describe("claims", () => {
  const question = [
    "acme",
    [
      { claim: "one", outcome: "done" },
      { claim: "two", outcome: "done" }
    ]
  ]
  it.each([0, 1, 3])(
    "are settled together where the store fails %i times, and let go of after that",
    async (failures) => {
      const { asked, letGo, error } = await settled(failures)
      expect(error).toBeUndefined()
      expect(asked).toEqual(Array.from({ length: failures + 1 }, () => question))
      expect(letGo).toEqual([["one", "two"]])
    }
  )
  it("are released if the store keeps failing, and the error is thrown", async () => {
    const { asked, letGo, error } = await settled(100)
    expect(String(error)).toContain("busy")
    expect(asked).toHaveLength(4)
    expect(letGo).toEqual([["one", "two"]])
  })
})
