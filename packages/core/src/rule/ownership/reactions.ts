/** Reactions of ownership: the first owner, the departments that must act, and what ends with a former owner. */

import type { CaseEvent, EventName } from "../../case/Case.ts"
import type { Draft } from "../../draft/Draft.ts"
import { assignAnew, assignFirst, department } from "./assignment.ts"
import { name } from "./namedStaff.ts"
import { ownerChanged } from "./onCall.ts"

const routed: ReadonlySet<EventName> = new Set(["classified", "reclassified", "regraded"])
const moved: ReadonlySet<EventName> = new Set(["owner-assigned", "handover-accepted", "on-call-accepted"])
const said: readonly EventName[] = ["case-opened", "customer-wrote", "feedback-joined", "customer-dissatisfied"]

/** The events to which ownership reacts. */
export const hears: readonly EventName[] = [...routed, ...moved, ...said]

/** Updates ownership after the latest events. */
export const react = (draft: Draft, fresh: readonly CaseEvent[]): void => {
  let isOpened = false
  let isRead = false
  let isMoved = false
  for (const { event } of fresh) {
    if (event === "case-opened") isOpened = true
    if (routed.has(event)) isRead = true
    if (moved.has(event)) isMoved = true
  }
  name(draft, fresh)
  const isRouted = isRead && department(draft)
  if (isOpened) assignFirst(draft)
  else if (isRead) assignAnew(draft, isRouted)
  if (isMoved) ownerChanged(draft)
}
