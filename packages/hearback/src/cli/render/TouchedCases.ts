/** Renders which cases of a store a change affects: a line for each kind of change, with some of their ids. */
import { type Policy, Text } from "@hearback/core"
import type { CommandContext } from "../program/Command.ts"
import { titlesOf } from "../simulate/Titles.ts"
import type { Touch, TouchedCases, TouchedStore } from "../store/TouchedCases.ts"
import { tableLines } from "../terminal/Table.ts"
import { tableWidth } from "../terminal/Terminal.ts"
import { dimensionTitle } from "./policy/PolicyTitles.ts"

/** The affected open cases, or the affected past cases. */
export interface TouchedPart {
  readonly title: string
  /** What changes, for how many cases, and for which. */
  readonly rows: readonly (readonly [what: string, count: string, cases: string])[]
  readonly note?: string
}

/** Returns the affected open and past cases as tables. */
export const touchedParts = ({ open, past }: TouchedStore, policy: Policy.Policy, context: CommandContext) => {
  const { touched } = context.texts.diff
  const part = (title: string, cases: TouchedCases): TouchedPart => ({
    title,
    rows: rowsOf(cases, policy, context),
    ...(cases.notDecided !== undefined && { note: touched.notDecided(cases.notDecided) })
  })
  return [part(touched.open(open.touched, open.of), open), part(touched.past(past.touched, past.of), past)] as const
}

/** Renders the affected cases of a store. */
export const touchedStoreLines = (
  store: TouchedStore,
  policy: Policy.Policy,
  context: CommandContext
): readonly string[] =>
  touchedParts(store, policy, context).flatMap(({ title, rows, note }) => [
    "",
    title,
    ...linesOf(rows, context),
    ...(note === undefined ? [] : [`  ${note}`])
  ])

/** Returns the affected cases as Markdown for a pull request. */
export const touchedMarkdown = (store: TouchedStore, policy: Policy.Policy, context: CommandContext): string =>
  touchedParts(store, policy, context)
    .map(({ title, rows, note }) => {
      const lines = rows.map(([what, count, cases]) => `- ${what} — ${count} (${cases})`)
      return [`#### ${title}\n`, ...lines, ...(note === undefined ? [] : [`- ${note}`]), ""].join("\n")
    })
    .join("\n")

/** Renders affected cases. */
export const touchedLines = (cases: TouchedCases, policy: Policy.Policy, context: CommandContext): readonly string[] =>
  linesOf(rowsOf(cases, policy, context), context)

const linesOf = (rows: TouchedPart["rows"], { paint, terminal }: CommandContext): readonly string[] =>
  tableLines(
    [{}, { align: "right" }, {}],
    rows.map(([what, count, cases]) => [what, count, paint("dim", cases)]),
    { within: tableWidth(terminal) }
  )

const rowsOf = ({ kinds }: TouchedCases, policy: Policy.Policy, context: CommandContext): TouchedPart["rows"] =>
  kinds.map((kind) => {
    const more = kind.count > kind.cases.length ? " …" : ""
    return [kindText(kind, policy, context), String(kind.count), kind.cases.join(context.texts.word.comma) + more]
  })

const kindText = ({ of, name, how, from, to }: Touch, policy: Policy.Policy, context: CommandContext): string => {
  const { backtest, diff, word } = context.texts
  if (of === "move") return diff.touched.refused
  const titles = titlesOf({ policy, simulation: {} }, context.language)
  const things: Partial<Record<Touch["of"], string>> = {
    due: titles("clock", name),
    clock: titles("clock", name),
    gate: titles("gate", name),
    grade: dimensionTitle(policy.bundle, name, context.language)
  }
  const value = (text: string | undefined): string => {
    if (text === undefined || text === "") return of === "approver" ? backtest.nobody : word.absent.none
    if (of === "clock") return backtest.verdict[text] ?? text
    if (of === "approver") return titles("role", text)
    if (of === "department") return Text.viewOf(policy, context.language).title("department", text)
    return of === "owner" ? text : Text.readable(text)
  }
  const subject =
    of === "approver" ? (backtest.power[name] ?? name) : `${backtest.subject[of]} ${things[of] ?? name}`.trim()
  const becomes = how === undefined ? `${value(from)} → ${value(to)}` : diff.touched.how[how]
  return `${subject}${word.colon}${becomes}`
}
