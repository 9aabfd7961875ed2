/** `table/…`: rows that leave a hole, meet, or are never reached. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Table.ts"
import { quoted } from "../../shape/TranslatedText.ts"
import { listed } from "../form/Lists.ts"

export const table: Like<typeof en.table> = {
  "table/gap": {
    message: ({ table }) => `${quoted(table)} 有情形没有任何一行适用`,
    label: "请补一行，或以 `otherwise` 收尾"
  },
  "table/dead-row": {
    message: ({ table, row }) => `${quoted(table)} 的第 ${row} 行永远轮不到：上面各行已覆盖它的全部情形`,
    help: ({ inherited = [] }) =>
      inherited.length === 0 ? "" : `${listed(inherited)} 是继承来的，仍然有效：请另给取值`
  },
  "table/mergeable": {
    message: ({ row, other, input }) =>
      input === undefined
        ? `第 ${row} 行不起作用：第 ${other} 行也覆盖它的情形，结果相同`
        : `第 ${other} 行与第 ${row} 行结果相同，只有 ${quoted(input)} 不同`,
    help: ({ input }) => (input === undefined ? "可以删去" : "可以合成一行，把两边的取值写在一起")
  },
  "table/after-otherwise": {
    message: ({ table, row }) => `${quoted(table)} 的第 ${row} 行写在 \`otherwise\` 之后`,
    help: "`otherwise` 必须是最后一行"
  }
}
