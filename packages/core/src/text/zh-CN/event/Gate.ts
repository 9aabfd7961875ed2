import type { PlannedAction } from "../../../case/generated/Command.ts"
import type { GateEvents } from "../../../case/track/Gate.ts"
import { named } from "../../../who/Signature.ts"
import { isByItself } from "../../shape/Parts.ts"
import { opt, spoken } from "../../shape/Said.ts"
import type { EventLines, Voice } from "../../shape/Voice.ts"
import { zh } from "../form/Blanks.ts"
import { pairs } from "./Feedback.ts"

/** Each answer with its question, and what was passed over. */
const survey = ({ answers, skipped }: GateEvents["survey-answered"], wording: Voice): string =>
  [pairs(answers, wording), ...skipped.map((name) => zh`${wording.title("fact", name)} 未答`)]
    .filter((part) => part !== "")
    .join("，")

const signedAs = (as: string, wording: Voice): string => {
  const signatory = named(as)
  if (signatory._tag === "Department") return zh`代表 ${wording.title("department", signatory.department)} 部门`
  return zh`以 ${wording.role(as)} 身份`
}

const actions = (planned: readonly PlannedAction[], wording: Voice): string =>
  planned
    .map((action) => {
      const more = [
        action.owner === undefined ? "" : wording.who(action.owner),
        action.due === undefined ? "" : wording.date(action.due)
      ].filter((x) => x !== "")
      if (more.length === 0) return spoken(action.what)
      return `${spoken(action.what)}（${more.join("，")}）`
    })
    .join("；")

export const gate: EventLines<GateEvents> = {
  "gate-opened": (e, v) => zh`${v.gate(e.gate)} 可以办理`,
  "gate-evidence-shown": (event, wording) =>
    isByItself(event.by)
      ? zh`${wording.gate(event.gate)} 的凭据已齐`
      : zh`${wording.who(event.by)} 提交了 ${wording.gate(event.gate)} 的凭据`,
  "gate-signed": (e, v) => zh`${v.who(e.by)} ${signedAs(e.as, v)} 会签 ${v.gate(e.gate)}`,
  "gate-passed": (event, wording) =>
    isByItself(event.by)
      ? zh`${wording.gate(event.gate)} 自动通过`
      : zh`${wording.who(event.by)} 通过 ${wording.gate(event.gate)}`,
  "explanation-given": (e, v) => zh`${v.who(e.by)} 就 ${v.gate(e.gate)} 说明理由，待会签${v.why(e.reason)}`,
  "gate-explained": (e, v) => zh`${v.who(e.by)} 以说明代替 ${v.gate(e.gate)}${v.why(e.reason)}`,
  "gate-waived": (e, v) => zh`${v.who(e.by)} 豁免 ${v.gate(e.gate)}${v.why(e.reason)}`,
  "gate-lapsed": (e, v) => zh`${v.gate(e.gate)} 未通过，已失效${v.why(e.reason)}`,
  "gate-not-needed": (e, v) => zh`不需要 ${v.gate(e.gate)}${e.reason === "when" ? "" : v.why(e.reason)}`,
  "gate-reopened": (event, wording) =>
    event.reason === "when"
      ? zh`${wording.gate(event.gate)} 现在需要办理`
      : zh`${wording.gate(event.gate)} 须重新办理${wording.why(event.reason)}`,
  "order-violated": (e, v) => zh`${v.gate(e.gate)} 先于 ${v.list(e.after.map(v.gate))} 通过，顺序不符`,
  "proposal-made": (e, v) => zh`${v.who(e.by)} 提出第 ${e.round} 轮方案：${spoken(e.text)}`,
  "proposal-agreed": (e, v) => `客户同意方案${v.said(e)}`,
  "proposal-countered": (e, v) => `客户要求修改方案${v.said(e)}${opt(e.text, (t) => `：${spoken(t)}`)}`,
  "proposal-refused": (e, v) => `客户拒绝方案${v.said(e)}${opt(e.text, (t) => `：${spoken(t)}`)}`,
  "action-planned": (e, v) => zh`${v.who(e.by)} 为 ${v.gate(e.gate)} 制定措施：${actions(e.actions, v)}`,
  "action-done": (e, v) => zh`${v.who(e.by)} 完成 ${v.gate(e.gate)} 的第 ${e.action} 项措施${v.why(e.evidence)}`,
  "attempt-made": (e, v) => zh`已就 ${v.gate(e.gate)} 询问客户${opt(e.channel, (c) => `（${v.title("channel", c)}）`)}`,
  "silence-ended": (e, v) => zh`客户已回复：${v.gate(e.gate)} 的等待时间自下次答复客户起重新计算`,
  "survey-answered": (e, v) => zh`客户作答：${survey(e, v)}${v.said(e)}`,
  "case-flagged": (e) => zh`同因案件 ${e.case} 的预防措施未见效`,
  "verification-failed": (e, v) => zh`${v.gate(e.gate)} 未通过验证${v.why(e.reason)}`
}
