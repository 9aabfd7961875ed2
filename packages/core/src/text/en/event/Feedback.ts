/** What the feedback is and what is known about it. */

import type { FeedbackEvents, Understanding } from "../../../case/track/Feedback.ts"
import { percent, shownBy, wordsOf } from "../../shape/Parts.ts"
import { opt, readable } from "../../shape/Said.ts"
import type { EventLines, Voice } from "../../shape/Voice.ts"

/** A kind of feedback, as a sentence names one. */
const aKind: Readonly<Record<string, string>> = {
  complaint: "a complaint",
  suggestion: "a suggestion",
  inquiry: "an inquiry",
  praise: "praise",
  rating: "a rating",
  routine: "a routine matter"
}

/** What feedback is and what it is about: `a complaint about “Billing”`. */
const matter = (kind: string, category: string | undefined, wording: Voice): string =>
  `${aKind[kind] ?? kind}${opt(category, (c) => ` about “${wording.title("category", c)}”`)}`

const understood = (understood: Understanding, wording: Voice): string => {
  const about = understood.hits.filter(({ category }) => category === understood.category)
  const felt = understood.emotionHits.filter(({ level }) => level === understood.emotion)
  const second = opt(understood.second?.category, (c) => `, then “${wording.title("category", c)}”`)
  const sureness = `, ${percent(understood.confidence)} sure${second}`
  const signals = understood.signals.map((name) => {
    const by = shownBy(
      (understood.signalHits ?? []).filter(({ signal }) => signal === name),
      wording
    )
    return `“${wording.word("signal", name)}”${opt(by, (w) => ` (from ${w})`)}`
  })
  const parts = [
    `${matter(understood.kind, understood.category, wording)}${opt(shownBy(about, wording), (w) => ` (from ${w})`)}`,
    opt(understood.emotion, (e) => `, emotion “${readable(e)}”${opt(shownBy(felt, wording), (w) => ` (from ${w})`)}`),
    opt(wording.list(signals), (all) => `, signal ${all}`)
  ]
  const chosen = understood.chosen === undefined ? "" : ", as the customer chose"
  const by = chosen + (understood.classifier === undefined ? "" : wording.word("classifier", understood.classifier))
  return `${parts.join("")}${understood.sure && understood.category === undefined ? "" : sureness}${by}`
}

/** Returns facts with their values, as a sentence says them. */
export const pairs = (
  facts: Readonly<Record<string, unknown>>,
  wording: Voice,
  { cause, addresses = {} }: { readonly cause?: string; readonly addresses?: Readonly<Record<string, string>> } = {}
): string =>
  [
    ...Object.entries(facts).map(([name, value]) => `${wording.title("fact", name)}: ${wording.value(name, value)}`),
    ...(cause === undefined ? [] : [`root cause: ${wording.word("cause", cause)}`]),
    ...Object.entries(addresses).map(
      ([channel, address]) => `address for ${wording.title("channel", channel)}: ${address}`
    )
  ].join(", ")

const quotedTitle =
  (wording: Voice) =>
  (category: string): string =>
    `“${wording.title("category", category)}”`

export const feedback: EventLines<FeedbackEvents> = {
  "case-opened": ({ receipt: r }, wording) =>
    `${r.customer === undefined ? "an anonymous customer" : wording.who(r.customer)} gave feedback by ${wording.title("channel", r.channel)}${r.score === undefined ? "" : `, score ${r.score}`}${opt(wordsOf(r), (w) => `: ${w}`)}`,
  "category-suggested": (event, wording) =>
    `the words now read as ${matter(event.kind, event.category, wording)}; the classification is unchanged`,
  classified: (event, wording) => `read as ${understood(event.understanding, wording)}`,
  "review-asked": (event, wording) =>
    `the category is not certain: ${wording.role(event.of)} is asked ${event.candidates.length === 0 ? "for it" : `whether it is ${wording.list(event.candidates.map(quotedTitle(wording)), "or")}`}`,
  reclassified: (event, wording) =>
    `${wording.who(event.by)} classified it as ${understood(event.understanding, wording)}${wording.why(event.reason)}`,
  "facts-suggested": (event, wording) =>
    `${wording.who(event.by)} reports ${pairs(event.facts, wording)}; this is recorded only once an authorised person confirms it`,
  "facts-recorded": (event, wording) =>
    `${wording.who(event.by)} recorded ${pairs(event.facts, wording, event)}${wording.why(event.reason)}`
}
