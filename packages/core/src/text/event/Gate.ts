/** What was shown, by whom, and what the customer said to it. */

import type { PlannedAction } from "../../case/generated/Command.ts"
import type { GateEvents } from "../../case/track/Gate.ts"
import { byPolicy } from "../../people/Actor.ts"
import { named } from "../../who/Signature.ts"
import { opt, spoken, zh } from "../phrase/Said.ts"
import type { Lines, Voice } from "../phrase/Voice.ts"
import { said, why } from "../phrase/Voice.ts"
import { pairs } from "./Feedback.ts"

/** Each answer with its question, and what was passed over. */
const survey = ({ answers, skipped }: GateEvents["survey-answered"], v: Voice): string =>
  [pairs(answers, v), ...skipped.map((name) => (v.language === "en" ? `${name} passed over` : `${name} 未答`))]
    .filter((part) => part !== "")
    .join(v.language === "en" ? ", " : "，")

const byItself = (by: string): boolean => by === byPolicy

const signedAs = (as: string, v: Voice): string => {
  const signatory = named(as)
  if (signatory._tag === "Department")
    return v.language === "en" ? `for department ${signatory.department}` : zh`代表部门 ${signatory.department}`
  return v.language === "en" ? `as ${v.word("who", as).replace(/^the /, "")}` : zh`以 ${v.word("who", as)} 身份`
}

const actions = (planned: readonly PlannedAction[], v: Voice): string =>
  planned
    .map((action) => {
      const more = [action.owner === undefined ? "" : v.who(action.owner), action.due ?? ""].filter((x) => x !== "")
      if (more.length === 0) return spoken(action.what)
      return v.language === "en"
        ? `${spoken(action.what)} (${more.join(", ")})`
        : `${spoken(action.what)}（${more.join("，")}）`
    })
    .join(v.language === "en" ? "; " : "；")

export const gate: Lines<GateEvents> = {
  "gate-opened": {
    en: (e, v) => `${v.gate(e.gate)} can be worked on now`,
    "zh-CN": (e, v) => zh`${v.gate(e.gate)} 可以办理`
  },
  "gate-evidence-shown": {
    en: (e, v) =>
      `${byItself(e.by) ? "the evidence" : `${v.who(e.by)} showed the evidence`} for ${v.gate(e.gate)}${byItself(e.by) ? " is complete" : ""}`,
    "zh-CN": (e, v) =>
      byItself(e.by) ? zh`${v.gate(e.gate)} 的凭据已齐` : zh`${v.who(e.by)} 出示了 ${v.gate(e.gate)} 的凭据`
  },
  "gate-signed": {
    en: (e, v) => `${v.who(e.by)} signed ${v.gate(e.gate)} ${signedAs(e.as, v)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} ${signedAs(e.as, v)} 会签 ${v.gate(e.gate)}`
  },
  "gate-passed": {
    en: (e, v) => (byItself(e.by) ? `${v.gate(e.gate)} passed by itself` : `${v.who(e.by)} passed ${v.gate(e.gate)}`),
    "zh-CN": (e, v) => (byItself(e.by) ? zh`${v.gate(e.gate)} 自动通过` : zh`${v.who(e.by)} 通过 ${v.gate(e.gate)}`)
  },
  "explanation-given": {
    en: (e, v) => `${v.who(e.by)} gave a reason for ${v.gate(e.gate)}, which waits for signatures${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 就 ${v.gate(e.gate)} 说明理由，待会签${why(v, e.reason)}`
  },
  "gate-explained": {
    en: (e, v) => `${v.who(e.by)} explained ${v.gate(e.gate)} instead of passing it${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 以说明代替 ${v.gate(e.gate)}${why(v, e.reason)}`
  },
  "gate-waived": {
    en: (e, v) => `${v.who(e.by)} waived ${v.gate(e.gate)}${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 豁免 ${v.gate(e.gate)}${why(v, e.reason)}`
  },
  "gate-lapsed": {
    en: (e, v) => `${v.gate(e.gate)} is settled without being passed${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.gate(e.gate)} 未通过而了结${why(v, e.reason)}`
  },
  "gate-not-needed": {
    en: (e, v) => `${v.gate(e.gate)} is not needed${e.reason === "when" ? "" : why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`不需要 ${v.gate(e.gate)}${e.reason === "when" ? "" : why(v, e.reason)}`
  },
  "gate-reopened": {
    en: (e, v) =>
      e.reason === "when"
        ? `${v.gate(e.gate)} is needed after all`
        : `${v.gate(e.gate)} must be shown again${why(v, e.reason)}`,
    "zh-CN": (e, v) =>
      e.reason === "when" ? zh`${v.gate(e.gate)} 现在需要办理` : zh`${v.gate(e.gate)} 须重新办理${why(v, e.reason)}`
  },
  "order-violated": {
    en: (e, v) => `${v.gate(e.gate)} was passed before ${v.list(e.after.map(v.gate))}`,
    "zh-CN": (e, v) => zh`${v.gate(e.gate)} 先于 ${v.list(e.after.map(v.gate))} 通过，顺序不符`
  },
  "proposal-made": {
    en: (e, v) => `${v.who(e.by)} proposed, round ${e.round}: ${spoken(e.text)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 提出第 ${e.round} 轮方案：${spoken(e.text)}`
  },
  "proposal-agreed": {
    en: (e, v) => `the customer agreed to the proposal${said(e, v)}`,
    "zh-CN": (e, v) => `客户同意方案${said(e, v)}`
  },
  "proposal-countered": {
    en: (e, v) => `the customer asks for a change of the proposal${said(e, v)}${opt(e.text, (t) => `: ${spoken(t)}`)}`,
    "zh-CN": (e, v) => `客户对方案另提意见${said(e, v)}${opt(e.text, (t) => `：${spoken(t)}`)}`
  },
  "proposal-refused": {
    en: (e, v) => `the customer refused the proposal${said(e, v)}${opt(e.text, (t) => `: ${spoken(t)}`)}`,
    "zh-CN": (e, v) => `客户拒绝方案${said(e, v)}${opt(e.text, (t) => `：${spoken(t)}`)}`
  },
  "action-planned": {
    en: (e, v) => `${v.who(e.by)} planned for ${v.gate(e.gate)}: ${actions(e.actions, v)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 为 ${v.gate(e.gate)} 制定措施：${actions(e.actions, v)}`
  },
  "action-done": {
    en: (e, v) => `${v.who(e.by)} finished action ${e.action} of ${v.gate(e.gate)}${why(v, e.evidence)}`,
    "zh-CN": (e, v) => zh`${v.who(e.by)} 完成 ${v.gate(e.gate)} 的第 ${e.action} 项措施${why(v, e.evidence)}`
  },
  "attempt-made": {
    en: (e, v) => `the customer was asked${opt(e.channel, (c) => ` by ${c}`)} for ${v.gate(e.gate)}`,
    "zh-CN": (e, v) => zh`就 ${v.gate(e.gate)} 联系客户${opt(e.channel, (c) => `（${c}）`)}`
  },
  "silence-ended": {
    en: (e, v) => `the customer has spoken: silence is counted anew for ${v.gate(e.gate)} once they are answered`,
    "zh-CN": (e, v) => zh`客户已有回音：${v.gate(e.gate)} 的静默期自下次答复客户起重新计算`
  },
  "survey-answered": {
    en: (e, v) => `the customer answered: ${survey(e, v)}${said(e, v)}`,
    "zh-CN": (e, v) => zh`客户作答：${survey(e, v)}${said(e, v)}`
  },
  "case-flagged": {
    en: (e) => `prevention failed in ${e.case}, which has the same cause`,
    "zh-CN": (e) => zh`同因案件 ${e.case} 的预防未见效`
  },
  "verification-failed": {
    en: (e, v) => `${v.gate(e.gate)} failed${why(v, e.reason)}`,
    "zh-CN": (e, v) => zh`${v.gate(e.gate)} 未通过验证${why(v, e.reason)}`
  }
}
