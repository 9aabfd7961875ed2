/** What measures are measured in: shares, but for a few. */
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
