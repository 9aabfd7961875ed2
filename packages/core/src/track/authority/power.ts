/**
 * The powers that authority decides on: who may use one, what speaks against it whoever asks, and what it does.
 */

import type { Draft } from "../../decider/Draft.ts"
import * as Drafts from "../../decider/Draft.ts"
import type { LimitRule, RuleId } from "../../model/Bundle.ts"
import type { Command, CommandOf } from "../../model/Command.ts"
import type { FactType } from "../../model/Fact.ts"
import { encode } from "../../model/Fact.ts"
import type { LedgerEntry } from "../../model/Gathered.ts"
import type { Reason } from "../../model/Refusal.ts"
import { reason } from "../../model/Refusal.ts"
import { say as amountText, limitAt, money } from "../../text/Amount.ts"
import * as Clock from "../clock/handle.ts"
import * as Gates from "../gate/handle.ts"
import { againstRegrading, levelsConcerned, regrade } from "../grade/handle.ts"
import { againstClosing, closeLoop } from "../lifecycle/close.ts"
import { covers, exceeded, limitsOf } from "./limits.ts"
import type { Power } from "./State.ts"
import { total } from "./State.ts"

/** A command that authority decides, with what it would use. */
export type Powered = CommandOf<"compensate" | "discount" | "grant" | "regrade" | "waive" | "extend" | "close">

/** Who would use a power: their roles, and the strongest limits that these give. */
export interface Holder {
  readonly roles: readonly string[]
  readonly limit: LimitRule | undefined
  /** What they gave on all cases, as far as it is known. */
  readonly ledger: readonly LedgerEntry[]
}

/** Returns the actor of the command as a holder of power. */
export const actorAs = (d: Draft): Holder => {
  const { roles, id } = d.meta.actor
  return { roles, limit: limitsOf(d.policy, roles), ledger: d.meta.gathered.ledgers[id] ?? [] }
}

const isSpending = (c: Command): c is CommandOf<Power> =>
  c.do === "compensate" || c.do === "discount" || c.do === "grant"

const unit = (d: Draft, power: Power): FactType => {
  const { currency } = d.policy.bundle
  if (power === "compensate")
    return {
      _tag: "Amount",
      scale: currency?.digits ?? 2,
      unit: currency?.code ?? "",
      min: 10 ** -(currency?.digits ?? 2)
    }
  return power === "discount"
    ? { _tag: "Amount", scale: 2, unit: "%", min: 0.01 }
    : { _tag: "Amount", scale: 0, unit: "", min: 1 }
}

const amountOf = (d: Draft, c: CommandOf<Power>): number | undefined => encode(unit(d, c.do), c.amount)

/** Returns what a command would spend, in the units of its power; 0 where it spends nothing. */
export const spends = (d: Draft, c: Powered): number => (isSpending(c) ? (amountOf(d, c) ?? 0) : 0)

/** What was granted on this case and, as far as the ledgers at hand tell, on those linked to it. */
const onCase = (d: Draft, power: Power): number => {
  const { links } = d.state.intake
  const linked = Object.values(d.meta.gathered.ledgers)
    .flat()
    .filter((entry) => entry.power === power && links.includes(entry.case))
  return total(d.state.authority, power) + linked.reduce((sum, entry) => sum + entry.amount, 0)
}

/** A limit that the policy does not state is exceeded as a whole. */
const pathOf = (limit: LimitRule | undefined, key: "regrade" | "waive" | "close"): RuleId => {
  if (limit === undefined) return "authority.limits"
  return limit[key].length === 0 ? `authority.limits.${limit.role}` : `authority.limits.${limit.role}.${key}`
}

/** Returns every rule that keeps a holder from doing this alone; empty = they may. */
export const against = (d: Draft, { roles, limit, ledger }: Holder, c: Powered): readonly RuleId[] => {
  if (isSpending(c)) {
    const at = d.meta.receivedAt
    return exceeded(d.policy, limit, { power: c.do, amount: spends(d, c), onCase: onCase(d, c.do), ledger, at })
  }
  switch (c.do) {
    case "regrade":
      return levelsConcerned(d, c.to).every((level) => covers(limit?.regrade, [level]))
        ? []
        : [pathOf(limit, "regrade")]
    case "waive":
      return covers(limit?.waive, [c.gate]) ? [] : [pathOf(limit, "waive")]
    case "close": {
      const levels = Object.values(d.state.grades).map((grade) => grade.level)
      return covers(limit?.close, levels) ? [] : [pathOf(limit, "close")]
    }
    case "extend": {
      const rule = Drafts.loop(d)?.clocks.get(c.clock)
      return roles.some((role) => rule?.extend?.approve.includes(role))
        ? []
        : [rule?.extend?.rule ?? rule?.path ?? "clocks"]
    }
  }
}

/** Reasons that no authority removes. */
export const impossible = (d: Draft, c: Powered): readonly Reason[] => {
  if (isSpending(c)) {
    const currency = d.policy.bundle.currency?.code ?? ""
    const reasons: Reason[] = []
    if (amountOf(d, c) === undefined)
      reasons.push(reason("authority/amount", undefined, { amount: String(c.amount), currency }))
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
      return againstClosing(d)
  }
}

/** The duties that a person has already had a hand in on this case. */
const dutiesOf = (d: Draft, person: string): ReadonlySet<string> => {
  const { grants, approvers } = d.state.authority
  const found = new Set<string>(grants.filter((grant) => grant.by === person).map((grant) => grant.power))
  if (approvers.includes(person)) found.add("approval")
  for (const gate of Object.values(d.state.gates)) {
    if (gate.by !== person) continue
    if (gate.status === "waived") found.add("waive")
    if (gate.status === "explained") found.add("explain")
  }
  if (Object.values(d.state.grades).some((grade) => grade.by === person)) found.add("regrade")
  return found
}

/** Separation of duties: nobody joins two of those that the policy keeps apart. */
export const againstJoining = (d: Draft, duty: string): readonly Reason[] => {
  const { apart } = d.policy.bundle.authority
  if (!apart.includes(duty)) return []
  const { id } = d.meta.actor
  const had = [...dutiesOf(d, id)].find((other) => other !== duty && apart.includes(other))
  return had === undefined ? [] : [reason("authority/apart", "authority.apart", { actor: id, duty, other: had })]
}

/** The rule that allowed it: the limit it stayed within, or the clock that lets itself be extended. */
export const allowedBy = (d: Draft, limit: LimitRule | undefined, c: Powered): RuleId => {
  if (c.do === "extend") return Drafts.loop(d)?.clocks.get(c.clock)?.path ?? "clocks"
  return limit === undefined
    ? "authority.limits"
    : `authority.limits.${limit.role}.${c.do === "grant" ? "resources" : c.do}`
}

/** A limit is named with its amount, so that the answer can say by how much. */
export const overLimit = (d: Draft, rule: RuleId, c: Powered): Reason => {
  const { currency } = d.policy.bundle
  const used = isSpending(c) ? { amount: amountText(c.do, spends(d, c), (minor) => money(minor, currency)) } : undefined
  const limit = limitAt(d.policy.bundle, rule)
  return reason("authority/over-limit", rule, {
    actor: d.meta.actor.id,
    asked: c.do,
    ...used,
    ...(limit?.amount === undefined ? {} : { limit: limit.amount }),
    ...(limit?.window === undefined ? {} : { window: limit.window })
  })
}

/** Does what was asked, in the name of who asked it. */
export const perform = (
  d: Draft,
  c: Powered,
  id: string,
  by: string,
  approvedBy: string | undefined,
  why: RuleId
): void => {
  if (isSpending(c)) {
    const approved = approvedBy === undefined ? {} : { approvedBy }
    const event = c.do === "compensate" ? "compensated" : c.do === "discount" ? "discounted" : "resources-granted"
    return Drafts.emit(d, event, { id, amount: spends(d, c), by, reason: c.reason, ...approved }, why)
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
