/** `root-cause/…`, `action/…`, `proposal/…`, `decision/…`, `result/…` and the rest of what evidence lacks. */
import { names, opt, quoted, zh } from "../phrase/Said.ts"
import { word } from "../phrase/Words.ts"
import { entry } from "./Entry.ts"

export const ofEvidence = {
  "findings/none": entry([], {
    en: () => "no feedback was found in it so far: say in the result what was looked at, or that nothing was found",
    "zh-CN": () => "尚无由此发现的反馈：请在结果中写明查看了什么，或未发现问题"
  }),
  "root-cause/method": entry(["method?", "allowed*"], {
    en: (s) =>
      s.method === ""
        ? `the root cause needs a method: ${names(s.allowed, "en", "or")}`
        : `${quoted(s.method)} is no method of this gate: ${names(s.allowed, "en", "or")} is`,
    "zh-CN": (s) =>
      s.method === ""
        ? zh`根因要说明分析方法：${names(s.allowed, "zh-CN")}`
        : zh`${quoted(s.method)} 不是本关口的分析方法，可用 ${names(s.allowed, "zh-CN")}`
  }),
  "root-cause/depth": entry(["found", "depth"], {
    en: (s) => `the chain of causes is ${s.found} deep, and ${s.depth} is asked for`,
    "zh-CN": (s) => zh`原因只追问了 ${s.found} 层，要求 ${s.depth} 层`
  }),
  "root-cause/field": entry(["field", "method", "known*"], {
    en: (s) => `${quoted(s.field)} is nothing that ${quoted(s.method)} asks about: ${names(s.known, "en")} are`,
    "zh-CN": (s) => zh`${quoted(s.method)} 不问 ${quoted(s.field)}，只有 ${names(s.known, "zh-CN")}`
  }),
  "root-cause/surface": entry(["word"], {
    en: (s) => `${quoted(s.word)} is a surface cause: ask once more why it could happen`,
    "zh-CN": (s) => zh`${quoted(s.word)} 只是表面原因，请再追问为何会这样`
  }),
  "root-cause/evidence": entry([], {
    en: () => "the root cause needs evidence",
    "zh-CN": () => "根因要有证据"
  }),
  "root-cause/undecided": entry([], {
    en: () => "say whether the cause is `incidental` or `systemic`",
    "zh-CN": () => "请说明根因是偶发（`incidental`）还是系统性（`systemic`）"
  }),
  "action/none": entry([], {
    en: () => "at least one action is needed",
    "zh-CN": () => "至少要有一项措施"
  }),
  "action/not-smart": entry(["action", "missing*"], {
    en: (s) => `action ${s.action} lacks ${names(s.missing, "en")}`,
    "zh-CN": (s) => zh`第 ${s.action} 项措施还缺 ${names(s.missing, "zh-CN")}`
  }),
  "action/no-date": entry(["action", "due"], {
    en: (s) => `action ${s.action} is due ${quoted(s.due)}, which is no day to come`,
    "zh-CN": (s) => zh`第 ${s.action} 项措施的期限 ${quoted(s.due)} 不是今后的日期`
  }),
  "action/nobody": entry(["action", "owner"], {
    en: (s) =>
      `action ${s.action} is owned by ${quoted(s.owner)}, who is neither a person nor a role that somebody has`,
    "zh-CN": (s) => zh`第 ${s.action} 项措施的负责人 ${quoted(s.owner)} 既不是人员，也不是有人担任的角色`
  }),
  "action/unknown": entry(["action"], {
    en: (s) => `there is no open action ${s.action}`,
    "zh-CN": (s) => zh`没有待完成的第 ${s.action} 项措施`
  }),
  "action/open": entry(["gate"], {
    en: (s) => `gate ${quoted(s.gate)} passes by itself once its actions are done: report them, or plan more`,
    "zh-CN": (s) => zh`关口 ${quoted(s.gate)} 在措施全部完成后自动通过，请回报完成情况或补充措施`
  }),
  "proposal/none": entry(["gate?"], {
    en: (s) =>
      s.gate === "" ? "the proposal has no words" : `no proposal waits for an answer at gate ${quoted(s.gate)}`,
    "zh-CN": (s) => (s.gate === "" ? "方案没有内容" : zh`关口 ${quoted(s.gate)} 没有待答复的方案`)
  }),
  "proposal/awaiting-reply": entry(["round"], {
    en: (s) => `the customer has not answered the proposal of round ${s.round} yet`,
    "zh-CN": (s) => zh`客户还没有答复第 ${s.round} 轮方案`
  }),
  "proposal/rounds-over": entry(["rounds", "arbiter"], {
    en: (s) =>
      `all ${s.rounds} rounds are used: ${s.arbiter === "" ? "nobody is named to decide" : `${quoted(s.arbiter)} decides`}`,
    "zh-CN": (s) => zh`${s.rounds} 轮已用完，${s.arbiter === "" ? "策略未定裁决人" : `由 ${quoted(s.arbiter)} 裁决`}`
  }),
  "decision/not-offered": entry(["decision", "allowed*?"], {
    en: (s) =>
      `${s.decision === "" ? "a decision is needed" : `${quoted(s.decision)} is no decision of this gate`}${opt(s.allowed, (a) => `: ${names(a, "en", "or")}`)}`,
    "zh-CN": (s) =>
      `${s.decision === "" ? "要有结论" : zh`${quoted(s.decision)} 不在可选结论之列`}${opt(s.allowed, (a) => `：${names(a, "zh-CN")}`)}`
  }),
  "decision/no-date": entry(["until"], {
    en: (s) => `${quoted(s.until)} is no day to come on which it could come up again`,
    "zh-CN": (s) => zh`${quoted(s.until)} 不是将来的日期，无法到时再议`
  }),
  "result/missing": entry([], {
    en: () => "say what came of it: the result is missing",
    "zh-CN": () => "缺少结果，请说明办理结果"
  }),
  "reason/missing": entry([], {
    en: () => "a reason is needed",
    "zh-CN": () => "请说明理由"
  }),
  "effectiveness/too-early": entry(["until?"], {
    en: (s) => `whether it comes back is still being watched${opt(s.until, (until) => ` until ${until}`)}`,
    "zh-CN": (s) => `仍在观察是否再发${opt(s.until, (until) => `，至 ${until}`)}`
  }),
  "effectiveness/proof": entry([], {
    en: () => "the check needs proof: the figure that was measured",
    "zh-CN": () => "效果验证要有依据：请给出测得的指标"
  }),
  "effectiveness/no-metric": entry([], {
    en: () =>
      "this check goes by recurrence alone, so no shortfall fails it: name the case that shows the cause to be back, with `set` and `cause-of`",
    "zh-CN": () => "本验证只看是否再发，不能以差距判为未通过：请对再发的案件用 `set` 和 `cause-of` 指明同因"
  }),
  "confirmation/no-reply": entry([], {
    en: () => "only the customer's own reply settles this gate",
    "zh-CN": () => "本关口只能由客户本人的答复了结"
  }),
  "reply/not-understood": entry(["says", "gate"], {
    en: (s) => `${quoted(s.says)} is no answer to gate ${quoted(s.gate)}`,
    "zh-CN": (s) => zh`关口 ${quoted(s.gate)} 不能以“${word("says", s.says, "zh-CN")}”答复`
  })
}
