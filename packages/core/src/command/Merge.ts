/** The case goes on in another one, which answers both customers from then on. */

import { merge as merged } from "../rule/relations/merge.ts"
import { againstEnding, mayEnd } from "../rule/lifecycle/end.ts"
import { describe, may, must } from "./Description.ts"

export const merge = describe({
  verb: "merge",
  name: { en: "merge", "zh-CN": "合并" },
  says: {
    en: "The case goes on in another one, which answers both customers from then on.",
    "zh-CN": "本案并入另一件，此后由其答复双方客户。"
  },
  acts: "decided",
  until: "closed",
  arguments: {
    into: must("text", "The case that it goes on in.", "并入哪件。", "并入"),
    reason: may("text", "Why.", "理由。", "理由")
  },
  example: { do: "merge", into: "2611-AAAAAA", reason: "the same delivery" },
  who: (x) => mayEnd(x, "merged"),
  now: (x) => againstEnding(x, "merged"),
  run: merged
})
