import type { Text } from "@hearback/core"
import type * as en from "../en/Figures.ts"

export const figures: Text.Like<typeof en.figures> = {
  unit: { day: "天", hour: "小时", minute: "分钟" },
  grouping: {
    person: "人员",
    department: "部门",
    category: "类别",
    kind: "性质",
    channel: "渠道"
  }
}
