/** What a message is about, as channels of this package say it. */
import type { Outgoing } from "@hearback/engine"

/** Returns the case that a message is about, or those whose notices it joins. */
export const casesOf = ({ thread, contains = [] }: Outgoing): string =>
  thread ?? [...new Set(contains.map((one) => one.case))].join(", ")
