/** Classifies one piece of feedback by its words and its score, as the policy says. */

import type { WordsRead } from "../../case/Gathered.ts"
import type { Submission } from "../../case/generated/Command.ts"
import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import type { Saying } from "../../case/track/Conversation.ts"
import type { Understanding } from "../../case/track/Feedback.ts"
import type { DictionaryClassification } from "../../language/Classification.ts"
import type { Meant } from "../../language/Meaning.ts"
import type { Policy } from "../../policy/Policy.ts"
import { choose, isRoutine } from "../../policy/Policy.ts"
import { encode } from "../../table/Fact.ts"
import { defined } from "../../value/Optional.ts"
import { isCourtesy } from "./courtesy.ts"
import { kindByAnswers } from "./questions.ts"

/** Rounds a share to four digits, so that tables compare the value that people read. */
const share = (value: number): number => Math.round(value * 10_000) / 10_000

/** Returns the kind that the channel's scale gives a score: that of the first cell that fits, else `rating`. */
export const kindByScore = (policy: Policy, channel: string, score: number | undefined): string | undefined => {
  const rule = policy.bundle.channels[channel]?.kindByScore
  if (rule === undefined || score === undefined) return undefined
  const code = encode({ _tag: "Amount", scale: 2, unit: "" }, score)
  return (code === undefined ? undefined : choose(rule, [code])?.value) ?? "rating"
}

/** Returns why a score is refused: it is not on the scale of the channel. */
export const againstScore = (policy: Policy, { channel, score }: Submission): readonly RefusalReason[] => {
  if (score === undefined) return []
  const scale = policy.bundle.channels[channel]?.scale
  if (scale === undefined) return []
  const [low, high] = scale
  return score >= low && score <= high
    ? []
    : [reason("intake/off-scale", `channels.${channel}.scale`, { channel, score, low, high })]
}

/** Returns the texts of feedback: the customer's words, then the description by staff. */
export const textsOf = ({ verbatim = "", description = "" }: Partial<Submission>): readonly string[] =>
  [verbatim, description].filter((text) => text !== "")

/** Returns the words of feedback, one text a line. */
export const wordsOf = (submission: Partial<Submission>): string => textsOf(submission).join("\n")

/**
 * Reads texts by the dictionary of the policy, unless `known` is their reading already. Each text is a message of its
 * own: a quotation in one of them ends with it.
 */
export const readWords = (policy: Policy, texts: readonly string[], known?: WordsRead): WordsRead =>
  isOf(policy, texts.join("\n"), known) ? known : wordsIn(policy, texts.map(policy.classifier.read))

/** Returns the reading of a text, if it is known. */
export const textsRead = (policy: Policy, text: string, known: WordsRead | undefined): readonly Meant[] | undefined =>
  isOf(policy, text, known) ? known.texts : undefined

/** Reads a text like `readWords`, without classifying it. */
export const readText = (policy: Policy, text: string, known?: WordsRead): readonly Meant[] =>
  textsRead(policy, text, known) ?? [policy.classifier.read(text)]

const isOf = ({ bundle }: Policy, text: string, known: WordsRead | undefined): known is WordsRead =>
  known?.text === text && known.dictionary === bundle.content

/** Classifies texts that were read. */
export const wordsIn = ({ bundle, classifier }: Policy, texts: readonly Meant[]): WordsRead => ({
  text: texts.map(({ text }) => text).join("\n"),
  dictionary: bundle.content,
  found: classifier.classify(texts),
  texts
})

/** The readings of sayings, by the policy whose dictionary read them. */
const heard = new WeakMap<Policy, WeakMap<Saying, readonly Meant[]>>()

const keep = (policy: Policy, saying: Saying, texts: readonly Meant[]): void => {
  let known = heard.get(policy)
  if (known === undefined) {
    known = new WeakMap()
    heard.set(policy, known)
  }
  known.set(saying, texts)
}

/** Keeps the reading of a customer's text, so that the next text is read together with it. */
export const remember = (policy: Policy, saying: Saying | undefined, texts: readonly Meant[] | undefined): void => {
  if (saying !== undefined && texts !== undefined) keep(policy, saying, texts)
}

/** Reads sayings together; `opening` are the texts of the first one. What was read before is not read again. */
export const readSayings = (policy: Policy, said: readonly Saying[], opening: readonly string[]): WordsRead => {
  const all: Meant[] = []
  said.forEach((saying, index) => {
    all.push(...readSaying(policy, saying, index === 0 ? opening : [saying.text]))
  })
  return wordsIn(policy, all)
}

const readSaying = (policy: Policy, saying: Saying, texts: readonly string[]): readonly Meant[] => {
  const known = heard.get(policy)?.get(saying)
  if (known?.length === texts.length && known.every(({ text }, n) => text === texts[n])) return known
  const reads = texts.map(policy.classifier.read)
  keep(policy, saying, reads)
  return reads
}

/**
 * Returns kind, category, emotion and signals with the words that decided them. The host's own kind wins over the
 * score's, and the score's over the words'. `names`: names that thanks may contain; `known`: words that were read
 * before; `texts`: those of the submission, or everything said so far.
 */
export const understand = (
  policy: Policy,
  submission: Submission,
  names: readonly string[] = [],
  known?: WordsRead,
  texts: readonly string[] = textsOf(submission)
): Understanding => {
  if (isRoutine(policy, submission.channel)) return routine
  const { found } = readWords(policy, texts, known)
  const byScore = kindByScore(policy, submission.channel, submission.score) ?? kindByAnswers(policy, submission)
  // Thanks alone are not a complaint, whatever kind the policy gives to feedback without words of a kind.
  const isThanks = submission.description === undefined && isCourtesy(policy, texts.join("\n"), found, names)
  const byWords = isThanks ? "praise" : found.kind
  const kind = submission.kind ?? byScore ?? byWords
  const isKindSure = submission.kind !== undefined || byScore !== undefined || isThanks || found.isKindSure
  const hasCategories = policy.bundle.dictionary.categories.length > 0
  // A score without words needs no review.
  const isWordless = texts.join("").trim() === ""
  const category = found.category ?? policy.bundle.dictionary.otherwise
  const read = heeding(
    policy,
    submission,
    defined({
      kind,
      category,
      confidence: share(isRouted(kind) ? found.confidence : isKindSure ? shareOfPraise(found) : 0),
      sure: isWordless || (isKindSure && (!isRouted(kind) || !hasCategories || found.sure)),
      hits: found.hits,
      second:
        found.second === undefined
          ? undefined
          : { category: found.second.category, confidence: share(found.second.confidence) },
      candidates: found.candidates,
      emotion: found.emotion,
      emotionHits: found.emotionHits,
      signals: found.signals,
      signalHits: found.signalHits,
      kindHits: submission.kind !== undefined || byScore !== undefined ? [] : found.kindHits,
      decidedBy: submission.kind === undefined ? (byScore === undefined ? "words" : "score") : "host"
    }),
    isKindSure
  )
  return isRouted(kind) ? choosing(policy, submission, read, isKindSure) : read
}

/**
 * Decides between the words and the category that the customer chose. The choice counts. Words that surely show a
 * narrower category win; if they surely show another one, a person is asked.
 */
const choosing = (
  policy: Policy,
  { category }: Submission,
  read: Understanding,
  isKindSure: boolean
): Understanding => {
  if (category === undefined) return read
  const isTold = read.category !== undefined && (read.hits.length > 0 || read.classifier === "decided")
  if (isTold && isUnder(policy, read.category, category)) return { ...read, sure: isKindSure }
  const { second: _, ...rest } = read
  if (!isTold || !read.sure) return { ...rest, category, confidence: 1, sure: isKindSure, chosen: true }
  const second = { category: read.category ?? "", confidence: read.confidence }
  return { ...rest, category, confidence: share(1 - read.confidence), sure: false, chosen: true, second }
}

const isUnder = ({ categories }: Policy, category: string | undefined, above: string): boolean => {
  const seen = new Set<string>()
  for (let name = category; name !== undefined && !seen.has(name); name = categories.get(name)?.under) {
    if (name === above) return true
    seen.add(name)
  }
  return false
}

/** The reading of a case that opened by itself. Nothing is read from its words. */
const routine: Understanding = {
  kind: "routine",
  confidence: 1,
  sure: true,
  hits: [],
  emotionHits: [],
  signals: [],
  kindHits: [],
  decidedBy: "host"
}

/** Returns whether feedback of a kind goes to a department. Praise and ratings are only thanked for. */
const isRouted = (kind: string): boolean => kind !== "praise" && kind !== "rating"

const shareOfPraise = ({ tone: { praise, fault } }: DictionaryClassification): number =>
  praise + fault === 0 ? 1 : praise / (praise + fault)

/**
 * Takes over the result of the host's classifier if its confidence reaches the policy's `sure-above`; else the
 * dictionary decides.
 */
const heeding = (policy: Policy, { suggested }: Submission, own: Understanding, isKindSure: boolean): Understanding => {
  if (suggested === undefined) return own
  if ("failed" in suggested) return { ...own, classifier: suggested.failed }
  const { category, confidence, spans = [], runnerUp } = suggested
  if (confidence < policy.bundle.dictionary.sureAbove) return { ...own, classifier: "unsure" }
  const { candidates: _, second: __, ...rest } = own
  const second =
    runnerUp !== undefined
      ? { category: runnerUp, confidence: share(1 - confidence) }
      : own.hits.length > 0 && own.category !== undefined && own.category !== category
        ? { category: own.category, confidence: own.confidence }
        : undefined
  return {
    ...rest,
    category,
    confidence: share(confidence),
    sure: isKindSure,
    classifier: "decided",
    // The words are the customer's, so only their places are kept.
    hits: spans.map(([start, end]) => ({ word: "", start, end, category })),
    ...defined({ second })
  }
}
