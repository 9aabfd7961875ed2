/** Writes figures and targets for people. */
import { type Bundle, type Fact, Instant, Ranges } from "@hearback/core"
import type { MeasureTarget } from "../figure/Figures.ts"
import type { FigureShape } from "../measure/Tally.ts"
import { texts } from "../text/Texts.ts"

const units = [
  { ms: Instant.DAY, name: "day" },
  { ms: Instant.HOUR, name: "hour" },
  { ms: Instant.MINUTE, name: "minute" }
] as const

/** Returns a duration in its two largest units, such as `2 d 4 h`; below a minute `0 min`. */
const length = (ms: number, language: Bundle.Language): string => {
  const first = units.findIndex((unit) => ms >= unit.ms)
  let rest = ms
  const parts = units.slice(first === -1 ? 2 : first, first === -1 ? 3 : first + 2).map((unit) => {
    const count = Math.floor(rest / unit.ms)
    rest -= count * unit.ms
    return { count, says: `${count} ${texts[language].unit[unit.name]}` }
  })
  return parts
    .filter(({ count }, i) => i === 0 || count > 0)
    .map(({ says }) => says)
    .join(" ")
}

/** Returns a number with at most a number of decimal places, without trailing zeros. */
const number = (value: number, digits: number): string => String(Number(value.toFixed(digits)))

/** Returns a figure: `92.3%`, `0.4`, `2 d 4 h`, `+25`.  A share below 100 % is never rounded up to it. */
export const renderValue = (shape: FigureShape, value: number, language: Bundle.Language): string => {
  switch (shape) {
    case "count":
      return String(value)
    case "share": {
      const percent = Number((value * 100).toFixed(1))
      return `${value < 1 && percent === 100 ? 99.9 : value > 0 && percent === 0 ? 0.1 : percent}%`
    }
    case "mean":
      return number(value, 2)
    case "median":
      return length(value, language)
    case "net":
      return `${value > 0 ? "+" : ""}${number(value, 0)}`
  }
}

/** Returns the good values: `≥ 95%`, `≤ 5 d`, `20…30`. */
export const renderTarget = ({ type, good }: MeasureTarget, language: Bundle.Language): string =>
  Array.from({ length: good.length / 2 }, (_, index) =>
    interval(type, good[2 * index] ?? 0, good[2 * index + 1] ?? 0, language)
  ).join(", ")

const interval = (type: Fact.FactType, low: number, end: number, language: Bundle.Language): string => {
  const [least, most] = bounds(type)
  const [from, to] = [code(type, low, language), code(type, end - 1, language)]
  if (low <= least && end > most) return "–"
  if (low <= least) return `≤ ${to}`
  if (end > most) return `≥ ${from}`
  return from === to ? from : `${from}…${to}`
}

const bounds = (type: Fact.FactType): readonly [least: number, most: number] =>
  type._tag === "Amount"
    ? [
        type.min === undefined ? Ranges.MIN + 1 : type.min * 10 ** type.scale,
        type.max === undefined ? Ranges.MAX - 1 : type.max * 10 ** type.scale
      ]
    : [0, Ranges.MAX - 1]

const code = (type: Fact.FactType, value: number, language: Bundle.Language): string =>
  type._tag === "Amount" ? `${number(value / 10 ** type.scale, type.scale)}${type.unit}` : length(value, language)
