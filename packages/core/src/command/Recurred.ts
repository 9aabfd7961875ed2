/** The cause of this case came back in another. */
import { recurred as cameBack } from "../rule/lifecycle/verification.ts"
import { describe, may, must } from "./Description.ts"
import { engine } from "./Rights.ts"

export const recurred = describe({
  verb: "recurred",
  name: { en: "report a recurrence", "zh-CN": "通报再发" },
  says: { en: "The cause of this case came back in another.", "zh-CN": "本案原因在另一案件中再发。" },
  acts: "told",
  until: "expired",
  arguments: {
    case: must("text", "The other case.", "另一案件。"),
    receivedAt: may("instant", "When the other case was received.", "另一案件的收到时间。"),
    reason: must("text", "Why.", "理由。", "理由")
  },
  example: { do: "recurred", case: "C-9", reason: "same cause" },
  who: engine,
  run: cameBack
})
