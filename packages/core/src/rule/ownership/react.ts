/** Ownership follows the case: a first owner, no owner who must not or cannot act, the departments that must. */

import type { CaseEvent, EventName } from "../../case/Case.ts"
import type { Draft } from "../../draft/Draft.ts"
import { assignAnew, assignFirst, department } from "./assign.ts"
import { name } from "./named.ts"
import { callOut, ownerChanged } from "./onCall.ts"
import { recuse } from "./recuse.ts"
import { team } from "./team.ts"

const routed: ReadonlySet<EventName> = new Set(["classified", "reclassified", "regraded"])
const moved: ReadonlySet<EventName> = new Set(["owner-assigned", "handover-accepted", "on-call-accepted"])

/** Brings ownership up to date with what has just happened. */
export const react = (d: Draft, fresh: readonly CaseEvent[]): void => {
  const has = (names: ReadonlySet<EventName>): boolean => fresh.some(({ event }) => names.has(event))
  name(d, fresh)
  const isRouted = has(routed) && department(d)
  if (fresh.some(({ event }) => event === "case-opened")) assignFirst(d)
  else if (has(routed)) assignAnew(d, isRouted)
  if (has(moved)) ownerChanged(d)
  recuse(d)
  team(d)
  callOut(d)
}
