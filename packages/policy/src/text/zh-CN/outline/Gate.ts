/** Gates: what each thing is called, and what each key says. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/outline/Gate.ts"

export const title: Like<typeof en.title> = {
  GateKind: "关口种类",
  Method: "根因分析方法",
  Methods: "根因分析方法",
  OutOfOrder: "`refused` 或 `recorded`",
  Evidence: "`required` 或 `optional`",
  Prevents: "`recurrence` 或 `occurrence`",
  Proof: "效果验证方式",
  Meaning: "`adopted`、`later`、`declined` 或 `other`",
  ConclusionsByName: "结论与含义",
  Conclusions: "结论列表，或各结论的含义",
  SilenceCloses: "`customer-loop` 或 `nothing`",
  OrExplain: "或说明理由",
  Silence: "客户不答复时的处理",
  Gate: "关口"
}

export const says: Like<typeof en.says> = {
  OrExplain: {
    by: "谁可以说明。",
    when: "何时可以说明。",
    fields: "必须已知的事实。",
    "sign-off": "须全部会签。",
    tell: "告知客户的消息。"
  },
  Silence: {
    after: "客户多久不答复。",
    attempts: "至少联系几次。",
    "channels-used": "至少几种渠道。",
    closes: "结束什么；结局为未确认。"
  },
  Gate: {
    needs: "须出示的凭据。",
    when: "仅在此时需要。",
    after: "在这些关口了结之后开启。",
    by: "由谁通过。",
    "not-by": "不得由通过这些关口的人。",
    "sign-off": "须全部会签。",
    fields: "必须已知的事实。",
    optional: "可用可不用，不阻止闭环。",
    within: "时钟简写：多快。",
    from: "时钟简写：从何时起。",
    calendar: "时钟简写：按哪个日历。",
    "only-within": "超过此时限即不可再办。",
    "instead-of": "通过后这些关口不再需要。",
    "or-explain": "遵守，或说明理由。",
    tell: "告知客户的消息。",
    notify: "知会哪些人员。",
    "out-of-order": "先于 `after` 通过时如何处理。",
    binding: "继承者只可收紧。",
    smart: "每项措施有指标、目标、负责人和期限。",
    method: "根因分析方法。",
    depth: "至少追问几层。",
    "surface-causes": "不算根因的说法。",
    evidence: "是否必须有证据。",
    prevents: "防止再发，或防止发生。",
    observe: "观察多久。",
    proof: "以什么证明有效。",
    "if-failed": "未通过时退回的关口。",
    "replied-by": "谁可代客户录入答复；`customer` 表示不得代录，缺省为可通过此关口的人。",
    rounds: "几轮之后裁决。",
    arbiter: "最后一轮之后由谁裁决。",
    "one-of": "可选的结论及其含义。",
    survey: "询问客户的渠道。",
    silence: "客户不答复时如何处理。"
  }
}
