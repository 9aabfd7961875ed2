/** Money, shares and units as people read them, and the limits of a policy by the path of their rule. */

import type { Power } from "../../case/track/Authority.ts"
import type { Bundle, Language, LimitRule, RuleId } from "../../policy/Bundle.ts"
import { isWithin, under, within } from "../../policy/RulePath.ts"
import { defined } from "../../value/Optional.ts"
import { texts } from "../catalogue/Texts.ts"
import { type LimitWindow, type RuleLimit, windows } from "../shape/View.ts"

/** Returns an amount with its thousands apart: 120000 minor units at two digits are `1,200.00 CNY`. */
export const money = (minor: number, currency: Bundle["currency"], language: Language): string => {
  const { number, money: inMoney } = texts[language].form
  const { code, digits } = currency ?? { code: "", digits: 2 }
  const text = String(Math.abs(minor)).padStart(digits + 1, "0")
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(?:\d{3})+$)/g, number.group)
  const fraction = digits === 0 ? "" : `${number.point}${text.slice(text.length - digits)}`
  const amount = `${minor < 0 ? "-" : ""}${whole}${fraction}`
  return code === "" ? amount : inMoney(amount, code)
}

/** Returns an amount in the units of its power: money, a share from basis points, or a count of units. */
export const say = (power: Power, value: number, inMoney: (minor: number) => string): string => {
  if (power === "compensate") return inMoney(value)
  return power === "discount" ? `${value / 100}%` : String(value)
}

const field: Readonly<Record<LimitWindow, "perCase" | "perDay" | "perMonth" | "perYear">> = {
  "per-case": "perCase",
  "per-day": "perDay",
  "per-month": "perMonth",
  "per-year": "perYear"
}

/** Says a limit in money; a fraction of nothing is left out: `500 CNY`. */
const whole = (minor: number, currency: Bundle["currency"], language: Language): string => {
  const { code, digits } = currency ?? { code: "", digits: 2 }
  const isWhole = minor % 10 ** digits === 0
  return money(isWhole ? minor / 10 ** digits : minor, { code, digits: isWhole ? 0 : digits }, language)
}

/** Returns the window of a path within the limits of a role. */
const windowOf = (path: string): LimitWindow | undefined => windows.find((one) => path === under("compensate", one))

const amountOf = (limit: LimitRule, path: string): number | null | undefined => {
  if (path === "discount" || path === "resources") return limit[path]
  const window = windowOf(path)
  return window === undefined ? undefined : limit.compensate?.[field[window]]
}

/** Returns the limit at `authority.limits.<role>.…`, or undefined where the rule is none. */
export const limitAt = (
  bundle: Pick<Bundle, "authority" | "currency">,
  rule: RuleId,
  language: Language
): RuleLimit | undefined => {
  const pathOf = ({ role }: LimitRule): RuleId => under("authority.limits", role)
  const found = bundle.authority.limits.find((limit) => isWithin(rule, pathOf(limit)))
  if (found === undefined) return undefined
  const path = within(rule, pathOf(found))
  const most = amountOf(found, path)
  const window = windowOf(path)
  const power: Power = path === "discount" ? "discount" : path === "resources" ? "grant" : "compensate"
  return {
    role: found.role,
    ...(most === undefined || most === null
      ? {}
      : { amount: say(power, most, (minor) => whole(minor, bundle.currency, language)) }),
    ...defined({ window })
  }
}
