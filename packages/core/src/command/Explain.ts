/** Gives a reason instead of the evidence, where `or-explain` allows it. */
import { againstExplaining, explain as explained, mayExplain } from "../rule/gate/explain.ts"
import { unsettled } from "../rule/gate/handle.ts"
import { describe, may, must } from "./Description.ts"

export const explain = describe({
  verb: "explain",
  name: { en: "explain", "zh-CN": "说明" },
  says: {
    en: "Gives a reason instead of the evidence, where `or-explain` allows it.",
    "zh-CN": "`or-explain` 许可时，以说明代替凭据。"
  },
  acts: "decided",
  until: "closed",
  arguments: {
    gate: must("text", "The gate's name in the policy.", "关口在策略中的名称。"),
    reason: must("text", "Why.", "理由。", "理由"),
    fields: may("facts", "Facts that the explanation asks for.", "说明要求的记录项。", "记录项")
  },
  example: { do: "explain", gate: "prevented", reason: "the product is withdrawn" },
  who: mayExplain,
  now: againstExplaining,
  targets: unsettled,
  run: explained
})
