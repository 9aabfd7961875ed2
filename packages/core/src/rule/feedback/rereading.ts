/**
 * A customer's further words are read together with the earlier ones. What the dictionary could not decide is decided
 * again. What it was sure of or what a person set stays, and another reading is only suggested. Emotion and signals are
 * updated at once.
 */

import type { Understanding, WordSpan } from "../../case/track/Feedback.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import type { CategoryMeaning, Meant } from "../../language/Meaning.ts"
import type { RuleId } from "../../policy/Bundle.ts"
import { defined } from "../../value/Optional.ts"
import { isFirst } from "./override.ts"
import { readSayings, remember, textsOf, understand, wordsIn, wordsOf } from "./understanding.ts"

/** Returns the reading of everything said so far, one saying a line. Offsets count through all of it. */
const whole = (draft: Draft): Understanding | undefined => {
  const { receipt } = draft.state.feedback
  const { said } = draft.state.conversation
  if (receipt === undefined) return undefined
  const { description: _, verbatim: __, ...rest } = receipt
  const [first, ...further] = said.map(({ text }) => text)
  // A case may be opened with two texts; the saying keeps them as one.
  const opening = first === wordsOf(receipt) ? textsOf(receipt) : [first ?? ""]
  return understand(draft.policy, rest, [], readSayings(draft.policy, said, opening), [...opening, ...further])
}

const same = (a: Understanding, b: Understanding): boolean =>
  a.kind === b.kind &&
  a.category === b.category &&
  a.emotion === b.emotion &&
  a.signals.join() === b.signals.join() &&
  a.sure === b.sure &&
  a.confidence === b.confidence

/** Records a reading, and asks a person for a review if the dictionary is not sure. */
export const classified = (draft: Draft, understanding: Understanding, rule?: string): void => {
  const path = understanding.category === undefined ? "dictionary" : `dictionary.categories.${understanding.category}`
  Drafts.emit(draft, "classified", { understanding }, rule ?? path)
  const reviewer = draft.policy.bundle.dictionary.reviewBy
  if (understanding.sure || reviewer === undefined || draft.state.feedback.review === reviewer) return
  const tied = (understanding.candidates ?? []).map(({ category }) => category)
  const candidates =
    tied.length > 0
      ? tied
      : [understanding.category, understanding.second?.category].filter((name) => name !== undefined)
  Drafts.emit(draft, "review-asked", { of: reviewer, candidates }, "dictionary.sure-above")
}

/**
 * Returns what allows further words to remove demands: an unsure reading may change until somebody has relied on it.
 * After that words only add demands.
 */
export const readAnew = (situation: Situation): { readonly rule: RuleId } | "kept-back" =>
  isFirst(situation) ? { rule: "dictionary.sure-above" } : "kept-back"

/** Returns a reading with its offsets moved, since they count through everything said. */
const shifted = (understanding: Understanding, by: number): Understanding => {
  const all = <H extends WordSpan>(hits: readonly H[]): readonly H[] =>
    hits.map((hit) => ({ ...hit, start: hit.start + by, end: hit.end + by }))
  return {
    ...understanding,
    hits: all(understanding.hits),
    emotionHits: all(understanding.emotionHits),
    kindHits: all(understanding.kindHits),
    ...defined({ signalHits: understanding.signalHits && all(understanding.signalHits) })
  }
}

/**
 * Returns how strong an emotion is: its index among the policy's emotions, the strongest first; none is the weakest.
 */
const strength = (draft: Draft, emotion: string | undefined): number => {
  const at = draft.policy.bundle.dictionary.emotions.findIndex(({ level }) => level === emotion)
  return at < 0 ? Number.POSITIVE_INFINITY : at
}

/** Returns a reading with what the last words add: a stronger emotion, and new signals. */
const felt = (draft: Draft, was: Understanding, last: Understanding): Understanding => {
  const isStronger = strength(draft, last.emotion) < strength(draft, was.emotion)
  const signals = [...new Set([...was.signals, ...last.signals])]
  const heard = (last.signalHits ?? []).filter(({ signal }) => !was.signals.includes(signal))
  return {
    ...was,
    signals,
    signalHits: [...(was.signalHits ?? []), ...heard],
    ...(isStronger ? { emotion: last.emotion, emotionHits: last.emotionHits } : {})
  } as Understanding
}

/** The number of messages that may decide an unsure reading; after that a person has to. */
const MOST_READ_ANEW = 10

/**
 * Reads the customer's further words. The answer to a question is read with everything said before, and so are the
 * first messages while the reading is not sure. A sure reading is only added to, so that a message of a long
 * conversation costs no more than one of a short one. `texts`: the reading of the last words, if they were read before.
 */
export const reread = (draft: Draft, isAnswer: boolean, texts: readonly Meant[] | undefined): void => {
  const { understanding: was, isOverridden, receipt } = draft.state.feedback
  const { said } = draft.state.conversation
  if (was === undefined || receipt === undefined) return
  if (!draft.keepsBack && !isOverridden && (isAnswer || (!was.sure && said.length <= MOST_READ_ANEW))) {
    remember(draft.policy, said.at(-1), texts)
    const now = whole(draft)
    if (now !== undefined && !same(was, now)) classified(draft, now)
    return
  }
  const { description: _, verbatim: __, score: ___, ...rest } = receipt
  const before = said.slice(0, -1).reduce((length, { text }) => length + text.length + 1, 0)
  const read = texts ?? [draft.policy.classifier.read(said.at(-1)?.text ?? "")]
  if (rest.suggested === undefined && read.every(saysNothing)) return
  const last = shifted(
    understand(
      draft.policy,
      rest,
      [],
      wordsIn(draft.policy, read),
      read.map(({ text }) => text)
    ),
    before
  )
  const isOther = last.hits.length > 0 && (last.category !== was.category || last.kind !== was.kind)
  if (last.sure && isOther) suggest(draft, last)
  heed(draft, was, last)
}

/** Returns whether a text can add nothing to a reading: it has no category, no emotion and no signal. */
const saysNothing = ({ meaning }: Meant): boolean => meaning.hits.length === 0 && isUnmoved(meaning)

const isUnmoved = ({ emotionHits, signalHits }: CategoryMeaning): boolean =>
  emotionHits.length === 0 && signalHits.length === 0

const heed = (draft: Draft, was: Understanding, last: Understanding): void => {
  const now = felt(draft, was, last)
  if (now.emotion !== was.emotion || now.signals.length !== was.signals.length)
    Drafts.emit(draft, "classified", { understanding: now }, "dictionary.emotions")
}

/** Returns whether the case is closed; it then keeps its reading. */
const isOver = ({ state }: Draft): boolean => state.lifecycle.closedAt !== undefined

/** Reads the words beside an answer of the customer. Only a stronger emotion and new signals count. */
export const hear = (draft: Draft, text: string): void => {
  const { understanding: was, receipt } = draft.state.feedback
  if (was === undefined || receipt === undefined || text.trim() === "" || isOver(draft)) return
  const read = draft.policy.classifier.read(text)
  if (isUnmoved(read.meaning)) return
  const { description: _, verbatim: __, score: ___, ...rest } = receipt
  const last = understand(draft.policy, rest, [], wordsIn(draft.policy, [read]), [text])
  heed(draft, was, { ...last, emotionHits: [], signalHits: [] })
}

/** Takes over what another reading has more strongly. */
export const heedStronger = (draft: Draft, other: Understanding): void => {
  const { understanding: was } = draft.state.feedback
  if (was !== undefined) heed(draft, was, { ...other, emotionHits: [], signalHits: [] })
}

const suggest = (draft: Draft, { kind, category, confidence, hits }: Understanding): void =>
  Drafts.emit(
    draft,
    "category-suggested",
    defined({ kind, confidence, hits, category }),
    draft.state.feedback.isOverridden || category === undefined
      ? "dictionary.override-lasts"
      : `dictionary.categories.${category}`
  )

/** Reads the words again by another dictionary. The labels stay; differences are recorded as suggestions. */
export const relabel = (draft: Draft): void => {
  const { understanding: was } = draft.state.feedback
  const now = whole(draft)
  if (was === undefined || now === undefined || !now.sure) return
  if (now.category !== was.category || now.kind !== was.kind) suggest(draft, now)
}

/** Ends the time of a category set by a person. The words decide again. */
export const released = (draft: Draft): void => {
  const now = whole(draft)
  if (!draft.state.feedback.isOverridden || now === undefined) return
  classified(draft, now, "dictionary.override-lasts")
}
