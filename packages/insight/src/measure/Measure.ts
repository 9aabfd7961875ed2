/** A measure: its name in the policy language, its shape, and the data points that it takes from one case. */
import type { MeasureKey } from "@hearback/core"
import type { Story } from "../story/CaseStory.ts"
import type { DataPoint, FigureShape } from "./Tally.ts"

export interface Measure extends Reckoning {
  readonly name: MeasureKey
}

/** How a measure is reckoned. */
export interface Reckoning {
  readonly shape: FigureShape
  readonly points: (story: Story) => readonly DataPoint[]
}

/** Returns a share's data point. */
export const sharePoint = (at: number, is: boolean): DataPoint => ({ at, value: is ? 1 : 0 })
