/**
 * Results of queueing theory are inside the 99.9% intervals of the simulator's figures; a short part of the proof.
 */
import { describe, expect, it } from "vitest"
import { closedForms } from "./ClosedForms.ts"

describe("queueing theory agrees", () => {
  it.each(closedForms)(
    "with $name",
    ({ check }) => {
      const violation = check({ replications: 8, weeks: 2, seed: 5 })
      expect(violation).toBeUndefined()
    },
    120_000
  )
})
