/** Renders two compared policies as Markdown for a pull request. */
import type { CommandContext } from "../../program/Command.ts"
import { table } from "../../terminal/MarkdownTable.ts"
import { type ComparedPolicies, toldOf } from "./DifferenceLines.ts"
import { byWeight, headTexts, rowsOf, titleText } from "./Report.ts"

/** Renders a comparison as Markdown. */
export const diffMarkdown = (
  compared: ComparedPolicies,
  verdict: string | undefined,
  context: CommandContext
): string => {
  const { diff } = context.texts
  const told = toldOf(compared, context)
  return [
    `### ${titleText(compared, context)}`,
    ...headTexts(compared, told, context),
    ...(verdict === undefined ? [] : [`> **${verdict}**`]),
    ...byWeight(told).flatMap(([weight, some]) => [`#### ${diff.weight[weight]}`, table(...rowsOf(some, context))]),
    ""
  ].join("\n\n")
}
