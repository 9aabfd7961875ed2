/** `survey/…`: surveys of several questions, and the facts that they ask for. */
import type { survey as rows } from "../../../diagnostic/catalogue/Survey.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const survey = {
  "survey/bad-scale": {
    message: ({ fact }) => `the scale of fact ${quoted(fact)} is not two whole numbers, the lowest first`,
    help: "write for example `scale: [1, 5]`"
  },
  "survey/too-many-choices": {
    message: ({ fact, count, most }) =>
      `fact ${quoted(fact)} has ${count} values to choose several from, more than ${most}`,
    help: "ask two questions, or put rare values together"
  },
  "survey/asks-twice": {
    message: ({ channel, key }) =>
      `channel ${quoted(channel)} asks by \`questions\`, so its ${quoted(key)} is never asked`,
    help: "make it one of `questions`, with a fact that has a `scale` for a score"
  },
  "survey/no-questions": {
    message: ({ channel }) =>
      `channel ${quoted(channel)} says which answers are not satisfied, and has no \`questions\``,
    help: "write its `questions`; a score alone is judged by `kind-by-score`"
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
    help: "an answer that its `when` needs belongs to a question that is not asked then"
  },
  "survey/never-holds": {
    message: ({ channel }) => `no answers on channel ${quoted(channel)} ever come to this`,
    help: "the answers that it needs belong to questions that are not asked together"
  },
  "survey/choices-alike": {
    message: ({ question, choice, other }) =>
      `nothing tells ${quoted(choice)} from ${quoted(other)} in an answer to ${quoted(question)}`,
    help: "call them differently; no value is called by the number of another one"
  },
  "survey/nothing-waits": {
    message: ({ channel, question }) =>
      `nothing waits for the answer to ${quoted(question)}, which channel ${quoted(channel)} requires`,
    help: "let a `confirmation` ask by it (`survey`), or say `required: no`"
  },
  "survey/never-dissatisfied": {
    message: ({ channel, gate }) =>
      `whatever customers answer on channel ${quoted(channel)}, gate ${quoted(gate)} takes them to be satisfied`,
    help: "say under `dissatisfied` which answers are not"
  }
} satisfies FindingTexts<typeof rows>
