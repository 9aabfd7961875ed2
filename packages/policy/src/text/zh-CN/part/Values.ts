/** What may stand at a place. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/part/Values.ts"
import { quoted } from "../../shape/TranslatedText.ts"
import { listed } from "../form/Lists.ts"

export const value: Like<typeof en.value> = {
  /** What a value is to the schema. */
  kind: {
    object: "一组键值",
    array: "列表",
    string: "文字",
    number: "数值",
    integer: "整数",
    boolean: "`yes` 或 `no`"
  },
  text: "文字",
  number: "数值",
  integer: "整数",
  file: "文件",
  money: "金额",
  date: "日期",
  duration: "时长",
  "one-of": "所列取值之一",
  "some-of": "所列取值中的若干项",
  scale: "其分值中的一个",
  "yes-no": "`yes` 或 `no`",
  cell: {
    flag: "`yes` 或 `no`",
    span: '时长，例如 `4 hours`，或判断式，例如 `">= 4 hours"`',
    period: '时长，例如 `6 个月`、`14 天`（28 天起按月），或判断式，例如 `"> 6 个月"`',
    date: '日期，例如 `2026-11-20`，或判断式，例如 `">= 2026-11-20"`',
    amount: (isWhole, unit) =>
      `${isWhole ? "整数" : "数值"}${unit === "" ? "" : `（${unit}）`}，或判断式，例如 \`">= 3"\``
  },
  oneOf: (words) => (words.length === 1 ? quoted(words[0] ?? "") : `以下之一：${listed(words)}`),
  either: (each) => each.join("或"),
  suchAs: (what, example) => `${what}，例如 ${quoted(example)}`,
  expected: (what) => `应为${what}`
}
