/** What stands around findings as a person reads them. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/part/Report.ts"

export const report: Like<typeof en.report> = {
  level: { error: "错误", warning: "警告", info: "提示" },
  witness: "例如 ",
  help: "建议：",
  fix: "修正：",
  applies: "可用 `hearback 检查 --修正` 自动修正"
}
