/** Which cases of a store a change touches: a line for each kind, with some of their ids. */
import type { Policy } from "@hearback/core"
import type { Context } from "../program/Command.ts"
import { titlesOf } from "../simulate/Titles.ts"
import type { Touch, TouchedCases, TouchedStore } from "../store/Touched.ts"
import { tableLines } from "../terminal/Table.ts"

export const touchedStoreLines = ({ open, past }: TouchedStore, policy: Policy.Policy, context: Context) => {
  const { touched } = context.texts.diff
  const lines = (title: string, cases: TouchedCases) => ["", title, ...touchedLines(cases, policy, context)]
  return [
    ...lines(touched.open(open.touched, open.of), open),
    ...lines(touched.past(past.touched, past.of), past),
    ...(past.notDecided === undefined ? [] : [`  ${touched.notDecided(past.notDecided)}`])
  ]
}

/** The same for a pull request. */
export const touchedMarkdown = ({ open, past }: TouchedStore, policy: Policy.Policy, context: Context): string => {
  const { touched } = context.texts.diff
  const section = (title: string, { kinds }: TouchedCases): string =>
    [
      `#### ${title}\n`,
      ...kinds.map((kind) => `- ${kindText(kind, policy, context)} — ${kind.count} (${kind.cases.join(", ")})`),
      ""
    ].join("\n")
  return `${section(touched.open(open.touched, open.of), open)}\n${section(touched.past(past.touched, past.of), past)}`
}

export const touchedLines = ({ kinds }: TouchedCases, policy: Policy.Policy, context: Context): readonly string[] =>
  tableLines(
    [{}, { align: "right" }, {}],
    kinds.map((kind) => [
      kindText(kind, policy, context),
      String(kind.count),
      context.paint("dim", kind.cases.join(" ") + (kind.count > kind.cases.length ? " …" : ""))
    ])
  )

const kindText = ({ of, name, how, from, to }: Touch, policy: Policy.Policy, context: Context): string => {
  const { backtest, diff, word } = context.texts
  if (of === "move") return diff.touched.refused
  const titles = titlesOf({ policy, simulation: {} }, context.language)
  const thing = of === "due" || of === "clock" ? titles("clock", name) : of === "gate" ? titles("gate", name) : name
  const value = (text: string | undefined): string => {
    if (text === undefined || text === "") return of === "approver" ? backtest.nobody : word.absent.none
    if (of === "clock") return backtest.verdict[text] ?? text
    return of === "approver" ? titles("role", text) : text
  }
  const subject = of === "approver" ? (backtest.power[name] ?? name) : `${backtest.subject[of]} ${thing}`.trim()
  const becomes = how === undefined ? `${value(from)} → ${value(to)}` : diff.touched.how[how]
  return `${subject}${word.colon}${becomes}`
}
