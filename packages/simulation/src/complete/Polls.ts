/** The channels by which a policy asks customers once in every period. */
import type { Bundle, Policy } from "@hearback/core"

export interface Poll {
  readonly channel: string
  readonly frequency: Bundle.Frequency
}

export const pollsOf = ({ bundle }: Policy.Policy): readonly Poll[] =>
  Object.entries(bundle.channels).flatMap(([channel, { mode, frequency }]) =>
    mode === "active" && frequency !== undefined ? [{ channel, frequency }] : []
  )
