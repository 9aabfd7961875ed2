/** The channels through which a policy surveys customers once in every period. */
import type { Bundle, Policy } from "@hearback/core"

/** A channel that surveys customers periodically. */
export interface Poll {
  readonly channel: string
  readonly frequency: Bundle.Frequency
}

/** Returns these channels of a policy. */
export const pollsOf = ({ bundle }: Policy.Policy): readonly Poll[] =>
  Object.entries(bundle.channels).flatMap(([channel, { mode, frequency }]) =>
    mode === "active" && frequency !== undefined ? [{ channel, frequency }] : []
  )
