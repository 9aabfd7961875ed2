/** How customers answered the questions of surveys in a period: of each question how often each answer was given. */
import { momentsOf, type Story } from "../story/CaseStory.ts"
import { isWithin, type Period } from "../story/Period.ts"

export interface AnswerCount {
  readonly channel: string
  readonly question: string
  /** How many customers answered it. */
  readonly answered: number
  /** Of each answer as facts write it, how many gave it; of several choices each counts. Free text is not among them. */
  readonly values: ReadonlyMap<string, number>
}

export interface AnswerCounts {
  take(story: Story): void
  counts(): readonly AnswerCount[]
}

/** Begins to count the answers of a period, case by case. An answer counts when it was given. */
export const makeAnswerCounts = (period: Period): AnswerCounts => {
  const found = new Map<string, { channel: string; question: string; answered: number; values: Map<string, number> }>()
  return {
    take: (story) => {
      const { facts } = story.policy.bundle
      for (const { event } of momentsOf(story, "survey-answered")) {
        // What a case was opened with is counted where it was said.
        if (!isWithin(period, event.at) || event.again === true) continue
        for (const [question, value] of Object.entries(event.answers)) {
          const key = JSON.stringify([event.channel, question])
          const one = found.get(key) ?? { channel: event.channel, question, answered: 0, values: new Map() }
          found.set(key, one)
          one.answered += 1
          for (const each of valuesIn(facts[question]?.kind, value))
            one.values.set(each, (one.values.get(each) ?? 0) + 1)
        }
      }
    },
    counts: () => [...found.values()]
  }
}

const valuesIn = (kind: string | undefined, value: string | number | boolean): readonly string[] => {
  if (kind === "text" || kind === undefined) return []
  if (kind === "some-of") return String(value).split(/[,，、;；]\s*/)
  return [typeof value === "boolean" ? (value ? "yes" : "no") : String(value)]
}
