/** `grade/…`: dimensions of grading as a whole. */
import { entry } from "../text/Entry.ts"
import { quoted } from "../text/Said.ts"

export const grade = {
  "grade/cycle": entry<{ dimensions: ReadonlyArray<string> }>({
    level: "error",
    message: {
      en: ({ dimensions }) =>
        `grades depend on each other in a circle: ${dimensions.map((each) => quoted(each)).join(" → ")}`,
      "zh-CN": ({ dimensions }) => `定级互相依赖成环：${dimensions.map((each) => quoted(each)).join(" → ")}`
    }
  }),
  "grade/unreachable": entry<{ dimension: string; level: string }>({
    level: "warning",
    message: {
      en: ({ dimension, level }) => `no case is ever graded ${quoted(level)} by ${quoted(dimension)}`,
      "zh-CN": ({ dimension, level }) => `没有任何案件会被 ${quoted(dimension)} 定为 ${quoted(level)}`
    }
  }),
  "grade/inversion": entry<{ strong: string; weak: string; low: string; high: string }>({
    level: "warning",
    message: {
      en: ({ strong, weak, low, high }) =>
        `with ${quoted(strong)} the case is graded ${quoted(low)}; with ${quoted(weak)}, which is weaker, ${quoted(high)}`,
      "zh-CN": ({ strong, weak, low, high }) =>
        `${quoted(strong)} 时定为 ${quoted(low)}，较弱的 ${quoted(weak)} 时反而定为 ${quoted(high)}`
    },
    help: {
      en: () => "levels stand strongest first, everywhere: check the order of levels and rows",
      "zh-CN": () => "各处等级均由强到弱排列：请检查等级与各行的次序"
    }
  }),
  "grade/two-sources": entry<{ dimension: string }>({
    level: "error",
    message: {
      en: ({ dimension }) => `${quoted(dimension)} has both \`rules\` and a \`matrix\``,
      "zh-CN": ({ dimension }) => `${quoted(dimension)} 既有 \`rules\` 又有 \`matrix\``
    },
    help: {
      en: () => "take one out; what was inherited goes with `removed`",
      "zh-CN": () => "请去掉其一；继承来的写 `removed`"
    }
  }),
  "grade/idle-lift": entry<{ dimension: string }>({
    level: "warning",
    message: {
      en: ({ dimension }) => `this lift never raises ${quoted(dimension)}`,
      "zh-CN": ({ dimension }) => `这条提级规则从不提高 ${quoted(dimension)}`
    },
    help: {
      en: () => "say `up: 1` or more, or a level above the least",
      "zh-CN": () => "请写 `up: 1` 以上，或高于最低的等级"
    }
  }),
  "grade/no-source": entry<{ dimension: string }>({
    level: "error",
    message: {
      en: ({ dimension }) => `${quoted(dimension)} has neither \`rules\` nor a \`matrix\``,
      "zh-CN": ({ dimension }) => `${quoted(dimension)} 既没有 \`rules\` 也没有 \`matrix\``
    }
  })
}
