import type { CommandTexts } from "../../shape/Command.ts"

export const onGate: CommandTexts<"pass" | "sign" | "explain" | "waive" | "act-done"> = {
  pass: {
    says: "出示关口要求的凭据。",
    arguments: {
      gate: "关口在策略中的名称。",
      fields: "关口要求的记录项。",
      category: "分类：正确的类别。",
      actions: "纠正、预防：`what`、`metric`、`target`、`owner`、`due`。",
      method: "根因：分析方法。",
      whys: "根因：从现象往下的原因链。",
      causes: "根因：按鱼骨或问题列出的原因。",
      cause: "根因：`incidental` 偶发或 `systemic` 系统性。",
      evidence: "根因：证据。",
      proof: "效果：测得的指标。",
      proposal: "方案：打算怎么办。",
      decision: "结论：`one-of` 之一。",
      reason: "结论：理由。分类：更正的理由。",
      result: "结果：办理结果。",
      shortfall: "结果：未能做到的部分及原因。效果：指标相差多少；写明即验证未通过。",
      until: "结论为 `later` 时何日再议；未写则半年后。",
      publish: "结论、预防：`yes` 表示理由或措施可在改进公示中刊出，不得写入可识别个人的内容。"
    }
  },
  sign: {
    says: "会签。",
    arguments: {
      gate: "关口在策略中的名称。"
    }
  },
  explain: {
    says: "`or-explain` 许可时，以说明代替凭据。",
    arguments: {
      gate: "关口在策略中的名称。",
      reason: "理由。",
      fields: "说明要求的记录项。"
    }
  },
  waive: {
    says: "凭权限豁免关口。",
    arguments: {
      gate: "关口在策略中的名称。",
      reason: "理由。"
    }
  },
  "act-done": {
    says: "计划的措施已完成；不写措施号，则为本部门所负责的部分已完成。",
    arguments: {
      gate: "所属关口；缺省为首个有此未完成措施的关口。",
      action: "措施号，从 1 起；不写则为部门负责的部分。",
      evidence: "完成的证据。"
    }
  }
}
