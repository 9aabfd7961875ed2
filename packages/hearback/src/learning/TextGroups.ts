/**
 * Figures by a fact that is free text. Rows contain a number for each text. Cases are counted by these numbers, and
 * the text of each group is read from one of its cases. The most frequent texts have their own groups; all other
 * texts are one group.
 */
import { type Engine, textFingerprints } from "@hearback/engine"
import * as Insight from "@hearback/insight"
import { textIn } from "./Stories.ts"

/** The groups of a free text. */
export interface TextGroups {
  readonly groupOf: Insight.GroupOf
  /** Returns what the groups are called that cases had while they were counted. */
  readonly nameOf: (group: string) => string
  /** The number of texts in the group `otherTexts`. */
  readonly others: number
}

/** The name of the group of all other texts, which no text can have. */
export const otherTexts = "\u0000"

/** Returns whether a fact is free text. */
export const isTextFact = ({ policies }: Engine, by: string): boolean =>
  Insight.textFactsOf(policies.active).includes(by)

/** How values of a free text are distinguished: by their numbers in rows. */
interface TextNumbers {
  readonly numberIn: (summary: Insight.CaseSummary) => number | undefined
  /** Returns the text for a number that a case has; empty if nobody can decrypt it any more. */
  readonly read: (number: number, id: string) => Promise<string>
}

const textNumbersOf = async (engine: Engine, fact: string): Promise<TextNumbers> => {
  const fingerprint = await textFingerprints(engine.keys, engine.tenant)
  const initial = engine.policies.active.bundle.facts[fact]?.default
  const [numbers, texts] = [new Map<string, number>(), new Map<number, string>()]
  /**
   * Returns the number of a value that is not encrypted, because the fact was no free text in an earlier version of
   * the policy.
   */
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? fingerprint(fact, text)
    numbers.set(text, number)
    texts.set(number, text)
    return number
  }
  const known = readTexts.get(engine) ?? new Map<number, string>()
  if (known.size < mostRead) readTexts.set(engine, known)
  else readTexts.delete(engine)
  return {
    numberIn: (summary) => {
      const number = summary.textOf(fact)
      if (number !== undefined) return number
      const text = summary.about.facts[fact] ?? initial
      return text === undefined ? undefined : numberOf(String(text))
    },
    read: async (number, id) => {
      const isIt = (text: string): boolean => fingerprint(fact, text) === number
      const text = texts.get(number) ?? known.get(number) ?? (await textIn(engine, id, fact, isIt))
      if (text !== undefined) known.set(number, text)
      return text ?? ""
    }
  }
}

/** The values of a free text that are counted while cases are. */
export interface CountedTexts {
  /** Counts a case, before it is asked for its group. */
  readonly take: (known: Insight.KnownCase<Insight.CaseSummary>) => void
  /** Gives each value a name of its own. */
  readonly groupOf: Insight.GroupOf
  /** Whether they are more than should be groups; cases are then read once more. */
  readonly areTooMany: () => boolean
  /** Returns the groups, once all cases are counted. */
  readonly groups: () => Promise<TextGroups>
}

/** The largest number of values that are groups while cases are counted, because each takes memory. Tests set fewer. */
export const counting = { most: 2_000 }

/** Begins to count the values of a free text. */
export const countedTextsOf = async (engine: Engine, fact: string): Promise<CountedTexts> => {
  const { numberIn, read } = await textNumbersOf(engine, fact)
  const counts = makeTextCounts()
  const areTooMany = (): boolean => counts.size() > counting.most
  return {
    take: ({ atEnd, now }) => {
      const number = numberIn(now)
      counts.add(number, now.id)
      const then = atEnd === undefined || atEnd === now ? number : numberIn(atEnd)
      if (then !== number) counts.add(then, now.id)
    },
    groupOf: (summary) => {
      const number = numberIn(summary)
      if (number === undefined) return ""
      return areTooMany() ? otherTexts : (counts.groupOf(number) ?? otherTexts)
    },
    areTooMany,
    groups: async () => {
      const texts = new Map<number, string>()
      for (const { number, first } of counts.most()) texts.set(number, await read(number, first))
      const names = new Map([...texts].map(([number, text]) => [counts.groupOf(number) ?? "", text]))
      return {
        groupOf: (summary) => {
          const number = numberIn(summary)
          return number === undefined ? "" : (texts.get(number) ?? otherTexts)
        },
        nameOf: (group) => (group === "" ? "" : (names.get(group) ?? otherTexts)),
        others: counts.size() - texts.size
      }
    }
  }
}

/** A cache of texts that were read. */
const readTexts = new WeakMap<Engine, Map<number, string>>()
const mostRead = 1_000

interface TextCount {
  readonly number: number
  /** What its cases are called until its text is read. */
  readonly group: string
  cases: number
  /** The first case with the text, by id. */
  first: string
}

const makeTextCounts = () => {
  const counts = new Map<number, TextCount>()
  return {
    add: (number: number | undefined, id: string): void => {
      if (number === undefined) return
      const count = counts.get(number)
      if (count === undefined) counts.set(number, { number, group: String(counts.size), cases: 1, first: id })
      else {
        count.cases += 1
        if (id < count.first) count.first = id
      }
    },
    groupOf: (number: number): string | undefined => counts.get(number)?.group,
    size: (): number => counts.size,
    /**
     * Returns the most frequent texts. Of equally frequent ones, the one with the first case comes first, so that
     * every store gives the same result.
     */
    most: (): readonly TextCount[] => {
      const first = Insight.makeFirstRows<TextCount, TextCount>(
        (a, b) => b.cases - a.cases || (a.first < b.first ? -1 : 1)
      )
      for (const count of counts.values()) first.add(count, () => count)
      return first.rows()
    }
  }
}
