/** Corrects what the dictionary read. */
import { reclassify as corrected, mayCorrect } from "../rule/feedback/correct.ts"
import { describe, may, must } from "./Description.ts"

export const reclassify = describe({
  verb: "reclassify",
  name: { en: "reclassify", "zh-CN": "改分类" },
  says: { en: "Corrects what the dictionary read.", "zh-CN": "更正词典的判定。" },
  acts: "decided",
  until: "closed",
  arguments: {
    category: may("text", "The right category.", "正确的类别。", "类别"),
    kind: may("text", "The right kind.", "正确的性质。", "性质"),
    reason: must("text", "Why.", "理由。", "理由")
  },
  example: { do: "reclassify", category: "delivery", reason: "the parcel is late" },
  who: mayCorrect,
  run: corrected
})
