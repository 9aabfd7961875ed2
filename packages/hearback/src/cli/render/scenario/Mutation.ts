/** Renders how many changes of a policy its scenarios detect, and the undetected ones, each with its line. */
import type { Mutation } from "../../../testing/mutation/Mutation.ts"
import type { CommandContext } from "../../program/Command.ts"
import { placeText, ruleText } from "../../terminal/Places.ts"
import { tableLines } from "../../terminal/Table.ts"
import { tableWidth } from "../../terminal/Terminal.ts"

/** The mutation test of one policy. */
export interface PolicyMutation extends Mutation {
  readonly policy: string
}

/** Renders the mutation test of policies. */
export const mutationText = (
  mutation: PolicyMutation,
  { paint, texts: { mutation: texts }, terminal, language }: CommandContext
): string => {
  const { policy, noticed, tried, all, survivors } = mutation
  const rows = survivors.map(({ place, rule, change, about }) => [
    paint("dim", placeText(place)),
    ruleText(rule, language),
    texts.changes[change](change === "swapped" ? ruleText(about ?? "", language) : (about ?? ""))
  ])
  return [
    paint("strong", texts.title(policy)),
    `  ${paint(survivors.length === 0 ? "good" : "bad", texts.noticed(noticed, tried))}`,
    ...(tried < all ? [`  ${texts.sample(tried, all)}`] : []),
    ...tableLines([{}, {}, {}], rows, { within: tableWidth(terminal) }),
    ""
  ].join("\n")
}
