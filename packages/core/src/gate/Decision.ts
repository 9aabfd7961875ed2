/** A suggestion has a conclusion with reasons: adopted, later, declined, or the policy's own words. */

import type { Reason } from "../model/Refusal.ts"
import { reason } from "../model/Refusal.ts"
import type { GateModule } from "./Gate.ts"

export const decision: GateModule = {
  kind: "decision",
  check: ({ rule }, evidence) => {
    const reasons: Reason[] = []
    const allowed = rule.oneOf ?? []
    const given = evidence.decision ?? ""
    if (given === "" || (allowed.length > 0 && !allowed.includes(given)))
      reasons.push(
        reason("decision/not-offered", `${rule.path}.one-of`, { decision: given, allowed: allowed.join(", ") })
      )
    if ((evidence.reason ?? "").trim() === "") reasons.push(reason("reason/missing", rule.path))
    return reasons
  }
}
