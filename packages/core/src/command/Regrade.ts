/** Sets a dimension of rules to a level; a matrix is never set. */
import { hasLimit, use } from "../rule/approval/handle.ts"
import { describe, must, own } from "./Description.ts"
import { personFor } from "./Rights.ts"

export const regrade = describe({
  verb: "regrade",
  name: { en: "regrade", "zh-CN": "改级" },
  says: {
    en: "Sets a dimension of rules to a level; a matrix is never set.",
    "zh-CN": "把规则维度设为某等级；矩阵维度不能直接设定。"
  },
  acts: "decided",
  until: "closed",
  arguments: {
    to: must("text", "The level; it says which dimension.", "等级，由它可知是哪个维度。", "给"),
    reason: must("text", "Why.", "理由。", "理由")
  },
  example: { do: "regrade", to: "urgent", reason: "production stands still" },
  who: personFor("regrade"),
  offered: hasLimit("regrade"),
  reduces: own,
  run: use
})
