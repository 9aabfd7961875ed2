/** Answers of customers to surveys, in the words and the order of the policy version in force. */
import { type Bundle, defined, inLanguage } from "@hearback/core"
import type * as Insight from "@hearback/insight"
import type { Session } from "../call/Call.ts"
import { texts } from "../text/catalogue/Texts.ts"

/** The answers to one question of a survey. */
export interface Answers {
  /** The channel that asked the question. */
  readonly channel: string
  /** The name of the fact that holds the answer. */
  readonly question: string
  /** The text of the question; the name of the fact if the policy no longer asks it. */
  readonly title: string
  /** How many cases have an answer to it. */
  readonly answered: number
  /** The mean of the answers, if the question asks for a score. */
  readonly mean?: number
  /**
   * How often each possible answer was given, in the order of the policy. If several choices are allowed, each counts.
   * Empty for free text.
   */
  readonly values: readonly { readonly value: string; readonly title: string; readonly count: number }[]
}

/** Returns the answers to each question. */
export const answersOf = (session: Session, counts: readonly Insight.AnswerCount[]): readonly Answers[] => {
  const { channels } = session.engine.policies.active.bundle
  const order = Object.entries(channels).flatMap(([channel, { questions = [] }]) =>
    questions.map(({ fact }) => `${channel} ${fact}`)
  )
  const placeOf = ({ channel, question }: Insight.AnswerCount): number => {
    const place = order.indexOf(`${channel} ${question}`)
    return place < 0 ? order.length : place
  }
  return [...counts].sort((one, other) => placeOf(one) - placeOf(other)).map((count) => shown(session, count))
}

const shown = (
  { engine, language }: Session,
  { channel, question, answered, values }: Insight.AnswerCount
): Answers => {
  const { bundle } = engine.policies.active
  const fact = bundle.facts[question]
  const asked = bundle.channels[channel]?.questions?.find((one) => one.fact === question)
  const ours: Readonly<Record<string, string>> = texts[language].answer.own
  const names = [...new Set([...choicesOf(fact), ...values.keys()])]
  return defined({
    channel,
    question,
    title: inLanguage(asked?.ask, language, bundle.language) ?? question,
    answered,
    mean: fact?.kind === "scale" ? meanOf(values) : undefined,
    values: names.map((value) => ({
      value,
      title: inLanguage(fact?.titles?.[value], language, bundle.language) ?? ours[value] ?? value,
      count: values.get(value) ?? 0
    }))
  })
}

const choicesOf = (fact: Bundle.FactDeclaration | undefined): readonly string[] => {
  const { type, kind } = fact ?? {}
  if (type?._tag === "OneOf" || type?._tag === "SomeOf") return type.values
  if (type?._tag === "Flag") return ["yes", "no"]
  if (kind !== "scale" || type?._tag !== "Amount") return []
  const { min = 0, max = 0 } = type
  return Array.from({ length: max - min + 1 }, (_, i) => String(min + i))
}

const meanOf = (values: ReadonlyMap<string, number>): number | undefined => {
  const all = [...values]
  const count = all.reduce((sum, [, times]) => sum + times, 0)
  return count === 0 ? undefined : all.reduce((sum, [value, times]) => sum + Number(value) * times, 0) / count
}
