/** Codes `ownership/…`: cases that would go to nobody, or back to the person whom they must leave. */

import { entry } from "../text/Entry.ts"

/** The entries of these codes. */
export const ownership = {
  "ownership/nobody-takes-it": entry<{ rule: string }>({ level: "error" }),
  "ownership/take-up-too-late": entry<{ within: string; clock: string; promised: string }>({ level: "warning" }),
  "ownership/back-to-owner": entry<{ rule: string; who: string }>({ level: "error" }),
  "ownership/nobody-meant": entry<{ rule: string; who?: string }>({ level: "error" }),
  "ownership/no-lead": entry<{ rule: "absent" | "first-owner" }>({ level: "warning" }),
  "ownership/nobody-speaks": entry<{ department: string; key: string; where: string }>({ level: "warning" }),
  "ownership/no-next-owner": entry<{ limit: number }>({ level: "warning" }),
  "ownership/after-queue": entry<{ who: string }>({ level: "error" }),
  "ownership/own-arbiter": entry<{ arbiter: string }>({ level: "warning" }),
  "ownership/team-of-nobody": entry<Record<never, never>>({ level: "warning" })
}
