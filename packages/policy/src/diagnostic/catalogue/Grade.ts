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
      en: ({ strong }) =>
        strong.includes(" = ")
          ? "more money and more contacts count as stronger: check the bounds and the order of the rows"
          : "levels stand strongest first, everywhere: check the order of levels and rows",
      "zh-CN": ({ strong }) =>
        strong.includes(" = ")
          ? "金额越大、次数越多视为越强：请检查界限与各行的次序"
          : "各处等级均由强到弱排列：请检查等级与各行的次序"
    }
  }),
  "grade/reversed": entry<{ dimension: string; levels: ReadonlyArray<string> }>({
    level: "warning",
    message: {
      en: ({ dimension }) => `levels of ${quoted(dimension)} stand the wrong way round: strongest first`,
      "zh-CN": ({ dimension }) => `${quoted(dimension)} 的等级次序反了：应由强到弱`
    },
    label: {
      en: ({ levels }) => `did you mean ${[...levels].reverse().join(", ")}?`,
      "zh-CN": ({ levels }) => `是否要写 ${[...levels].reverse().join("、")}？`
    },
    help: {
      en: () => "rows, matrices and clocks treat the levels that stand later as the stronger ones",
      "zh-CN": () => "多处规则、矩阵与时限都把排在后面的等级当作较强的"
    }
  }),
  "grade/feeds-itself": entry<{ what: string; dimension: string }>({
    level: "error",
    message: {
      en: ({ what, dimension }) =>
        `${quoted(dimension)} changes with ${quoted(what)}, which follows from the grade: neither comes to rest`,
      "zh-CN": ({ what, dimension }) =>
        `${quoted(dimension)} 随 ${quoted(what)} 而变，而 ${quoted(what)} 又取决于定级：永远定不下来`
    },
    help: {
      en: () =>
        "let the grade be found by what the case is, or keep the grade that made the gate or the limit necessary",
      "zh-CN": () => "请按案件本身的情况定级，或让因此产生的等级不再消除这个关口或时限"
    }
  }),
  "grade/two-sources": entry<{ dimension: string; one: string; other: string }>({
    level: "error",
    message: {
      en: ({ dimension, one, other }) => `${quoted(dimension)} has both \`${one}\` and \`${other}\``,
      "zh-CN": ({ dimension, one, other }) => `${quoted(dimension)} 既有 \`${one}\` 又有 \`${other}\``
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
  "grade/lift-too-far": entry<{ dimension: string; up: number; most: number }>({
    level: "warning",
    message: {
      en: ({ dimension, up, most }) =>
        `nothing rises ${up} levels: from the least level of ${quoted(dimension)} to the strongest it is ${most}`,
      "zh-CN": ({ dimension, up, most }) => `无法上调 ${up} 级：${quoted(dimension)} 从最低到最高只差 ${most} 级`
    },
    help: {
      en: () => "say how many levels it is to rise, or `at-least` with the level that you mean",
      "zh-CN": () => "请写实际上调的级数，或用 `at-least` 写明要提到的等级"
    }
  }),
  "grade/no-source": entry<{ dimension: string }>({
    level: "error",
    message: {
      en: ({ dimension }) => `${quoted(dimension)} has neither \`rules\`, nor a \`matrix\`, nor \`points\``,
      "zh-CN": ({ dimension }) => `${quoted(dimension)} 没有 \`rules\`、\`matrix\` 或 \`points\``
    }
  })
}
