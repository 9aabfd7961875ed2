/**
 * Omits notices to the staff. No figure depends on them: simulated people find their work without them, and only a
 * message to the customer meets a clock. Writing them takes more than a tenth of the time of a replication.
 */
import { type Bundle, Notice } from "@hearback/core"
import type { Plan } from "../model/Plan.ts"

/** Returns the plan without notices to the staff, which has the same figures. */
export const withoutNotices = (plan: Plan): Plan => {
  const { bundle } = plan.policy
  const told = new Set(toldIn([bundle.form, bundle.channels, bundle.loops, bundle.clocks, bundle.endings]))
  const messages: Bundle.Bundle["messages"] = Object.assign(
    Object.create(null),
    Object.fromEntries(Object.entries(bundle.messages).filter(([name]) => told.has(name) || !Notice.isNotice(name)))
  )
  return { ...plan, policy: { ...plan.policy, bundle: { ...bundle, messages } } }
}

/** Returns the messages that rules of the policy send to the customer. */
const toldIn = (rules: unknown): readonly string[] => {
  if (typeof rules !== "object" || rules === null) return []
  return Object.entries(rules).flatMap(([key, rule]) =>
    key === "tell" && typeof rule === "string" ? [rule] : toldIn(rule)
  )
}
