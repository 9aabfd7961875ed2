import { againstOffering, handOver as handedOver, mayHandOver } from "../rule/ownership/handover.ts"
import { describe, must } from "./Description.ts"

/** The command that offers the case to somebody. The owner changes when they accept. */
export const handOver = describe({
  verb: "hand-over",
  key: "移交",
  acts: "decided",
  until: "closed",
  arguments: {
    to: must("text", "给"),
    reason: must("text", "理由")
  },
  example: { do: "hand-over", to: "agent-8", reason: "end of my shift" },
  who: mayHandOver,
  now: againstOffering,
  run: handedOver
})
