/** What the feedback is and what is known about it. */
import type { FeedbackEvents, Receipt, Span, Understanding } from "../../case/track/Feedback.ts"
import { opt, spoken, zh } from "../phrase/Said.ts"
import type { Lines, Voice } from "../phrase/Voice.ts"
import { why } from "../phrase/Voice.ts"

const words = (r: Receipt): string => {
  const text = (r.verbatim ?? "").trim() === "" ? (r.description ?? "") : (r.verbatim ?? "")
  return opt(text, (said) => spoken(said))
}

/** The words that show one of several things, each once. */
const shownBy = (hits: readonly Pick<Span, "word">[], v: Voice): string | undefined => {
  const words = [...new Set(hits.flatMap(({ word = "" }) => (word === "" ? [] : [spoken(word)])))]
  return words.length === 0 ? undefined : v.list(words)
}

/** What the host's own classifier had to do with it. */
const classifiers: Readonly<Record<NonNullable<Understanding["classifier"]>, readonly [en: string, zh: string]>> = {
  decided: [", by the host's classifier", "，由宿主的分类器判定"],
  unsure: ["; the host's classifier was not sure, so the dictionary decided", "；宿主的分类器把握不足，由词典判定"],
  late: ["; the host's classifier was late, so the dictionary decided", "；宿主的分类器超时，由词典判定"],
  failed: ["; the host's classifier failed, so the dictionary decided", "；宿主的分类器出错，由词典判定"],
  "no-category": [
    "; the host's classifier named nothing that the policy has, so the dictionary decided",
    "；宿主的分类器所答不在策略之内，由词典判定"
  ]
}

const understood = (understood: Understanding, v: Voice): string => {
  const english = v.language === "en"
  const percent = (share: number): string => `${Math.round(share * 100)}%`
  const about = understood.hits.filter(({ category }) => category === understood.category)
  const felt = understood.emotionHits.filter(({ level }) => level === understood.emotion)
  const second = opt(understood.second?.category, (c) => (english ? `, then ${c}` : `，其次为“${c}”`))
  const sureness = english
    ? ` (${percent(understood.confidence)} sure${second})`
    : `（把握度 ${percent(understood.confidence)}${second}）`
  const signals = understood.signals.map((name) => {
    const by = shownBy(
      (understood.signalHits ?? []).filter(({ signal }) => signal === name),
      v
    )
    return `${english ? name : spoken(name)}${opt(by, (w) => (english ? ` by ${w}` : `（${w}）`))}`
  })
  const parts = english
    ? [
        `${v.word("kind", understood.kind)}${opt(understood.category, (c) => ` about ${c}`)}${opt(shownBy(about, v), (w) => ` by ${w}`)}`,
        opt(understood.emotion, (e) => `, customer ${e}${opt(shownBy(felt, v), (w) => ` by ${w}`)}`),
        opt(v.list(signals), (all) => `, ${all}`)
      ]
    : [
        zh`${v.word("kind", understood.kind)}${opt(understood.category, (c) => `，类别为“${c}”`)}${opt(shownBy(about, v), (w) => `（${w}）`)}`,
        opt(understood.emotion, (e) => `，情绪为“${e}”${opt(shownBy(felt, v), (w) => `（${w}）`)}`),
        opt(v.list(signals), (all) => `，信号词${all}`)
      ]
  const chosen = understood.chosen === undefined ? "" : english ? ", as the customer chose" : "，由客户选择"
  const by = chosen + (understood.classifier === undefined ? "" : classifiers[understood.classifier][english ? 0 : 1])
  return `${parts.join("")}${understood.sure && understood.category === undefined ? "" : sureness}${by}`
}

/** Returns facts with their values, as a sentence says them. */
export const pairs = (
  facts: Readonly<Record<string, unknown>>,
  v: Voice,
  { cause, addresses = {} }: { readonly cause?: string; readonly addresses?: Readonly<Record<string, string>> } = {}
): string =>
  v.list([
    ...Object.entries(facts).map(([name, value]) =>
      v.language === "en" ? `${name} = ${plain(value, "yes", "no")}` : `${name} 为 ${plain(value, "是", "否")}`
    ),
    ...(cause === undefined
      ? []
      : [v.language === "en" ? `the cause is ${v.word("cause", cause)}` : zh`根因为 ${v.word("cause", cause)}`]),
    ...Object.entries(addresses).map(([channel, address]) =>
      v.language === "en" ? `${channel} reaches the customer at ${address}` : zh`${channel} 送达客户的地址为 ${address}`
    )
  ])

const plain = (value: unknown, yes: string, no: string): string =>
  value === true ? yes : value === false ? no : String(value)

export const feedback: Lines<FeedbackEvents> = {
  "case-opened": {
    en: ({ receipt: r }, v) =>
      `${r.customer === undefined ? "an anonymous customer" : v.who(r.customer)} told us by ${r.channel}${r.score === undefined ? "" : `, score ${r.score}`}${opt(words(r), (w) => `: ${w}`)}`,
    "zh-CN": ({ receipt: r }, v) =>
      zh`${r.customer === undefined ? "匿名客户" : v.who(r.customer)} 通过 ${r.channel} 反馈${r.score === undefined ? "" : `，评分 ${r.score}`}${opt(words(r), (w) => `：${w}`)}`
  },
  "category-suggested": {
    en: (e, v) =>
      `the words now say ${v.word("kind", e.kind)}${opt(e.category, (c) => ` about ${c}`)}; what was settled stays`,
    "zh-CN": (e, v) =>
      zh`按现有文字应为 ${v.word("kind", e.kind)}${opt(e.category, (c) => `，类别为“${c}”`)}；既定分类不变`
  },
  classified: {
    en: (e, v) => `read as ${understood(e.understanding, v)}`,
    "zh-CN": (e, v) => zh`判定为 ${understood(e.understanding, v)}`
  },
  "review-asked": {
    en: (e, v) =>
      `not sure enough: ${e.of} is asked ${e.candidates.length === 0 ? "for the category" : `whether it is ${v.list(e.candidates, "or")}`}`,
    "zh-CN": (e, v) =>
      zh`把握不足，请 ${e.of} ${e.candidates.length === 0 ? "确定类别" : zh`在 ${v.list(e.candidates)} 中确定类别`}`
  },
  reclassified: {
    en: (e, v) => `${v.who(e.by)} made it ${understood(e.understanding, v)}${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 改判为 ${understood(e.understanding, v)}${why(v, e.reason)}`
  },
  "facts-suggested": {
    en: (e, v) =>
      `${v.who(e.by)} says that ${pairs(e.facts, v)}; it is not recorded until somebody who may decide it does so`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 称 ${pairs(e.facts, v)}，待有权者设定后才算记录`
  },
  "facts-recorded": {
    en: (e, v) => `${v.who(e.by)} recorded that ${pairs(e.facts, v, e)}${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 记录 ${pairs(e.facts, v, e)}${why(v, e.reason)}`
  }
}
