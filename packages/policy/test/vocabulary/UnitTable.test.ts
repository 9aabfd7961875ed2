/** Every word for a duration, with its length: one test for each word, written independently of the table. */
import { expect, it } from "vitest"
import { parseDuration } from "../../src/value/Duration.ts"
import { units } from "../../src/vocabulary/Unit.ts"

const elapsed = (ms: number) => ({ _tag: "Elapsed", ms: 2 * ms })
const working = (ms: number) => ({ _tag: "Working", ms: 2 * ms })
const civil = (months: number, days: number) => ({ _tag: "Civil", months: 2 * months, days: 2 * days })

const lengths: readonly (readonly [words: string, twice: object])[] = [
  ["minute minutes min 分钟", elapsed(60_000)],
  ["hour hours h 小时 个小时", elapsed(3_600_000)],
  ["day days d 天 日", civil(0, 1)],
  ["week weeks w 周 个星期", civil(0, 7)],
  ["month months 个月", civil(1, 0)],
  ["year years 年", civil(12, 0)],
  ["working-minute working-minutes business-minute business-minutes 工作分钟", working(60_000)],
  ["working-hour working-hours business-hour business-hours 工作小时 个工作小时", working(3_600_000)],
  ["working-day working-days business-day business-days 个工作日 工作日", { _tag: "WorkingDays", days: 2 }]
]
const rows = lengths.flatMap(([words, twice]) =>
  words.split(" ").map((word) => [word.replace("-", " "), twice] as const)
)

it.each(rows)("2 %s", (word, twice) => expect(parseDuration(`2 ${word}`)).toEqual(twice))

it("no other word exists", () => {
  const known = units.flatMap(({ one, many, zh, also }) => [one, many, zh, ...also])
  expect(known.sort()).toEqual(rows.map(([word]) => word).sort())
})
