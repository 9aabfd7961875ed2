/** The feedback of a case: what came with the customer's words, and how the words were read. */
import type { Case, Feedback } from "@hearback/core"
import { defined } from "@hearback/core"

/** A word that decided.  Units: UTF-16 offsets, half-open, through everything that the customer said, a saying a line. */
export interface DecidingWord {
  readonly word: string
  readonly start: number
  readonly end: number
  /** What it speaks for, and which of these: category `billing`, emotion `upset`. */
  readonly for: "kind" | "category" | "emotion" | "signal"
  readonly of: string
  /** The word that moved the emotion one level. */
  readonly movedBy?: string
}

/** How the words of feedback were read: kind, category, emotion and signals. */
export interface ReadingView {
  /** `words`, `score`, `host`, or the person who set it. */
  readonly by: string
  /** Share, 0 to 1. */
  readonly confidence: number
  readonly sure: boolean
  /** What a classifier of your own came to, where there is one. */
  readonly classifier?: "decided" | "unsure" | "late" | "failed" | "no-category"
  readonly words: readonly DecidingWord[]
  readonly second?: { readonly category: string; readonly confidence: number }
}

/** One thing that a customer said, with what came along.  `customer`: another than the one the case was opened for. */
export interface SayingView {
  readonly at: Date
  readonly channel: string
  readonly text: string
  /** The matter itself, something further about it, or what came with a reply. */
  readonly as: "feedback" | "word" | "reply"
  readonly customer?: string
  /** The case in which it was said, where that was merged into this one. */
  readonly from?: string
  readonly demand?: string
  readonly hopedForBy?: string
  readonly happenedAt?: string
  readonly where?: string
  readonly score?: number
  readonly attachments?: readonly string[]
  readonly facts?: Readonly<Record<string, string | number | boolean>>
  readonly consent?: readonly string[]
}

/** What a case shows of its feedback, and of how often, where and how clearly its customer spoke. */
export interface SaidAgain {
  readonly reading?: ReadingView
  readonly description?: string
  readonly demand?: string
  readonly hopedForBy?: string
  readonly happenedAt?: string
  readonly where?: string
  readonly score?: number
  /** Everything that came in, with whatever words. */
  readonly attachments?: readonly string[]
  /** Everything that was said, in the order in which it came; what a machine wrote and thanks alone stand in the events. */
  readonly said: readonly SayingView[]
  /** Where the same feedback came in, the first channel first. */
  readonly channels: readonly string[]
  /** How often this customer has spoken of it, and how often before nobody had answered. */
  readonly contacts: { readonly contacts: number; readonly unanswered: number }
  /** The case that this one was merged into. */
  readonly mergedInto?: string
  /** What the dictionary hesitated between, each with the words that show it. */
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
