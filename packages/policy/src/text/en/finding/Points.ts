/** `points/…`: dimensions of grading that add points up. */
import type { points as rows } from "../../../diagnostic/catalogue/Points.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const points = {
  "points/gap": {
    message: ({ dimension, sum }) =>
      sum === "unknown"
        ? `no threshold of ${quoted(dimension)} takes \`unknown\`, the sum where a value is not known`
        : `no threshold of ${quoted(dimension)} takes a sum of ${sum}`,
    help: ({ sum, least, greatest }) =>
      sum === "unknown"
        ? "add `unknown` to a threshold, or give the fact a `default`"
        : `sums go from ${least} to ${greatest}: let the thresholds take every one of them`
  },
  "points/overlap": {
    message: ({ dimension, sum, levels }) =>
      `a sum of ${sum} is more than one level of ${quoted(dimension)}: ${levels.map((each) => quoted(each)).join(", ")}`,
    help: "let each sum be one level, such as `[10..20)` beside `>= 20`"
  },
  "points/not-a-scale": {
    message: ({ fact }) => `${quoted(fact)} has no scale, so points cannot be multiplied by it`,
    help: ({ fact }) => `say \`${fact}: { scale: [1, 10] }\`, or give points by \`when\``
  },
  "points/idle-row": {
    message: ({ dimension }) => `this row changes no sum of ${quoted(dimension)}`,
    help: "it adds 0: say how many points it gives, or take it out"
  },
  "points/too-many": {
    message: ({ rows, limit }) => `these ${rows} rows of points come to more than ${limit} different cases`,
    help: "grade parts of them first, as dimensions of their own, and add points for their levels"
  }
} satisfies FindingTexts<typeof rows>
