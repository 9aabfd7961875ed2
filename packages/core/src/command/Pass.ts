import { loop } from "../draft/Draft.ts"
import { beside, setByRule } from "../rule/feedback/factSetting.ts"
import { isFirst } from "../rule/feedback/override.ts"
import { againstPassing, isForPassing, mayPass, pass as passed, unsettled } from "../rule/gate/settlement.ts"
import { describe, may, must } from "./Description.ts"

/** The command that shows the evidence that a gate asks for. */
export const pass = describe({
  verb: "pass",
  key: "通过",
  acts: "decided",
  until: "closed",
  arguments: {
    gate: must("text"),
    fields: may("facts", "记录项"),
    category: may("text", "类别"),
    actions: may("actions", "措施"),
    method: may("text", "分析方法"),
    whys: may("texts", "追问"),
    causes: may("causes", "各因"),
    cause: may(["incidental", "systemic"], "根因性质"),
    evidence: may("texts", "证据"),
    proof: may("text", "验证"),
    proposal: may("text", "方案"),
    decision: may("text", "结论"),
    reason: may("text", "理由"),
    result: may("text", "结果"),
    shortfall: may("text", "差距原因"),
    until: may("text", "至"),
    publish: may("yes-no", "公示")
  },
  example: { do: "pass", gate: "told", result: "The invoice is corrected and 80 CNY refunded." },
  who: mayPass,
  now: againstPassing,
  targets: unsettled,
  offered: isForPassing,
  /** The evidence of the gate itself may remove demands. A category is a classification; other facts need authority. */
  reduces: (situation, command) => {
    const rule = loop(situation)?.gates.get(command.gate)
    const others = beside(command.fields, rule?.fields ?? [])
    if (others.length > 0 && setByRule(situation, others) === undefined) return undefined
    if (command.category === undefined || rule === undefined) return "own"
    return isFirst(situation) ? { rule: rule.path } : undefined
  },
  run: passed
})
