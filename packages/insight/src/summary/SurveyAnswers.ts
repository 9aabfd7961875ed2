/** A customer's answers to survey questions. */
import { momentsOf, type Story } from "../story/CaseStory.ts"

/** An answer to a survey question. */
export interface SurveyAnswer {
  readonly at: number
  readonly channel: string
  readonly question: string
  /** The values as facts write them, each of several choices; none for free text. */
  readonly values: readonly string[]
}

/** Returns the answers of a case. Answers that opened another case are counted in the survey that asked for them. */
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
