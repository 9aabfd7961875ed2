/** What a measure is: a name of the policy language, a shape, and what it sees in one case. */
import type { Story } from "../Story.ts"
import type { Observation, Shape } from "../Tally.ts"

export interface Measure {
  readonly name: string
  readonly shape: Shape
  readonly observe: (story: Story) => readonly Observation[]
}

/** Returns a share's observation. */
export const seen = (at: number, is: boolean): Observation => ({ at, value: is ? 1 : 0 })
