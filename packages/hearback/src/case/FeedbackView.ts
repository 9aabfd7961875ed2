/** The feedback of a case: what came with the customer's words, and how the words were read. */
import type { Case, Feedback } from "@hearback/core"
import { defined } from "@hearback/core"

/**
 * A word of the customer that decided how feedback was read. Units: UTF-16 offsets, end not included, in all sayings
 * joined by line breaks.
 */
export interface DecidingWord {
  readonly word: string
  readonly start: number
  readonly end: number
  /** What the word shows: a kind, category, emotion or signal. */
  readonly for: "kind" | "category" | "emotion" | "signal"
  /** Its name, such as category `billing` or emotion `upset`. */
  readonly of: string
  /** The word that raised or lowered the emotion by one level. */
  readonly movedBy?: string
}

/** How the words of feedback were read: kind, category, emotion and signals. */
export interface ReadingView {
  /** What decided: `words`, `score`, `host`, or the id of the person who set it. */
  readonly by: string
  /** The confidence in the category, from 0 to 1. */
  readonly confidence: number
  /** Whether the confidence suffices; otherwise a person reviews the reading. */
  readonly sure: boolean
  /** The result of your own classifier, if there is one. */
  readonly classifier?: "decided" | "unsure" | "late" | "failed" | "no-category"
  /** The words that decided. */
  readonly words: readonly DecidingWord[]
  /** The second most likely category. */
  readonly second?: { readonly category: string; readonly confidence: number }
}

/** One thing that a customer said, with what came along. */
export interface SayingView {
  readonly at: Date
  readonly channel: string
  readonly text: string
  /** `feedback`: the matter itself. `word`: something further. `reply`: text that came with an answer. */
  readonly as: "feedback" | "word" | "reply"
  /** The id of the customer, if they are not the one for whom the case was opened. */
  readonly customer?: string
  /** The id of the case in which it was said, if that case was merged into this one. */
  readonly from?: string
  /** What the customer asks for. */
  readonly demand?: string
  /** By when the customer hopes for an answer, in words. */
  readonly hopedForBy?: string
  /** When it happened, in words. */
  readonly happenedAt?: string
  /** Where it happened, in words. */
  readonly where?: string
  readonly score?: number
  /** The names of attachments; Hearback does not store their contents. */
  readonly attachments?: readonly string[]
  readonly facts?: Readonly<Record<string, string | number | boolean>>
  /** The names of the consents that the customer gave. */
  readonly consent?: readonly string[]
}

/** What a case shows of its feedback: what came with the words, how they were read, and every later word. */
export interface SaidAgain {
  /** How the words were read. */
  readonly reading?: ReadingView
  /** What happened, in the words of whoever took the feedback. */
  readonly description?: string
  /** What the customer asks for. */
  readonly demand?: string
  /** By when the customer hopes for an answer, in words. */
  readonly hopedForBy?: string
  /** When it happened, in words. */
  readonly happenedAt?: string
  /** Where it happened, in words. */
  readonly where?: string
  readonly score?: number
  /** The names of all attachments of the case. */
  readonly attachments?: readonly string[]
  /**
   * Everything that the customer said, in order of arrival. Messages by machines and mere thanks are only in the
   * events.
   */
  readonly said: readonly SayingView[]
  /** The channels on which the same feedback arrived, in order. */
  readonly channels: readonly string[]
  /** How often the customer has spoken about it, and how often of these nobody had answered before. */
  readonly contacts: { readonly contacts: number; readonly unanswered: number }
  /** The id of the case that this one was merged into. */
  readonly mergedInto?: string
  /** The categories between which the dictionary could not decide, each with the words that show it. */
  readonly candidates?: readonly { readonly category: string; readonly words: readonly string[] }[]
}

type Details = Pick<
  SaidAgain,
  "reading" | "description" | "demand" | "hopedForBy" | "happenedAt" | "where" | "score" | "attachments"
>

/** Returns what came with the customer's words, and how the words were read. */
export const detailsOf = ({ feedback: { receipt, understanding }, conversation: { said } }: Case.Case): Details => {
  const { description, demand, hopedForBy, happenedAt, where, score, attachments } = receipt ?? {}
  return defined({
    description,
    demand,
    hopedForBy,
    happenedAt,
    where,
    score,
    attachments,
    reading: understanding && readingOf(understanding, said.map(({ text }) => text).join("\n"))
  })
}

/** Returns everything that customers said. */
export const sayingsOf = ({ conversation: { said } }: Case.Case): readonly SayingView[] =>
  said.map(({ at, ...rest }) => ({ ...rest, at: new Date(at) }))

/** Returns the categories between which the dictionary could not decide, each with its words. */
export const candidatesOf = ({ understanding }: Case.Case["feedback"]): SaidAgain["candidates"] =>
  understanding?.candidates?.map(({ category, hits }) => ({ category, words: hits.flatMap(({ word }) => word ?? []) }))

const readingOf = (understanding: Feedback.Understanding, whole: string): ReadingView => {
  const { decidedBy, confidence, sure, classifier, kind, kindHits, hits, emotionHits, signalHits = [] } = understanding
  const word = (
    { word: said = "", start, end }: Feedback.WordSpan,
    decides: DecidingWord["for"],
    of: string
  ): DecidingWord => ({
    // A classifier of the host gives the place of a word, but not the word.
    word: said === "" ? whole.slice(start, end) : said,
    start,
    end,
    for: decides,
    of
  })
  return defined({
    by: decidedBy,
    confidence,
    sure,
    classifier,
    words: [
      ...kindHits.map((hit) => word(hit, "kind", hit.kind ?? kind)),
      ...hits.map((hit) => word(hit, "category", hit.category)),
      ...emotionHits.map((hit) => defined({ ...word(hit, "emotion", hit.level), movedBy: hit.by })),
      ...signalHits.map((hit) => word(hit, "signal", hit.signal))
    ],
    second: understanding.second
  })
}
