/** A measure: its name in the policy language, its shape, and its data points from one case. */
import type { MeasureKey } from "@hearback/core"
import type { Story } from "../story/CaseStory.ts"
import type { DataPoint, FigureShape } from "./Tally.ts"

/** A measure with its name. */
export interface Measure extends Reckoning {
  readonly name: MeasureKey
}

/** How a measure is computed. */
export interface Reckoning {
  readonly shape: FigureShape
  readonly points: (story: Story) => readonly DataPoint[]
}

/** Returns the data point of a share. */
export const sharePoint = (at: number, is: boolean): DataPoint => ({ at, value: is ? 1 : 0 })
