/** Renders answers to surveys: each question with the share of each answer. */
import type { Answers, Measures } from "../../../index.ts"
import type { CommandContext } from "../../program/Command.ts"
import { tracks } from "../../terminal/Columns.ts"
import { type Later, nothingLater } from "./Figures.ts"

/** Renders the answers. */
export const answerLines = (
  atEnd: Measures["answers"],
  context: CommandContext,
  later: Later = nothingLater
): readonly string[] => {
  const { paint, texts, terminal } = context
  const { learning, word } = texts
  const nowOf = ({ channel, question }: Answers): Answers | undefined =>
    later.answers.find((one) => one.channel === channel && one.question === question)
  const fresh = later.answers.filter((one) => !atEnd.some((other) => nowOf(other) === one))
  const answers = [...atEnd, ...fresh.map(({ mean: _, ...one }): Answers => ({ ...one, answered: 0, values: [] }))]
  const nowText = (one: Answers | undefined): string =>
    one === undefined
      ? ""
      : paint("warn", learning.inBrackets(learning.now(learning.answered(one.answered, one.mean?.toFixed(2)))))
  return answers.length === 0
    ? []
    : [
        "",
        ` ${paint("accent", learning.answers)}`,
        ...answers.flatMap((one) => [
          `   ${one.title === one.question ? one.question : `${one.question}  ${one.title}`}  ${paint("dim", learning.answered(one.answered, one.mean?.toFixed(2)))}${nowText(nowOf(one))}`,
          ...tracks(
            one.values.map(
              ({ title: called, count }) =>
                `${called} ${paint("strong", String(count))} (${Math.round((100 * count) / Math.max(one.answered, 1))}%)`
            ),
            word.pause,
            Math.min(terminal.columns, 110) - 6
          ).map((line) => `     ${line}`)
        ])
      ]
}
