/**
 * The customer says whether it was put right; a customer who stays silent through the policy's time and attempts is
 * recorded as `unconfirmed`, never as confirmed. Source: ISO 10002 7.9.
 */

import { reason } from "../case/Refusal.ts"
import { live } from "../case/track/Clocks.ts"
import { startTimer } from "../draft/clocks.ts"
import * as Drafts from "../draft/Draft.ts"
import { tellCustomer, tellStaff } from "../draft/send.ts"
import { silence } from "../draft/timers.ts"
import { byTimer } from "../people/Actor.ts"
import type { GateRule } from "../policy/Bundle.ts"
import type { GateContext, GateModule } from "./Gate.ts"

/** Why a silent customer is asked again; a gate that says nothing of silence asks once. */
const ruleOf = ({ path, silence: said }: GateRule): string => (said === undefined ? path : `${path}.silence`)

/** Contacts the customer once more, on the channel they used last. */
const attempt = ({ d, rule }: GateContext): void => {
  const channel = d.state.conversation.lastChannel ?? ""
  Drafts.emit(d, "attempt-made", { gate: rule.name, channel, by: byTimer }, ruleOf(rule))
  tellCustomer(d, "confirmation-asked", { values: question({ d, rule }) })
}

const question = ({ d, rule }: Pick<GateContext, "d" | "rule">): Readonly<Record<string, string>> => {
  const asked = rule.survey === undefined ? undefined : d.policy.bundle.channels[rule.survey]?.question
  const language = d.state.conversation.language ?? d.policy.bundle.language
  const text = asked?.[language] ?? asked?.[d.policy.bundle.language]
  return text === undefined ? {} : { question: text }
}

const enough = ({ d, rule, state }: GateContext): boolean => {
  const now = d.state.gates[rule.name] ?? state
  return (
    now.attempts.length >= (rule.silence?.attempts ?? 1) &&
    new Set(now.attempts).size >= (rule.silence?.channelsUsed ?? 1)
  )
}

export const confirmation: GateModule = {
  kind: "confirmation",
  check: ({ rule }) => [reason("confirmation/no-reply", rule.path)],
  opened: (x) => {
    const { d, rule } = x
    attempt(x)
    if (rule.silence === undefined) return
    // Attempts are spread evenly over the wait, the first one now.
    const later = Array.from({ length: Math.max(0, rule.silence.attempts - 1) }, (_, i) => ({
      name: `attempt.${i + 2}`,
      at: { _tag: "Share" as const, percent: ((i + 1) * 100) / (rule.silence?.attempts ?? 1) }
    }))
    startTimer(
      d,
      silence(rule.name),
      { _tag: "Silence", gate: rule.name },
      rule.silence.after,
      `${rule.path}.silence`,
      later
    )
  },
  timeUp: (x, mark) => {
    const { d, rule } = x
    if (mark.name !== "due") return attempt(x)
    if (rule.silence?.closes !== "customer-loop") return
    if (enough(x)) return Drafts.emit(d, "gate-lapsed", { gate: rule.name, reason: "silence" }, `${rule.path}.silence`)
    // Time alone never makes up for attempts that are missing: the owner has to make them.
    tellStaff(d, "overdue", [d.state.ownership.owner], { clock: silence(rule.name) })
  }
}

/** Word to the customer while their confirmation is awaited is an attempt; one that was missing begins a new wait. */
export const attempted = (x: GateContext, channel: string, by: string): void => {
  const { d, rule } = x
  Drafts.emit(d, "attempt-made", { gate: rule.name, channel, by }, ruleOf(rule))
  if (rule.silence === undefined || live(d.state.clocks[silence(rule.name)]) || !enough(x)) return
  startTimer(d, silence(rule.name), { _tag: "Silence", gate: rule.name }, rule.silence.after, `${rule.path}.silence`)
}
