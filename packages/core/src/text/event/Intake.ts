/** What was said and what is known about it. */
import type { IntakeEvents, LinkedAs, Receipt, Understanding } from "../../case/track/Intake.ts"
import { opt, spoken, zh } from "../Said.ts"
import type { Lines, Voice } from "./Voice.ts"
import { why } from "./Voice.ts"

const words = (r: Receipt): string => {
  const text = (r.verbatim ?? "").trim() === "" ? (r.description ?? "") : (r.verbatim ?? "")
  return opt(text, (said) => spoken(said))
}

/** The words that show one of several things, each once. */
const shownBy = (hits: readonly { readonly word: string }[], v: Voice): string | undefined => {
  const words = [...new Set(hits.flatMap(({ word }) => (word === "" ? [] : [spoken(word)])))]
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

const understood = (u: Understanding, v: Voice): string => {
  const english = v.language === "en"
  const percent = (share: number): string => `${Math.round(share * 100)}%`
  const about = u.hits.filter(({ category }) => category === u.category)
  const felt = u.emotionHits.filter(({ level }) => level === u.emotion)
  const second = opt(u.second?.category, (c) => (english ? `, then ${c}` : `，其次 ${c}`))
  const sureness = english
    ? ` (${percent(u.confidence)} sure${second})`
    : `（把握度 ${percent(u.confidence)}${second}）`
  const signals = u.signals.map((name) => {
    const by = shownBy(
      (u.signalHits ?? []).filter(({ signal }) => signal === name),
      v
    )
    return `${name}${opt(by, (w) => (english ? ` by ${w}` : `（${w}）`))}`
  })
  const parts = english
    ? [
        `${v.word("kind", u.kind)}${opt(u.category, (c) => ` about ${c}`)}${opt(shownBy(about, v), (w) => ` by ${w}`)}`,
        opt(u.emotion, (e) => `, customer ${e}${opt(shownBy(felt, v), (w) => ` by ${w}`)}`),
        opt(v.list(signals), (all) => `, ${all}`)
      ]
    : [
        zh`${v.word("kind", u.kind)}${opt(u.category, (c) => `，类别 ${c}`)}${opt(shownBy(about, v), (w) => `（${w}）`)}`,
        opt(u.emotion, (e) => `，情绪 ${e}${opt(shownBy(felt, v), (w) => `（${w}）`)}`),
        opt(v.list(signals), (all) => `，信号词 ${all}`)
      ]
  const by = u.classifier === undefined ? "" : classifiers[u.classifier][english ? 0 : 1]
  return `${parts.join("")}${u.sure && u.category === undefined ? "" : sureness}${by}`
}

const pairs = (facts: Readonly<Record<string, unknown>>, v: Voice, cause: string | undefined): string =>
  v.list([
    ...Object.entries(facts).map(([name, value]) =>
      v.language === "en" ? `${name} = ${plain(value, "yes", "no")}` : `${name} 为 ${plain(value, "是", "否")}`
    ),
    ...(cause === undefined
      ? []
      : [v.language === "en" ? `the cause is ${v.word("cause", cause)}` : zh`根因为 ${v.word("cause", cause)}`])
  ])

const plain = (value: unknown, yes: string, no: string): string =>
  value === true ? yes : value === false ? no : String(value)

type Linked = Readonly<Record<Exclude<LinkedAs, "problem">, (to: string) => string>>
const linkedEn: Linked = {
  "same-cause": (to) => `linked to ${to}, which has the same cause`,
  recurrence: (to) => `came back as ${to}`,
  earlier: (to) => `perhaps the same again as ${to}, which is closed`,
  mentioned: (to) => `names ${to}, a case of somebody else`,
  origin: (to) => `came out of ${to}`
}
const linkedZh: Linked = {
  "same-cause": (to) => zh`与 ${to} 同因，已关联`,
  recurrence: (to) => zh`再发为 ${to}`,
  earlier: (to) => zh`可能是已结束的 ${to} 再发`,
  mentioned: (to) => zh`提到他人案件 ${to}`,
  origin: (to) => zh`由 ${to} 分出`
}

const ordinals = ["first", "second", "third", "fourth", "fifth"]
const ordinal = (n: number): string => ordinals[n - 1] ?? `${n}th`

/** A problem's id is a hash; its first characters are enough to tell two apart. */
const short = (id: string): string => id.slice(0, 8)

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

export const intake: Lines<IntakeEvents> = {
  "case-opened": {
    en: ({ receipt: r }, v) =>
      `${r.customer === undefined ? "an anonymous customer" : v.who(r.customer)} told us by ${r.channel}${r.score === undefined ? "" : `, score ${r.score}`}${opt(words(r), (w) => `: ${w}`)}`,
    "zh-CN": ({ receipt: r }, v) =>
      zh`${r.customer === undefined ? "匿名客户" : v.who(r.customer)} 通过 ${r.channel} 反馈${r.score === undefined ? "" : `，评分 ${r.score}`}${opt(words(r), (w) => `：${w}`)}`
  },
  "feedback-joined": {
    en: (e) =>
      e.from !== undefined
        ? `${e.from} was merged into this case`
        : e.again === true
          ? `the same message came by ${e.channel} as well`
          : `said again by ${e.channel}, for the ${ordinal(e.contacts.contacts)} time${opt(e.text, (t) => `: ${spoken(t)}`)}${e.score === undefined ? "" : `, score ${e.score}`}`,
    "zh-CN": (e) =>
      e.from !== undefined
        ? zh`${e.from} 已并入本案`
        : e.again === true
          ? zh`同一消息也从 ${e.channel} 收到`
          : zh`同一客户第 ${e.contacts.contacts} 次反映（${e.channel}）${opt(e.text, (t) => `：${spoken(t)}`)}`
  },
  "question-asked": {
    en: (e, v) =>
      `the customer was asked${e.missing.length === 0 ? "" : `, since ${v.list(e.missing)} did not come`}: ${spoken(e.text)}`,
    "zh-CN": (e, v) =>
      zh`已向客户提问${e.missing.length === 0 ? "" : zh`（缺 ${v.list(e.missing)}）`}：${spoken(e.text)}`
  },
  "category-suggested": {
    en: (e, v) =>
      `the words now say ${v.word("kind", e.kind)}${opt(e.category, (c) => ` about ${c}`)}; what was settled stays`,
    "zh-CN": (e, v) =>
      zh`按现有文字应为 ${v.word("kind", e.kind)}${opt(e.category, (c) => `，类别 ${c}`)}；既定分类不变`
  },
  "event-happened": {
    en: (e, v) => `${v.who(e.by)} reported the event ${e.name}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 通报事件 ${e.name}`
  },
  "survey-due": {
    en: (e, v) => `${v.who(e.customer)} is to be asked by ${e.channel}`,
    "zh-CN": (e, v) => zh`待通过 ${e.channel} 询问 ${v.who(e.customer)}`
  },
  "case-split": {
    en: (e, v) => `${v.who(e.by)} split off ${e.to}: ${spoken(e.text)}${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 拆分出 ${e.to}：${spoken(e.text)}${why(v, e.reason)}`
  },
  "case-followed": {
    en: (e) => `what the customer said after the end goes on in ${e.to}`,
    "zh-CN": (e) => zh`客户在结束后的反馈转入 ${e.to}`
  },
  "case-merged": {
    en: (e, v) => `${v.who(e.by)} merged the case into ${e.into}${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 将本案并入 ${e.into}${why(v, e.reason)}`
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
  "facts-recorded": {
    en: (e, v) => `${v.who(e.by)} recorded that ${pairs(e.facts, v, e.cause)}${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 记录 ${pairs(e.facts, v, e.cause)}${why(v, e.reason)}`
  },
  "customer-wrote": {
    en: (e) =>
      `${e.as === "automatic" ? "a machine answered" : e.as === "courtesy" ? "the customer said thanks" : "the customer wrote"}${opt(e.channel, (c) => ` by ${c}`)}: ${spoken(e.text)}`,
    "zh-CN": (e) =>
      zh`${e.as === "automatic" ? "自动回复" : e.as === "courtesy" ? "客户致谢" : "客户来信"}${opt(e.channel, (c) => `（${c}）`)}：${spoken(e.text)}`
  },
  "customer-told": {
    en: (e, v) => `${v.who(e.by)} told the customer: ${spoken(e.text)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 告知客户：${spoken(e.text)}`
  },
  "note-added": {
    en: (e, v) => `${v.who(e.by)} noted: ${spoken(e.text)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 记注：${spoken(e.text)}`
  },
  "case-linked": {
    en: (e) => (e.as === "problem" ? `counted with problem ${short(e.to)}` : linkedEn[e.as](e.to)),
    "zh-CN": (e) => (e.as === "problem" ? zh`计入同因问题 ${short(e.to)}` : linkedZh[e.as](e.to))
  },
  "case-unlinked": {
    en: (e) => `no longer counted with problem ${short(e.from)}`,
    "zh-CN": (e) => zh`不再计入同因问题 ${short(e.from)}`
  },
  "problem-progressed": {
    en: (e, v) =>
      e.progress === "failed"
        ? `what was to prevent problem ${short(e.problem)} has failed`
        : `${v.gate(e.gate)} serves every case of problem ${short(e.problem)}`,
    "zh-CN": (e, v) =>
      e.progress === "failed"
        ? zh`同因问题 ${short(e.problem)} 的预防未见效`
        : zh`${v.gate(e.gate)} 适用于同因问题 ${short(e.problem)} 的全部案件`
  },
  "problem-closed": {
    en: (e) => `problem ${short(e.problem)} is closed: its prevention proved effective in ${e.by}`,
    "zh-CN": (e) => zh`同因问题 ${short(e.problem)} 结束：案件 ${e.by} 的预防已证明有效`
  },
  "problem-told": {
    en: (e) =>
      e.progress === "failed"
        ? `what was to prevent its cause has failed in ${e.by ?? ""}`
        : e.by !== undefined
          ? `what caused it is being prevented in ${e.by}`
          : `${count(e.customers, "customer reports", "customers report")} the same problem, in ${count(e.cases, "case", "cases")}${e.open ? "; the problem is open" : ""}`,
    "zh-CN": (e) =>
      e.progress === "failed"
        ? zh`案件 ${e.by ?? ""} 对同一原因的预防未见效`
        : e.by !== undefined
          ? zh`同一原因的预防措施已在案件 ${e.by} 落实`
          : zh`${e.customers} 位客户反映同一问题，共 ${e.cases} 件${e.open ? "，已立为同因问题" : ""}`
  }
}
