/** The two loops and their two closes. */
import type { LifecycleEvents } from "../../case/track/Lifecycle.ts"
import { opt, spoken, zh } from "../phrase/Said.ts"
import type { Lines, Voice } from "../phrase/Voice.ts"
import { why } from "../phrase/Voice.ts"

/** The cause in our words, and what was said about it where that is more. */
const because = (v: Voice, cause: string, reason: string | undefined): string => {
  const said = v.because(cause)
  if (reason === undefined || reason === "" || reason === cause) return said
  return v.language === "en" ? `${said}: ${reason}` : `${said}：${reason}`
}

export const lifecycle: Lines<LifecycleEvents> = {
  "loop-chosen": {
    en: (e, v) => `goes through the ${v.word("kind", e.loop)} loop`,
    "zh-CN": (e, v) => zh`按 ${v.word("kind", e.loop)} 闭环路径办理`
  },
  "customer-loop-closed": {
    en: (e, v) => `customer loop closed: ${v.word("outcome", e.outcome)}`,
    "zh-CN": (e, v) => zh`客户闭环结束：${v.word("outcome", e.outcome)}`
  },
  "system-loop-closed": {
    en: () => "system loop closed",
    "zh-CN": () => "改进闭环结束"
  },
  "case-closed": {
    en: (e, v) => `case closed: ${v.word("outcome", e.outcome)}`,
    "zh-CN": (e, v) => zh`案件结案：${v.word("outcome", e.outcome)}`
  },
  "case-reopened": {
    en: (e, v) => `back to ${v.gate(e.gate)} because ${because(v, e.cause, e.reason)}`,
    "zh-CN": (e, v) => zh`退回 ${v.gate(e.gate)}，因为 ${because(v, e.cause, e.reason)}`
  },
  "reopening-parked": {
    en: (e, v) =>
      `left to a person: ${v.because(e.cause)}, and reopened too often${opt(e.text, (t) => `: ${spoken(t)}`)}`,
    "zh-CN": (e, v) => zh`重开过于频繁，留待人工处理：${v.because(e.cause)}${opt(e.text, (t) => `：${spoken(t)}`)}`
  },
  "reopening-dismissed": {
    en: (e, v) =>
      e.reason === undefined
        ? `${v.who(e.by)} looked at it and leaves the case closed`
        : `what was left to a person ended${why(v, e.reason)}`,
    "zh-CN": (e, v) =>
      e.reason === undefined ? zh`${v.who(e.by)} 看过，案件不再重开` : zh`留待人工处理的事项终止${why(v, e.reason)}`
  },
  "customer-confirmed": {
    en: () => "the customer is satisfied",
    "zh-CN": () => "客户表示满意"
  },
  "customer-dissatisfied": {
    en: (e) => `the customer is not satisfied${opt(e.text, (t) => `: ${spoken(t)}`)}`,
    "zh-CN": (e) => `客户不满意${opt(e.text, (t) => `：${spoken(t)}`)}`
  },
  "case-withdrawn": {
    en: (e, v) => `the customer withdrew${why(v, e.reason)}`,
    "zh-CN": (e, v) => `客户撤回${why(v, e.reason)}`
  },
  "case-forwarded": {
    en: (e, v) => `${v.who(e.by)} forwarded the case to another body${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 把案件转交其他机构${why(v, e.reason)}`
  }
}
