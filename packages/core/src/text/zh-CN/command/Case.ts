import type { CommandTexts } from "../../shape/Command.ts"

export const onCase: CommandTexts<
  "note" | "set" | "reclassify" | "regrade" | "close" | "reopen" | "forward" | "turn-away" | "erase"
> = {
  note: {
    says: "员工内部备注。",
    arguments: {
      text: "内容。"
    }
  },
  set: {
    says: "记录事实、根因性质、同因的另一案件，或客户的送达地址。",
    arguments: {
      facts: "按名称给出的事实。",
      causeOf: "同因的另一案件。",
      cause: "`incidental` 偶发或 `systemic` 系统性。",
      addresses: "答复送达客户的地址，按渠道。",
      reason: "理由。"
    }
  },
  reclassify: {
    says: "更正词典的判定。",
    arguments: {
      category: "正确的类别。",
      kind: "正确的性质。",
      reason: "理由。"
    }
  },
  regrade: {
    says: "改变由规则得出的等级；由矩阵得出的不能直接改。",
    arguments: {
      to: "等级；由等级名可知是哪个维度。",
      reason: "理由。"
    }
  },
  close: {
    says: "凭权限结束关口均已了结的闭环。",
    arguments: {}
  },
  reopen: {
    says: "策略许可时退回重开。",
    arguments: {
      because: "`dissatisfied`、`recurrence` 或业务系统的事件。",
      reason: "理由。"
    }
  },
  forward: {
    says: "转交其他机构：客户闭环结束，并记录策略要求的事项。",
    arguments: {
      fields: "此结局要求的事实。",
      reason: "理由。"
    }
  },
  "turn-away": {
    says: "不予受理并说明理由：客户闭环结束，并记录策略要求的事项。",
    arguments: {
      reason: "理由。",
      fields: "此结局要求的事实。"
    }
  },
  erase: {
    says: "客户密钥已销毁。",
    arguments: {
      reason: "理由。",
      by: "由谁要求。",
      customer: "不是本案客户时，是哪位。"
    }
  }
}
