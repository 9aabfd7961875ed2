/** `table/…`: rows that leave a hole, meet, or are never reached. */
import { entry } from "../Entry.ts"
import { quoted } from "../Said.ts"

export const table = {
  "table/gap": entry<{ table: string }>({
    level: "error",
    message: {
      en: ({ table }) => `no row of ${quoted(table)} fits every case`,
      "zh-CN": ({ table }) => `${quoted(table)} 有情形没有任何一行适用`
    },
    label: { en: () => "add a row, or end with `otherwise`", "zh-CN": () => "请补一行，或以 `otherwise` 收尾" }
  }),
  "table/overlap": entry<{ table: string; rows: readonly [number, number] }>({
    level: "error",
    message: {
      en: ({ table, rows }) => `rows ${rows[0]} and ${rows[1]} of ${quoted(table)} fit the same case`,
      "zh-CN": ({ table, rows }) => `${quoted(table)} 的第 ${rows[0]} 行与第 ${rows[1]} 行适用于同一情形`
    }
  }),
  "table/dead-row": entry<{ table: string; row: number }>({
    level: "warning",
    message: {
      en: ({ table, row }) => `row ${row} of ${quoted(table)} is never reached: rows above it take all its cases`,
      "zh-CN": ({ table, row }) => `${quoted(table)} 的第 ${row} 行永远轮不到：上面各行已覆盖它的全部情形`
    }
  }),
  "table/no-otherwise": entry<{ table: string }>({
    level: "error",
    message: {
      en: ({ table }) => `${quoted(table)} does not end with \`otherwise\``,
      "zh-CN": ({ table }) => `${quoted(table)} 没有以 \`otherwise\` 收尾`
    },
    help: { en: () => "the last row says what holds when no other fits", "zh-CN": () => "最后一行写明其余情形如何处理" }
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
