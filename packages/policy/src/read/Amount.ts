/** Reads money, shares and counts as a policy writes them, without binary fractions. */
import { related } from "../diagnostic/Diagnostic.ts"
import { get, type Tree, wordOf } from "../link/Tree.ts"
import { said } from "../text/TranslatedTexts.ts"
import type { Currency } from "../value/Currency.ts"
import type { Proposed } from "../value/MeantQuantity.ts"
import type { Reading } from "./Reading.ts"

const money = /^([+-]?\d+)(?:\.(\d+))?(?:\s*([A-Z]{3}))?$/

/** Reports a missing currency once, however many amounts the policy has. */
const noCurrency = (reading: Reading, tree: Tree): void => {
  const place = related(
    tree.span,
    said((t) => t.place.amount)
  )
  if (!reading.misspelt.has("currency") && !reading.misspelt.has("币种"))
    reading.say("value/no-currency", get(reading.root, "policy") ?? reading.root, {}, { related: [place] })
}

/** Reads an amount of a limit, which cannot be negative. */
export const amountOf = (reading: Reading, tree: Tree | undefined): number | undefined => {
  const amount = moneyOf(reading, tree)
  if (amount === undefined || amount >= 0 || tree === undefined) return amount
  reading.say("value/bad-money", tree, { found: wordOf(tree) ?? "" })
  return undefined
}

/** Reads an amount in the policy's currency, in minor units; reports what is wrong with it. */
const moneyOf = (reading: Reading, tree: Tree | undefined): number | undefined => {
  const text = wordOf(tree)
  if (tree === undefined || text === undefined) return undefined
  const currency = reading.currency
  if (currency === undefined) {
    // A pack leaves the currency to its heirs, and its whole units hold in any. A misspelt currency has its own
    // finding.
    if (reading.isPack) reading.say("pack/left-open", get(reading.root, "pack") ?? reading.root, { what: "`currency`" })
    else if (get(reading.root, "currency") === undefined) noCurrency(reading, tree)
    return reading.isPack ? minor(money.exec(text), 2) : undefined
  }
  const found = money.exec(text)
  if (found === null) reading.say("value/bad-money", tree, { found: text, ...plainly(text, currency) })
  else if (found[3] !== undefined && found[3] !== currency.code)
    reading.say("value/other-currency", tree, { found: text, currency: currency.code })
  else if ((found[2] ?? "").length > currency.digits) reading.say("value/bad-money", tree, { found: text })
  else return minor(found, currency.digits)
  return undefined
}

/**
 * Returns the same amount as the language writes it: without commas and without the sign of the policy's currency.
 */
const plainly = (text: string, { code, digits: most }: Currency): Proposed => {
  const sign = code === "CNY" ? /\s*元$/ : new RegExp(`\\s*${code}$`, "i")
  const bare = text.replace(sign, "").replaceAll(/(?<=\d)[,，](?=\d{3}(?:\D|$))/g, "")
  const found = money.exec(bare)
  const isRight = found !== null && found[3] === undefined && (found[2] ?? "").length <= most
  return bare !== text && isRight ? { proposal: bare } : {}
}

const minor = (found: RegExpExecArray | null, scale: number): number | undefined =>
  found === null ? undefined : Number(`${found[1]}${(found[2] ?? "").padEnd(scale, "0")}`)

/** Reads a share such as `12.5%`.  Units: basis points. */
export const basisPointsOf = (reading: Reading, tree: Tree | undefined): number | undefined => {
  const text = wordOf(tree)
  if (tree === undefined || text === undefined) return undefined
  const found = /^(\d{1,3})(?:\.(\d{1,2}))?\s*[%％]$/.exec(text)
  const points = found === null ? undefined : Number(`${found[1]}${(found[2] ?? "").padEnd(2, "0")}`)
  if (points === undefined || points > 10_000) reading.say("value/bad-share", tree, { found: text })
  return points === undefined || points > 10_000 ? undefined : points
}

/** Reads a share from 0 to 1. */
export const shareOf = (reading: Reading, tree: Tree | undefined): number | undefined => {
  const points = basisPointsOf(reading, tree)
  return points === undefined ? undefined : points / 10_000
}
