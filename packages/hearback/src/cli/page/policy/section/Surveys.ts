/** Shows the surveys of customers: each question, its possible answers, and when it is asked. */
import type { Bundle } from "@hearback/core"
import { type Markup, tag } from "../../Markup.ts"
import { type PolicyView, paragraph } from "../part/PolicyView.ts"
import { wideTable } from "../part/Tables.ts"
import { factTypeText } from "./OtherRules.ts"

/** Makes the section. */
export const surveys = (view: PolicyView): readonly Markup[] =>
  Object.entries(view.bundle.channels).flatMap(([name, channel]) =>
    channel.questions === undefined ? [] : surveyOf(name, channel, channel.questions, view)
  )

const surveyOf = (
  name: string,
  { dissatisfied }: Bundle.ChannelRule,
  questions: readonly Bundle.QuestionRule[],
  view: PolicyView
): readonly Markup[] => {
  const { bundle, words, naming } = view
  const { title, asks, answer, required, when, isRequired, mayPass, isDissatisfied } = words.survey
  const rows = questions.map((question, index) => {
    const fact = bundle.facts[question.fact]
    return [
      `${index + 1}. ${naming.text(question.ask) ?? question.fact}`,
      fact === undefined ? "" : factTypeText(fact, view),
      question.required ? isRequired : mayPass,
      question.when === undefined ? words.always : naming.condition(question.when)
    ]
  })
  return [
    tag("h3", {}, title(naming.channel(name))),
    wideTable([asks, answer, required, when], rows),
    ...(dissatisfied === undefined ? [] : [paragraph(isDissatisfied(naming.condition(dissatisfied)))])
  ]
}
