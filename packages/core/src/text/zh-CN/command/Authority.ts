import type { CommandTexts } from "../../shape/Command.ts"

export const onAuthority: CommandTexts<"compensate" | "discount" | "grant" | "approve" | "deny" | "spot-check"> = {
  compensate: {
    says: "给予补偿；超出权限则待审批。",
    arguments: {
      amount: '按策略单位的数，或带单位的文字：`"600 CNY"`、`"10%"`。',
      reason: "理由。"
    }
  },
  discount: {
    says: "给予折扣。",
    arguments: {
      amount: '按策略单位的数，或带单位的文字：`"600 CNY"`、`"10%"`。',
      reason: "理由。"
    }
  },
  grant: {
    says: "给予资源，如人天。",
    arguments: {
      amount: '按策略单位的数，或带单位的文字：`"600 CNY"`、`"10%"`。',
      reason: "理由。"
    }
  },
  approve: {
    says: "批准待批的申请，以申请人名义执行；不能批自己的。",
    arguments: {
      approval: "申请编号；缺省为最早的一项。"
    }
  },
  deny: {
    says: "驳回待批的申请。",
    arguments: {
      approval: "申请编号；缺省为最早的一项。",
      reason: "理由。"
    }
  },
  "spot-check": {
    says: "记录对抽中决定的复查结论。",
    arguments: {
      decision: "决定编号；缺省为最早未查的。",
      finds: "`right` 正确或 `wrong` 有误。",
      reason: "理由；认定有误时必填。"
    }
  }
}
