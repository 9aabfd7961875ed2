import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"
import { zh } from "../form/Blanks.ts"

export const ofEvidence: Sentences<"evidence"> = {
  "findings/none": () => "尚无由此发现的反馈：请在结果中写明查看了什么，或未发现问题",
  "root-cause/method": (details, wording) =>
    details.method === ""
      ? zh`根因要说明分析方法：${wording.names(details.allowed)}`
      : zh`${quoted(details.method)} 不是本关口的分析方法，可用 ${wording.names(details.allowed)}`,
  "root-cause/depth": (s) => zh`原因只追问了 ${s.found} 层，要求 ${s.depth} 层`,
  "root-cause/field": (s, v) => zh`${quoted(s.method)} 不问 ${quoted(s.field)}，只有 ${v.names(s.known)}`,
  "root-cause/surface": (s) => zh`${quoted(s.word)} 只是表面原因，请再追问为何会这样`,
  "root-cause/evidence": () => "根因要有证据",
  "root-cause/undecided": () => "请说明根因是偶发（`incidental`）还是系统性（`systemic`）",
  "action/none": () => "至少要有一项措施",
  "action/not-smart": (s, v) => zh`第 ${s.action} 项措施还缺 ${v.names(s.missing)}`,
  "action/no-date": (s) => zh`第 ${s.action} 项措施的期限 ${quoted(s.due)} 不是今后的日期`,
  "action/nobody": (s) => zh`第 ${s.action} 项措施的负责人 ${quoted(s.owner)} 既不是人员，也不是有人担任的角色`,
  "action/unknown": (s) => zh`没有待完成的第 ${s.action} 项措施`,
  "action/open": (s) => zh`关口 ${quoted(s.gate)} 在措施全部完成后自动通过，请回报完成情况或补充措施`,
  "proposal/none": (s) => (s.gate === "" ? "方案没有内容" : zh`关口 ${quoted(s.gate)} 没有待答复的方案`),
  "proposal/awaiting-reply": (s) => zh`客户还没有答复第 ${s.round} 轮方案`,
  "proposal/rounds-over": (details) =>
    zh`${details.rounds} 轮已用完，${details.arbiter === "" ? "策略未定裁决人" : `由 ${quoted(details.arbiter)} 裁决`}`,
  "decision/not-offered": (details, wording) =>
    `${details.decision === "" ? "要有结论" : zh`${quoted(details.decision)} 不在可选结论之列`}${opt(details.allowed, (a) => `：${wording.names(a)}`)}`,
  "decision/no-date": (s) => zh`${quoted(s.until)} 不是将来的日期，无法到期再议`,
  "result/missing": () => "缺少结果，请说明办理结果",
  "reason/missing": () => "请说明理由",
  "effectiveness/too-early": (s, v) => `观察期未满${opt(s.until, (until) => zh`，至 ${v.date(until)}`)}`,
  "effectiveness/proof": () => "效果验证要有依据：请给出测得的指标",
  "effectiveness/no-metric": () =>
    "本验证只看是否再发，不能以差距判为未通过：请对再发的案件用 `set` 和 `cause-of` 指明同因",
  "confirmation/no-reply": () => "本关口只能由客户本人的答复了结",
  "reply/not-understood": (s, v) => zh`关口 ${quoted(s.gate)} 不能以“${v.word("says", s.says)}”答复`
}
