/** Measures: what each thing is called, and what each key says. */

export const title = {
  MeasureName: "a measure",
  MeasureNames: "a list of measures",
  CycleTimeOfGate: "`cycle-time.<gate>`"
}

export const says = {
  OfMeasure: {
    target: (measure: string) => `The target of this measure: ${measure}.`,
    value: (measure: string) => `What this measure comes to: ${measure}.`
  }
}
