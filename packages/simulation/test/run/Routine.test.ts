/** Routines in a simulation: cases that open by themselves, done by the staff, and counted separately. */
import { Build } from "@hearback/core/testing"
import { expect, it } from "vitest"
import { figureIn, HOUR } from "../truth/Queue.ts"
import { agents, base, policyOf, run } from "./SmallDesk.ts"

/** The complaints of the small desk, and a routine with one gate. */
const withRoutine = (frequency: "daily" | "weekly" | "monthly" | undefined) =>
  policyOf({
    clocks: {
      told: { within: Build.hours(8), gate: "told", metBy: ["passed:told"] },
      held: { within: Build.hours(24), gate: "held", metBy: ["passed:held"] }
    },
    loops: {
      complaint: { when: { kind: "complaint" }, customer: { told: { kind: "result", tell: "result" } }, system: {} },
      routine: { when: { kind: "routine" }, customer: {}, system: { held: { kind: "record" } } }
    },
    ...(frequency === undefined
      ? {}
      : {
          channels: {
            review: { mode: "routine", frequency, question: { en: "Hold the review." }, owner: ["supervisor"] }
          }
        })
  })

const three = {
  weeks: 3,
  arrivals: { ...base.arrivals, perDay: 1 },
  staff: { people: [agents(2), { id: "boss", roles: ["supervisor"] }] }
}

it("a routine opens a case at the beginning of each period, and the staff does it", () => {
  const { of, outcome, plan } = run(withRoutine("weekly"), three)
  const held = of("gate-passed").filter(({ gate }) => gate === "held")
  const opened = of("case-opened").filter(({ case: id }) => id.startsWith("review "))
  expect(opened.map(({ at }) => (at - plan.from) / (168 * HOUR))).toEqual([1, 2, 3])
  expect(new Set(held.map(({ case: id }) => id))).toEqual(new Set(opened.map(({ case: id }) => id)))
  const linked = of("case-linked").map(({ case: id }) => id)
  expect(linked.filter((id) => id.startsWith("review "))).toEqual(["review 2", "review 3"])
  // The weeks in which it opened are counted.
  expect(figureIn(outcome, "routines")).toMatchObject({ sum: 2, of: 3 })
  expect(figureIn(outcome, "work", "gate\theld").of).toBe(2)
})

it("a routine is no customer's case, so other figures do not change", () => {
  const [without, within] = [run(withRoutine(undefined), three), run(withRoutine("daily"), three)]
  expect(figureIn(within.outcome, "routines").sum).toBe(20)
  expect(figureIn(without.outcome, "routines")).toMatchObject({ sum: 0 })
  for (const metric of ["arrived", "time-to-answer", "unanswered", "reopened"] as const)
    expect(figureIn(within.outcome, metric).of, metric).toBe(figureIn(without.outcome, metric).of)
})
