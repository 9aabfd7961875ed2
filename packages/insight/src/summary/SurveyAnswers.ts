/** What a customer answered to the questions of surveys. */
import { momentsOf, type Story } from "../story/CaseStory.ts"

export interface SurveyAnswer {
  readonly at: number
  readonly channel: string
  readonly question: string
  /** As facts write it; of several choices each. None for free text. */
  readonly values: readonly string[]
}

/** What a case was opened with is counted where it was said. */
export const surveyAnswersOf = (story: Story): readonly SurveyAnswer[] =>
  momentsOf(story, "survey-answered").flatMap(({ event: { at, channel, again, answers } }) =>
    again === true
      ? []
      : Object.entries(answers).map(([question, value]) => ({
          at,
          channel,
          question,
          values: valuesIn(story.policy.bundle.facts[question]?.kind, value)
        }))
  )

const valuesIn = (kind: string | undefined, value: string | number | boolean): readonly string[] => {
  if (kind === "text" || kind === undefined) return []
  if (kind === "some-of") return String(value).split(/[,，、;；]\s*/)
  return [typeof value === "boolean" ? (value ? "yes" : "no") : String(value)]
}
