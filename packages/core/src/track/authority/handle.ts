/**
 * Using authority: what is within the actor's limit happens, what exceeds it is accepted as pending and asked of the
 * lowest role that may. Nobody approves their own request: law, not setting.
 */

import type { Draft } from "../../decider/Draft.ts"
import * as Drafts from "../../decider/Draft.ts"
import { oneOf } from "../../model/Actor.ts"
import type { LimitRule, RuleId } from "../../model/Bundle.ts"
import type { Command, CommandOf } from "../../model/Command.ts"
import type { FactType } from "../../model/Fact.ts"
import { encode } from "../../model/Fact.ts"
import { renderInstant } from "../../model/Instant.ts"
import type { Reason } from "../../model/Refusal.ts"
import { reason } from "../../model/Refusal.ts"
import { say as amountText, limitAt, money } from "../../text/Amount.ts"
import * as Clock from "../clock/handle.ts"
import { cancel, startTimer } from "../clock/react.ts"
import * as Gates from "../gate/handle.ts"
import { againstRegrading, levelsConcerned, regrade } from "../grade/handle.ts"
import { closeLoop } from "../lifecycle/close.ts"
import { tellStaff } from "../message/send.ts"
import { above, covers, exceeded, limitsOf } from "./limits.ts"
import type { Approval, Power } from "./State.ts"
import { total } from "./State.ts"

/** A command that authority decides, with what it would use. */
type Powered = CommandOf<"compensate" | "discount" | "grant" | "regrade" | "waive" | "extend" | "close">

const isSpending = (c: Command): c is CommandOf<Power> =>
  c.do === "compensate" || c.do === "discount" || c.do === "grant"

const unit = (d: Draft, power: Power): FactType => {
  const { currency } = d.policy.bundle
  if (power === "compensate")
    return { _tag: "Amount", scale: currency?.digits ?? 2, unit: currency?.code ?? "", min: 1 }
  return power === "discount"
    ? { _tag: "Amount", scale: 2, unit: "%", min: 1 }
    : { _tag: "Amount", scale: 0, unit: "", min: 1 }
}

const amountOf = (d: Draft, c: CommandOf<Power>): number | undefined => encode(unit(d, c.do), c.amount)

/** Returns every rule that keeps a role from doing this itself; empty = it may. */
const against = (
  d: Draft,
  limit: LimitRule | undefined,
  c: Powered,
  ledger: readonly { readonly case: string; readonly power: Power; readonly amount: number; readonly at: number }[]
): readonly RuleId[] => {
  if (isSpending(c)) {
    const use = {
      power: c.do,
      amount: amountOf(d, c) ?? 0,
      onCase: total(d.state.authority, c.do),
      ledger,
      at: d.meta.receivedAt
    }
    return exceeded(d.policy, limit, use)
  }
  const path = limit === undefined ? "authority.limits" : `authority.limits.${limit.role}`
  switch (c.do) {
    case "regrade":
      return levelsConcerned(d, c.to).every((level) => covers(limit?.regrade, [level])) ? [] : [`${path}.regrade`]
    case "waive":
      return covers(limit?.waive, [c.gate]) ? [] : [`${path}.waive`]
    case "close":
      return covers(
        limit?.close,
        Object.values(d.state.grades).map((grade) => grade.level)
      )
        ? []
        : [`${path}.close`]
    case "extend": {
      const rule = Drafts.loop(d)?.clocks.get(c.clock)
      const may = rule?.extend?.approve ?? []
      return limit !== undefined && may.includes(limit.role) ? [] : [`${rule?.path ?? "clocks"}.extend.approve`]
    }
  }
}

/** Reasons that no authority removes. */
const impossible = (d: Draft, c: Powered): readonly Reason[] => {
  if (isSpending(c)) {
    const reasons: Reason[] = []
    if (amountOf(d, c) === undefined)
      reasons.push(
        reason("authority/amount", undefined, {
          amount: String(c.amount),
          currency: d.policy.bundle.currency?.code ?? ""
        })
      )
    if (c.reason.trim() === "") reasons.push(reason("reason/missing"))
    return reasons
  }
  switch (c.do) {
    case "regrade":
      return againstRegrading(d, c)
    case "waive":
      return Gates.againstWaiving(d, c)
    case "extend":
      return Clock.againstExtending(d, c)
    case "close":
      return []
  }
}

const ledgerOf = (d: Draft, id: string) => d.meta.gathered.ledgers[id] ?? []

/** Does at once what the actor's own limits allow, asks for the rest, and refuses what nobody can allow. */
export const use = (d: Draft, c: Powered): readonly Reason[] => {
  const reasons = impossible(d, c)
  if (reasons.length > 0) return reasons
  const { actor } = d.meta
  if (actor.kind !== "person") return [reason("authority/none", "authority.limits", { actor: actor.id })]
  const limit = limitsOf(d.policy, actor.roles)
  const rules = against(d, limit, c, ledgerOf(d, actor.id))
  if (rules.length > 0) return ask(d, c, rules, limit)
  perform(d, c, d.meta.id, actor.id, undefined, own(d, limit, c))
  return []
}

/** The rule that allowed it: the limit it stayed within. */
const own = (d: Draft, limit: LimitRule | undefined, c: Powered): RuleId => {
  if (c.do === "extend") return `${Drafts.loop(d)?.clocks.get(c.clock)?.path ?? "clocks"}.extend`
  return limit === undefined
    ? "authority.limits"
    : `authority.limits.${limit.role}.${c.do === "grant" ? "resources" : c.do}`
}

/** A limit is named with its amount, so that the answer can say by how much. */
const overLimit = (d: Draft, rule: RuleId, c: Powered): Reason => {
  const { currency } = d.policy.bundle
  const used = isSpending(c)
    ? { amount: amountText(c.do, amountOf(d, c) ?? 0, (minor) => money(minor, currency)) }
    : undefined
  const limit = limitAt(d.policy.bundle, rule)
  return reason("authority/over-limit", rule, {
    actor: d.meta.actor.id,
    asked: c.do,
    ...used,
    ...(limit?.amount === undefined ? {} : { limit: limit.amount }),
    ...(limit?.window === undefined ? {} : { window: limit.window })
  })
}

/** Asks the lowest role that may, one hop, with a clock of its own. */
export const ask = (
  d: Draft,
  c: Powered,
  rules: readonly RuleId[],
  limit: LimitRule | undefined
): readonly Reason[] => {
  const { actor } = d.meta
  const found = approver(d, c, above(d.policy, limit), actor.id)
  if (found === undefined)
    return [
      ...rules.map((rule) => overLimit(d, rule, c)),
      reason("authority/nobody", "authority.limits", { asked: c.do })
    ]
  request(
    d,
    { id: d.meta.id, command: c, amount: isSpending(c) ? (amountOf(d, c) ?? 0) : 0, by: actor.id, rules },
    found
  )
  return []
}

interface Found {
  readonly role: string
  readonly person: string
}

const approver = (d: Draft, c: Powered, roles: readonly LimitRule[], except: string): Found | undefined => {
  for (const limit of roles) {
    if (against(d, limit, c, []).length > 0) continue
    const person = oneOf(d.meta.gathered.people, limit.role, except)
    if (person !== undefined) return { role: limit.role, person: person.id }
  }
  return undefined
}

const timerOf = (id: string): string => `approval:${id}`

const request = (d: Draft, asked: Omit<Approval, "from" | "person" | "dueAt">, { role, person }: Found): void => {
  const { within } = d.policy.bundle.authority.approval
  startTimer(d, timerOf(asked.id), { _tag: "Approval", approval: asked.id }, within, "authority.approval.within")
  const dueAt = d.state.clocks[timerOf(asked.id)]?.dueAt ?? null
  Drafts.emit(d, "approval-asked", { approval: { ...asked, from: role, person, dueAt } }, asked.rules[0])
  const due = dueAt === null ? {} : { "next.due": renderInstant(dueAt, d.policy.zone) }
  tellStaff(d, "approval-asked", [person], { values: due })
}

/** Does what was asked, in the name of who asked it. */
const perform = (d: Draft, c: Powered, id: string, by: string, approvedBy: string | undefined, why: RuleId): void => {
  if (isSpending(c)) {
    const body = {
      id,
      amount: amountOf(d, c) ?? 0,
      by,
      reason: c.reason,
      ...(approvedBy === undefined ? {} : { approvedBy })
    }
    return Drafts.emit(
      d,
      c.do === "compensate" ? "compensated" : c.do === "discount" ? "discounted" : "resources-granted",
      body,
      why
    )
  }
  switch (c.do) {
    case "regrade":
      return regrade(d, c, by)
    case "waive":
      return Gates.waive(d, c, by)
    case "extend":
      return Clock.extend(d, c, by)
    case "close":
      return closeLoop(d)
  }
}

const pending = (d: Draft, id: string | undefined): Approval | undefined =>
  id === undefined ? d.state.authority.approvals[0] : d.state.authority.approvals.find((approval) => approval.id === id)

const unasked = (d: Draft): readonly Reason[] => [
  reason("authority/no-request", undefined, {
    open: d.state.authority.approvals.map((approval) => approval.id).join(", ")
  })
]

/** Approvals are judged by the limits in force when the decision falls. */
export const approve = (d: Draft, c: CommandOf<"approve">): readonly Reason[] => {
  const approval = pending(d, c.approval)
  if (approval === undefined) return unasked(d)
  const { actor } = d.meta
  const limit = limitsOf(d.policy, actor.roles)
  const command = approval.command as Powered
  const stale = impossible(d, command)
  if (stale.length > 0) return stale
  const reasons = against(d, limit, command, ledgerOf(d, actor.id)).map((rule) => overLimit(d, rule, command))
  if (approval.by === actor.id) reasons.push(reason("authority/self-approval", undefined, { actor: actor.id }))
  if (reasons.length > 0) return reasons
  Drafts.emit(d, "approved", { id: approval.id, by: actor.id, policy: d.policy.bundle.content }, own(d, limit, command))
  cancel(d, timerOf(approval.id), "answered")
  perform(d, command, approval.id, approval.by, actor.id, own(d, limit, command))
  return []
}

export const deny = (d: Draft, c: CommandOf<"deny">): readonly Reason[] => {
  const approval = pending(d, c.approval)
  if (approval === undefined) return unasked(d)
  const { actor } = d.meta
  const limit = limitsOf(d.policy, actor.roles)
  if (approval.person !== actor.id && against(d, limit, approval.command as Powered, []).length > 0)
    return [overLimit(d, "authority.limits", approval.command as Powered)]
  Drafts.emit(
    d,
    "denied",
    { id: approval.id, by: actor.id, ...(c.reason === undefined ? {} : { reason: c.reason }) },
    "authority.approval"
  )
  cancel(d, timerOf(approval.id), "answered")
  return []
}

/** Nobody answered in time: the next higher role is asked, or the request is denied; the ladder has an end. */
export const lapse = (d: Draft, id: string): void => {
  const approval = pending(d, id)
  if (approval === undefined) return
  const rule = "authority.approval.unanswered"
  Drafts.emit(d, "approval-lapsed", { id, dueAt: d.now }, rule)
  const from = d.policy.bundle.authority.limits.find((limit) => limit.role === approval.from)
  const next =
    d.policy.bundle.authority.approval.unanswered === "next-higher"
      ? approver(d, approval.command as Powered, above(d.policy, from), approval.by)
      : undefined
  if (next === undefined) return Drafts.emit(d, "denied", { id, by: "system:timer", reason: "unanswered" }, rule)
  request(d, { id, command: approval.command, amount: approval.amount, by: approval.by, rules: approval.rules }, next)
}
