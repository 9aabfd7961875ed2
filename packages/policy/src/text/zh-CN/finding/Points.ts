/** `points/…`: dimensions of grading that add points up. */
import type { Like } from "@hearback/core"
import type * as en from "../../en/finding/Points.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const points: Like<typeof en.points> = {
  "points/gap": {
    message: ({ dimension, sum }) =>
      sum === "unknown"
        ? `${quoted(dimension)} 的分数线没有涵盖 \`unknown\`，即有取值未知时的总分`
        : `${quoted(dimension)} 的分数线没有涵盖总分 ${sum}`,
    help: ({ sum, least, greatest }) =>
      sum === "unknown"
        ? "请把 `unknown` 归入某条分数线，或给该事实写 `default`"
        : `总分在 ${least} 至 ${greatest} 之间，分数线应全部涵盖`
  },
  "points/overlap": {
    message: ({ dimension, sum, levels }) =>
      `总分 ${sum} 同时属于 ${quoted(dimension)} 的多个等级：${levels.map((each) => quoted(each)).join("、")}`,
    help: "每个总分只应属一个等级，例如 `[10..20)` 与 `>= 20`"
  },
  "points/not-a-scale": {
    message: ({ fact }) => `${quoted(fact)} 没有分值，不能用来乘`,
    help: ({ fact }) => `请写 \`${fact}: { scale: [1, 10] }\`，或用 \`when\` 分档计分`
  },
  "points/idle-row": {
    message: ({ dimension }) => `这一行不会改变 ${quoted(dimension)} 的总分`,
    help: "它计 0 分：请写明计多少分，或删去这一行"
  },
  "points/too-many": {
    message: ({ rows, limit }) => `这 ${rows} 行计分的不同情形超过 ${limit} 种`,
    help: "请先把其中几项各定一个维度，再按这些维度的等级计分"
  }
}
