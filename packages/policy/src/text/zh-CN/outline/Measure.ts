/** Measures: what each thing is called, and what each key says. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/outline/Measure.ts"

export const title: Like<typeof en.title> = {
  MeasureName: "指标",
  MeasureNames: "指标列表",
  CycleTimeOfGate: "`cycle-time.<关口>`"
}

export const says: Like<typeof en.says> = {
  OfMeasure: {
    target: (measure) => `该指标的目标：${measure}。`,
    value: (measure) => `该指标的值：${measure}。`
  }
}
