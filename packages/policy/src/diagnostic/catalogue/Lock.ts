/** `lock/…`: the packs of a policy are not those that were locked. */

import { entry } from "../text/Entry.ts"

export interface PackChange {
  readonly pack: string
  /** Versions; without one it was not there, or is not. */
  readonly was?: number
  readonly now?: number
}

export const lock = {
  "lock/not-a-lock": entry<{ path: string }>({ level: "error" }),
  "lock/changed": entry<{ changes: readonly PackChange[] }>({ level: "error" })
}
