import type { LifecycleEvents } from "../../../case/track/Lifecycle.ts"
import { opt, spoken } from "../../shape/Said.ts"
import type { EventLines, Voice } from "../../shape/Voice.ts"
import { zh } from "../form/Blanks.ts"

/** The cause in our words, and what was said about it where that is more. */
const because = (wording: Voice, cause: string, reason: string | undefined): string => {
  const said = wording.because(cause)
  if (reason === undefined || reason === "" || reason === cause) return said
  return `${said}：${reason}`
}

/** The outcome, with whose word it is where the staff entered it. */
const ended = (
  { outcome, isOnBehalf }: { readonly outcome: string; readonly isOnBehalf?: true },
  wording: Voice
): string => {
  const word = wording.word("outcome", outcome)
  if (isOnBehalf !== true) return word
  return `${word}（员工代客户录入）`
}

export const lifecycle: EventLines<LifecycleEvents> = {
  "loop-chosen": (e, v) => zh`按 ${v.word("kind", e.loop)} 闭环路径办理`,
  "customer-loop-closed": (e, v) => zh`客户闭环已结束：${ended(e, v)}`,
  "system-loop-closed": () => "改进闭环已结束",
  "case-closed": (e, v) => zh`案件已结案：${ended(e, v)}`,
  "case-reopened": (e, v) => zh`案件退回 ${v.gate(e.gate)}：${because(v, e.cause, e.reason)}`,
  "reopening-parked": (event, wording) =>
    zh`重开次数过多，由人工决定：${wording.because(event.cause)}${opt(event.text, (t) => `：${spoken(t)}`)}`,
  "reopening-dismissed": (event, wording) =>
    event.reason === undefined
      ? zh`${wording.who(event.by)} 决定不再重开案件`
      : zh`不再需要决定是否重开${wording.why(event.reason)}`,
  "customer-confirmed": (e, v) => `客户表示满意${v.said(e)}`,
  "customer-dissatisfied": (e, v) => `客户不满意${v.said(e)}${opt(e.text, (t) => `：${spoken(t)}`)}`,
  "case-withdrawn": (e, v) => `客户撤回反馈${v.said(e)}${v.why(e.reason)}`,
  "case-forwarded": (e, v) => zh`${v.who(e.by)} 将案件转交其他机构${v.why(e.reason)}`,
  "case-turned-away": (e, v) => zh`${v.who(e.by)} 对本案不予受理${v.why(e.reason)}`
}
