/** Renders how few people keep a bound: what was tried and its results. */
import type { FigureBound, SimulationSubject, Staffed } from "@hearback/simulation"
import type { CommandContext } from "../../program/Command.ts"
import { estimateText, intervalText, type SimulationForms, valueText } from "../../simulate/FigureWords.ts"
import { figureText } from "../../simulate/Target.ts"
import { titlesOf } from "../../simulate/Titles.ts"
import { tableLines } from "../../terminal/Table.ts"
import { tableWidth } from "../../terminal/Terminal.ts"
import { assumptionLines, legendLines } from "./Notes.ts"

/** The answer to a staffing question. */
export interface StaffAnswer extends Staffed {
  readonly role: string
  readonly now: number
  readonly most: number
  readonly target: FigureBound
}

const tones = { pass: "good", fail: "bad", inconclusive: "warn" } as const

/** Renders the answer. */
export const staffText = (answer: StaffAnswer, subject: SimulationSubject, context: CommandContext): string => {
  const { language, texts, paint } = context
  const saying: SimulationForms = { language, texts: texts.simulate, currency: subject.policy.bundle.currency }
  const { metric, about = {}, statistic = "mean", atLeast, atMost } = answer.target
  const bound = valueText(metric, atLeast ?? atMost ?? 0, saying)
  const target = `${figureText({ metric, about, statistic }, subject, context)} ${atLeast === undefined ? "≤" : "≥"} ${bound}`
  const role = titlesOf(subject, language)("role", answer.role)
  const { staffEnough, staffNever, staffNow, tried, verdict, needed, figure, interval } = texts.simulate
  const head =
    answer.count === undefined
      ? paint("bad", staffNever(answer.most, role, target))
      : paint("good", staffEnough(answer.count, role, target))
  const rows = [...answer.tried]
    .sort((a, b) => a.count - b.count)
    .map(({ count, judgement }) => [
      String(count),
      estimateText(judgement.estimate, saying),
      paint("dim", intervalText(judgement.estimate, saying)),
      paint(tones[judgement.verdict], verdict[judgement.verdict]),
      judgement.replicationsNeeded === undefined ? "" : paint("dim", needed(judgement.replicationsNeeded))
    ])
  const right = (text: string) => ({ head: text, align: "right" as const })
  const columns = [right(tried), right(figure), right(interval(95)), {}, {}]
  const table = tableLines(columns, rows, { head: (text) => paint("dim", text), within: tableWidth(context.terminal) })
  return [
    `${head} ${staffNow(answer.now)}`,
    "",
    ...table,
    ...legendLines(table, context),
    ...assumptionLines(answer, context),
    ""
  ].join("\n")
}
