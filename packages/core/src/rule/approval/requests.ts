/**
 * Requests for approval. What is within the actor's limit is done at once. What exceeds it is accepted as pending, and
 * a person of the lowest role that may approve is asked. Nobody ever approves their own request.
 */

import type { CommandOf } from "../../case/generated/Command.ts"
import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import type { Approval, Powered, Spending } from "../../case/track/Authority.ts"
import { clockOf } from "../../case/track/Clocks.ts"
import type { Timer } from "../../case/track/Timer.ts"
import { cancelTimer, startTimer } from "../../draft/clocks.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellStaff } from "../../draft/messageQueue.ts"
import { byPolicy, byTimer, nameOf } from "../../people/Actor.ts"
import type { LimitRule, RuleId } from "../../policy/Bundle.ts"
import { render } from "../../table/Fact.ts"
import type { Voice } from "../../text/shape/Voice.ts"
import { defined } from "../../value/Optional.ts"
import { authorityOf, versionOf } from "../../who/AuthorityInForce.ts"
import { againstJoining } from "../authority/duties.ts"
import { draw } from "../authority/spotCheck.ts"
import { ofRequest } from "../notice/approvalNotice.ts"
import { unitOf } from "./amount.ts"
import { type Approver, approver } from "./approver.ts"
import type { AuthorityRequest } from "./power.ts"
import {
  actorAs,
  against,
  allowedBy,
  impossible,
  isSpending,
  overLimit,
  perform,
  read,
  requested,
  spentBy
} from "./power.ts"

/** Does at once what the actor's own limits allow, asks for approval of the rest, and refuses what nobody may allow. */
export const use = (draft: Draft, powered: Powered): readonly RefusalReason[] => {
  const asked = read(draft, powered)
  const reasons = impossible(draft, asked)
  if (reasons.length > 0) return reasons
  const { actor } = draft.meta
  const holder = actorAs(draft)
  const rules = against(draft, holder, asked)
  if (rules.length > 0) return ask(draft, asked, rules, holder.limit)
  if (!isKnown(asked)) return [withoutRate(draft, powered)]
  const rule = allowedBy(draft, holder.limit, asked)
  // Whoever closes a loop that another person asked to close has answered that request.
  if (powered.do === "close") answerRequestToClose(draft, rule)
  perform(draft, asked, { id: draft.meta.id, by: nameOf(actor), why: rule })
  return []
}

/** Returns whether the amount is known in the policy's currency; another currency needs a rate. */
const isKnown = (asked: AuthorityRequest): boolean => Number.isFinite(spentBy(asked).amount)

const withoutRate = (draft: Draft, powered: Powered): RefusalReason =>
  reason("authority/no-rate", "currency", {
    amount: isSpending(powered) ? String(powered.amount) : "",
    currency: draft.policy.bundle.currency?.code ?? ""
  })

/** Asks the lowest role that may approve, with a clock for the answer. */
const ask = (
  draft: Draft,
  asked: AuthorityRequest,
  rules: readonly RuleId[],
  limit: LimitRule | undefined
): readonly RefusalReason[] => {
  const { command: c } = asked
  if (c.do === "close" && requestToClose(draft) !== undefined) return []
  const found = approver(draft, asked, limit, nameOf(draft.meta.actor))
  if (found === undefined)
    return [
      ...rules.map((rule) => overLimit(draft, rule, asked)),
      reason("authority/nobody", "authority.limits", { asked: c.do })
    ]
  const id = c.do === "close" ? `${draft.meta.id}:close` : draft.meta.id
  const { amount, exchanged } = spentBy(asked)
  // The rate is fixed from here on, so whoever approves sees the amount that will be given.
  const command = isSpending(c) && exchanged !== undefined ? { ...c, amount: render(unitOf(draft, c.do), amount) } : c
  const worth = isKnown(asked) ? amount : 0
  const made = { id, command, amount: worth, by: nameOf(draft.meta.actor), rules, policy: versionOf(draft) }
  request(draft, { ...made, ...defined({ exchanged }) }, found)
  return []
}

/**
 * Asks for the closing of a loop that somebody completed without the authority to close. Returns whether anybody may.
 */
export const askToClose = (draft: Draft, rule: RuleId, limit: LimitRule | undefined): boolean =>
  ask(draft, read(draft, { do: "close" }), [rule], limit).length === 0

const timerOf = (id: string): Timer => ({ _tag: "Approval", approval: id })

const request = (
  draft: Draft,
  asked: Omit<Approval, "from" | "person" | "dueAt" | "full">,
  { role, person, full }: Approver
): Approval => {
  const { within } = authorityOf(draft).approval
  startTimer(draft, timerOf(asked.id), within, "authority.approval.within")
  const dueAt = clockOf(draft.state.clocks, timerOf(asked.id))?.dueAt ?? null
  const approval: Approval = { ...asked, from: role, person, dueAt, ...defined({ full }) }
  Drafts.emit(draft, "approval-asked", { approval }, asked.rules[0])
  tellStaff(draft, "approval-asked", [person], { values: ofRequest(approval), before: dueAt })
  return approval
}

/** Tells the asker the answer, and tells whoever was asked that somebody else has answered. */
const tellAnswered = (
  draft: Draft,
  notice: "request-approved" | "request-denied",
  asked: Approval,
  by: string,
  reason?: string
): void => {
  const values = { ...ofRequest(asked), "act.by": (v: Voice) => v.who(by) }
  const why = by === asked.by ? "withdrawn-by-asker" : "answered"
  tellStaff(draft, "request-ended", by === byTimer || by === byPolicy ? [] : [asked.person], { reason: why, values })
  tellStaff(draft, notice, [asked.by], defined({ reason, values }))
}

const requestToClose = (draft: Draft): Approval | undefined =>
  draft.state.authority.approvals.find((approval) => approval.command.do === "close")

const answerRequestToClose = (draft: Draft, rule: RuleId): void => {
  const asked = requestToClose(draft)
  if (asked === undefined) return
  Drafts.emit(draft, "approved", { id: asked.id, by: nameOf(draft.meta.actor), policy: versionOf(draft) }, rule)
  cancelTimer(draft, timerOf(asked.id), "answered")
  tellAnswered(draft, "request-approved", asked, nameOf(draft.meta.actor))
}

/** Withdraws a request to close when a gate is open again, since there is nothing left to approve. */
export const withdrawRequest = (draft: Draft): void => {
  const asked = requestToClose(draft)
  if (asked === undefined) return
  const denied = { id: asked.id, by: byPolicy, asked: "close", reason: "gates-open" } as const
  Drafts.emit(draft, "denied", denied, "authority.approval")
  cancelTimer(draft, timerOf(asked.id), "answered")
  tellStaff(draft, "request-ended", [asked.by, asked.person], { reason: denied.reason, values: ofRequest(asked) })
}

const pending = (situation: Situation, id: string | undefined): Approval | undefined =>
  id === undefined
    ? situation.state.authority.approvals[0]
    : situation.state.authority.approvals.find((approval) => approval.id === id)

/** Returns why a request waits for no answer. If it ended because its subject ended, the reason says so. */
const unasked = ({ state: { authority } }: Situation, { approval: id }: Answering): readonly RefusalReason[] => {
  const ended = id === undefined ? authority.ended.at(-1) : authority.ended.find((one) => one.id === id)
  return [
    reason("authority/no-request", undefined, {
      open: authority.approvals.map((approval) => approval.id),
      ...defined({ ended: ended?.reason })
    })
  ]
}

/** Returns the requests that wait for an answer. */
export const requests = ({ state }: Situation): readonly { readonly approval: string }[] =>
  state.authority.approvals.map(({ id }) => ({ approval: id }))

interface Answering {
  readonly approval?: string
}

/** Returns why there is nothing to answer. */
export const againstAnswering = (situation: Situation, answering: Answering): readonly RefusalReason[] =>
  pending(situation, answering.approval) === undefined ? unasked(situation, answering) : []

/** Returns why nobody can approve now: nothing waits for an answer, or the act is no longer possible. */
export const againstApproving = (situation: Situation, answering: Answering): readonly RefusalReason[] => {
  const asked = pending(situation, answering.approval)
  return asked === undefined ? unasked(situation, answering) : impossible(situation, requested(situation, asked))
}

/** Returns why this actor may not approve. Nobody ever approves their own request. */
export const mayApprove = (situation: Situation, { approval }: Answering): readonly RefusalReason[] => {
  const { actor } = situation.meta
  if (actor.kind !== "person") return [reason("authority/none", "authority.limits", { actor: nameOf(actor) })]
  const asked = pending(situation, approval)
  if (asked === undefined) return []
  const wanted = requested(situation, asked)
  const own = asked.by === actor.id ? [reason("authority/self-approval", undefined, { actor: actor.id })] : []
  const over = against(situation, actorAs(situation), wanted).map((rule) => overLimit(situation, rule, wanted))
  return [...over, ...own, ...againstJoining(situation, "approval")]
}

/** Returns whether this actor was asked, or has a role at or above the one that was. */
export const isForAnswering = (situation: Situation, { approval: id }: Answering): boolean => {
  const asked = pending(situation, id)
  const { actor } = situation.meta
  if (asked === undefined || actor.kind !== "person" || asked.by === actor.id) return false
  const { limits } = authorityOf(situation)
  const from = limits.findIndex(({ role }) => role === asked.from)
  const enough = from < 0 ? [asked.from] : limits.slice(from).map(({ role }) => role)
  return asked.person === actor.id || enough.some((role) => actor.roles.includes(role))
}

/**
 * Returns why this actor may not deny. Whoever was asked may, whoever asked may take it back, and so may all who could
 * approve.
 */
export const mayDeny = (situation: Situation, { approval: id }: Answering): readonly RefusalReason[] => {
  const approval = pending(situation, id)
  const { actor } = situation.meta
  if (actor.kind !== "person") return [reason("authority/none", "authority.limits", { actor: nameOf(actor) })]
  if (approval === undefined || approval.person === actor.id || approval.by === actor.id) return []
  const asked = requested(situation, approval)
  return against(situation, { ...actorAs(situation), ledger: [] }, asked).length === 0
    ? []
    : [overLimit(situation, "authority.limits", asked)]
}

/** Approves a request, by the limits in force at this moment. */
export const approve = (draft: Draft, request: CommandOf<"approve">): readonly RefusalReason[] => {
  const approval = pending(draft, request.approval)
  if (approval === undefined) return unasked(draft, request)
  const { actor } = draft.meta
  const asked = requested(draft, approval)
  if (!isKnown(asked)) return [withoutRate(draft, asked.command)]
  const rule = allowedBy(draft, actorAs(draft).limit, asked)
  Drafts.emit(draft, "approved", { id: approval.id, by: nameOf(actor), policy: versionOf(draft) }, rule)
  cancelTimer(draft, timerOf(approval.id), "answered")
  tellAnswered(draft, "request-approved", approval, nameOf(actor))
  const { id, by, exchanged } = approval
  perform(draft, asked, { id, by, approvedBy: nameOf(actor), why: rule, exchanged })
  draw(draft, "approval", { id: draft.meta.id, by: nameOf(actor) })
  return []
}

/** Denies a request. Whoever asked may do so, too, and takes it back that way. */
export const deny = (draft: Draft, request: CommandOf<"deny">): readonly RefusalReason[] => {
  const approval = pending(draft, request.approval)
  if (approval === undefined) return unasked(draft, request)
  const { actor } = draft.meta
  const { command } = approval
  const why = defined({ reason: request.reason })
  Drafts.emit(draft, "denied", { id: approval.id, by: nameOf(actor), asked: command.do, ...why }, "authority.approval")
  cancelTimer(draft, timerOf(approval.id), "answered")
  tellAnswered(draft, "request-denied", approval, nameOf(actor), request.reason)
  return []
}

/** Ends a request that nobody answered in time: the next higher role is asked, or the request is denied. */
export const lapse = (draft: Draft, id: string): void => {
  const approval = pending(draft, id)
  if (approval === undefined) return
  const rule = "authority.approval.unanswered"
  Drafts.emit(draft, "approval-lapsed", { id, dueAt: draft.now }, rule)
  const { limits, approval: setting } = authorityOf(draft)
  const wanted = requested(draft, approval)
  const from = limits.find((limit) => limit.role === approval.from)
  // An act that is no longer possible, such as moving a deadline that has passed, is asked of nobody else.
  const isHigher = setting.unanswered === "next-higher" && from !== undefined && impossible(draft, wanted).length === 0
  const next = isHigher ? approver(draft, wanted, from, approval.by) : undefined
  if (next === undefined) {
    Drafts.emit(draft, "denied", { id, by: byTimer, asked: approval.command.do, reason: "unanswered" }, rule)
    return tellAnswered(draft, "request-denied", approval, byTimer, "unanswered")
  }
  const { from: _, person, dueAt: __, full: ___, ...asked } = approval
  const again = request(draft, asked, next)
  tellStaff(draft, "request-passed-on", [approval.by, person], { values: ofRequest(again) })
}

type LimitedPower = "compensate" | "discount" | "resources" | "regrade" | "waive"

const isNamed = (limit: LimitRule | undefined, power: LimitedPower): boolean => {
  const found = limit?.[power]
  return Array.isArray(found) ? found.length > 0 : found !== undefined
}

/** Returns a check of whether this actor's limits contain a power. */
export const hasLimit =
  (power: LimitedPower) =>
  (situation: Situation): boolean =>
    isNamed(actorAs(situation).limit, power)

/** Returns why nobody can spend: no role of the policy has a limit for it. */
export const againstUnlimited =
  (command: Spending["do"]) =>
  (situation: Situation): readonly RefusalReason[] =>
    authorityOf(situation).limits.some((limit) => isNamed(limit, command === "grant" ? "resources" : command))
      ? []
      : [reason("authority/nobody", "authority.limits", { asked: command })]
