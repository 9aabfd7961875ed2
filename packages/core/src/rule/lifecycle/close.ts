/**
 * Closing: a loop closes when every gate its policy demands is settled, and never before. A person who passes the
 * last gate needs the authority to close at this grade; the customer, time and machines do not.
 */

import type { Reason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import * as Gate from "../../case/track/Gate.ts"
import type { Outcome } from "../../case/track/Lifecycle.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import type { GateRule } from "../../policy/Bundle.ts"
import { holds } from "../../policy/Policy.ts"
import type { Instant } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"

type Side = GateRule["side"]
const sides: readonly Side[] = ["customer-loop", "system-loop"]

/** Returns the gates of one side that still hold its loop. An optional gate never does; a not-yet-known one always. */
const holding = (d: Situation, side: Side): readonly GateRule[] =>
  rulesOf(d).filter((rule) => rule.side === side && isHolding(d, rule))

const isHolding = (d: Situation, rule: GateRule): boolean =>
  !rule.optional && !Gate.isSettled(Gate.at(d.state.gates, rule.name))

const rulesOf = (d: Situation): readonly GateRule[] => Drafts.loop(d)?.rule.gates ?? []

const gatesOf = (d: Situation, side: Side): readonly Gate.GateState[] =>
  rulesOf(d)
    .filter((rule) => rule.side === side)
    .map(({ name }) => Gate.at(d.state.gates, name))

const hasGates = (d: Situation, side: Side): boolean => {
  for (const rule of rulesOf(d)) if (rule.side === side) return true
  return false
}

/** Asked after whatever happens to a gate: a list of those that hold a side would mostly be made for nothing. */
const isHeldByGates = (d: Situation, side: Side): boolean => {
  for (const rule of rulesOf(d)) if (rule.side === side && isHolding(d, rule)) return true
  return false
}

const isClosed = (d: Situation, side: Side): boolean =>
  (side === "customer-loop" ? d.state.lifecycle.customerLoop : d.state.lifecycle.systemLoop) !== undefined

/** A side without gates has nothing to close. */
const isOwed = (d: Situation, side: Side): boolean => !isClosed(d, side) && hasGates(d, side)

/** Whether anything was shown on this side, and not merely found to be unneeded. */
const isShown = (d: Situation, side: Side): boolean =>
  gatesOf(d, side).some((gate) => Gate.isSettled(gate) && gate.status !== "not-needed")

/** Returns when the last gate of a side was settled. */
export const settledAt = (d: Situation, side: Side): Instant =>
  Math.max(d.state.feedback.receipt?.receivedAt ?? d.now, ...gatesOf(d, side).map((gate) => gate.settledAt ?? 0))

/**
 * Returns whether a side is still open and all of its gates are settled. A system loop of which nothing is demanded
 * so far waits for the customer loop: until then the case may come to demand more.
 */
const isReady = (d: Situation, side: Side): boolean =>
  d.state.lifecycle.loop !== undefined &&
  !isHeldByGates(d, side) &&
  isOwed(d, side) &&
  (side === "customer-loop" || isShown(d, side) || !isOwed(d, "customer-loop"))

/** Returns the sides whose gates are all settled and that are still open. */
export const ready = (d: Situation): readonly Side[] => sides.filter((side) => isReady(d, side))

/** Returns whether somebody was asked to close this side, or denied it, since its last gate was settled. */
export const isHeld = (d: Situation, side: Side): boolean => {
  const { approvals, closeDeniedAt } = d.state.authority
  return (
    approvals.some((approval) => approval.command.do === "close") ||
    (closeDeniedAt !== undefined && closeDeniedAt >= settledAt(d, side))
  )
}

/** Returns whether closing this side takes authority: somebody has shown something on it. */
export const takesAuthority = isShown

/** Where gates say different things, the first of these counts. */
const outcomes: readonly Outcome[] = ["confirmed", "dissatisfied", "unconfirmed"]

const outcome = (d: Draft): Outcome => {
  const said = rulesOf(d).map(({ kind, name }) => d.kinds[kind].facts.outcome?.(Gate.at(d.state.gates, name)))
  return outcomes.find((one) => said.includes(one)) ?? "answered"
}

const ofTheirWord: ReadonlySet<Outcome> = new Set(["confirmed", "dissatisfied"])

/** How the customer loop ends, and whether what the customer is said to have answered was entered by the staff. */
const ended = (d: Draft): { readonly outcome: Outcome; readonly isOnBehalf?: true } => {
  const found = outcome(d)
  return d.state.lifecycle.isOnBehalf && ofTheirWord.has(found)
    ? { outcome: found, isOnBehalf: true }
    : { outcome: found }
}

/** Closes every side of these that is ready, and the case when both are closed; `by` closes on their own authority. */
export const closeLoop = (d: Draft, only: readonly Side[] = sides, by?: string): void => {
  const who = defined({ by })
  for (const side of only) {
    if (!isReady(d, side)) continue
    const why = `${Drafts.loop(d)?.rule.path ?? "loops"}.${side}`
    Drafts.at(d, Math.max(d.now, settledAt(d, side)), () => {
      if (side === "customer-loop") Drafts.emit(d, "customer-loop-closed", { ...ended(d), ...who }, why)
      else Drafts.emit(d, "system-loop-closed", who, why)
    })
  }
  finish(d)
}

/** The case is fully closed only when both loops are. */
export const finish = (d: Draft): void => {
  const { customerLoop, systemLoop, closedAt, loop } = d.state.lifecycle
  if (loop === undefined || closedAt !== undefined || sides.some((side) => isOwed(d, side))) return
  const at = Math.max(d.now, customerLoop?.closedAt ?? d.now, systemLoop?.closedAt ?? d.now)
  Drafts.emit(
    d,
    "case-closed",
    defined({ outcome: customerLoop?.outcome ?? "answered", isOnBehalf: customerLoop?.isOnBehalf }),
    `loops.${loop}`,
    at
  )
}

/** Returns the gates that refuse a command to close, each with its line in the policy. */
export const againstClosing = (d: Situation): readonly Reason[] => {
  if (d.state.lifecycle.closedAt !== undefined) return [reason("case/closed")]
  if (ready(d).length > 0) return []
  const open = sides.flatMap((side) => (isClosed(d, side) ? [] : holding(d, side)))
  return open.map((rule) => {
    const waits = holds(rule.when, Drafts.vector(d)) === "not-yet" ? `${rule.path}.when` : rule.path
    return reason("loop/gates-open", waits, { gate: rule.name, status: Gate.at(d.state.gates, rule.name).status })
  })
}
