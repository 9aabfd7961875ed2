/** What people and customers did on a case, as a record tells it: what a simulation of the record is estimated from. */
import type { Command, Deed } from "@hearback/core"

/** Units: ms since 1970. */
export interface Doing {
  readonly at: number
  /** Who did it: a person, in a role of the policy where that is known. */
  readonly by?: string
  readonly role?: string
  readonly work?: { readonly on: string; readonly step: Deed.DeedStep }
  readonly asked?: Deed.AskedQuestion
  readonly answered?: Command.Says
}
