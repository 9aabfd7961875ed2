/** `points/…`: dimensions of grading that add points up. */
import { entry } from "../text/Entry.ts"
import { quoted } from "../text/Said.ts"

/** What the sums of a dimension can be. */
export interface Sums {
  readonly least: number
  readonly greatest: number
}

export const points = {
  "points/gap": entry<{ dimension: string; sum: string } & Sums>({
    level: "error",
    message: {
      en: ({ dimension, sum }) =>
        sum === "unknown"
          ? `no threshold of ${quoted(dimension)} takes \`unknown\`, the sum where a value is not known`
          : `no threshold of ${quoted(dimension)} takes a sum of ${sum}`,
      "zh-CN": ({ dimension, sum }) =>
        sum === "unknown"
          ? `${quoted(dimension)} 的分数线没有涵盖 \`unknown\`，即有取值未知时的总分`
          : `${quoted(dimension)} 的分数线没有涵盖总分 ${sum}`
    },
    help: {
      en: ({ sum, least, greatest }) =>
        sum === "unknown"
          ? "add `unknown` to a threshold, or give the fact a `default`"
          : `sums go from ${least} to ${greatest}: let the thresholds take every one of them`,
      "zh-CN": ({ sum, least, greatest }) =>
        sum === "unknown"
          ? "请把 `unknown` 归入某条分数线，或给该事实写 `default`"
          : `总分在 ${least} 至 ${greatest} 之间，分数线应全部涵盖`
    }
  }),
  "points/overlap": entry<{ dimension: string; sum: string; levels: ReadonlyArray<string> }>({
    level: "error",
    message: {
      en: ({ dimension, sum, levels }) =>
        `a sum of ${sum} is more than one level of ${quoted(dimension)}: ${levels.map((each) => quoted(each)).join(", ")}`,
      "zh-CN": ({ dimension, sum, levels }) =>
        `总分 ${sum} 同时属于 ${quoted(dimension)} 的多个等级：${levels.map((each) => quoted(each)).join("、")}`
    },
    help: {
      en: () => "let each sum be one level, such as `[10..20)` beside `>= 20`",
      "zh-CN": () => "每个总分只应属一个等级，例如 `[10..20)` 与 `>= 20`"
    }
  }),
  "points/not-a-scale": entry<{ fact: string }>({
    level: "error",
    message: {
      en: ({ fact }) => `${quoted(fact)} has no scale, so points cannot be multiplied by it`,
      "zh-CN": ({ fact }) => `${quoted(fact)} 没有分值，不能用来乘`
    },
    help: {
      en: ({ fact }) => `say \`${fact}: { scale: [1, 10] }\`, or give points by \`when\``,
      "zh-CN": ({ fact }) => `请写 \`${fact}: { scale: [1, 10] }\`，或用 \`when\` 分档计分`
    }
  }),
  "points/idle-row": entry<{ dimension: string }>({
    level: "warning",
    message: {
      en: ({ dimension }) => `this row changes no sum of ${quoted(dimension)}`,
      "zh-CN": ({ dimension }) => `这一行不会改变 ${quoted(dimension)} 的总分`
    },
    help: {
      en: () => "it adds 0: say how many points it gives, or take it out",
      "zh-CN": () => "它计 0 分：请写明计多少分，或删去这一行"
    }
  }),
  "points/too-many": entry<{ rows: number; limit: number }>({
    level: "error",
    message: {
      en: ({ rows, limit }) => `these ${rows} rows of points come to more than ${limit} different cases`,
      "zh-CN": ({ rows, limit }) => `这 ${rows} 行计分的不同情形超过 ${limit} 种`
    },
    help: {
      en: () => "grade parts of them first, as dimensions of their own, and add points for their levels",
      "zh-CN": () => "请先把其中几项各定一个维度，再按这些维度的等级计分"
    }
  })
}
