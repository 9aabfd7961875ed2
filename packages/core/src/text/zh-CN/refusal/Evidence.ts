import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"
import { zh } from "../form/Blanks.ts"

export const ofEvidence: Sentences<"evidence"> = {
  "findings/none": () => "尚无由此发现的反馈：请在结果中写明查看了什么，或未发现问题",
  "root-cause/method": (details, wording) =>
    details.method === ""
      ? zh`根因要说明分析方法：${wording.names(details.allowed)}`
      : zh`${quoted(details.method)} 不是本关口的分析方法，可用 ${wording.names(details.allowed)}`,
  "root-cause/depth": (details) => zh`原因只追问了 ${details.found} 层，要求 ${details.depth} 层`,
  "root-cause/field": (details, wording) =>
    zh`${quoted(details.method)} 不问 ${quoted(details.field)}，只有 ${wording.names(details.known)}`,
  "root-cause/surface": (details) => zh`${quoted(details.word)} 只是表面原因，请再追问为何会这样`,
  "root-cause/evidence": () => "根因要有证据",
  "root-cause/undecided": () => "请说明根因是偶发（`incidental`）还是系统性（`systemic`）",
  "action/none": () => "至少要有一项措施",
  "action/not-smart": (details, wording) => zh`第 ${details.action} 项措施还缺 ${wording.names(details.missing)}`,
  "action/no-date": (details) => zh`第 ${details.action} 项措施的期限 ${quoted(details.due)} 不是今后的日期`,
  "action/nobody": (details) =>
    zh`第 ${details.action} 项措施的负责人 ${quoted(details.owner)} 既不在人员表中，也不是有人担任的角色`,
  "action/unknown": (details) => zh`没有待完成的第 ${details.action} 项措施`,
  "action/open": (details) => zh`关口 ${quoted(details.gate)} 在措施全部完成后自动通过，请回报完成情况或补充措施`,
  "proposal/none": (details) =>
    details.gate === "" ? "方案没有内容" : zh`关口 ${quoted(details.gate)} 没有待答复的方案`,
  "proposal/awaiting-reply": (details) => zh`客户还没有答复第 ${details.round} 轮方案`,
  "proposal/rounds-over": (details) =>
    zh`${details.rounds} 轮已用完，${details.arbiter === "" ? "策略未定裁决人" : `由 ${quoted(details.arbiter)} 裁决`}`,
  "decision/not-offered": (details, wording) =>
    `${details.decision === "" ? "要有结论" : zh`${quoted(details.decision)} 不在可选结论之列`}${opt(details.allowed, (a) => `：${wording.names(a)}`)}`,
  "decision/no-date": (details) => zh`${quoted(details.until)} 不是将来的日期，无法到期再议`,
  "result/missing": () => "缺少结果，请说明办理结果",
  "reason/missing": () => "请说明理由",
  "effectiveness/too-early": (details, wording) =>
    `观察期未满${opt(details.until, (until) => zh`，至 ${wording.date(until)}`)}`,
  "effectiveness/proof": () => "效果验证要有依据：请给出测得的指标",
  "effectiveness/no-metric": () =>
    "本验证只看是否再发，不能以差距判为未通过：请对再发的案件用 `set` 和 `cause-of` 指明同因",
  "confirmation/no-reply": () => "本关口只能由客户本人的答复了结",
  "reply/not-understood": (details, wording) =>
    zh`关口 ${quoted(details.gate)} 不能以“${wording.word("says", details.says)}”答复`
}
