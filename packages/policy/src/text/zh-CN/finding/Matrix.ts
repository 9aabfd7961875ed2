/** `matrix/…`: the matrix of a grade. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Matrix.ts"
import { quoted } from "../../shape/TranslatedText.ts"
import { listed } from "../form/Lists.ts"

export const matrix: Like<typeof en.matrix> = {
  "matrix/hole": {
    message: ({ dimension, row, column }) =>
      `${quoted(dimension)} 的矩阵缺少 ${[row, column]
        .filter((word) => word !== undefined)
        .map((word) => quoted(word))
        .join(" 与 ")} 的结果`,
    help: "矩阵必须完整：每一行都要有每一列"
  },
  "matrix/unknown-level": {
    message: ({ level }) => `${quoted(level)} 不是任何维度的等级`,
    label: ({ known }) => (known.length === 0 ? "" : `应为 ${listed(known)}`)
  },
  "matrix/mixed-levels": {
    message: ({ dimension, one, other }) =>
      `${quoted(dimension)} 的矩阵在同一边混用了 ${quoted(one)} 和 ${quoted(other)} 的等级`
  }
}
