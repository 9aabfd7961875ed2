/** Measures of exceptions from rules by people with authority. */
import { gateAt, momentsOf, type Story } from "../story/CaseStory.ts"
import { type Reckoning, sharePoint } from "./Measure.ts"

const settlings = (story: Story) =>
  momentsOf(story, "gate-passed", "gate-explained", "gate-waived", "gate-lapsed").filter(({ event, before }) => {
    const rule = gateAt(story, before, event.gate)
    return rule?.optional === false && (event.event !== "gate-passed" || !rule.by.includes("automatic"))
  })

/** Gates that another command waived with the authority to waive them. */
const letGo = (story: Story): readonly number[] =>
  momentsOf(story, "demands-reduced").flatMap(({ event: { at, gates, powers } }) =>
    powers.includes("waive") ? gates.map(() => at) : []
  )

const settledShare = (as: "gate-waived" | "gate-explained"): Reckoning => ({
  shape: "share",
  points: (story) => [
    ...settlings(story).map(({ event }) => sharePoint(event.at, event.event === as)),
    ...letGo(story).map((at) => sharePoint(at, as === "gate-waived"))
  ]
})

/**
 * Demanded gates that were waived, by `waive` or by another command with that authority, of all demanded gates
 * settled in the period: passed, explained, waived or closed. Left out: optional gates, gates that passed
 * automatically, and gates that were not needed. A gate that is sent back is settled again.
 */
const waived = settledShare("gate-waived")

/** Demanded gates that were explained instead of passed, of the same gates as `waived`. */
const explained = settledShare("gate-explained")

/**
 * Spot-checked decisions that were wrong, of all that were checked in the period. Left out: decisions that were drawn
 * but not checked yet.
 */
const spotCheckFailed: Reckoning = {
  shape: "share",
  points: (story) =>
    momentsOf(story, "spot-check-found").map(({ event }) => sharePoint(event.at, event.finding === "wrong"))
}

/** The measures of this file. */
export const exceptionMeasures = {
  "spot-check-failed": spotCheckFailed,
  waived,
  explained
} as const
