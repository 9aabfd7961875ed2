/** An event of the host's own happened, one of `events`. Customers report none. */

import { reason } from "../case/Refusal.ts"
import * as Drafts from "../draft/Draft.ts"
import { isAutomatic, nameOf } from "../people/Actor.ts"
import { park } from "../rule/lifecycle/park.ts"
import { reopen } from "../rule/lifecycle/reopen.ts"
import { describe, must } from "./Description.ts"
import { staff } from "./Rights.ts"

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
  run: (d, c) => {
    const { events } = d.policy.bundle
    if (!events.includes(c.name)) return [reason("intake/unknown-event", "events", { event: c.name, known: events })]
    Drafts.emit(d, "event-happened", { name: c.name, by: nameOf(d.meta.actor) }, "events")
    const loop = Drafts.loop(d)
    const isOver = d.state.lifecycle.customerLoop !== undefined
    if (isOver && loop?.rule.reopen.some((rule) => rule.cause === c.name))
      park(d, c.name, reopen(d, c.name, c.name), undefined)
    return []
  }
})
