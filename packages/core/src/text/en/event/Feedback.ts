/** What the feedback is and what is known about it. */

import type { FeedbackEvents, Understanding } from "../../../case/track/Feedback.ts"
import { percent, shownBy, wordsOf } from "../../shape/Parts.ts"
import { opt } from "../../shape/Said.ts"
import type { Lines, Voice } from "../../shape/Voice.ts"

const understood = (understood: Understanding, v: Voice): string => {
  const about = understood.hits.filter(({ category }) => category === understood.category)
  const felt = understood.emotionHits.filter(({ level }) => level === understood.emotion)
  const second = opt(understood.second?.category, (c) => `, then ${c}`)
  const sureness = ` (${percent(understood.confidence)} sure${second})`
  const signals = understood.signals.map((name) => {
    const by = shownBy(
      (understood.signalHits ?? []).filter(({ signal }) => signal === name),
      v
    )
    return `${name}${opt(by, (w) => ` by ${w}`)}`
  })
  const parts = [
    `${v.word("kind", understood.kind)}${opt(understood.category, (c) => ` about ${c}`)}${opt(shownBy(about, v), (w) => ` by ${w}`)}`,
    opt(understood.emotion, (e) => `, customer ${e}${opt(shownBy(felt, v), (w) => ` by ${w}`)}`),
    opt(v.list(signals), (all) => `, ${all}`)
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
  v.list([
    ...Object.entries(facts).map(([name, value]) => `${name} = ${plain(value)}`),
    ...(cause === undefined ? [] : [`the cause is ${v.word("cause", cause)}`]),
    ...Object.entries(addresses).map(([channel, address]) => `${channel} reaches the customer at ${address}`)
  ])

const plain = (value: unknown): string => (value === true ? "yes" : value === false ? "no" : String(value))

export const feedback: Lines<FeedbackEvents> = {
  "case-opened": ({ receipt: r }, v) =>
    `${r.customer === undefined ? "an anonymous customer" : v.who(r.customer)} told us by ${r.channel}${r.score === undefined ? "" : `, score ${r.score}`}${opt(wordsOf(r), (w) => `: ${w}`)}`,
  "category-suggested": (e, v) =>
    `the words now say ${v.word("kind", e.kind)}${opt(e.category, (c) => ` about ${c}`)}; what was settled stays`,
  classified: (e, v) => `read as ${understood(e.understanding, v)}`,
  "review-asked": (e, v) =>
    `not sure enough: ${e.of} is asked ${e.candidates.length === 0 ? "for the category" : `whether it is ${v.list(e.candidates, "or")}`}`,
  reclassified: (e, v) => `${v.who(e.by)} made it ${understood(e.understanding, v)}${v.why(e.reason)}`,
  "facts-suggested": (e, v) =>
    `${v.who(e.by)} says that ${pairs(e.facts, v)}; it is not recorded until somebody who may decide it does so`,
  "facts-recorded": (e, v) => `${v.who(e.by)} recorded that ${pairs(e.facts, v, e)}${v.why(e.reason)}`
}
