/**
 * What a customer says further is read together with what they said before. What the dictionary could not tell is
 * settled anew; what it was sure of, and what a person set, stays, and another reading is only suggested. Emotion and
 * signals follow the words at once.
 */

import type { Understanding, WordSpan } from "../../case/track/Feedback.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import type { CategoryMeaning, Meant } from "../../language/Meaning.ts"
import type { RuleId } from "../../policy/Bundle.ts"
import { defined } from "../../value/Optional.ts"
import { isFirst } from "./override.ts"
import { readSayings, remember, textsOf, understand, wordsIn, wordsOf } from "./understanding.ts"

/** Returns what everything said so far says together, one saying a line; offsets count through all of it. */
const whole = (draft: Draft): Understanding | undefined => {
  const { receipt } = draft.state.feedback
  const { said } = draft.state.conversation
  if (receipt === undefined) return undefined
  const { description: _, verbatim: __, ...rest } = receipt
  const [first, ...further] = said.map(({ text }) => text)
  // What a case is opened with may be two texts; a saying keeps them as one.
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

/** Emits a reading, and asks a person where the dictionary is not sure. */
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
 * What the dictionary could not tell is read anew until somebody has gone by it. After that the customer's words add to
 * what a case demands, and never take from it.
 */
export const readAnew = (situation: Situation): { readonly rule: RuleId } | "kept-back" =>
  isFirst(situation) ? { rule: "dictionary.sure-above" } : "kept-back"

/** Offsets count through everything said, also where only the last of it is read. */
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

/** How strong a feeling is: its place among the policy's emotions, the strongest first; none is the weakest. */
const strength = (draft: Draft, emotion: string | undefined): number => {
  const at = draft.policy.bundle.dictionary.emotions.findIndex(({ level }) => level === emotion)
  return at < 0 ? Number.POSITIVE_INFINITY : at
}

/** What the last thing said adds to a reading that stands: a stronger feeling, signals that were not heard before. */
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

/** So many messages may settle what the dictionary could not tell; after that it takes a person. */
const MOST_READ_ANEW = 10

/**
 * Reads what the customer said further. The answer to a question of ours is read with everything said before; so are the
 * first messages where the reading is not sure. A reading that stands is only added to. So a long conversation costs no more a
 * message. `texts` is what was said last, where it was read before.
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

/** Whether nothing of a text can add to a reading: no category, no feeling and no signal is in it. */
const saysNothing = ({ meaning }: Meant): boolean => meaning.hits.length === 0 && isUnmoved(meaning)

const isUnmoved = ({ emotionHits, signalHits }: CategoryMeaning): boolean =>
  emotionHits.length === 0 && signalHits.length === 0

const heed = (draft: Draft, was: Understanding, last: Understanding): void => {
  const now = felt(draft, was, last)
  if (now.emotion !== was.emotion || now.signals.length !== was.signals.length)
    Drafts.emit(draft, "classified", { understanding: now }, "dictionary.emotions")
}

/** A closed case keeps how it was understood. */
const isOver = ({ state }: Draft): boolean => state.lifecycle.closedAt !== undefined

/** Reads the words beside an answer of the customer's: a stronger feeling and new signals count, and nothing else. */
export const hear = (draft: Draft, text: string): void => {
  const { understanding: was, receipt } = draft.state.feedback
  if (was === undefined || receipt === undefined || text.trim() === "" || isOver(draft)) return
  const read = draft.policy.classifier.read(text)
  if (isUnmoved(read.meaning)) return
  const { description: _, verbatim: __, score: ___, ...rest } = receipt
  const last = understand(draft.policy, rest, [], wordsIn(draft.policy, [read]), [text])
  heed(draft, was, { ...last, emotionHits: [], signalHits: [] })
}

/** Takes over what another reading hears more strongly. */
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

/** Under another dictionary the labels stay; what it says otherwise is written beside them. */
export const relabel = (draft: Draft): void => {
  const { understanding: was } = draft.state.feedback
  const now = whole(draft)
  if (was === undefined || now === undefined || !now.sure) return
  if (now.category !== was.category || now.kind !== was.kind) suggest(draft, now)
}

/** A person's category has stood its time: the words count again. */
export const released = (draft: Draft): void => {
  const now = whole(draft)
  if (!draft.state.feedback.isOverridden || now === undefined) return
  classified(draft, now, "dictionary.override-lasts")
}
