/** What the feedback is and what is known about it. */

import type { FeedbackEvents, Understanding } from "../../../case/track/Feedback.ts"
import { percent, shownBy, wordsOf } from "../../shape/Parts.ts"
import { opt } from "../../shape/Said.ts"
import type { Lines, Voice } from "../../shape/Voice.ts"

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
const matter = (kind: string, category: string | undefined, v: Voice): string =>
  `${aKind[kind] ?? kind}${opt(category, (c) => ` about “${v.title("category", c)}”`)}`

const understood = (understood: Understanding, v: Voice): string => {
  const about = understood.hits.filter(({ category }) => category === understood.category)
  const felt = understood.emotionHits.filter(({ level }) => level === understood.emotion)
  const second = opt(understood.second?.category, (c) => `, then “${v.title("category", c)}”`)
  const sureness = `, ${percent(understood.confidence)} sure${second}`
  const signals = understood.signals.map((name) => {
    const by = shownBy(
      (understood.signalHits ?? []).filter(({ signal }) => signal === name),
      v
    )
    return `“${v.word("signal", name)}”${opt(by, (w) => ` (from ${w})`)}`
  })
  const parts = [
    `${matter(understood.kind, understood.category, v)}${opt(shownBy(about, v), (w) => ` (from ${w})`)}`,
    opt(understood.emotion, (e) => `, emotion “${e}”${opt(shownBy(felt, v), (w) => ` (from ${w})`)}`),
    opt(v.list(signals), (all) => `, signal ${all}`)
  ]
  const chosen = understood.chosen === undefined ? "" : ", as the customer chose"
  const by = chosen + (understood.classifier === undefined ? "" : v.word("classifier", understood.classifier))
  return `${parts.join("")}${understood.sure && understood.category === undefined ? "" : sureness}${by}`
}

/** Returns facts with their values, as a sentence says them. */
export const pairs = (
  facts: Readonly<Record<string, unknown>>,
  v: Voice,
  { cause, addresses = {} }: { readonly cause?: string; readonly addresses?: Readonly<Record<string, string>> } = {}
): string =>
  [
    ...Object.entries(facts).map(([name, value]) => `${v.title("fact", name)}: ${v.value(name, value)}`),
    ...(cause === undefined ? [] : [`root cause: ${v.word("cause", cause)}`]),
    ...Object.entries(addresses).map(([channel, address]) => `address for ${v.title("channel", channel)}: ${address}`)
  ].join(", ")

const quotedTitle =
  (v: Voice) =>
  (category: string): string =>
    `“${v.title("category", category)}”`

export const feedback: Lines<FeedbackEvents> = {
  "case-opened": ({ receipt: r }, v) =>
    `${r.customer === undefined ? "an anonymous customer" : v.who(r.customer)} gave feedback by ${v.title("channel", r.channel)}${r.score === undefined ? "" : `, score ${r.score}`}${opt(wordsOf(r), (w) => `: ${w}`)}`,
  "category-suggested": (e, v) => `the words now read as ${matter(e.kind, e.category, v)}; the classification stays`,
  classified: (e, v) => `read as ${understood(e.understanding, v)}`,
  "review-asked": (e, v) =>
    `the category is not certain: ${v.role(e.of)} is asked ${e.candidates.length === 0 ? "for it" : `whether it is ${v.list(e.candidates.map(quotedTitle(v)), "or")}`}`,
  reclassified: (e, v) => `${v.who(e.by)} classified it as ${understood(e.understanding, v)}${v.why(e.reason)}`,
  "facts-suggested": (e, v) =>
    `${v.who(e.by)} reports ${pairs(e.facts, v)}; this is recorded only once an authorised person confirms it`,
  "facts-recorded": (e, v) => `${v.who(e.by)} recorded ${pairs(e.facts, v, e)}${v.why(e.reason)}`
}
