/** Draws how busy people are in each hour of the week: darker means busier; blank means that nobody works. */
import { type Markup, tag } from "./Markup.ts"

/** The data of the map. */
export interface HeatMap {
  /** 168 shares, Monday 00:00 first. */
  readonly hours: readonly (number | null)[]
  readonly days: readonly string[]
  readonly legend: readonly [none: string, little: string, much: string]
}

/** Five steps of one hue that differ only in lightness. */
const steps = 5
const stepOf = (share: number): number => Math.min(steps - 1, Math.floor(share * steps))

/** Draws the map. */
export const heatMap = ({ hours, days, legend }: HeatMap): Markup => {
  const worked = hours.flatMap((share, hour) => (share === null ? [] : [hour % 24]))
  const [from, to] = [Math.min(24, ...worked), Math.max(-1, ...worked)]
  const shown = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
  const every = shown.length > 12 ? 3 : 1
  const cell = (day: number, hour: number): Markup => {
    const share = hours[day * 24 + hour] ?? null
    if (share === null) return tag("span", { class: "cell none" })
    return tag(
      "span",
      { class: `cell heat${stepOf(share)}` },
      shown.length <= 12 ? String(Math.round(share * 100)) : ""
    )
  }
  return tag(
    "div",
    { class: "heat-map", "aria-hidden": "true", style: `--hours:${shown.length}` },
    ...days.flatMap((name, day) => [tag("span", { class: "day" }, name), ...shown.map((hour) => cell(day, hour))]),
    tag("span", { class: "day" }),
    ...shown.map((hour, i) => tag("span", { class: "hour" }, i % every === 0 ? String(hour) : "")),
    tag(
      "div",
      { class: "legend" },
      tag("span", { class: "cell none" }),
      legend[0],
      ...Array.from({ length: steps }, (_, i) => tag("span", { class: `cell heat${i}` })),
      `${legend[1]} – ${legend[2]}`
    )
  )
}
