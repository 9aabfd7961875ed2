/** `clock/…`: clocks that cannot run. */
import { entry } from "../Entry.ts"
import { quoted } from "../Said.ts"

export const clock = {
  "clock/no-limit": entry<{ clock: string }>({
    level: "error",
    message: {
      en: ({ clock }) => `clock ${quoted(clock)} says neither \`within\` nor \`until\``,
      "zh-CN": ({ clock }) => `时钟 ${quoted(clock)} 既没有 \`within\` 也没有 \`until\``
    }
  }),
  "clock/two-limits": entry<{ clock: string }>({
    level: "error",
    message: {
      en: ({ clock }) => `clock ${quoted(clock)} says \`within\` and \`until\``,
      "zh-CN": ({ clock }) => `时钟 ${quoted(clock)} 同时写了 \`within\` 和 \`until\``
    },
    help: { en: () => "keep one of the two", "zh-CN": () => "请只保留一个" }
  }),
  "clock/no-date": entry<{ fact: string }>({
    level: "error",
    message: {
      en: ({ fact }) => `a clock runs until a date, and the fact ${quoted(fact)} is none`,
      "zh-CN": ({ fact }) => `时钟须截止于日期，而事实 ${quoted(fact)} 不是日期`
    }
  }),
  "clock/cycle": entry<{ clocks: ReadonlyArray<string> }>({
    level: "error",
    message: {
      en: ({ clocks }) => `these clocks start each other: ${clocks.map((each) => quoted(each)).join(" → ")}`,
      "zh-CN": ({ clocks }) => `这些时钟互为起算：${clocks.map((each) => quoted(each)).join(" → ")}`
    }
  })
}
