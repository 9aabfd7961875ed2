/** How often each answer to survey questions was given in a period. */
import type { Case } from "@hearback/core"
import { expect, it } from "vitest"
import { summaryOf } from "../src/index.ts"
import { makeAnswerCounts } from "../src/review/AnswerCounts.ts"
import { instant, MON, november, opened, storyOf } from "./Fixture.ts"

const facts = {
  resolved: { type: { _tag: "Flag" }, kind: "yes-no" },
  ease: { type: { _tag: "Amount", scale: 0, unit: "", min: 1, max: 5 }, kind: "scale" },
  missing: { type: { _tag: "SomeOf", values: ["slow", "unclear"] }, kind: "some-of" },
  wish: { type: { _tag: "Text", values: [] }, kind: "text" }
} as const

const counted = (...said: readonly { readonly at?: string; readonly answers: object; readonly again?: true }[]) => {
  const d = opened({ facts })
  const counts = makeAnswerCounts(november)
  const events = said.map(({ at = `${MON} 10:00`, ...more }) => {
    const body = { channel: "app", skipped: [], by: "customer:carl", ...more }
    return { event: "survey-answered", at: instant(at), ...body } as Case.CaseEvent
  })
  counts.take(summaryOf(storyOf(d.world().policy, "A", [...d.events(), ...events])))
  return counts.counts().map(({ question, answered, values }) => [question, answered, Object.fromEntries(values)])
}

it("counts each answer by its question, each of several choices, and no free text", () => {
  expect(
    counted(
      { answers: { resolved: true, ease: 4, missing: "slow, unclear", wish: "a shop nearby" } },
      { answers: { resolved: false, ease: 4, missing: "slow" } }
    )
  ).toEqual([
    ["ease", 2, { 4: 2 }],
    ["missing", 2, { slow: 2, unclear: 1 }],
    ["resolved", 2, { yes: 1, no: 1 }],
    ["wish", 1, {}]
  ])
})
it("counts an answer once, in the period in which it was given", () => {
  const answers = { resolved: true }
  expect(counted({ answers, at: "2026-12-01 00:00" })).toEqual([])
  expect(counted({ answers, again: true })).toEqual([])
  expect(counted({ answers, at: "2026-11-30 23:59" })).toEqual([["resolved", 1, { yes: 1 }]])
})
