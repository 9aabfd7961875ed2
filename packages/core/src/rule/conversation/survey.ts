/**
 * After which events and gates of a case its customer is to be asked. Whether they are is decided with everything that
 * they were asked before; a case that came from such a question asks nothing again.
 */
import type { CaseEvent } from "../../case/Case.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import * as Trigger from "../../policy/Trigger.ts"

const triggerOf = (event: CaseEvent): Trigger.Trigger | undefined => {
  switch (event.event) {
    case "gate-passed":
      return { _tag: "GateSettled", gate: event.gate }
    case "event-happened":
      return { _tag: "EventHappened", event: event.name }
    default:
      return undefined
  }
}

export const survey = (d: Draft, fresh: readonly CaseEvent[]): void => {
  const { receipt } = d.state.feedback
  const { surveys: asked } = d.state.conversation
  if (d.policy.surveys.length === 0 || receipt?.customer === undefined) return
  if (d.policy.bundle.channels[receipt.channel]?.mode === "active") return
  const happened = fresh.flatMap((event) => triggerOf(event) ?? [])
  if (happened.length === 0) return
  // A confirmation asks by its own survey channel, and waits for the answer.
  const confirming = (Drafts.loop(d)?.rule.gates ?? []).map((gate) => gate.survey)
  for (const { channel, after } of d.policy.surveys) {
    if (!happened.some((trigger) => Trigger.isSame(trigger, after))) continue
    if (asked.includes(channel) || confirming.includes(channel)) continue
    Drafts.emit(d, "survey-due", { channel, customer: receipt.customer }, `channels.${channel}.ask-after`)
  }
}
