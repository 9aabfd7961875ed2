/** Renders the figures of a period, in total and by group. */
import type { Policy } from "@hearback/core"
import type { Measures } from "../../../index.ts"
import type { CommandContext } from "../../program/Command.ts"
import { answerLines } from "./Answers.ts"
import { asKnownLines, figureLines, grantedLines, heardLines, periodText, policyText, targetsLines } from "./Figures.ts"
import { groupLines } from "./Groups.ts"

/** Renders the figures of a period. */
export const measuresText = (found: Measures, policy: Policy.Policy, context: CommandContext): string => {
  const { paint } = context
  const { learnedLater } = found
  return [
    `${paint("strong", periodText(found, policy, context))}  ${paint("dim", policyText(policy))}`,
    "",
    ...asKnownLines(learnedLater, context),
    ...figureLines(found.figures, policy, context, learnedLater),
    ...heardLines(found.heard, context, learnedLater),
    ...grantedLines(found.granted, policy, context, learnedLater),
    ...answerLines(found.answers, context, learnedLater),
    ...groupLines(found, policy, context),
    ...targetsLines(found.figures, context).flatMap((line) => ["", line]),
    ""
  ].join("\n")
}
