/**
 * Names of measures as the policy language writes them: `cycle-time`, and `cycle-time.told` for one gate of it.
 * Invariant: `parse(render(name))` is the name, whatever characters its gate has.
 */

export interface MeasureName {
  /** Never with a dot. */
  readonly measure: string
  /** Where one gate alone is measured. */
  readonly gate?: string
}

export const render = ({ measure, gate }: MeasureName): string => (gate === undefined ? measure : `${measure}.${gate}`)

export const parse = (text: string): MeasureName => {
  const dot = text.indexOf(".")
  return dot < 0 ? { measure: text } : { measure: text.slice(0, dot), gate: text.slice(dot + 1) }
}
