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
  "loop-chosen": (event, wording) => zh`按 ${wording.word("kind", event.loop)} 闭环路径办理`,
  "customer-loop-closed": (event, wording) => zh`客户闭环已结束：${ended(event, wording)}`,
  "system-loop-closed": () => "改进闭环已结束",
  "case-closed": (event, wording) => zh`已结案：${ended(event, wording)}`,
  "case-reopened": (event, wording) =>
    zh`案件退回 ${wording.gate(event.gate)}：${because(wording, event.cause, event.reason)}`,
  "reopening-parked": (event, wording) =>
    zh`重开次数过多，由人工决定：${wording.because(event.cause)}${opt(event.text, (t) => `：${spoken(t)}`)}`,
  "reopening-dismissed": (event, wording) =>
    event.reason === undefined
      ? zh`${wording.who(event.by)} 决定不再重开案件`
      : zh`不再需要决定是否重开${wording.why(event.reason)}`,
  "customer-confirmed": (event, wording) => `客户表示满意${wording.said(event)}`,
  "customer-dissatisfied": (event, wording) =>
    `客户不满意${wording.said(event)}${opt(event.text, (t) => `：${spoken(t)}`)}`,
  "case-withdrawn": (event, wording) => `客户撤回反馈${wording.said(event)}${wording.why(event.reason)}`,
  "case-forwarded": (event, wording) => zh`${wording.who(event.by)} 将案件转交其他机构${wording.why(event.reason)}`,
  "case-turned-away": (event, wording) => zh`${wording.who(event.by)} 对本案不予受理${wording.why(event.reason)}`
}
