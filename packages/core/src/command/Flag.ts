/** Prevention failed on a case of the same cause. */
import { flag as flagged } from "../rule/lifecycle/verification.ts"
import { describe, must } from "./Description.ts"
import { engine } from "./Rights.ts"

export const flag = describe({
  verb: "flag",
  name: { en: "report a failed prevention", "zh-CN": "通报预防未见效" },
  says: { en: "Prevention failed on a case of the same cause.", "zh-CN": "同因案件的预防未见效。" },
  acts: "told",
  until: "expired",
  arguments: {
    case: must("text", "The other case.", "另一案件。"),
    reason: must("text", "Why.", "理由。", "理由")
  },
  example: { do: "flag", case: "C-3", reason: "the figure did not move" },
  who: engine,
  run: flagged
})
