/**
 * What a customer says further is read together with what they said before. What the dictionary could not tell is
 * settled anew; what it was sure of, and what a person set, stays, and another reading is only suggested. Emotion and
 * signals follow the words at once.
 */

import type { Draft } from "../../decider/Draft.ts"
import * as Drafts from "../../decider/Draft.ts"
import type { Understanding } from "./State.ts"
import { understand } from "./understand.ts"

/** Returns what everything said so far says together, one saying a line; offsets count through all of it. */
const whole = (d: Draft): Understanding | undefined => {
  const { receipt, said } = d.state.intake
  if (receipt === undefined) return undefined
  const { description: _, verbatim: __, ...rest } = receipt
  return understand(d.policy, { ...rest, verbatim: said.map(({ text }) => text).join("\n") })
}

const same = (a: Understanding, b: Understanding): boolean =>
  a.kind === b.kind &&
  a.category === b.category &&
  a.emotion === b.emotion &&
  a.signals.join() === b.signals.join() &&
  a.sure === b.sure &&
  a.confidence === b.confidence

/** Emits a reading, and asks a person where the dictionary is not sure. */
export const classified = (d: Draft, understanding: Understanding, rule?: string): void => {
  const path = understanding.category === undefined ? "dictionary" : `dictionary.categories.${understanding.category}`
  Drafts.emit(d, "classified", { understanding }, rule ?? path)
  const reviewer = d.policy.bundle.dictionary.reviewBy
  // Praise and plain ratings are thanked, not routed: no category needs a person's review.
  const routed = understanding.kind !== "praise" && understanding.kind !== "rating"
  if (understanding.sure || !routed || reviewer === undefined || d.state.intake.review === reviewer) return
  const tied = (understanding.candidates ?? []).map(({ category }) => category)
  const candidates =
    tied.length > 0
      ? tied
      : [understanding.category, understanding.second?.category].filter((name) => name !== undefined)
  Drafts.emit(d, "review-asked", { of: reviewer, candidates }, "dictionary.sure-above")
}

/** Reads everything anew after the customer said more; `isAnswer`: a question of ours was open. */
export const reread = (d: Draft, isAnswer = false): void => {
  const { understanding: was, isOverridden } = d.state.intake
  const now = whole(d)
  if (was === undefined || now === undefined || same(was, now)) return
  if (!isOverridden && (isAnswer || !was.sure)) return classified(d, now)
  if (now.sure && (now.category !== was.category || now.kind !== was.kind)) suggest(d, now)
  const { emotion, emotionHits, signals } = now
  if (emotion === was.emotion && signals.join() === was.signals.join()) return
  const { emotion: _, ...rest } = was
  const felt = { ...rest, ...(emotion === undefined ? {} : { emotion }), emotionHits, signals }
  Drafts.emit(d, "classified", { understanding: felt }, "dictionary.emotions")
}

const suggest = (d: Draft, { kind, category, confidence, hits }: Understanding): void =>
  Drafts.emit(
    d,
    "category-suggested",
    { kind, confidence, hits, ...(category === undefined ? {} : { category }) },
    d.state.intake.isOverridden || category === undefined
      ? "dictionary.override-lasts"
      : `dictionary.categories.${category}`
  )

/** A person's category has stood its time: the words count again. */
export const released = (d: Draft): void => {
  const now = whole(d)
  if (!d.state.intake.isOverridden || now === undefined) return
  classified(d, now, "dictionary.override-lasts")
}
