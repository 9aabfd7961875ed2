/** Another case was merged into this one, which goes on from the earlier receipt and answers both customers. */

import { live } from "../case/track/Clocks.ts"
import { start } from "../draft/clocks.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import { tellParty, tellStaff } from "../draft/send.ts"
import type { LoopClock } from "../policy/Policy.ts"
import { defined } from "../value/Optional.ts"
import { describe, must } from "./Description.ts"
import { engine } from "./Rights.ts"

export const absorb = describe({
  verb: "absorb",
  name: { en: "take in a merged case", "zh-CN": "接收并案" },
  says: { en: "The engine: another case was merged into this one.", "zh-CN": "引擎：另一件并入本案。" },
  acts: "told",
  until: "expired",
  arguments: {
    case: must("text", "That case.", "那一件。")
  },
  example: { do: "absorb", case: "2611-BBBBBB" },
  who: engine,
  run: (d, c) => {
    const { other } = d.meta.gathered
    const { links } = d.state.relations
    const { contacts, receipt } = d.state.feedback
    if (other?.id !== c.case || links.includes(c.case) || receipt === undefined) return []
    const { customer, customerName, language, channel, receivedAt } = other
    const party = defined({ channel, customer, customerName, language })
    Drafts.emit(
      d,
      "feedback-joined",
      {
        from: c.case,
        ...party,
        receivedAt,
        contacts: { ...contacts, contacts: contacts.contacts + other.contacts }
      },
      "endings.merged"
    )
    fromEarlier(d, receipt.receivedAt)
    tellParty(d, { case: c.case, ...party }, "joined")
    tellStaff(d, "said-again", [d.state.ownership.owner], {})
    return []
  }
})

/** Promises from the receipt count from the earlier one; what stopped them, and what was granted, stays. */
const fromEarlier = (d: Draft, was: number): void => {
  const now = d.state.feedback.receipt?.receivedAt ?? was
  if (now >= was) return
  for (const rule of Drafts.loop(d)?.clocks.values() ?? []) {
    const clock = d.state.clocks[rule.name]
    if (!live(clock) || clock.startedAt !== was || !isFromReceipt(rule)) continue
    start(d, rule, now, { switches: clock.switches, extensions: clock.extensions, cause: "merged" })
  }
}

const isFromReceipt = ({ from }: LoopClock): boolean => from.some(({ _tag }) => _tag === "Received")
