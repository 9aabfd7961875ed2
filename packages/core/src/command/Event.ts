import { reason } from "../case/Refusal.ts"
import * as Drafts from "../draft/Draft.ts"
import { isAutomatic, nameOf } from "../people/Actor.ts"
import { park } from "../rule/lifecycle/parkedWords.ts"
import { reopen } from "../rule/lifecycle/reopening.ts"
import { describe, must } from "./Description.ts"
import { staff } from "./Rights.ts"

/** The command that reports an event of the host, one of the policy's `events`. Customers cannot give it. */
export const event = describe({
  verb: "event",
  key: "事件",
  acts: "reported",
  until: "expired",
  arguments: {
    name: must("text")
  },
  example: { do: "event", name: "delivered" },
  who: staff("events"),
  targets: ({ policy }) => policy.bundle.events.map((name) => ({ name })),
  offered: ({ meta }) => isAutomatic(meta.actor),
  run: (draft, command) => {
    const { events } = draft.policy.bundle
    if (!events.includes(command.name))
      return [reason("intake/unknown-event", "events", { event: command.name, known: events })]
    Drafts.emit(draft, "event-happened", { name: command.name, by: nameOf(draft.meta.actor) }, "events")
    const loop = Drafts.loop(draft)
    const isOver = draft.state.lifecycle.customerLoop !== undefined
    if (isOver && loop?.rule.reopen.some((rule) => rule.cause === command.name))
      park(draft, command.name, reopen(draft, command.name, command.name), undefined)
    return []
  }
})
