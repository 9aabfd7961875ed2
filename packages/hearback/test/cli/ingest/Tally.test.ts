/** The counts of rows add up, and so do the reasons of quarantine. */
import fc from "fast-check"
import { expect, it } from "vitest"
import { makeTally } from "../../../src/cli/ingest/Tally.ts"
import type { Receipt } from "../../../src/index.ts"

const common = { key: "k", message: "" }
const receipts = fc.array(
  fc.oneof(
    fc.record({ outcome: fc.constantFrom("opened", "joined"), replayed: fc.boolean() }).map(
      ({ outcome, replayed }): Receipt => ({
        ...common,
        outcome: outcome as "opened",
        replayed,
        case: "c",
        owner: "ann"
      })
    ),
    fc
      .record({
        outcome: fc.constantFrom("quarantined", "received"),
        replayed: fc.boolean(),
        reason: fc.constantFrom("intake/no-words", "row/no-instant 31.31.2026", "row/no-instant soon", "key/reused")
      })
      .map(
        ({ outcome, ...rest }): Receipt => ({ ...common, ...rest, outcome: outcome as "received", case: "q", id: "q" })
      )
  )
)

it("F-V6 · reasons add up to the rows in quarantine, with repeated rows and rows that are decided later", () => {
  fc.assert(
    fc.property(receipts, (all) => {
      const tally = makeTally()
      for (const receipt of all) {
        tally.row({ problem: "" } as never)
        tally.receipt(receipt)
      }
      const { reasons, quarantined, addUp } = tally.counts()
      expect(Object.values(reasons).reduce((sum, n) => sum + n, 0)).toBe(quarantined)
      expect(addUp).toBe(true)
    })
  )
})
