/** Shows the evidence that a gate asks for. */
import { loop } from "../draft/Draft.ts"
import { isFirst } from "../rule/feedback/correct.ts"
import { beside, setByRule } from "../rule/feedback/setting.ts"
import { againstPassing, isForPassing, mayPass, pass as passed, unsettled } from "../rule/gate/handle.ts"
import { describe, may, must } from "./Description.ts"

export const pass = describe({
  verb: "pass",
  name: { en: "pass", "zh-CN": "通过" },
  says: { en: "Shows the evidence that a gate asks for.", "zh-CN": "出示关口要求的凭据。" },
  acts: "decided",
  until: "closed",
  arguments: {
    gate: must("text", "The gate's name in the policy.", "关口在策略中的名称。"),
    fields: may("facts", "Facts that the gate asks for.", "关口要求的记录项。", "记录项"),
    category: may("text", "Classification: the right category.", "分类：正确的类别。", "类别"),
    actions: may(
      "actions",
      "Correction and prevention: `what`, `metric`, `target`, `owner`, `due`.",
      "纠正、预防：`what`、`metric`、`target`、`owner`、`due`。",
      "措施"
    ),
    method: may("text", "Root cause: the method.", "根因：分析方法。", "分析方法"),
    whys: may("texts", "Root cause: the chain of causes, from the symptom down.", "根因：从现象往下的原因链。", "追问"),
    causes: may("causes", "Root cause: causes by bone or by question.", "根因：按鱼骨或问题列出的原因。", "各因"),
    cause: may(
      ["incidental", "systemic"],
      "Root cause: `incidental` or `systemic`.",
      "根因：`incidental` 偶发或 `systemic` 系统性。",
      "根因性质"
    ),
    evidence: may("texts", "Root cause: what proves it.", "根因：证据。", "证据"),
    proof: may("text", "Effectiveness: the figure that was measured.", "效果：测得的指标。", "验证"),
    proposal: may("text", "Proposal: what we mean to do.", "方案：打算怎么办。", "方案"),
    decision: may("text", "Decision: one of `one-of`.", "结论：`one-of` 之一。", "结论"),
    reason: may(
      "text",
      "Decision: why. Classification: why it was corrected.",
      "结论：理由。分类：更正的理由。",
      "理由"
    ),
    result: may("text", "Result: what came of it.", "结果：办理结果。", "结果"),
    shortfall: may(
      "text",
      "Result: what could not be done, and why. Effectiveness: by how much the metric was missed; the check fails.",
      "结果：未能做到的部分及原因。效果：指标差多少，验证即未通过。",
      "差距原因"
    ),
    until: may(
      "text",
      "Decision `later`: the day on which it comes up again; half a year on where none is named.",
      "结论为 `later` 时何日再议；未写则半年后。",
      "至"
    ),
    publish: may(
      "yes-no",
      "Decision and prevention: `yes` releases the reason, or what is planned, for the report to customers. Write nothing that tells who somebody is.",
      "结论、预防：`yes` 表示理由或措施可在改进公示中刊出，不得写入可识别个人的内容。",
      "公示"
    )
  },
  example: { do: "pass", gate: "told", result: "The invoice is corrected and 80 CNY refunded." },
  who: mayPass,
  now: againstPassing,
  targets: unsettled,
  offered: isForPassing,
  /** The evidence that the gate asks for is its own; a category is a classification, and other facts are set beside it. */
  reduces: (x, c) => {
    const rule = loop(x)?.gates.get(c.gate)
    const others = beside(c.fields, rule?.fields ?? [])
    if (others.length > 0 && setByRule(x, others) === undefined) return undefined
    if (c.category === undefined || rule === undefined) return "own"
    return isFirst(x) ? { rule: rule.path } : undefined
  },
  run: passed
})
