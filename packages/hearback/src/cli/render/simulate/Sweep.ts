/** Renders one setting with each of several values: a column for each figure that changes. */
import {
  type Estimate,
  estimateIn,
  type MetricName,
  metricWord,
  type Report,
  type SimulationSubject,
  type Swept
} from "@hearback/simulation"
import type { CommandContext } from "../../program/Command.ts"
import { estimateText, intervalText, type SimulationForms } from "../../simulate/FigureWords.ts"
import { isAbout, titlesOf } from "../../simulate/Titles.ts"
import { tableLines } from "../../terminal/Table.ts"
import { tableWidth } from "../../terminal/Terminal.ts"
import { assumptionLines, legendLines } from "./Notes.ts"

const amounts: readonly MetricName[] = [
  "time-to-answer",
  "time-to-close",
  "in-hand",
  "escalations",
  "approvals",
  "approval-wait",
  "reopened",
  "lost",
  "cost-of-work",
  "cost-of-compensation",
  "cost-of-lost-customers"
]

/** Renders a sweep. */
export const sweepText = (
  path: string,
  swept: readonly Swept<string>[],
  subject: SimulationSubject,
  context: CommandContext
): string => {
  const { language, texts, paint } = context
  const titles = titlesOf(subject, language)
  const saying: SimulationForms = { language, texts: texts.simulate, currency: subject.policy.bundle.currency }
  const reports = swept.map(({ report }) => report)
  const first = reports[0]
  const clocks = (first?.estimates ?? []).filter(
    ({ metric, about }) => metric === "attainment" && isAbout(about, "clock")
  )
  const roles = (first?.estimates ?? []).filter(
    ({ metric, about }) => metric === "utilisation" && isAbout(about, "role")
  )
  const lines = [
    ...clocks.map(
      ({ about }) =>
        [
          `${metricWord("attainment", language)}${texts.word.pause}${titles("clock", about.clock ?? "")}`,
          "attainment",
          about
        ] as const
    ),
    ...amounts.map((metric) => [metricWord(metric, language), metric, {}] as const),
    ...roles.map(
      ({ about }) =>
        [
          `${metricWord("utilisation", language)}${texts.word.pause}${titles("role", about.role ?? "")}`,
          "utilisation",
          about
        ] as const
    )
  ]
  const rows = lines.flatMap(([name, metric, about]) => {
    const all = reports.map((report) => estimateIn(report, metric, about))
    if (all.every((one) => one?.value === undefined || one.value === 0) && !all.some(isPiling)) return []
    const intervals = all.map((one) => intervalText(one, saying))
    return [
      [name, ...all.map((one) => paint(one?.value === undefined ? "dim" : "strong", estimateText(one, saying)))],
      ...(intervals.every((text) => text === "") ? [] : [["", ...intervals.map((text) => paint("dim", text))]])
    ]
  })
  const identity = first?.identity
  const head = identity === undefined ? "" : texts.simulate.head(identity.replications, identity.seed)
  const columns = [{}, ...swept.map(({ value }) => ({ head: value, align: "right" as const }))]
  const table = tableLines(columns, rows, {
    head: (text) => paint("accent", text),
    within: tableWidth(context.terminal)
  })
  return [
    `${paint("strong", path)}  ${paint("dim", head)}`,
    "",
    ...table,
    ...legendLines(table, context),
    ...(isAlike(reports) ? ["", paint("warn", texts.simulate.sweepAlike)] : []),
    ...(first === undefined ? [] : assumptionLines(first, context)),
    ""
  ].join("\n")
}

const isAlike = ([first, ...others]: readonly Report[]): boolean =>
  others.length > 0 && others.every(({ estimates }) => JSON.stringify(estimates) === JSON.stringify(first?.estimates))

const isPiling = (estimate: Estimate | undefined): boolean => estimate?.status === "unstable"
