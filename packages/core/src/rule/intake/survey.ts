/**
 * After which events and gates of a case its customer is to be asked. Whether they are is decided with everything that
 * they were asked before; a case that came from such a question asks nothing again.
 */
import type { CaseEvent } from "../../case/Case.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"

const occasionOf = (event: CaseEvent): string | undefined => {
  switch (event.event) {
    case "gate-passed":
      return `gate:${event.gate}`
    case "event-happened":
      return `event:${event.name}`
    default:
      return undefined
  }
}

export const survey = (d: Draft, fresh: readonly CaseEvent[]): void => {
  const { receipt } = d.state.feedback
  const { surveys } = d.state.conversation
  const { channels } = d.policy.bundle
  if (receipt?.customer === undefined || channels[receipt.channel]?.mode === "active") return
  const happened = fresh.flatMap((event) => occasionOf(event) ?? [])
  if (happened.length === 0) return
  // A confirmation asks by its own survey channel, and waits for the answer.
  const confirming = (Drafts.loop(d)?.rule.gates ?? []).map((gate) => gate.survey)
  for (const [name, rule] of Object.entries(channels)) {
    if (rule.mode !== "active" || rule.askAfter === undefined || !happened.includes(rule.askAfter)) continue
    if (surveys.includes(name) || confirming.includes(name)) continue
    Drafts.emit(d, "survey-due", { channel: name, customer: receipt.customer }, `channels.${name}.ask-after`)
  }
}
