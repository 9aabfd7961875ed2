/** `grade/…`: dimensions of grading as a whole. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Grade.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const grade: Like<typeof en.grade> = {
  "grade/cycle": {
    message: ({ dimensions }) => `定级循环依赖：${dimensions.map((each) => quoted(each)).join(" → ")}`
  },
  "grade/unreachable": {
    message: ({ dimension, level }) => `没有任何案件会被 ${quoted(dimension)} 定为 ${quoted(level)}`
  },
  "grade/inversion": {
    message: ({ strong, weak, low, high }) =>
      `${quoted(strong)} 时定为 ${quoted(low)}，较弱的 ${quoted(weak)} 时反而定为 ${quoted(high)}`,
    help: ({ strong }) =>
      strong.includes(" = ")
        ? "金额越大、次数越多视为越强：请检查界限与各行的次序"
        : "各处等级均由强到弱排列：请检查等级与各行的次序"
  },
  "grade/reversed": {
    message: ({ dimension }) => `${quoted(dimension)} 的等级次序反了：应由强到弱`,
    label: ({ levels }) => `是否要写 ${[...levels].reverse().join("、")}？`,
    help: "多处规则、矩阵与时限都把排在后面的等级当作较强的"
  },
  "grade/feeds-itself": {
    message: ({ what, dimension }) =>
      `${quoted(dimension)} 随 ${quoted(what)} 而变，而 ${quoted(what)} 又取决于定级：永远定不下来`,
    help: "请按案件本身的情况定级，或让因此产生的等级不再消除这个关口或时限"
  },
  "grade/two-sources": {
    message: ({ dimension, one, other }) => `${quoted(dimension)} 既有 \`${one}\` 又有 \`${other}\``,
    help: "请去掉其一；继承来的写 `removed`"
  },
  "grade/idle-lift": {
    message: ({ dimension }) => `这条提级规则从不提高 ${quoted(dimension)}`,
    help: "请写 `up: 1` 以上，或高于最低的等级"
  },
  "grade/lift-too-far": {
    message: ({ dimension, up, most }) => `无法上调 ${up} 级：${quoted(dimension)} 从最低到最高只差 ${most} 级`,
    help: "请写实际上调的级数，或用 `at-least` 写明要提到的等级"
  },
  "grade/no-source": { message: ({ dimension }) => `${quoted(dimension)} 没有 \`rules\`、\`matrix\` 或 \`points\`` }
}
