/** Acts of people and customers on a case, as a record tells them. A simulation is estimated from these. */
import type { Command, Deed } from "@hearback/core"

/** One act on a case.  Units: ms since 1970. */
export interface Doing {
  readonly at: number
  /** The person who did it, and their role in the policy if it is known. */
  readonly by?: string
  readonly role?: string
  readonly work?: { readonly on: string; readonly step: Deed.DeedStep }
  readonly asked?: Deed.AskedQuestion
  readonly answered?: Command.Says
}
