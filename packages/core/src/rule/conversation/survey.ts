import type { CaseEvent } from "../../case/Case.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { holds } from "../../policy/Policy.ts"
import type * as Trigger from "../../policy/Trigger.ts"

const isAfter = (event: CaseEvent, after: Trigger.Trigger): boolean => {
  switch (event.event) {
    case "gate-passed":
      return after._tag === "GateSettled" && after.gate === event.gate
    case "event-happened":
      return after._tag === "EventHappened" && after.event === event.name
    default:
      return false
  }
}

/**
 * Says after which events and gates of a case its customer is to be asked. The customer's own stream decides whether
 * they are, by earlier questions. A case that came from such a question asks nothing again.
 */
export const survey = (draft: Draft, fresh: readonly CaseEvent[]): void => {
  const { receipt } = draft.state.feedback
  const { surveys: asked } = draft.state.conversation
  if (draft.policy.surveys.length === 0 || receipt?.customer === undefined) return
  if (draft.policy.bundle.channels[receipt.channel]?.mode === "active") return
  for (const { channel, after } of draft.policy.surveys) {
    if (!fresh.some((event) => isAfter(event, after)) || asked.includes(channel)) continue
    // A confirmation asks by its own survey channel and waits for the answer.
    if (Drafts.loop(draft)?.rule.gates.some((gate) => gate.survey === channel) === true) continue
    if (holds(draft.policy.bundle.channels[channel]?.when, Drafts.vector(draft)) !== "yes") continue
    Drafts.emit(draft, "survey-due", { channel, customer: receipt.customer }, `channels.${channel}.ask-after`)
  }
}
