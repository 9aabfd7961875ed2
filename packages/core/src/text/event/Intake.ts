/** What was said and what is known about it. */
import type { IntakeEvents, Receipt, Understanding } from "../../track/intake/State.ts"
import { opt, spoken, zh } from "../Said.ts"
import type { Lines, Voice } from "./Voice.ts"
import { why } from "./Voice.ts"

const words = (r: Receipt): string => {
  const text = (r.verbatim ?? "").trim() === "" ? (r.description ?? "") : (r.verbatim ?? "")
  return opt(text, (said) => spoken(said))
}

const understood = (u: Understanding, v: Voice): string => {
  const share = `${Math.round(u.confidence * 100)}%`
  const kind = v.word("kind", u.kind)
  if (v.language === "en")
    return `${kind}${opt(u.category, (c) => ` about ${c}`)}${opt(u.emotion, (e) => `, customer ${e}`)}${u.sure && u.category === undefined ? "" : ` (${share} sure)`}`
  return zh`${kind}${opt(u.category, (c) => `，类别 ${c}`)}${opt(u.emotion, (e) => `，情绪 ${e}`)}${u.sure && u.category === undefined ? "" : `（把握度 ${share}）`}`
}

const pairs = (facts: Readonly<Record<string, unknown>>, v: Voice, cause: string | undefined): string =>
  v.list([
    ...Object.entries(facts).map(([name, value]) =>
      v.language === "en" ? `${name} = ${String(value)}` : `${name} 为 ${String(value)}`
    ),
    ...(cause === undefined
      ? []
      : [v.language === "en" ? `the cause is ${v.word("cause", cause)}` : zh`根因为 ${v.word("cause", cause)}`])
  ])

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
    en: (e) => `the customer wrote${opt(e.channel, (c) => ` by ${c}`)}: ${spoken(e.text)}`,
    "zh-CN": (e) => zh`客户来信${opt(e.channel, (c) => `（${c}）`)}：${spoken(e.text)}`
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
    en: (e) =>
      e.as === "problem"
        ? `counted with problem ${short(e.to)}`
        : e.as === "same-cause"
          ? `linked to ${e.to}, which has the same cause`
          : `came back as ${e.to}`,
    "zh-CN": (e) =>
      e.as === "problem"
        ? zh`计入同因问题 ${short(e.to)}`
        : e.as === "same-cause"
          ? zh`与 ${e.to} 同因，已关联`
          : zh`再发为 ${e.to}`
  },
  "case-unlinked": {
    en: (e) => `no longer counted with problem ${short(e.from)}`,
    "zh-CN": (e) => zh`不再计入同因问题 ${short(e.from)}`
  },
  "problem-told": {
    en: (e) =>
      `${count(e.customers, "customer reports", "customers report")} the same problem, in ${count(e.cases, "case", "cases")}${e.open ? "; the problem is open" : ""}`,
    "zh-CN": (e) => zh`${e.customers} 位客户反映同一问题，共 ${e.cases} 件${e.open ? "，已立为同因问题" : ""}`
  }
}
