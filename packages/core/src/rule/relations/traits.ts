/**
 * Traits by which the engine finds cases that feedback may repeat, without reading every case: the numbers that a case
 * names, and the words of each of its statements.
 */
import type { Case } from "../../case/Case.ts"
import type { Submission } from "../../case/generated/Command.ts"
import { type Saying, saidBy } from "../../case/track/Conversation.ts"
import { differ, identifiersOf } from "../../language/likeness/Identifiers.ts"
import { contentOf, type WeighedText } from "../../language/likeness/Likeness.ts"
import { textRead } from "../../language/part/Parts.ts"
import type { FactValue } from "../../table/Fact.ts"
import type { Instant } from "../../time/Instant.ts"
import { textsOf, wordsOf } from "../feedback/understanding.ts"

/** The traits of a case. */
export interface Traits {
  /** The numbers of orders, invoices and the like. */
  readonly numbers: ReadonlySet<string>
  /** The words of each statement of the matter. */
  readonly said: readonly Said[]
  /** Whether another customer has said it, too, because their case was merged into this one. */
  readonly isShared: boolean
}

interface Said {
  readonly at: Instant
  readonly content: WeighedText
}

/** Returns the traits of a case. */
export const traitsOf = (state: Case): Traits => {
  const own = saidBy(state.conversation, undefined)
  return {
    numbers: numbersOfCase(state),
    said: own.filter(isMatter).map((saying) => ({ at: saying.at, content: contentOfSaying(saying) })),
    isShared: own.length < state.conversation.said.length
  }
}

/** Returns whether a saying states the matter itself; only such sayings are compared with later ones. */
export const isMatter = ({ as }: Saying): boolean => as === "feedback"

/** Returns the words of feedback, weighed for comparison. */
export const contentOfFeedback = (submission: Partial<Submission>, common: ReadonlySet<string>): WeighedText =>
  contentOf(textRead(wordsOf(submission)), common)

/** Returns the numbers of orders, invoices and the like in the words and facts of feedback. */
export const numbersOf = ({ facts = {}, ...submission }: Partial<Submission>): ReadonlySet<string> =>
  new Set(
    [
      ...textsOf(submission),
      ...Object.values(facts)
        .filter(isNumber)
        .map((value) => `# ${value}`)
    ].flatMap((text) => [...identifiersOf(textRead(text))])
  )

/** Returns whether a text fact of the host is a number, such as that of an order; a sentence is not. */
export const isNumber = (value: FactValue): value is string => typeof value === "string" && /^\S*\d\S*$/.test(value)

/** Returns whether feedback and a case name different numbers and therefore are different matters. */
export const nameOthers = (own: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean =>
  own.size > 0 && differ(own, theirs)

const numbers = new WeakMap<Case, ReadonlySet<string>>()

/** Returns the numbers of orders, invoices and the like that a case names. */
export const numbersOfCase = (state: Case): ReadonlySet<string> => {
  const known = numbers.get(state)
  if (known !== undefined) return known
  const { feedback, conversation } = state
  const found = new Set([
    ...numbersOf({ facts: feedback.facts }),
    ...conversation.said.flatMap(({ text }) => [...identifiersOf(textRead(text))])
  ])
  numbers.set(state, found)
  return found
}

const contents = new WeakMap<Saying, WeighedText>()

/** Returns the words of a saying, weighed for comparison with everything that the customer says later. */
export const contentOfSaying = (saying: Saying, common: ReadonlySet<string> = nothing): WeighedText => {
  if (common.size > 0) return contentOf(textRead(saying.text), common)
  const known = contents.get(saying)
  if (known !== undefined) return known
  const content = contentOf(textRead(saying.text))
  contents.set(saying, content)
  return content
}

const nothing: ReadonlySet<string> = new Set()
