/** `routine/…`: when cases open by themselves at times of the day. */
import { entry } from "../text/Entry.ts"
import { quoted } from "../text/Said.ts"

export const routine = {
  "routine/bad-time": entry<{ found: string }>({
    level: "error",
    message: {
      en: ({ found }) => `${quoted(found)} is no time of the day`,
      "zh-CN": ({ found }) => `${quoted(found)} 不是一天中的时刻`
    },
    help: { en: () => "write for example `09:00`", "zh-CN": () => "例如写 `09:00`" }
  }),
  "routine/never": entry<{ channel: string }>({
    level: "error",
    message: {
      en: ({ channel }) => `routine ${quoted(channel)} never comes`,
      "zh-CN": ({ channel }) => `例行事项 ${quoted(channel)} 永远不会进行`
    },
    help: {
      en: () => "say a time on a day that its calendar has, or let it be `moved`",
      "zh-CN": () => "请写日历中开放的日子，或写 `moved` 顺延"
    }
  }),
  "routine/twice": entry<{ channel: string }>({
    level: "error",
    message: {
      en: ({ channel }) => `routine ${quoted(channel)} comes \`every\` so often, and by a \`frequency\` too`,
      "zh-CN": ({ channel }) => `例行事项 ${quoted(channel)} 既写了 \`every\`，又写了 \`frequency\``
    },
    help: { en: () => "say one of them", "zh-CN": () => "请只写其中一项" }
  })
}
