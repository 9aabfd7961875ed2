/**
 * The powers that authority decides on: who may use one, what speaks against it whoever asks, and what it does.
 */

import type { LedgerEntry } from "../../case/Gathered.ts"
import type { Reason } from "../../case/Refusal.ts"
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
import * as Clock from "../clock/extend.ts"
import * as Gates from "../gate/handle.ts"
import { againstRegrading, levelsConcerned, regrade } from "../grade/handle.ts"
import { againstClosing, closeLoop } from "../lifecycle/close.ts"
import { type Amount, amountOf, unitOf } from "./amount.ts"

/** Who would use a power: their roles, and the strongest limits that these give. */
export interface Holder {
  readonly roles: readonly string[]
  readonly limit: LimitRule | undefined
  /** What they gave on all cases, as far as it is known. */
  readonly ledger: readonly LedgerEntry[]
}

/** Returns the actor of the command as a holder of power. */
export const actorAs = (d: Situation): Holder => {
  const { actor } = d.meta
  const [roles, id] = [rolesOf(actor), nameOf(actor)]
  return { roles, limit: limitsOf(inForce(d), roles), ledger: ledgerOf(d, id) }
}

/** Returns what somebody gave on all cases, as far as it is known. */
export const ledgerOf = (d: Situation, id: string): readonly LedgerEntry[] => {
  const { ledgers } = d.meta.gathered
  // Somebody may be called `constructor`.
  return Object.hasOwn(ledgers, id) ? (ledgers[id] ?? []) : []
}

export const isSpending = (c: Powered): c is Spending =>
  c.do === "compensate" || c.do === "discount" || c.do === "grant"

/** What authority is asked for: a command, with its amount read. */
export interface Asked {
  readonly command: Powered
  /** What it would spend; undefined where it spends nothing, or writes no amount of its power. */
  readonly spends: Amount | undefined
}

/** Reads what a command asks for: the only place that reads its amount. */
export const read = (d: Situation, command: Powered): Asked => ({
  command,
  spends: isSpending(command) ? amountOf(d, command) : undefined
})

/** Reads what a request asks for. Its amount was read when it was made, unless nobody knew its worth then. */
export const requested = (d: Situation, { command, amount }: Approval): Asked =>
  isSpending(command) && amount > 0 ? { command, spends: { amount } } : read(d, command)

/** Returns what would be spent, in the units of its power; 0 where nothing is. */
export const spentBy = ({ spends }: Asked): Amount => spends ?? nothing

const nothing: Amount = { amount: 0 }

/**
 * What was granted on this case and on those linked to it, by anybody: an amount is not split over cases. Time knows this
 * case alone, however late it is told; whoever decides then is held to all of them.
 */
const onCase = (d: Situation, power: Power): number => {
  const known = nameOf(d.by) === byTimer ? [] : (d.meta.gathered.linked ?? [])
  const linked = known.filter((entry) => entry.power === power)
  return total(d.state.authority, power) + linked.reduce((sum, entry) => sum + entry.amount, 0)
}

/** Returns the line that a use of a power exceeds; a limit that the policy does not state is exceeded as a whole. */
export const pathOf = (limit: LimitRule | undefined, key: "regrade" | "waive" | "close"): RuleId => {
  if (limit === undefined) return "authority.limits"
  return limit[key].length === 0 ? `authority.limits.${limit.role}` : `authority.limits.${limit.role}.${key}`
}

/** Returns every rule that keeps a holder from doing this alone; empty = they may. */
export const against = (d: Situation, { roles, limit, ledger }: Holder, asked: Asked): readonly RuleId[] => {
  const { command: c } = asked
  if (isSpending(c)) {
    const at = d.recordedAt
    const { amount } = spentBy(asked)
    return exceeded(inForce(d), limit, { power: c.do, amount, onCase: onCase(d, c.do), ledger, at })
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
    case "extend":
      return Clock.againstRoles(d, roles, c)
  }
}

/** Reasons that no authority removes. */
export const impossible = (d: Situation, { command: c, spends }: Asked): readonly Reason[] => {
  if (isSpending(c)) {
    const reasons: Reason[] = []
    if (spends === undefined)
      reasons.push(reason("authority/amount", undefined, { amount: String(c.amount), unit: unitOf(d, c.do).unit }))
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

/** The rule that allowed it: the limit it stayed within, or the clock that lets itself be extended. */
export const allowedBy = (d: Situation, limit: LimitRule | undefined, { command: c }: Asked): RuleId => {
  if (c.do === "extend") return Drafts.loop(d)?.clocks.get(c.clock)?.path ?? "clocks"
  return limit === undefined
    ? "authority.limits"
    : `authority.limits.${limit.role}.${c.do === "grant" ? "resources" : c.do}`
}

/** A limit is named with its amount, so that the answer can say by how much. */
export const overLimit = (d: Situation, rule: RuleId, asked: Asked): Reason => {
  const bundle = { ...d.policy.bundle, authority: authorityOf(d) }
  const limit = limitAt(bundle, rule, "en")
  return reason("authority/over-limit", rule, {
    actor: nameOf(d.meta.actor),
    asked: asked.command.do,
    ...(isSpending(asked.command) ? amountIn(d, asked.command, spentBy(asked)) : {}),
    ...(limit?.amount === undefined
      ? {}
      : inEachLanguage("limit", (language) => limitAt(bundle, rule, language)?.amount ?? "")),
    ...defined({ window: limit?.window })
  })
}

const amountIn = (d: Situation, c: Spending, { amount }: Amount): Readonly<Record<string, string>> =>
  inEachLanguage("amount", (language) =>
    Number.isFinite(amount)
      ? amountText(c.do, amount, (minor) => money(minor, d.policy.bundle.currency, language))
      : String(c.amount)
  )

/** Who did it, who approved it, and under which rule. */
export interface Deed {
  /** Id of the command that asked for it. */
  readonly id: string
  readonly by: string
  readonly approvedBy?: string
  readonly why: RuleId
  /** The rate that was fixed when it was asked for. */
  readonly exchanged?: Exchange | undefined
}

/** Does what was asked, in the name of who asked it; the decision may be drawn for a spot check. */
export const perform = (d: Draft, asked: Asked, deed: Deed): void => {
  act(d, asked, deed)
  const { id, by, approvedBy } = deed
  draw(d, asked.command.do, defined({ id, by, approvedBy }))
}

const act = (d: Draft, asked: Asked, { id, by, approvedBy, why, exchanged }: Deed): void => {
  const { command: c } = asked
  if (isSpending(c)) {
    const spent = spentBy(asked)
    const rate = exchanged ?? spent.exchanged
    const event = c.do === "compensate" ? "compensated" : c.do === "discount" ? "discounted" : "resources-granted"
    const body = defined({ id, amount: spent.amount, by, reason: c.reason, approvedBy, exchanged: rate })
    return Drafts.emit(d, event, body, why)
  }
  switch (c.do) {
    case "regrade":
      return regrade(d, c, by)
    case "waive":
      return Gates.waive(d, c, by)
    case "extend":
      return Clock.extend(d, c, by)
    case "close":
      return closeLoop(d, undefined, by)
  }
}
