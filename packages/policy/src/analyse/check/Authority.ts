/**
 * Checks limits of authority: an amount that no role may approve, or a higher role that may do less than a lower one.
 */

import type { AuthorityRule, DimensionRule, LimitRule } from "../../bundle/Bundle.ts"
import { dig, get, type Tree } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import type { Currency } from "../../value/Currency.ts"

interface Power {
  readonly duty: string
  /** The largest single act that a role may do; `null` without limit, `undefined` if the role lacks this power. */
  readonly most: (limit: LimitRule) => number | null | undefined
  readonly show: (amount: number, currency: Currency | undefined) => string
  /** The largest amount: no higher role can be asked for more. */
  readonly end: number
}

const amount = (value: number, digits: number, unit: string): string =>
  `${digits === 0 ? value : `${Math.floor(value / 10 ** digits)}.${String(value % 10 ** digits).padStart(digits, "0")}`}${unit}`

const powers: readonly Power[] = [
  {
    duty: "compensate",
    most: (limit) => limit.compensate && narrowest(limit.compensate),
    show: (value, currency) => amount(value, currency?.digits ?? 2, currency === undefined ? "" : ` ${currency.code}`),
    end: Number.POSITIVE_INFINITY
  },
  { duty: "discount", most: (limit) => limit.discount, show: (value) => amount(value, 2, "%"), end: 10_000 },
  {
    duty: "resources",
    most: (limit) => limit.resources,
    show: (value) => amount(value, 0, ""),
    end: Number.POSITIVE_INFINITY
  }
]

/** Returns the largest amount of one act, which no time window of the limit exceeds. */
const narrowest = (windows: NonNullable<LimitRule["compensate"]>): number | null => {
  const stated = windowKeys.flatMap(([, field]) => {
    const most = windows[field]
    return typeof most === "number" ? [most] : []
  })
  return stated.length === 0 ? null : Math.min(...stated)
}

/** Compares the limits of all roles and reports contradictions. */
export const authority = (reading: Reading, rule: AuthorityRule, dimensions: readonly DimensionRule[]): void => {
  const { limits } = rule
  if (limits.length === 0 || reading.isFaulty("authority.limits")) return
  for (const power of powers) {
    const having = limits.flatMap((limit) => {
      const most = power.most(limit)
      const at = dig(reading.root, "authority", "limits", limit.role)
      return most === undefined || at === undefined
        ? []
        : [{ role: limit.role, most, at: boundOf(get(at, power.duty) ?? at) }]
    })
    holes(reading, power, having, limits.length)
    for (const [index, higher] of having.entries()) {
      const lower = having
        .slice(0, index)
        .find(({ role, most }) => isMore(most, higher.most) && !isContrary(limits, role))
      if (lower !== undefined)
        reading.say("authority/order", higher.at, { duty: power.duty, lower: lower.role, higher: higher.role })
    }
  }
  closing(reading, limits, dimensions)
  for (const limit of limits) windows(reading, limit)
  const [alone, ...others] = rule.apart
  const apart = dig(reading.root, "authority", "apart")
  if (alone !== undefined && others.length === 0 && apart !== undefined)
    reading.say("authority/apart-alone", apart, { duty: alone })
}

/** Sorts windows by length, because each longer window must allow at least what a shorter one allows. */
const windowKeys = [
  ["per-case", "perCase"],
  ["per-day", "perDay"],
  ["per-month", "perMonth"],
  ["per-year", "perYear"]
] as const

/** Returns the amount that each window of a limit allows, the shortest window first. */
const statedIn = (compensate: LimitRule["compensate"]) =>
  windowKeys.flatMap(([key, field]) => {
    const most = compensate?.[field]
    return typeof most === "number" ? [{ key, most }] : []
  })

/** Returns whether the windows of a role contradict each other, so that its real limit is unclear. */
const isContrary = (limits: readonly LimitRule[], role: string): boolean => {
  const stated = statedIn(limits.find((limit) => limit.role === role)?.compensate)
  return stated.some(({ most }, i) => stated.slice(i + 1).some((longer) => longer.most < most))
}

const windows = (reading: Reading, { role, compensate }: LimitRule): void => {
  if (compensate === undefined) return
  const stated = statedIn(compensate)
  const sums = dig(reading.root, "authority", "limits", role, "compensate")
  if (
    stated.length === 1 &&
    stated[0]?.key === "per-case" &&
    sums !== undefined &&
    sums.named.file === reading.root.span.file
  )
    reading.say("authority/splittable", sums, { role }, { span: sums.named })
  for (const [i, { key, most }] of stated.entries()) {
    const narrow = stated.slice(i + 1).find((longer) => longer.most < most)
    const at = dig(reading.root, "authority", "limits", role, "compensate", key)
    if (narrow !== undefined && at !== undefined)
      reading.say("authority/unreachable", at, { wide: key, narrow: narrow.key })
  }
}

const isMore = (a: number | null, b: number | null): boolean => b !== null && (a === null || a > b)

/** Returns the place in the policy where the amount is written. */
const boundOf = (duty: Tree): Tree =>
  windowKeys.flatMap(([key]) => get(duty, key) ?? []).find(({ _tag }) => _tag === "Scalar") ?? duty

type Having = { readonly role: string; readonly most: number | null; readonly at: Tree }

const holes = (reading: Reading, power: Power, having: readonly Having[], roles: number): void => {
  const last = having.at(-1)
  if (last === undefined || having.some(({ most }) => most === null)) return
  const top = having.reduce((a, b) => ((b.most ?? 0) > (a.most ?? 0) ? b : a))
  const most = top.most ?? 0
  if (most >= power.end) return
  if (roles === 1) reading.say("authority/no-approver", top.at, { role: top.role })
  else
    reading.say(
      "authority/hole",
      top.at,
      { duty: power.duty, over: power.show(most, reading.currency) },
      {
        witness: { [power.duty]: power.show(most + 1, reading.currency) }
      }
    )
}

/** Checks, if closing is limited by grade, that some role may close each grade of that dimension. */
const closing = (reading: Reading, limits: readonly LimitRule[], dimensions: readonly DimensionRule[]): void => {
  if (limits.some(({ close }) => close === "all")) return
  const may = new Set(limits.flatMap(({ close }) => close))
  const limited = dimensions.filter(({ levels }) => levels.some((level) => may.has(level)))
  const top = limits.findLast(({ close }) => close.length > 0)
  const at = dig(reading.root, "authority", "limits", top?.role ?? "", "close")
  for (const { name, levels } of limited) {
    const open = levels.filter((each) => !may.has(each))
    const [first] = open
    if (at !== undefined && first !== undefined)
      reading.say("authority/hole", at, { duty: `close ${open.join(", ")}` }, { witness: { [name]: first } })
  }
}
