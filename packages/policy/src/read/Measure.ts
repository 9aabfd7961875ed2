/** The types of measures: most are shares. */
import { Fact } from "@hearback/core"
import type { FactType } from "../bundle/Bundle.ts"

const share: FactType = { _tag: "Amount", scale: 2, unit: "%", min: 0, max: 100 }
const count: FactType = { _tag: "Amount", scale: 2, unit: "", min: 0 }

const measured: Readonly<Record<string, FactType>> = {
  volume: count,
  handovers: count,
  nps: { _tag: "Amount", scale: 0, unit: "", min: -100, max: 100 },
  "cycle-time": { _tag: "Span" }
}

const ofGate = "cycle-time."

/** Returns the gate of `cycle-time.<gate>`; undefined for any other measure. */
export const gateMeasured = (measure: string): string | undefined =>
  measure.startsWith(ofGate) ? measure.slice(ofGate.length) : undefined

/** Returns the type of a measure's values. */
export const typeOfMeasure = (measure: string): FactType => {
  const name = gateMeasured(measure) === undefined ? measure : "cycle-time"
  return (Object.hasOwn(measured, name) ? measured[name] : undefined) ?? share
}

const higher: ReadonlySet<string> = new Set(
  "classified timely-response response kept resolution satisfaction nps first-contact-resolution prevention-on-time prevention-effective decisions-on-time routine-on-time".split(
    " "
  )
)
const lower: ReadonlySet<string> = new Set(
  "unconfirmed reopened recurred handovers spot-check-failed routine-late routine-missed cycle-time".split(" ")
)

/** Returns the code of the best value that a measure can have; undefined if more is neither better nor worse. */
export const bestOf = (measure: string): number | undefined => {
  const name = gateMeasured(measure) === undefined ? measure : "cycle-time"
  const all = Fact.domain(typeOfMeasure(measure), false)
  if (higher.has(name)) return (all.at(-1) ?? 0) - 1
  return lower.has(name) ? Math.max(0, all[0] ?? 0) : undefined
}
