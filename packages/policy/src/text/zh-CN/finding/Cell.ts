/** `cell/…`: a cell of a condition that does not fit its input. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Cell.ts"
import { quoted } from "../../shape/TranslatedText.ts"
import { listed } from "../form/Lists.ts"

const tested = { date: "日期", length: "时长" }

export const cell: Like<typeof en.cell> = {
  "cell/wrong-type": {
    message: ({ input, expected, found }) => `${quoted(input)} 不能与 ${quoted(found)} 相比，应为${expected}`
  },
  "cell/unknown-value": {
    message: ({ input, found }) => `${quoted(input)} 没有 ${quoted(found)} 这个取值`,
    label: ({ guess, known }) => (guess === undefined ? `应为 ${listed(known)}` : `是否要写 ${quoted(guess)}？`),
    fix: (text) => `改为 ${quoted(text)}`
  },
  "cell/syntax": {
    message: ({ found, of }) => `${quoted(found)} 不是${of === undefined ? "数值" : tested[of]}判断式`,
    help: ({ of }) =>
      of === "date"
        ? '例如 `"< 2026-11-20"`；距今多久用 `since`，例如 `since.happened-at: "> 6 months"`'
        : of === undefined
          ? '例如 `">= 3"`、`"< 500"` 或 `"[100..500)"`；较长的列表写在方括号里：`[12, 500]`'
          : '例如 `"> 6 months"` 或 `"<= 14 days"`'
  },
  "cell/number-form": {
    message: ({ found }) => `数值不能写成 ${quoted(found)}`,
    help: "数字连写，不加分隔符，前面不补零；多个数值用方括号列出，例如 `[12, 500]`",
    fix: (text) => `改为 ${quoted(text)}`
  },
  "cell/contained": {
    message: ({ found, by }) => `这里的 ${quoted(found)} 不起作用：${quoted(by)} 已包含它`,
    help: "请删去，或改成本来的意思"
  },
  "cell/always": {
    message: ({ input, found }) => `任何案件都符合 ${quoted(found)}：${quoted(input)} 不会是别的值`,
    help: "请去掉这一项，或改成能区分案件的条件"
  },
  "cell/never": { message: ({ input, found }) => `${quoted(input)} 的任何取值都不满足 ${quoted(found)}` }
}
