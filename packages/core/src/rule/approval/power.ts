/** The powers that authority decides on: who may use one, what forbids it for everybody, and what it does. */

import type { LedgerEntry } from "../../case/Gathered.ts"
import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import type { Approval, Exchange, Power, Powered, Spending } from "../../case/track/Authority.ts"
import { total } from "../../case/track/Authority.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { byTimer, nameOf, rolesOf } from "../../people/Actor.ts"
import type { LimitRule, RuleId } from "../../policy/Bundle.ts"
import { say as amountText, limitAt, money } from "../../text/phrase/Amount.ts"
import { inEachLanguage } from "../../text/phrase/EachLanguage.ts"
import { defined } from "../../value/Optional.ts"
import { authorityOf, inForce } from "../../who/AuthorityInForce.ts"
import { covers, exceeded, limitsOf } from "../../who/Limits.ts"
import { draw } from "../authority/spotCheck.ts"
import * as Clock from "../clock/extension.ts"
import * as Gates from "../gate/settlement.ts"
import { againstRegrading, levelsConcerned, regrade } from "../grade/regrade.ts"
import { againstClosing, closeLoop } from "../lifecycle/closure.ts"
import { amountOf, type PowerAmount, unitOf } from "./amount.ts"

/** Somebody who would use a power: their roles, and the strongest limits of these roles. */
export interface Holder {
  readonly roles: readonly string[]
  readonly limit: LimitRule | undefined
  /** What they gave on all cases, as far as it is known. */
  readonly ledger: readonly LedgerEntry[]
}

/** Returns the actor of the command as a holder of power. */
export const actorAs = (situation: Situation): Holder => {
  const { actor } = situation.meta
  const [roles, id] = [rolesOf(actor), nameOf(actor)]
  return { roles, limit: limitsOf(inForce(situation), roles), ledger: ledgerOf(situation, id) }
}

/** Returns what somebody gave on all cases, as far as it is known. */
export const ledgerOf = (situation: Situation, id: string): readonly LedgerEntry[] => {
  const { ledgers } = situation.meta.gathered
  // A person's id may be the name of an object's own member, such as `constructor`.
  return Object.hasOwn(ledgers, id) ? (ledgers[id] ?? []) : []
}

/** Returns whether a use of authority spends an amount. */
export const isSpending = (powered: Powered): powered is Spending =>
  powered.do === "compensate" || powered.do === "discount" || powered.do === "grant"

/** What authority is asked for: a command, with its amount parsed. */
export interface AuthorityRequest {
  readonly command: Powered
  /** The amount that it would spend; undefined if it spends nothing, or if the amount is not one of its power. */
  readonly spends: PowerAmount | undefined
}

/** Parses what a command asks for. No other function parses its amount. */
export const read = (situation: Situation, command: Powered): AuthorityRequest => ({
  command,
  spends: isSpending(command) ? amountOf(situation, command) : undefined
})

/**
 * Returns what a request asks for. Its amount was parsed when it was made, unless its exchange rate was not known then.
 */
export const requested = (situation: Situation, { command, amount }: Approval): AuthorityRequest =>
  isSpending(command) && amount > 0 ? { command, spends: { amount } } : read(situation, command)

/** Returns the amount that would be spent, in the units of its power; 0 if none is. */
export const spentBy = ({ spends }: AuthorityRequest): PowerAmount => spends ?? nothing

const nothing: PowerAmount = { amount: 0 }

/**
 * Returns what anybody granted on this case and on those linked to it, so that an amount cannot be split over cases.
 * When time acts only this case is known; whoever decides later is held to all of them.
 */
const onCase = (situation: Situation, power: Power): number => {
  const known = nameOf(situation.by) === byTimer ? [] : (situation.meta.gathered.linked ?? [])
  const linked = known.filter((entry) => entry.power === power)
  return total(situation.state.authority, power) + linked.reduce((sum, entry) => sum + entry.amount, 0)
}

/** Returns the rule that a use of a power exceeds; a limit that the policy does not state is exceeded as a whole. */
export const pathOf = (limit: LimitRule | undefined, key: "regrade" | "waive" | "close"): RuleId => {
  if (limit === undefined) return "authority.limits"
  return limit[key].length === 0 ? `authority.limits.${limit.role}` : `authority.limits.${limit.role}.${key}`
}

/** Returns every rule that keeps a holder from doing this alone; empty if they may. */
export const against = (
  situation: Situation,
  { roles, limit, ledger }: Holder,
  asked: AuthorityRequest
): readonly RuleId[] => {
  const { command: c } = asked
  if (isSpending(c)) {
    const at = situation.recordedAt
    const { amount } = spentBy(asked)
    return exceeded(inForce(situation), limit, { power: c.do, amount, onCase: onCase(situation, c.do), ledger, at })
  }
  switch (c.do) {
    case "regrade":
      return levelsConcerned(situation, c.to).every((level) => covers(limit?.regrade, [level]))
        ? []
        : [pathOf(limit, "regrade")]
    case "waive":
      return covers(limit?.waive, [c.gate]) ? [] : [pathOf(limit, "waive")]
    case "close": {
      const levels = Object.values(situation.state.grades).map((grade) => grade.level)
      return covers(limit?.close, levels) ? [] : [pathOf(limit, "close")]
    }
    case "extend":
      return Clock.againstRoles(situation, roles, c)
  }
}

/** Returns the reasons against using a power that no authority can remove. */
export const impossible = (
  situation: Situation,
  { command: c, spends }: AuthorityRequest
): readonly RefusalReason[] => {
  if (isSpending(c)) {
    const reasons: RefusalReason[] = []
    if (spends === undefined)
      reasons.push(
        reason("authority/amount", undefined, { amount: String(c.amount), unit: unitOf(situation, c.do).unit })
      )
    if (c.reason.trim() === "") reasons.push(reason("reason/missing"))
    return reasons
  }
  switch (c.do) {
    case "regrade":
      return againstRegrading(situation, c)
    case "waive":
      return Gates.againstWaiving(situation, c)
    case "extend":
      return Clock.againstExtending(situation, c)
    case "close":
      return againstClosing(situation)
  }
}

/** Returns the rule that allowed it: the limit that was kept, or the clock that may be extended. */
export const allowedBy = (
  situation: Situation,
  limit: LimitRule | undefined,
  { command: c }: AuthorityRequest
): RuleId => {
  if (c.do === "extend") return Drafts.loop(situation)?.clocks.get(c.clock)?.path ?? "clocks"
  return limit === undefined
    ? "authority.limits"
    : `authority.limits.${limit.role}.${c.do === "grant" ? "resources" : c.do}`
}

/** Returns the refusal for a limit, with its amount, so that the answer can say by how much it was exceeded. */
export const overLimit = (situation: Situation, rule: RuleId, asked: AuthorityRequest): RefusalReason => {
  const bundle = { ...situation.policy.bundle, authority: authorityOf(situation) }
  const limit = limitAt(bundle, rule, "en")
  return reason("authority/over-limit", rule, {
    actor: nameOf(situation.meta.actor),
    asked: asked.command.do,
    ...(isSpending(asked.command) ? amountIn(situation, asked.command, spentBy(asked)) : {}),
    ...(limit?.amount === undefined
      ? {}
      : inEachLanguage("limit", (language) => limitAt(bundle, rule, language)?.amount ?? "")),
    ...defined({ window: limit?.window })
  })
}

const amountIn = (
  situation: Situation,
  spending: Spending,
  { amount }: PowerAmount
): Readonly<Record<string, string>> =>
  inEachLanguage("amount", (language) =>
    Number.isFinite(amount)
      ? amountText(spending.do, amount, (minor) => money(minor, situation.policy.bundle.currency, language))
      : String(spending.amount)
  )

/** Who did it, who approved it, and under which rule. */
export interface PowerUse {
  /** The id of the command that asked for it. */
  readonly id: string
  readonly by: string
  readonly approvedBy?: string
  readonly why: RuleId
  /** The exchange rate that was fixed when it was asked for. */
  readonly exchanged?: Exchange | undefined
}

/** Does what was asked in the name of whoever asked. The decision may be drawn for a spot check. */
export const perform = (draft: Draft, asked: AuthorityRequest, deed: PowerUse): void => {
  act(draft, asked, deed)
  const { id, by, approvedBy } = deed
  draw(draft, asked.command.do, defined({ id, by, approvedBy }))
}

const act = (draft: Draft, asked: AuthorityRequest, { id, by, approvedBy, why, exchanged }: PowerUse): void => {
  const { command: c } = asked
  if (isSpending(c)) {
    const spent = spentBy(asked)
    const rate = exchanged ?? spent.exchanged
    const event = c.do === "compensate" ? "compensated" : c.do === "discount" ? "discounted" : "resources-granted"
    const body = defined({ id, amount: spent.amount, by, reason: c.reason, approvedBy, exchanged: rate })
    return Drafts.emit(draft, event, body, why)
  }
  switch (c.do) {
    case "regrade":
      return regrade(draft, c, by)
    case "waive":
      return Gates.waive(draft, c, by)
    case "extend":
      return Clock.extend(draft, c, by)
    case "close":
      return closeLoop(draft, undefined, by)
  }
}
