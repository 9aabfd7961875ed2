/** `matrix/…`: the matrix of a grade. */
import { entry } from "../text/Entry.ts"
import { listed, quoted } from "../text/Said.ts"

export const matrix = {
  "matrix/hole": entry<{ dimension: string; row: string; column?: string }>({
    level: "error",
    message: {
      en: ({ dimension, row, column }) =>
        `the matrix of ${quoted(dimension)} says nothing for ${[row, column]
          .filter((word) => word !== undefined)
          .map((word) => quoted(word))
          .join(" with ")}`,
      "zh-CN": ({ dimension, row, column }) =>
        `${quoted(dimension)} 的矩阵缺少 ${[row, column]
          .filter((word) => word !== undefined)
          .map((word) => quoted(word))
          .join(" 与 ")} 的结果`
    },
    help: {
      en: () => "a matrix is total: each row has every column",
      "zh-CN": () => "矩阵必须完整：每一行都要有每一列"
    }
  }),
  "matrix/unknown-level": entry<{ level: string; known: ReadonlyArray<string> }>({
    level: "error",
    message: {
      en: ({ level }) => `${quoted(level)} is no level of any dimension`,
      "zh-CN": ({ level }) => `${quoted(level)} 不是任何维度的等级`
    },
    label: {
      en: ({ known }) => (known.length === 0 ? "" : `expected ${listed(known, "en")}`),
      "zh-CN": ({ known }) => (known.length === 0 ? "" : `应为 ${listed(known, "zh-CN")}`)
    }
  }),
  "matrix/mixed-levels": entry<{ dimension: string; one: string; other: string }>({
    level: "error",
    message: {
      en: ({ dimension, one, other }) =>
        `the matrix of ${quoted(dimension)} mixes levels of ${quoted(one)} and of ${quoted(other)} on one side`,
      "zh-CN": ({ dimension, one, other }) =>
        `${quoted(dimension)} 的矩阵在同一边混用了 ${quoted(one)} 和 ${quoted(other)} 的等级`
    }
  })
}
