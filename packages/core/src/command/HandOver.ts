/** Offers the case to somebody; it moves when they accept. */
import { againstOffering, handOver as handedOver, mayHandOver } from "../rule/ownership/handle.ts"
import { describe, must } from "./Description.ts"

export const handOver = describe({
  verb: "hand-over",
  name: { en: "hand over", "zh-CN": "移交" },
  says: { en: "Offers the case to somebody; it moves when they accept.", "zh-CN": "提出移交，对方接收后才转移。" },
  acts: "decided",
  until: "closed",
  arguments: {
    to: must("text", "The person.", "接收人。", "给"),
    reason: must("text", "Why.", "理由。", "理由")
  },
  example: { do: "hand-over", to: "agent-8", reason: "end of my shift" },
  who: mayHandOver,
  now: againstOffering,
  run: handedOver
})
