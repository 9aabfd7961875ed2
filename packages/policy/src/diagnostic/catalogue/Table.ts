/** `table/…`: rows that leave a hole, meet, or are never reached. */
import { entry } from "../text/Entry.ts"
import { listed, quoted } from "../text/Said.ts"

const every = (words: ReadonlyArray<string>): string => words.map((word) => quoted(word)).join(", ")

export const table = {
  "table/gap": entry<{ table: string }>({
    level: "error",
    message: {
      en: ({ table }) => `the rows of ${quoted(table)} do not cover every case`,
      "zh-CN": ({ table }) => `${quoted(table)} 有情形没有任何一行适用`
    },
    label: { en: () => "add a row, or end with `otherwise`", "zh-CN": () => "请补一行，或以 `otherwise` 收尾" }
  }),
  "table/dead-row": entry<{ table: string; row: number; inherited?: ReadonlyArray<string> }>({
    level: "warning",
    message: {
      en: ({ table, row }) => `row ${row} of ${quoted(table)} is never reached: rows above it take all its cases`,
      "zh-CN": ({ table, row }) => `${quoted(table)} 的第 ${row} 行永远轮不到：上面各行已覆盖它的全部情形`
    },
    help: {
      en: ({ inherited = [] }) =>
        inherited.length === 0 ? "" : `${every(inherited)} are inherited and still hold: give them values of your own`,
      "zh-CN": ({ inherited = [] }) =>
        inherited.length === 0 ? "" : `${listed(inherited, "zh-CN")} 是继承来的，仍然有效：请另给取值`
    }
  }),
  "table/mergeable": entry<{ row: number; other: number; input?: string }>({
    level: "info",
    message: {
      en: ({ row, other, input }) =>
        input === undefined
          ? `row ${row} decides nothing: row ${other} takes its cases too, and gives the same`
          : `rows ${other} and ${row} give the same and differ in ${quoted(input)} alone`,
      "zh-CN": ({ row, other, input }) =>
        input === undefined
          ? `第 ${row} 行不起作用：第 ${other} 行也覆盖它的情形，结果相同`
          : `第 ${other} 行与第 ${row} 行结果相同，只有 ${quoted(input)} 不同`
    },
    help: {
      en: ({ input }) => (input === undefined ? "take it out" : "one row with both values says the same"),
      "zh-CN": ({ input }) => (input === undefined ? "可以删去" : "可以合成一行，把两边的取值写在一起")
    }
  }),
  "table/after-otherwise": entry<{ table: string; row: number }>({
    level: "error",
    message: {
      en: ({ table, row }) => `row ${row} of ${quoted(table)} stands behind \`otherwise\``,
      "zh-CN": ({ table, row }) => `${quoted(table)} 的第 ${row} 行写在 \`otherwise\` 之后`
    },
    help: { en: () => "`otherwise` is the last row", "zh-CN": () => "`otherwise` 必须是最后一行" }
  })
}
