/**
 * The amount of a use of authority, in the units of its limit. Money in another currency is converted at a rate that
 * the event records, so a later rate changes nothing.
 */

import type { Exchange, Power, Spending } from "../../case/track/Authority.ts"
import type { Situation } from "../../draft/Draft.ts"
import type { FactType } from "../../table/Fact.ts"
import { encode } from "../../table/Fact.ts"
import { defined } from "../../value/Optional.ts"

/** An amount in the units of its power: minor units, basis points or a count. It is infinite if no rate is known. */
export interface PowerAmount {
  readonly amount: number
  readonly exchanged?: Exchange
}

/** Returns how amounts of a power are written. */
export const unitOf = (situation: Situation, power: Power): FactType & { readonly _tag: "Amount" } => {
  const { currency } = situation.policy.bundle
  if (power === "compensate")
    return {
      _tag: "Amount",
      scale: currency?.digits ?? 2,
      unit: currency?.code ?? "",
      min: 10 ** -(currency?.digits ?? 2)
    }
  return power === "discount"
    ? { _tag: "Amount", scale: 2, unit: "%", min: 0.01, max: 100 }
    : { _tag: "Amount", scale: 0, unit: "", min: 1 }
}

/** Returns the amount that a command would spend; undefined if it is not an amount of this power. */
export const amountOf = (situation: Situation, spending: Spending): PowerAmount | undefined => {
  // Without a percent sign, 0.1 could mean a tenth or a thousandth.
  if (spending.do === "discount" && !String(spending.amount).trim().endsWith("%")) return undefined
  const amount = encode(unitOf(situation, spending.do), spending.amount)
  if (amount !== undefined) return { amount }
  return spending.do === "compensate" && typeof spending.amount === "string"
    ? exchange(situation, spending.amount)
    : undefined
}

/** Returns the currency that an amount names, if it is not the policy's; else undefined. */
export const foreignIn = (amount: number | string, own: string | undefined): string | undefined => {
  const code = typeof amount === "string" ? written.exec(amount.trim())?.[2] : undefined
  return code === own ? undefined : code
}

const written = /^(\d+(?:\.\d{1,4})?)\s*([A-Z]{3})$/

const exchange = (situation: Situation, text: string): PowerAmount | undefined => {
  const [, digits, code] = written.exec(text.trim()) ?? []
  const own = situation.policy.bundle.currency
  if (digits === undefined || code === undefined || own === undefined || code === own.code) return undefined
  const known = situation.meta.gathered.rates?.[code]
  if (known === undefined) return { amount: Number.POSITIVE_INFINITY }
  const amount = converted(digits, known.rate, own.digits)
  const of = defined({ of: known.of })
  return amount === undefined
    ? { amount: Number.POSITIVE_INFINITY }
    : { amount, exchanged: { amount: digits, currency: code, rate: String(known.rate), ...of } }
}

const exact = (scale: number): FactType => ({ _tag: "Amount", scale, unit: "", min: 10 ** -scale })

/** Multiplies decimals exactly and rounds half up to the minor unit, but never to 0. */
const converted = (amount: string, rate: number | string, digits: number): number | undefined => {
  const [a, r] = [encode(exact(4), amount), encode(exact(8), rate)]
  if (a === undefined || r === undefined) return undefined
  const unit = 10n ** BigInt(12 - digits)
  const minor = Number((BigInt(a) * BigInt(r) + unit / 2n) / unit)
  return Number.isSafeInteger(minor) ? Math.max(minor, 1) : undefined
}
