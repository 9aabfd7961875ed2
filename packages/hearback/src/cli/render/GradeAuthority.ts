/** Renders who may decide what on a case, for `grade`. */
import { inLanguage, type Policy, Text } from "@hearback/core"
import type { RoleLimit } from "../../preview/Authority.ts"
import type { Preview } from "../../preview/Preview.ts"
import type { CommandContext } from "../program/Command.ts"
import { moneyText } from "../terminal/Amounts.ts"
import { padEnd, widthOf } from "../terminal/Columns.ts"
import type { Why } from "../terminal/Places.ts"

/** One line: its label, its text, and the place of its rule. */
export interface LabelledLine {
  readonly label?: string
  readonly says: string
  readonly why?: Why | null
}

/** Returns the title of a role. */
export const roleTitle = (role: string, { bundle }: Policy.Policy, { language }: CommandContext): string => {
  const title = bundle.roles[role]?.title
  return inLanguage(title, language, bundle.language) ?? Text.readable(role)
}

/** Renders who may decide what. */
export const authority = (
  { authority: { limits, needs, currency } }: Preview,
  policy: Policy.Policy,
  context: CommandContext
): readonly LabelledLine[] => {
  const { paint, texts } = context
  const words = texts.report.grade
  const width = Math.max(0, ...limits.map(({ title }) => widthOf(title)))
  const rows = limits.map((limit, index) => ({
    ...(index === 0 ? { label: words.authority } : {}),
    says: `${padEnd(limit.owner ? paint("strong", limit.title) : limit.title, width)}  ${powers(limit, currency, context)}`,
    why: limit.why
  }))
  const over = needs.map(({ fact, amount, role, why }) => ({
    says: paint(
      "warn",
      words.over(
        fact,
        moneyText(amount, currency, context.language),
        role === null ? null : roleTitle(role, policy, context)
      )
    ),
    why
  }))
  return [...rows, ...over]
}

const powers = (limit: RoleLimit, currency: string | null, { texts, language }: CommandContext): string => {
  const words = texts.report.grade
  const { unlimited, all } = texts.word
  const which = (names: readonly string[] | "all"): string =>
    names === "all" ? all : Text.form(language).list.join(names)
  const listed = (names: readonly string[] | "all", says: (which: string) => string): readonly string[] =>
    names.length === 0 ? [] : [says(which(names))]
  const most = (count: number | null, unit: (count: number) => string): string =>
    count === null ? unlimited : unit(count)
  const amounts = Object.entries(limit.compensate ?? {})
  const money =
    amounts.length > 0 && amounts.every(([, n]) => n === null)
      ? [words.anyAmount]
      : amounts.map(([per, n]) =>
          words.atMost(
            most(n, (value) => moneyText(value, currency, language)),
            words.per[per] ?? per
          )
        )
  return [
    ...(money.length === 0 ? [] : [money.join(texts.word.comma)]),
    ...(limit.discount === undefined ? [] : [words.discount(most(limit.discount, (n) => `${n}%`))]),
    ...(limit.resources === undefined ? [] : [words.resources(most(limit.resources, String))]),
    ...listed(limit.close, words.close),
    ...listed(limit.regrade, words.regrade),
    ...listed(limit.waive, words.waive)
  ].join(texts.word.pause)
}
