/** Recorded cases for tests. Everything that a small policy reads is recorded, unless a test removes it. */
import type { Policy } from "@hearback/core"
import { Build } from "@hearback/core/testing"
import type { RecordedCase, RecordScope, ReplayOptions } from "../src/index.ts"

/** Monday 2026-11-16 09:00 in London. */
export const nine = Date.UTC(2026, 10, 16, 9)
/** An hour in ms. */
export const HOUR = 3_600_000

/** A policy that grades only by facts and promises an answer within working hours that depend on the grade. */
export const byFacts = (more: Parameters<typeof Build.policy>[0] = {}): Policy.Policy =>
  Build.policy({
    grading: {
      urgency: {
        levels: ["urgent", "important", "routine"],
        rules: [
          { when: { urgent: true }, gives: "urgent" },
          { when: { slow: true }, gives: "routine" },
          { gives: "important" }
        ]
      },
      impact: { levels: ["systemic", "group", "individual"], rules: [{ gives: "individual" }] },
      priority: {
        levels: ["P0", "P1", "P2", "P3"],
        rules: [
          { when: { urgency: "urgent" }, gives: "P0" },
          { when: { urgency: "routine" }, gives: "P3" },
          { gives: "P2" }
        ]
      }
    },
    ...more
  })

/** Returns a recorded case with valid defaults. */
export const recorded = (more: Partial<RecordedCase> = {}): RecordedCase => ({
  id: "A",
  receivedAt: nine,
  said: { channel: "phone", customer: "C-1", kind: "complaint", category: "report", contacts: 1 },
  facts: { urgent: true, slow: false, amount: 0, tier: "standard", line: "erp" },
  moments: [],
  doings: [],
  decided: { grades: {}, kept: {} },
  outcomes: [],
  ...more
})

/** Returns the scope of a record that tells everything of the feedback, and events of these kinds. */
export const known = (...happened: readonly string[]): RecordScope => ({
  said: new Set(["channel", "customer", "kind", "category", "contacts", "score"]),
  happened: new Set(happened)
})

/** Returns options of a replay whose record tells events of these kinds. */
export const options = (...happened: readonly string[]): ReplayOptions => ({
  known: known(...happened),
  until: nine + 90 * 24 * HOUR,
  peopleAt: () => Build.people
})
