/**
 * Two cases become one: the one that is merged ends with the outcome `merged`, its clocks with it; the other one goes
 * on from the earlier receipt and answers both customers.
 */

import type { OtherCase } from "../../case/Gathered.ts"
import type { CommandOf } from "../../case/generated/Command.ts"
import type { Reason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import { live } from "../../case/track/Clocks.ts"
import * as Gate from "../../case/track/Gate.ts"
import { start } from "../../draft/clocks.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellParty, tellStaff } from "../../draft/send.ts"
import { nameOf } from "../../people/Actor.ts"
import type { LoopClock } from "../../policy/Policy.ts"
import { defined } from "../../value/Optional.ts"
import { end, endingOf, missing } from "../lifecycle/end.ts"

export const merge = (d: Draft, c: CommandOf<"merge">): readonly Reason[] => {
  const found = endingOf(d, "merged")
  if ("reasons" in found) return found.reasons
  const { rule } = found
  const { actor, gathered } = d.meta
  const { other } = gathered
  const reasons = [...missing(d, rule, {})]
  if (c.into === d.state.id) reasons.push(reason("merge/itself", rule.path, { case: c.into }))
  else if (other?.id !== c.into) reasons.push(reason("case/unknown", undefined, { case: c.into }))
  else if (!other.open) reasons.push(reason("merge/not-open", rule.path, { case: c.into }))
  else if (rule.closes === "both-loops") reasons.push(...lost(d, other))
  if (reasons.length > 0) return reasons
  const why = defined({ reason: c.reason })
  Drafts.emit(d, "case-merged", { into: c.into, by: nameOf(actor), ...why }, rule.path)
  end(d, rule, c.reason)
  return []
}

/** What protects others and is still owed here has to be owed there: to merge is no way past a gate. */
const lost = (d: Draft, other: OtherCase): readonly Reason[] => {
  const there = d.policy.loops.get(other.loop ?? "")?.gates
  return (Drafts.loop(d)?.rule.gates ?? [])
    .filter((gate) => gate.side === "system-loop" && !gate.optional)
    .filter((gate) => !Gate.isSettled(Gate.at(d.state.gates, gate.name)))
    .filter((gate) => there?.has(gate.name) !== true || other.spared.includes(gate.name))
    .map((gate) => reason("merge/owes-more", gate.path, { gate: gate.name, case: other.id }))
}

/** Takes over a case that was merged into this one. */
export const absorb = (d: Draft, c: CommandOf<"absorb">): readonly Reason[] => {
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
