/** The subject and receiver of a message, as the channels of this package write them. */
import { Visible } from "@hearback/core"
import type { Outgoing } from "@hearback/engine"

/** Returns the case of a message, or all cases of a joined message. */
export const casesOf = ({ thread, contains = [] }: Outgoing): string =>
  thread ?? [...new Set(contains.map((one) => one.case))].join(", ")

/** Returns the receiver of a message: the name, else the id or the address. */
export const nameOf = ({ to: { name, id, address } }: Outgoing): string =>
  Visible.visibleLine(name ?? id ?? address ?? "?")
