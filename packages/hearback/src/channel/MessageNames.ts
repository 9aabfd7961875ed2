/** What channels of this package say of a message: what it is about, and whom it goes to. */
import { Visible } from "@hearback/core"
import type { Outgoing } from "@hearback/engine"

/** Returns the case that a message is about, or those whose notices it joins. */
export const casesOf = ({ thread, contains = [] }: Outgoing): string =>
  thread ?? [...new Set(contains.map((one) => one.case))].join(", ")

/** Returns whom a message goes to, by the best that is known of them. */
export const nameOf = ({ to: { name, id, address } }: Outgoing): string =>
  Visible.visibleLine(name ?? id ?? address ?? "?")
