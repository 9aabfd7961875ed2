/** `routine/…`: when cases open by themselves at times of the day. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Routine.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const routine: Like<typeof en.routine> = {
  "routine/bad-time": { message: ({ found }) => `${quoted(found)} 不是一天中的时刻`, help: "例如写 `09:00`" },
  "routine/never": {
    message: ({ channel }) => `例行事项 ${quoted(channel)} 永远不会进行`,
    help: "请写日历中开放的日子，或写 `moved` 顺延"
  },
  "routine/twice": {
    message: ({ channel }) => `例行事项 ${quoted(channel)} 既写了 \`every\`，又写了 \`frequency\``,
    help: "请只写其中一项"
  }
}
