/** Measures of how the rules were kept by those who may bend them. */
import { gateAt, momentsOf, type Story } from "../story/CaseStory.ts"
import { type Reckoning, sharePoint } from "./Measure.ts"

const settlings = (story: Story) =>
  momentsOf(story, "gate-passed", "gate-explained", "gate-waived", "gate-lapsed").filter(({ event, before }) => {
    const rule = gateAt(story, before, event.gate)
    return rule?.optional === false && (event.event !== "gate-passed" || !rule.by.includes("automatic"))
  })

/** Gates that somebody let go by another command, with the power to waive them. */
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
 * Demanded gates that were waived, by `waive` or by another command that took the power for it, of all demanded gates
 * settled in the period: passed, explained, waived or shut. Left out: gates that may be used and hold nothing, gates
 * that a machine passed by itself, and gates that turned out not to be needed. Sent back, a gate is settled anew.
 */
const waived = settledShare("gate-waived")

/** Demanded gates that were explained instead of passed, of the same gates as `waived`. */
const explained = settledShare("gate-explained")

/** Drawn decisions found wrong, of all that were looked at again in the period. Left out: drawn, and not looked at yet. */
const spotCheckFailed: Reckoning = {
  shape: "share",
  points: (story) =>
    momentsOf(story, "spot-check-found").map(({ event }) => sharePoint(event.at, event.finding === "wrong"))
}

export const exceptionMeasures = {
  "spot-check-failed": spotCheckFailed,
  waived,
  explained
} as const
