/** `survey/…`: surveys of several questions, and the facts that they ask for. */
import type { survey as rows } from "../../../diagnostic/catalogue/Survey.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const survey = {
  "survey/bad-scale": {
    message: ({ fact }) => `the scale of fact ${quoted(fact)} must be two whole numbers, the lower one first`,
    help: "write, for example, `scale: [1, 5]`"
  },
  "survey/too-many-choices": {
    message: ({ fact, count, most }) =>
      `fact ${quoted(fact)} has ${count} values to choose several from, more than ${most}`,
    help: "split it into two questions, or combine rare values"
  },
  "survey/asks-twice": {
    message: ({ channel, key }) =>
      `channel ${quoted(channel)} asks by \`questions\`, so its ${quoted(key)} is never asked`,
    help: "make it one of `questions`; for a score, use a fact with a `scale`"
  },
  "survey/no-questions": {
    message: ({ channel }) =>
      `channel ${quoted(channel)} says which answers count as dissatisfied, but has no \`questions\``,
    help: "add `questions`; a score alone is judged by `kind-by-score`"
  },
  "survey/later-question": {
    message: ({ question, other }) =>
      question === other
        ? `whether ${quoted(question)} is asked depends on its own answer`
        : `whether ${quoted(question)} is asked depends on ${quoted(other)}, which is asked later`,
    help: "put the other question before it"
  },
  "survey/never-asked": {
    message: ({ question }) => `nobody is ever asked ${quoted(question)}`,
    help: "its `when` needs the answer to a question that is not asked in that case"
  },
  "survey/never-holds": {
    message: ({ channel }) => `no answers on channel ${quoted(channel)} ever meet this condition`,
    help: "it needs answers to questions that are never asked together"
  },
  "survey/choices-alike": {
    message: ({ question, choice, other }) =>
      `${quoted(choice)} and ${quoted(other)} cannot be told apart in an answer to ${quoted(question)}`,
    help: "give them different names; no value may be named like the number of another one"
  },
  "survey/nothing-waits": {
    message: ({ channel, question }) =>
      `nothing waits for the answer to ${quoted(question)}, which channel ${quoted(channel)} requires`,
    help: "let a `confirmation` ask by it (`survey`), or write `required: no`"
  },
  "survey/never-dissatisfied": {
    message: ({ channel, gate }) =>
      `on channel ${quoted(channel)} every answer counts as satisfied at gate ${quoted(gate)}`,
    help: "say under `dissatisfied` which answers count as dissatisfied"
  }
} satisfies FindingTexts<typeof rows>
