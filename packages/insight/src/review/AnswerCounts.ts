/** Counts the answers to survey questions in a period: how often each answer of each question was given. */
import { isWithin, type Period } from "../story/Period.ts"
import type { CaseSummary } from "../summary/CaseSummary.ts"

/** The answers to one question. */
export interface AnswerCount {
  readonly channel: string
  readonly question: string
  /** The number of customers who answered it. */
  readonly answered: number
  /**
   * For each answer as facts write it, how many gave it; of several choices each counts. Free text is not included.
   */
  readonly values: ReadonlyMap<string, number>
}

/** Counts answers. */
export interface AnswerCounts {
  take(summary: CaseSummary): void
  /** Returns the counts, sorted by channel and question, and the values in order. */
  counts(): readonly AnswerCount[]
  add(other: AnswerCounts): void
}

/** Begins to count the answers of a period, case by case. An answer counts when it was given. */
export const makeAnswerCounts = (period: Period): AnswerCounts => {
  const found = new Map<string, { channel: string; question: string; answered: number; values: Map<string, number> }>()
  const of = (channel: string, question: string) => {
    const key = JSON.stringify([channel, question])
    const one = found.get(key) ?? { channel, question, answered: 0, values: new Map() }
    found.set(key, one)
    return one
  }
  return {
    take: ({ answers }) => {
      for (const { at, channel, question, values } of answers) {
        if (!isWithin(period, at)) continue
        const one = of(channel, question)
        one.answered += 1
        for (const each of values) one.values.set(each, (one.values.get(each) ?? 0) + 1)
      }
    },
    add: (other) => {
      for (const { channel, question, answered, values } of other.counts()) {
        const one = of(channel, question)
        one.answered += answered
        for (const [each, times] of values) one.values.set(each, (one.values.get(each) ?? 0) + times)
      }
    },
    counts: () => inOrder(found).map(([, one]) => ({ ...one, values: new Map(inOrder(one.values)) }))
  }
}

/** Sorts answers, because cases come in any order and the result may not depend on it. */
const inOrder = <V>(map: ReadonlyMap<string, V>): readonly (readonly [string, V])[] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1))
