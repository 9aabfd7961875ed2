/**
 * Closing: a loop closes when every gate its policy demands is settled, and never before. A person who passes the
 * last gate needs the authority to close at this grade; the customer, time and machines do not.
 */

import type { Draft } from "../../decider/Draft.ts"
import * as Drafts from "../../decider/Draft.ts"
import type { GateRule } from "../../model/Bundle.ts"
import { holds } from "../../model/Policy.ts"
import type { Reason } from "../../model/Refusal.ts"
import { reason } from "../../model/Refusal.ts"
import * as Gate from "../gate/State.ts"
import type { Outcome } from "./State.ts"

type Side = GateRule["side"]

/** Returns the gates of one side that still hold its loop. An optional gate never does; a not-yet-known one always. */
export const holding = (d: Draft, side: Side): readonly GateRule[] =>
  (Drafts.loop(d)?.rule.gates ?? []).filter(
    (rule) => rule.side === side && !rule.optional && !Gate.isSettled(Gate.at(d.state.gates, rule.name))
  )

const isClosed = (d: Draft, side: Side): boolean =>
  (side === "customer-loop" ? d.state.lifecycle.customerLoop : d.state.lifecycle.systemLoop) !== undefined

const sides = ["customer-loop", "system-loop"] as const

/** A side without gates demands nothing: there is nothing to close. */
const hasGates = (d: Draft, side: Side): boolean => (Drafts.loop(d)?.rule.gates ?? []).some((rule) => rule.side === side)

/** Returns the sides whose gates are all settled and that are still open. */
export const ready = (d: Draft): readonly Side[] => {
  if (d.state.lifecycle.loop === undefined) return []
  return (["customer-loop", "system-loop"] as const).filter(
    (side) => !isClosed(d, side) && holding(d, side).length === 0
  )
}

const outcome = (d: Draft): Outcome => {
  const confirmations = (Drafts.loop(d)?.rule.gates ?? []).filter((rule) => rule.kind === "confirmation")
  const states = confirmations.map((rule) => Gate.at(d.state.gates, rule.name).status)
  if (states.includes("passed")) return "confirmed"
  if (states.includes("lapsed"))
    return d.state.lifecycle.satisfaction === "dissatisfied" ? "dissatisfied" : "unconfirmed"
  return "answered"
}

/** Closes every side that is ready, and the case when both are closed. */
export const closeLoop = (d: Draft): void => {
  for (const side of ready(d)) {
    const path = `${Drafts.loop(d)?.rule.path ?? "loops"}.${side}`
    if (side === "customer-loop") Drafts.emit(d, "customer-loop-closed", { outcome: outcome(d) }, path)
    else Drafts.emit(d, "system-loop-closed", {}, path)
  }
  finish(d)
}

/** The case is fully closed only when both loops are. */
export const finish = (d: Draft): void => {
  const { customerLoop, closedAt, loop } = d.state.lifecycle
  const owed = sides.some((side) => hasGates(d, side) && !isClosed(d, side))
  if (loop !== undefined && !owed && closedAt === undefined)
    Drafts.emit(d, "case-closed", { outcome: customerLoop?.outcome ?? "answered" }, loop === undefined ? "loops" : `loops.${loop}`)
}

/** Returns the gates that refuse a command to close, each with its line in the policy. */
export const againstClosing = (d: Draft): readonly Reason[] => {
  if (d.state.lifecycle.closedAt !== undefined) return [reason("case/closed")]
  if (ready(d).length > 0) return []
  const open = sides.flatMap((side) => (isClosed(d, side) ? [] : holding(d, side)))
  return open.map((rule) => {
    const waits = holds(rule.when, Drafts.vector(d)) === "not-yet" ? `${rule.path}.when` : rule.path
    return reason("loop/gates-open", waits, { gate: rule.name, status: Gate.at(d.state.gates, rule.name).status })
  })
}
