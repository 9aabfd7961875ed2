/**
 * By what a case is found that feedback may be about again, where not every case is read: the numbers that it names, and
 * the words of each time that it was said.
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

export interface Traits {
  /** Numbers of orders, invoices and the like. */
  readonly numbers: ReadonlySet<string>
  /** The matter, each time that it was said. */
  readonly said: readonly Said[]
  /** Another customer has said it too: their case was merged into this one. */
  readonly isShared: boolean
}

interface Said {
  readonly at: Instant
  readonly content: WeighedText
}

export const traitsOf = (state: Case): Traits => {
  const own = saidBy(state.conversation, undefined)
  return {
    numbers: numbersOfCase(state),
    said: own.filter(isMatter).map((saying) => ({ at: saying.at, content: contentOfSaying(saying) })),
    isShared: own.length < state.conversation.said.length
  }
}

/** What was said of the matter itself is set beside what is said after it. */
export const isMatter = ({ as }: Saying): boolean => as === "feedback"

/** Returns the words of feedback as they are set beside others. */
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

/** Texts of the host's that are numbers: of an order, a model. One that is a sentence is no number. */
export const isNumber = (value: FactValue): value is string => typeof value === "string" && /^\S*\d\S*$/.test(value)

/** Whether feedback names other numbers than a case does: it is another matter. */
export const nameOthers = (own: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean =>
  own.size > 0 && differ(own, theirs)

const numbers = new WeakMap<Case, ReadonlySet<string>>()

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

/** What was said is set beside everything that the customer says after it. */
export const contentOfSaying = (saying: Saying, common: ReadonlySet<string> = nothing): WeighedText => {
  if (common.size > 0) return contentOf(textRead(saying.text), common)
  const known = contents.get(saying)
  if (known !== undefined) return known
  const content = contentOf(textRead(saying.text))
  contents.set(saying, content)
  return content
}

const nothing: ReadonlySet<string> = new Set()
