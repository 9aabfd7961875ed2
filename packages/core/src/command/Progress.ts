/** Another case of the problem has shown that its cause is prevented. */
import { learn } from "../rule/relations/progress.ts"
import { describe, must } from "./Description.ts"
import { engine } from "./Rights.ts"

export const progress = describe({
  verb: "progress",
  name: { en: "report progress", "zh-CN": "通报进展" },
  says: {
    en: "Another case of the problem has shown that its cause is prevented.",
    "zh-CN": "同因问题的另一案件已有预防进展。"
  },
  acts: "told",
  until: "expired",
  arguments: {
    problem: must("text", "The problem's id.", "同因问题编号。"),
    case: must("text", "The case that shows it.", "有进展的案件。"),
    progress: must(
      ["live", "verified", "failed"],
      "`live` in place, or `verified` proved effective.",
      "`live` 已落实，或 `verified` 已证明有效。"
    )
  },
  example: { do: "progress", problem: "3fa29c61", case: "C-3", progress: "live" },
  who: engine,
  run: learn
})
