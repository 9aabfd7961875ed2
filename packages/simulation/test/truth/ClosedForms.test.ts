/** What queueing theory knows, inside the interval of 99.9% of the simulator's figures; a short share of the proof. */
import { describe, expect, it } from "vitest"
import { closedForms } from "./ClosedForms.ts"

describe("closed forms", () => {
  it.each(closedForms)(
    "$name",
    ({ check }) => {
      const violation = check({ replications: 8, weeks: 2, seed: 5 })
      expect(violation).toBeUndefined()
    },
    120_000
  )
})
