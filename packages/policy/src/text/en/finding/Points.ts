/** `points/…`: dimensions of grading that add points up. */
import type { points as rows } from "../../../diagnostic/catalogue/Points.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const points = {
  "points/gap": {
    message: ({ dimension, sum }) =>
      sum === "unknown"
        ? `no threshold of ${quoted(dimension)} includes \`unknown\`, the sum if a value is not known`
        : `no threshold of ${quoted(dimension)} includes a sum of ${sum}`,
    help: ({ sum, least, greatest }) =>
      sum === "unknown"
        ? "add `unknown` to a threshold, or give the fact a `default`"
        : `sums range from ${least} to ${greatest}: let the thresholds cover all of them`
  },
  "points/overlap": {
    message: ({ dimension, sum, levels }) =>
      `a sum of ${sum} belongs to more than one level of ${quoted(dimension)}: ${levels.map((each) => quoted(each)).join(", ")}`,
    help: "let each sum belong to one level, such as `[10..20)` beside `>= 20`"
  },
  "points/not-a-scale": {
    message: ({ fact }) => `${quoted(fact)} has no scale, so points cannot be multiplied by it`,
    help: ({ fact }) => `write \`${fact}: { scale: [1, 10] }\`, or give points with \`when\``
  },
  "points/idle-row": {
    message: ({ dimension }) => `this row changes no sum of ${quoted(dimension)}`,
    help: "it adds 0: give it points, or remove it"
  },
  "points/too-many": {
    message: ({ rows, limit }) => `these ${rows} rows of points give more than ${limit} different cases`,
    help: "grade parts of them as separate dimensions first, and add points for their levels"
  }
} satisfies FindingTexts<typeof rows>
