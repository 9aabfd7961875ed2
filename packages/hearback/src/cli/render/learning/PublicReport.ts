/** Renders the report to customers (you said, we did) as Markdown for a web page. */
import { type Policy, Text } from "@hearback/core"
import type { ReportStopped, SaidAndDone } from "../../../index.ts"
import type { CommandContext } from "../../program/Command.ts"
import { tableLines } from "../../terminal/Table.ts"
import { tableWidth } from "../../terminal/Terminal.ts"
import { gateTitle, periodText } from "./Figures.ts"

/** Renders the report to customers. */
export const publicReportText = (report: SaidAndDone, policy: Policy.Policy, context: CommandContext): string => {
  const { texts } = context
  const { said, uncategorised } = texts.learning
  const all = report.heard.reduce((sum, { cases }) => sum + cases, 0)
  const heard = report.heard.map(
    ({ category, cases }) => `- ${category === "" ? uncategorised : category}${texts.word.colon}${cases}`
  )
  const { cases, ...outcomes } = report.answered
  const ended = (["confirmed", "unconfirmed", "dissatisfied", "onBehalf"] as const).flatMap((name) =>
    outcomes[name] === 0 ? [] : [`- ${said[name](outcomes[name])}`]
  )
  return [
    `# ${said.title}`,
    "",
    periodText(report, policy, context),
    "",
    said.feedback(all),
    ...(heard.length === 0 ? [] : ["", ...heard]),
    "",
    `## ${said.adopted}`,
    "",
    ...doneLines(report.adopted, context),
    "",
    `## ${said.prevented}`,
    "",
    ...doneLines(report.prevented, context),
    "",
    `## ${said.ended}`,
    "",
    said.answered(cases),
    ...(ended.length === 0 ? [] : ["", ...ended]),
    ""
  ].join("\n")
}

/** Renders which released texts identify a person. Nothing is published before each was released in other words. */
export const stoppedText = ({ personal }: ReportStopped, policy: Policy.Policy, context: CommandContext): string => {
  const { paint, texts, language } = context
  const { stopped, stoppedHelp, traces } = texts.learning.said
  const rows = personal.flatMap(({ case: id, gate, by, found }) =>
    found.map(({ kind, text }) => [
      paint("strong", id),
      gateTitle(gate, policy, language),
      by,
      paint("warn", traces[kind]),
      paint("quote", Text.form(language).quote(text))
    ])
  )
  return [
    paint("bad", stopped),
    ...tableLines([{}, {}, {}, {}, {}], rows, { within: tableWidth(context.terminal) }),
    paint("dim", stoppedHelp),
    ""
  ].join("\n")
}

/**
 * Returns actions without repetition: one for several cases is written once, and is called verified if it is on all
 * of them.
 */
const doneLines = (done: SaidAndDone["prevented"], { texts }: CommandContext): readonly string[] => {
  const { said } = texts.learning
  const quoted = new Map<string, boolean>()
  for (const { category, text, verified = false } of done) {
    if (text === undefined) continue
    const line = `- ${category === "" ? "" : `${category}${texts.word.colon}`}${text}`
    quoted.set(line, (quoted.get(line) ?? true) && verified)
  }
  const lines = [...quoted].map(([line, verified]) => `${line}${verified ? said.verified : ""}`)
  const silent = done.filter(({ text }) => text === undefined).length
  if (silent > 0) lines.push(`- ${said.more(silent, lines.length === 0)}`)
  return lines.length === 0 ? [said.none] : lines
}
