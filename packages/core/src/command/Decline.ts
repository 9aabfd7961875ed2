import { decline as declined, mayDecline } from "../rule/ownership/handover.ts"
import { describe, may } from "./Description.ts"

/** The command by which the receiver declines an offered handover, or whoever offered it takes it back. */
export const decline = describe({
  verb: "decline",
  key: "谢绝",
  acts: "decided",
  until: "closed",
  arguments: {
    reason: may("text", "理由")
  },
  example: { do: "decline", reason: "not my product" },
  who: mayDecline,
  run: declined
})
