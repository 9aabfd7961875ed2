/** Writes values of a policy for people: durations, amounts, moments, choices in the language of the reader. */
import { Bundle, canonical, inLanguage, type Target, Text, Trigger } from "@hearback/core"
import { type Difference, inputWord, keyWord, placeholderWords, valueWord } from "@hearback/policy"
import type { CommandContext } from "../../program/Command.ts"
import { moneyText } from "../../terminal/Amounts.ts"

type Of = Pick<Difference, "aspect" | "key">

/** Returns a key in a language, part by part, also a key that is the name of an input. */
export const pathWord = (key: string, language: Bundle.Language): string => {
  const word = keyWord(key, language)
  return word === key ? inputWord(key, language) : word
}

const spans: ReadonlySet<string> = new Set(["per-case", "per-day", "per-month", "per-year"])
const shares: ReadonlySet<string> = new Set(["share", "sure-above", "alike"])
const moments: ReadonlySet<string> = new Set([
  "from",
  "met-by",
  "cancelled-by",
  "restarted-by",
  "resumed-by",
  "until",
  "ask-after"
])
/** Beginnings of values that are words of the language, such as `mon 09:00-17:00`. */
const led: ReadonlySet<string> = new Set(["hours", "every", "kind-by-score"])

/** Returns a value as the policy language writes it. For a long list, it names only what the other value lacks. */
export const valueText = (
  value: unknown,
  { aspect, key }: Of,
  bundle: Bundle.Bundle,
  context: CommandContext,
  other?: unknown
): string => {
  const { diff } = context.texts
  const last = key.slice(key.lastIndexOf(".") + 1)
  if (aspect === "gate" && key === "gate") return value === undefined ? diff.notAsked : diff.asked
  if (aspect === "clock" && key === "loop" && value === undefined) return diff.everyCase
  if (value === null) return diff.unlimited
  if (aspect === "grade" && key === "grade" && typeof value === "string") return Text.readable(value)
  if (typeof value === "number" && spans.has(last))
    return moneyText(value / 10 ** (bundle.currency?.digits ?? 0), bundle.currency?.code ?? null, context.language)
  if (typeof value === "number" && last === "discount") return `${value / 100}%`
  if (typeof value === "number" && shares.has(last)) return `${Math.round(value * 10_000) / 100}%`
  if (value !== undefined && key.split(".").some((part) => moments.has(part)))
    return [value]
      .flat()
      .map((one) => momentText(String(one), context))
      .join(diff.list)
  return longListText(value, other, key, bundle, context) ?? plainText(value, key, bundle, context)
}

const momentText = (text: string, { language }: CommandContext): string =>
  valueWord(Trigger.nameOf(Trigger.parse(text)), language, "from")

const plainText = (value: unknown, key: string, bundle: Bundle.Bundle, context: CommandContext): string => {
  const { language, texts } = context
  const { diff } = texts
  if (isNothing(value)) return diff.none
  if (typeof value === "boolean") return value ? diff.yes : diff.no
  if (typeof value !== "object" || value === null) return wordText(String(value), key, language)
  if (Array.isArray(value)) return listText(value, key, bundle, context)
  if ("_tag" in value) return lengthText(value as Target.Target | Target.ClockPoint, language)
  if (Object.keys(value).every(Bundle.isLanguage))
    return Text.form(language).quote(
      placeholderWords(inLanguage(value as Bundle.Text, language, bundle.language) ?? "", language)
    )
  return Object.entries(value)
    .filter(([part, one]) => part !== "name" && !(part === "cause" && key.startsWith("reopen.")) && !isNothing(one))
    .map(([part, one]) => {
      const text = plainText(one, `${key}.${kebab(part)}`, bundle, context)
      return part === "at" ? text : `${pathWord(kebab(part), language)} ${text}`
    })
    .join(" ")
}

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)

const kebab = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const wordText = (text: string, key: string, language: Bundle.Language): string => {
  // Words of customers are no words of the language.
  if (key === "words") return text
  const [first = "", ...rest] = text.split(" ")
  if (!key.split(".").some((part) => led.has(part)) || rest.length === 0) return valueWord(text, language, key)
  const word = keyWord(first, language)
  return [word === first ? valueWord(first, language) : word, ...rest].join(" ")
}

/** The number of list entries that are shown; `--json` has all. */
const most = 8

/** Returns what each of two lists has alone, if one is long; undefined if they differ in something else. */
const longListText = (
  value: unknown,
  other: unknown,
  key: string,
  bundle: Bundle.Bundle,
  context: CommandContext
): string | undefined => {
  if (!Array.isArray(value) || !Array.isArray(other) || Math.max(value.length, other.length) <= most) return undefined
  const [its, mine] = [other, value].map((list) => new Set(list.map(canonical)))
  const own = value.filter((one) => !its?.has(canonical(one)))
  const shared = value.length - own.length
  if (shared === 0 || (own.length === 0 && other.every((one) => mine?.has(canonical(one))))) return undefined
  const { diff } = context.texts
  return [diff.unchanged(shared), ...(own.length === 0 ? [] : [listText(own, key, bundle, context)])].join(diff.list)
}

const listText = (list: readonly unknown[], key: string, bundle: Bundle.Bundle, context: CommandContext): string => {
  const { diff } = context.texts
  if (list.length > most && list.every(isDate)) {
    const years = list.map((date) => date.slice(0, 4)).sort()
    return diff.days(list.length, years[0] ?? "", years.at(-1) ?? "")
  }
  const shown = list.slice(0, most).map((one) => plainText(one, key, bundle, context))
  return [...shown, ...(list.length > most ? [diff.more(list.length - most)] : [])].join(diff.list)
}

/** A whole day, or the hours of one. */
const isDate = (one: unknown): one is string => typeof one === "string" && /^\d{4}-\d\d-\d\d\b/.test(one)

const points: ReadonlySet<string> = new Set(["Share", "Due", "Before", "After"])

const lengthText = (value: Target.Target | Target.ClockPoint, language: Bundle.Language): string =>
  points.has(value._tag)
    ? Text.point(value as Target.ClockPoint, language)
    : Text.length(value as Target.Target, language)
