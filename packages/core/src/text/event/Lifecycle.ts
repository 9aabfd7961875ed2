/** The two loops and their two closes. */
import type { LifecycleEvents } from "../../case/track/Lifecycle.ts"
import { opt, spoken, zh } from "../phrase/Said.ts"
import type { Lines, Voice } from "../phrase/Voice.ts"
import { said, why } from "../phrase/Voice.ts"

/** The cause in our words, and what was said about it where that is more. */
const because = (v: Voice, cause: string, reason: string | undefined): string => {
  const said = v.because(cause)
  if (reason === undefined || reason === "" || reason === cause) return said
  return v.language === "en" ? `${said}: ${reason}` : `${said}：${reason}`
}

/** The outcome, with whose word it is where the staff entered it. */
const ended = ({ outcome, isOnBehalf }: { readonly outcome: string; readonly isOnBehalf?: true }, v: Voice): string => {
  const word = v.word("outcome", outcome)
  if (isOnBehalf !== true) return word
  return v.language === "en" ? `${word}, entered by the staff on the customer's behalf` : `${word}（员工代客户录入）`
}

export const lifecycle: Lines<LifecycleEvents> = {
  "loop-chosen": {
    en: (e, v) => `goes through the ${v.word("kind", e.loop)} loop`,
    "zh-CN": (e, v) => zh`按 ${v.word("kind", e.loop)} 闭环路径办理`
  },
  "customer-loop-closed": {
    en: (e, v) => `customer loop closed: ${ended(e, v)}`,
    "zh-CN": (e, v) => zh`客户闭环结束：${ended(e, v)}`
  },
  "system-loop-closed": {
    en: () => "system loop closed",
    "zh-CN": () => "改进闭环结束"
  },
  "case-closed": {
    en: (e, v) => `case closed: ${ended(e, v)}`,
    "zh-CN": (e, v) => zh`案件结案：${ended(e, v)}`
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
    en: (e, v) => `the customer is satisfied${said(e, v)}`,
    "zh-CN": (e, v) => `客户表示满意${said(e, v)}`
  },
  "customer-dissatisfied": {
    en: (e, v) => `the customer is not satisfied${said(e, v)}${opt(e.text, (t) => `: ${spoken(t)}`)}`,
    "zh-CN": (e, v) => `客户不满意${said(e, v)}${opt(e.text, (t) => `：${spoken(t)}`)}`
  },
  "case-withdrawn": {
    en: (e, v) => `the customer withdrew${said(e, v)}${why(v, e.reason)}`,
    "zh-CN": (e, v) => `客户撤回${said(e, v)}${why(v, e.reason)}`
  },
  "case-forwarded": {
    en: (e, v) => `${v.who(e.by)} forwarded the case to another body${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 把案件转交其他机构${why(v, e.reason)}`
  },
  "case-turned-away": {
    en: (e, v) => `${v.who(e.by)} did not accept the case${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 对本案不予受理${why(v, e.reason)}`
  }
}
