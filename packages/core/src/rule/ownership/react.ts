/** Ownership follows the case: a first owner, the departments that must act, and what is void with a new owner. */

import type { CaseEvent, EventName } from "../../case/Case.ts"
import type { Draft } from "../../draft/Draft.ts"
import { assignAnew, assignFirst, department } from "./assign.ts"
import { name } from "./named.ts"
import { ownerChanged } from "./onCall.ts"

const routed: ReadonlySet<EventName> = new Set(["classified", "reclassified", "regraded"])
const moved: ReadonlySet<EventName> = new Set(["owner-assigned", "handover-accepted", "on-call-accepted"])
const said: readonly EventName[] = ["case-opened", "customer-wrote", "feedback-joined", "customer-dissatisfied"]

/** What ownership follows. */
export const hears: readonly EventName[] = [...routed, ...moved, ...said]

/** Brings ownership up to date with what has just happened. */
export const react = (d: Draft, fresh: readonly CaseEvent[]): void => {
  const has = (names: ReadonlySet<EventName>): boolean => fresh.some(({ event }) => names.has(event))
  name(d, fresh)
  const isRouted = has(routed) && department(d)
  if (fresh.some(({ event }) => event === "case-opened")) assignFirst(d)
  else if (has(routed)) assignAnew(d, isRouted)
  if (has(moved)) ownerChanged(d)
}
