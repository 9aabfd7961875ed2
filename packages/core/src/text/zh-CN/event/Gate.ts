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
  if (signatory._tag === "Department") return zh`代表 ${wording.title("department", signatory.department)}`
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
  "gate-opened": (event, wording) => zh`${wording.gate(event.gate)} 可以办理`,
  "gate-evidence-shown": (event, wording) =>
    isByItself(event.by)
      ? zh`${wording.gate(event.gate)} 的凭据已齐`
      : zh`${wording.who(event.by)} 提交了 ${wording.gate(event.gate)} 的凭据`,
  "gate-signed": (event, wording) =>
    zh`${wording.who(event.by)} ${signedAs(event.as, wording)} 会签 ${wording.gate(event.gate)}`,
  "gate-passed": (event, wording) =>
    isByItself(event.by)
      ? zh`${wording.gate(event.gate)} 自动通过`
      : zh`${wording.who(event.by)} 通过 ${wording.gate(event.gate)}`,
  "explanation-given": (event, wording) =>
    zh`${wording.who(event.by)} 就 ${wording.gate(event.gate)} 说明理由，待会签${wording.why(event.reason)}`,
  "gate-explained": (event, wording) =>
    zh`${wording.who(event.by)} 以说明代替 ${wording.gate(event.gate)}${wording.why(event.reason)}`,
  "gate-waived": (event, wording) =>
    zh`${wording.who(event.by)} 豁免 ${wording.gate(event.gate)}${wording.why(event.reason)}`,
  "gate-lapsed": (event, wording) => zh`${wording.gate(event.gate)} 未通过，已失效${wording.why(event.reason)}`,
  "gate-not-needed": (event, wording) =>
    zh`不需要 ${wording.gate(event.gate)}${event.reason === "when" ? "" : wording.why(event.reason)}`,
  "gate-reopened": (event, wording) =>
    event.reason === "when"
      ? zh`${wording.gate(event.gate)} 现在需要办理`
      : zh`${wording.gate(event.gate)} 须重新办理${wording.why(event.reason)}`,
  "order-violated": (event, wording) =>
    zh`${wording.gate(event.gate)} 先于 ${wording.list(event.after.map(wording.gate))} 通过，顺序不符`,
  "proposal-made": (event, wording) => zh`${wording.who(event.by)} 提出第 ${event.round} 轮方案：${spoken(event.text)}`,
  "proposal-agreed": (event, wording) => `客户同意方案${wording.said(event)}`,
  "proposal-countered": (event, wording) =>
    `客户要求修改方案${wording.said(event)}${opt(event.text, (t) => `：${spoken(t)}`)}`,
  "proposal-refused": (event, wording) =>
    `客户拒绝方案${wording.said(event)}${opt(event.text, (t) => `：${spoken(t)}`)}`,
  "action-planned": (event, wording) =>
    zh`${wording.who(event.by)} 为 ${wording.gate(event.gate)} 制定措施：${actions(event.actions, wording)}`,
  "action-done": (event, wording) =>
    zh`${wording.who(event.by)} 完成 ${wording.gate(event.gate)} 的第 ${event.action} 项措施${wording.why(event.evidence)}`,
  "attempt-made": (event, wording) =>
    zh`已就 ${wording.gate(event.gate)} 询问客户${opt(event.channel, (c) => `（${wording.title("channel", c)}）`)}`,
  "silence-ended": (event, wording) => zh`客户已回复：${wording.gate(event.gate)} 的等待时间自下次答复客户起重新计算`,
  "survey-answered": (event, wording) => zh`客户作答：${survey(event, wording)}${wording.said(event)}`,
  "case-flagged": (event) => zh`同因案件 ${event.case} 的预防措施未见效`,
  "verification-failed": (event, wording) => zh`${wording.gate(event.gate)} 未通过验证${wording.why(event.reason)}`
}
