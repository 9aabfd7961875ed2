import type { LinkedAs, RelationsEvents } from "../../../case/track/Relations.ts"
import { short } from "../../shape/Parts.ts"
import { spoken } from "../../shape/Said.ts"
import type { EventLines } from "../../shape/Voice.ts"
import { zh } from "../form/Blanks.ts"

type Linked = Readonly<Record<Exclude<LinkedAs, "problem">, (to: string) => string>>
const linked: Linked = {
  "same-cause": (to) => zh`与 ${to} 同因，已关联`,
  recurrence: (to) => zh`同一原因再发，见 ${to}`,
  earlier: (to) => zh`可能是已结案的 ${to} 再发`,
  mentioned: (to) => zh`提到他人案件 ${to}`,
  origin: (to) => zh`由 ${to} 分出`,
  "found-in": (to) => zh`在 ${to} 中发现`,
  finding: (to) => zh`由此发现 ${to}`
}

export const relations: EventLines<RelationsEvents> = {
  "case-split": (event, wording) =>
    zh`${wording.who(event.by)} 拆分出 ${event.to}：${spoken(event.text)}${wording.why(event.reason)}`,
  "case-followed": (event) => zh`客户在结案后的反馈转入 ${event.to} 办理`,
  "case-merged": (event, wording) => zh`${wording.who(event.by)} 将本案并入 ${event.into}${wording.why(event.reason)}`,
  "case-linked": (event) => (event.as === "problem" ? zh`计入同因问题 ${short(event.to)}` : linked[event.as](event.to)),
  "case-unlinked": (event) => zh`不再计入同因问题 ${short(event.from)}`,
  "problem-told": (event) =>
    event.progress === "failed"
      ? zh`案件 ${event.by ?? ""} 对同一原因的预防措施未见效`
      : event.by !== undefined
        ? zh`同一原因的预防措施已在案件 ${event.by} 落实`
        : zh`${event.customers} 位客户反映同一问题，共 ${event.cases} 件${event.open ? "，已立为同因问题" : ""}`,
  "problem-progressed": (event, wording) =>
    event.progress === "failed"
      ? zh`同因问题 ${short(event.problem)} 的预防措施未见效`
      : zh`${wording.gate(event.gate)} 适用于同因问题 ${short(event.problem)} 的全部案件`,
  "problem-closed": (event) => zh`同因问题 ${short(event.problem)} 已结束：案件 ${event.by} 的预防措施已证明有效`
}
