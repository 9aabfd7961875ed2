/**
 * Names of measures in the policy language: `cycle-time`, and `cycle-time.told` for one of its gates.
 * Invariant: `parse(render(name))` is the name, for any characters of its gate.
 */

/** The name of a measure. */
export interface MeasureName {
  /** The measure, without a dot. */
  readonly measure: string
  /** The gate, if only one is measured. */
  readonly gate?: string
}

/** Returns a name as text. */
export const render = ({ measure, gate }: MeasureName): string => (gate === undefined ? measure : `${measure}.${gate}`)

/** Returns the name in a text. */
export const parse = (text: string): MeasureName => {
  const dot = text.indexOf(".")
  return dot < 0 ? { measure: text } : { measure: text.slice(0, dot), gate: text.slice(dot + 1) }
}
