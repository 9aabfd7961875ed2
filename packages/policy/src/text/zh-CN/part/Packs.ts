/** What is said of a pack. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/part/Packs.ts"

export const pack: Like<typeof en.pack> = {
  byTable: "按规则表",
  period: { "per-case": "每件", "per-day": "每日", "per-month": "每月", "per-year": "每年" },
  list: (items) => items.join("、")
}
