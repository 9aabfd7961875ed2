/**
 * Closes loops. A loop closes when every gate that its policy demands is settled, and never before. A person who passes
 * the last gate needs the authority to close at this grade; the customer, time and machines do not.
 */

import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import * as Gate from "../../case/track/Gate.ts"
import type { CaseOutcome } from "../../case/track/Lifecycle.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import type { GateRule } from "../../policy/Bundle.ts"
import { holds } from "../../policy/Policy.ts"
import type { Instant } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"

type Side = GateRule["side"]
const sides: readonly Side[] = ["customer-loop", "system-loop"]

/**
 * Returns the gates of one side that keep its loop open. An optional gate never does; one whose condition is not known
 * yet always does.
 */
const holding = (situation: Situation, side: Side): readonly GateRule[] =>
  rulesOf(situation).filter((rule) => rule.side === side && isHolding(situation, rule))

const isHolding = (situation: Situation, rule: GateRule): boolean =>
  !rule.optional && !Gate.isSettled(Gate.at(situation.state.gates, rule.name))

const rulesOf = (situation: Situation): readonly GateRule[] => Drafts.loop(situation)?.rule.gates ?? []

const gatesOf = (situation: Situation, side: Side): readonly Gate.GateState[] =>
  rulesOf(situation)
    .filter((rule) => rule.side === side)
    .map(({ name }) => Gate.at(situation.state.gates, name))

const hasGates = (situation: Situation, side: Side): boolean => {
  for (const rule of rulesOf(situation)) if (rule.side === side) return true
  return false
}

/**
 * Returns whether any gate keeps a side open. It runs after every event of a gate, so it makes no list of such gates.
 */
const isHeldByGates = (situation: Situation, side: Side): boolean => {
  for (const rule of rulesOf(situation)) if (rule.side === side && isHolding(situation, rule)) return true
  return false
}

const isClosed = (situation: Situation, side: Side): boolean =>
  (side === "customer-loop" ? situation.state.lifecycle.customerLoop : situation.state.lifecycle.systemLoop) !==
  undefined

/** Returns whether a side is still open. A side without gates has nothing to close. */
const isOwed = (situation: Situation, side: Side): boolean => !isClosed(situation, side) && hasGates(situation, side)

/** Returns whether any gate of a side was shown, and not only found not needed. */
const isShown = (situation: Situation, side: Side): boolean =>
  gatesOf(situation, side).some((gate) => Gate.isSettled(gate) && gate.status !== "not-needed")

/** Returns when the last gate of a side was settled. */
export const settledAt = (situation: Situation, side: Side): Instant =>
  Math.max(
    situation.state.feedback.receipt?.receivedAt ?? situation.now,
    ...gatesOf(situation, side).map((gate) => gate.settledAt ?? 0)
  )

/**
 * Returns whether a side is open and all of its gates are settled. A system loop that demands nothing yet waits for the
 * customer loop, since the case may still come to demand more.
 */
const isReady = (situation: Situation, side: Side): boolean =>
  situation.state.lifecycle.loop !== undefined &&
  !isHeldByGates(situation, side) &&
  isOwed(situation, side) &&
  (side === "customer-loop" || isShown(situation, side) || !isOwed(situation, "customer-loop"))

/** Returns the sides that are open and whose gates are all settled. */
export const ready = (situation: Situation): readonly Side[] => sides.filter((side) => isReady(situation, side))

/** Returns whether somebody was asked to close this side, or denied it, since its last gate was settled. */
export const isHeld = (situation: Situation, side: Side): boolean => {
  const { approvals, closeDeniedAt } = situation.state.authority
  return (
    approvals.some((approval) => approval.command.do === "close") ||
    (closeDeniedAt !== undefined && closeDeniedAt >= settledAt(situation, side))
  )
}

/** Returns whether closing this side needs authority, that is, whether a person has shown something on it. */
export const takesAuthority = isShown

/** The outcomes in order of precedence, for gates that decide different ones. */
const outcomes: readonly CaseOutcome[] = ["confirmed", "dissatisfied", "unconfirmed"]

const outcome = (draft: Draft): CaseOutcome => {
  const said = rulesOf(draft).map(({ kind, name }) =>
    draft.kinds[kind].facts.outcome?.(Gate.at(draft.state.gates, name))
  )
  return outcomes.find((one) => said.includes(one)) ?? "answered"
}

const ofTheirWord: ReadonlySet<CaseOutcome> = new Set(["confirmed", "dissatisfied"])

/** Returns how the customer loop ends, and whether staff entered the customer's answer. */
const ended = (draft: Draft): { readonly outcome: CaseOutcome; readonly isOnBehalf?: true } => {
  const found = outcome(draft)
  return draft.state.lifecycle.isOnBehalf && ofTheirWord.has(found)
    ? { outcome: found, isOnBehalf: true }
    : { outcome: found }
}

/**
 * Closes every listed side that is ready, and the case when both are closed. `by`: who closes by their own authority.
 */
export const closeLoop = (draft: Draft, only: readonly Side[] = sides, by?: string): void => {
  const who = defined({ by })
  for (const side of only) {
    if (!isReady(draft, side)) continue
    const why = `${Drafts.loop(draft)?.rule.path ?? "loops"}.${side}`
    Drafts.at(draft, Math.max(draft.now, settledAt(draft, side)), () => {
      if (side === "customer-loop") Drafts.emit(draft, "customer-loop-closed", { ...ended(draft), ...who }, why)
      else Drafts.emit(draft, "system-loop-closed", who, why)
    })
  }
  finish(draft)
}

/** Closes the case if both loops are closed. */
export const finish = (draft: Draft): void => {
  const { customerLoop, systemLoop, closedAt, loop } = draft.state.lifecycle
  if (loop === undefined || closedAt !== undefined || sides.some((side) => isOwed(draft, side))) return
  const at = Math.max(draft.now, customerLoop?.closedAt ?? draft.now, systemLoop?.closedAt ?? draft.now)
  Drafts.emit(
    draft,
    "case-closed",
    defined({ outcome: customerLoop?.outcome ?? "answered", isOnBehalf: customerLoop?.isOnBehalf }),
    `loops.${loop}`,
    at
  )
}

/** Returns the gates that forbid closing, each with its rule in the policy. */
export const againstClosing = (situation: Situation): readonly RefusalReason[] => {
  if (situation.state.lifecycle.closedAt !== undefined) return [reason("case/closed")]
  if (ready(situation).length > 0) return []
  const open = sides.flatMap((side) => (isClosed(situation, side) ? [] : holding(situation, side)))
  return open.map((rule) => {
    const waits = holds(rule.when, Drafts.vector(situation)) === "not-yet" ? `${rule.path}.when` : rule.path
    return reason("loop/gates-open", waits, {
      gate: rule.name,
      status: Gate.at(situation.state.gates, rule.name).status
    })
  })
}
