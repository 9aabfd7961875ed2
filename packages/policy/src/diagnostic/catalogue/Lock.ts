/** Codes `lock/…`: the packs of a policy differ from those in its lock file. */

import { entry } from "../text/Entry.ts"

/** A pack that differs from the lock file. */
export interface PackChange {
  readonly pack: string
  /** Versions; an absent one means that the pack was or is not used. */
  readonly was?: number
  readonly now?: number
}

/** The entries of these codes. */
export const lock = {
  "lock/not-a-lock": entry<{ path: string }>({ level: "error" }),
  "lock/changed": entry<{ changes: readonly PackChange[] }>({ level: "error" })
}
