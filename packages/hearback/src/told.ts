/** What came with a customer's words, and how these were read. */
import type { Case, Feedback } from "@hearback/core"
import type { DecidingWord, ReadingView, SaidAgain } from "./customer.ts"

type Told = Pick<
  SaidAgain,
  "reading" | "description" | "demand" | "hopedForBy" | "happenedAt" | "where" | "score" | "attachments"
>

/** Returns what a case shows of its feedback beside the words themselves. */
export const toldOf = ({ feedback: { receipt, understanding }, conversation: { said } }: Case.Case): Told => {
  const { description, demand, hopedForBy, happenedAt, where, score, attachments } = receipt ?? {}
  return {
    ...(description === undefined ? {} : { description }),
    ...(demand === undefined ? {} : { demand }),
    ...(hopedForBy === undefined ? {} : { hopedForBy }),
    ...(happenedAt === undefined ? {} : { happenedAt }),
    ...(where === undefined ? {} : { where }),
    ...(score === undefined ? {} : { score }),
    ...(attachments === undefined ? {} : { attachments }),
    ...(understanding === undefined
      ? {}
      : { reading: readingOf(understanding, said.map(({ text }) => text).join("\n")) })
  }
}

const readingOf = (u: Feedback.Understanding, whole: string): ReadingView => {
  const word = ({ word: said, start, end }: Feedback.Span, what: DecidingWord["for"], of: string): DecidingWord => ({
    // A classifier of the host's says where, not what.
    word: said === "" ? whole.slice(start, end) : said,
    start,
    end,
    for: what,
    of
  })
  return {
    by: u.decidedBy,
    confidence: u.confidence,
    sure: u.sure,
    ...(u.classifier === undefined ? {} : { classifier: u.classifier }),
    words: [
      ...u.kindHits.map((hit) => word(hit, "kind", hit.kind ?? u.kind)),
      ...u.hits.map((hit) => word(hit, "category", hit.category)),
      ...u.emotionHits.map((hit) => ({
        ...word(hit, "emotion", hit.level),
        ...(hit.by === undefined ? {} : { movedBy: hit.by })
      })),
      ...(u.signalHits ?? []).map((hit) => word(hit, "signal", hit.signal))
    ],
    ...(u.second === undefined ? {} : { second: u.second })
  }
}
