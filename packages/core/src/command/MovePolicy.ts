/** To the version of the policy under which it is decided. */
import { movePolicy as movedPolicy } from "../rule/version/move.ts"
import { describe, must } from "./Description.ts"
import { administrator } from "./Rights.ts"

export const movePolicy = describe({
  verb: "move-policy",
  name: { en: "move to another version", "zh-CN": "换版" },
  says: { en: "To the version of the policy under which it is decided.", "zh-CN": "换到作出决定所依据的策略版本。" },
  acts: "told",
  until: "closed",
  arguments: {
    reason: must("text", "Why.", "理由。", "理由")
  },
  example: { do: "move-policy", reason: "from the new year on" },
  who: administrator,
  run: movedPolicy
})
