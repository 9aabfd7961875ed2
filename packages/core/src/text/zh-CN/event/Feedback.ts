import type { FeedbackEvents, Understanding } from "../../../case/track/Feedback.ts"
import { percent, shownBy, wordsOf } from "../../shape/Parts.ts"
import { opt, readable, spoken } from "../../shape/Said.ts"
import type { EventLines, Voice } from "../../shape/Voice.ts"
import { zh } from "../form/Blanks.ts"

const about = (category: string | undefined, wording: Voice): string =>
  opt(category, (c) => `，类别为“${wording.title("category", c)}”`)

const understood = (understood: Understanding, wording: Voice): string => {
  const shown = understood.hits.filter(({ category }) => category === understood.category)
  const felt = understood.emotionHits.filter(({ level }) => level === understood.emotion)
  const second = opt(understood.second?.category, (c) => `，其次为“${wording.title("category", c)}”`)
  const sureness = `（把握度 ${percent(understood.confidence)}${second}）`
  const signals = understood.signals.map((name) => {
    const by = shownBy(
      (understood.signalHits ?? []).filter(({ signal }) => signal === name),
      wording
    )
    return `${spoken(wording.word("signal", name))}${opt(by, (w) => `（${w}）`)}`
  })
  const parts = [
    zh`${wording.word("kind", understood.kind)}${about(understood.category, wording)}${opt(shownBy(shown, wording), (w) => `（${w}）`)}`,
    opt(understood.emotion, (e) => `，情绪为“${readable(e)}”${opt(shownBy(felt, wording), (w) => `（${w}）`)}`),
    opt(wording.list(signals), (all) => `，信号词${all}`)
  ]
  const chosen = understood.chosen === undefined ? "" : "，由客户选择"
  const by = chosen + (understood.classifier === undefined ? "" : wording.word("classifier", understood.classifier))
  return `${parts.join("")}${understood.sure && understood.category === undefined ? "" : sureness}${by}`
}

/** Returns facts with their values, as a sentence says them. */
export const pairs = (
  facts: Readonly<Record<string, unknown>>,
  wording: Voice,
  { cause, addresses = {} }: { readonly cause?: string; readonly addresses?: Readonly<Record<string, string>> } = {}
): string =>
  wording.list([
    ...Object.entries(facts).map(
      ([name, value]) => zh`${wording.title("fact", name)} 为 ${wording.value(name, value)}`
    ),
    ...(cause === undefined ? [] : [zh`根因为 ${wording.word("cause", cause)}`]),
    ...Object.entries(addresses).map(([channel, address]) => zh`${wording.title("channel", channel)} 地址为 ${address}`)
  ])

const candidates = (categories: readonly string[], wording: Voice): string =>
  wording.list(categories.map((category) => spoken(wording.title("category", category))))

export const feedback: EventLines<FeedbackEvents> = {
  "case-opened": ({ receipt: r }, wording) =>
    zh`${r.customer === undefined ? "匿名客户" : wording.who(r.customer)} 通过 ${wording.title("channel", r.channel)} 反馈${r.score === undefined ? "" : `，评分 ${r.score}`}${opt(wordsOf(r), (w) => `：${w}`)}`,
  "category-suggested": (event, wording) =>
    zh`按现有文字应判定为 ${wording.word("kind", event.kind)}${about(event.category, wording)}；现有分类不变`,
  classified: (event, wording) => zh`判定为 ${understood(event.understanding, wording)}`,
  "review-asked": (event, wording) =>
    zh`类别无法确定，请 ${wording.role(event.of)} ${event.candidates.length === 0 ? "确定类别" : event.candidates.length === 1 ? `确认是否为${candidates(event.candidates, wording)}` : `从${candidates(event.candidates, wording)}中确定`}`,
  reclassified: (event, wording) =>
    zh`${wording.who(event.by)} 改判为 ${understood(event.understanding, wording)}${wording.why(event.reason)}`,
  "facts-suggested": (event, wording) =>
    zh`${wording.who(event.by)} 称 ${pairs(event.facts, wording)}，待有权人员确认后记录`,
  "facts-recorded": (event, wording) =>
    zh`${wording.who(event.by)} 记录 ${pairs(event.facts, wording, event)}${wording.why(event.reason)}`
}
