/** How the case stands to others. */
import type { LinkedAs, RelationsEvents } from "../../case/track/Relations.ts"
import { spoken, zh } from "../phrase/Said.ts"
import type { Lines } from "../phrase/Voice.ts"
import { why } from "../phrase/Voice.ts"

type Linked = Readonly<Record<Exclude<LinkedAs, "problem">, (to: string) => string>>
const linkedEn: Linked = {
  "same-cause": (to) => `linked to ${to}, which has the same cause`,
  recurrence: (to) => `came back as ${to}`,
  earlier: (to) => `perhaps the same again as ${to}, which is closed`,
  mentioned: (to) => `names ${to}, a case of somebody else`,
  origin: (to) => `came out of ${to}`,
  "found-in": (to) => `was found in ${to}`,
  finding: (to) => `led to ${to}`
}
const linkedZh: Linked = {
  "same-cause": (to) => zh`与 ${to} 同因，已关联`,
  recurrence: (to) => zh`再发为 ${to}`,
  earlier: (to) => zh`可能是已结束的 ${to} 再发`,
  mentioned: (to) => zh`提到他人案件 ${to}`,
  origin: (to) => zh`由 ${to} 分出`,
  "found-in": (to) => zh`在 ${to} 中发现`,
  finding: (to) => zh`由此发现 ${to}`
}

/** A problem's id is a hash; its first characters are enough to tell two apart. */
const short = (id: string): string => id.slice(0, 8)

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

export const relations: Lines<RelationsEvents> = {
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
  "case-linked": {
    en: (e) => (e.as === "problem" ? `counted with problem ${short(e.to)}` : linkedEn[e.as](e.to)),
    "zh-CN": (e) => (e.as === "problem" ? zh`计入同因问题 ${short(e.to)}` : linkedZh[e.as](e.to))
  },
  "case-unlinked": {
    en: (e) => `no longer counted with problem ${short(e.from)}`,
    "zh-CN": (e) => zh`不再计入同因问题 ${short(e.from)}`
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
  }
}
