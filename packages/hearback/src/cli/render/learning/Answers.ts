/** How customers answered surveys: each question with the share of each answer. */
import type { Measures } from "../../../index.ts"
import type { Context } from "../../program/Command.ts"
import { tracks } from "../../terminal/Columns.ts"

export const answerLines = (answers: Measures["answers"], context: Context): readonly string[] => {
  const { paint, texts, terminal } = context
  const { learning, word } = texts
  return answers.length === 0
    ? []
    : [
        "",
        ` ${paint("accent", learning.answers)}`,
        ...answers.flatMap(({ title, question, answered, mean, values }) => [
          `   ${title === question ? question : `${question}  ${title}`}  ${paint("dim", learning.answered(answered, mean?.toFixed(2)))}`,
          ...tracks(
            values.map(
              ({ title: called, count }) =>
                `${called} ${paint("strong", String(count))} (${Math.round((100 * count) / Math.max(answered, 1))} %)`
            ),
            word.pause,
            Math.min(terminal.columns, 110) - 6
          ).map((line) => `     ${line}`)
        ])
      ]
}
