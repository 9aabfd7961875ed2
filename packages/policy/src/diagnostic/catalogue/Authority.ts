/** Codes `authority/…`: limits of authority. */

import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const authority = {
  "authority/hole": entry<{ duty: string; over?: string }>({ level: "error" }),
  "authority/order": entry<{ duty: string; lower: string; higher: string }>({ level: "warning" }),
  "authority/splittable": entry<{ role: string }>({ level: "info" }),
  "authority/unreachable": entry<{ wide: string; narrow: string }>({ level: "warning" }),
  "authority/apart-alone": entry<{ duty: string }>({ level: "warning" }),
  "authority/no-spot-check": entry<Record<never, never>>({ level: "warning" }),
  "authority/nobody-may": entry<{ act: "publish" | "move" | "erase" }>({ level: "error" }),
  "authority/no-approver": entry<{ role: string }>({ level: "warning" })
}
