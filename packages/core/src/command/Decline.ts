/** Declines the offered handover; whoever offered it takes it back. */
import { decline as declined, mayDecline } from "../rule/ownership/handle.ts"
import { describe, may } from "./Description.ts"

export const decline = describe({
  verb: "decline",
  name: { en: "decline", "zh-CN": "谢绝" },
  says: {
    en: "Declines the offered handover; whoever offered it takes it back.",
    "zh-CN": "谢绝移交；移交人可以此收回。"
  },
  acts: "decided",
  until: "closed",
  arguments: {
    reason: may("text", "Why.", "理由。", "理由")
  },
  example: { do: "decline", reason: "not my product" },
  who: mayDecline,
  run: declined
})
