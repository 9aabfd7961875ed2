/** Draws a number over time as a line; the part that is not counted is shaded. */
import { across, type Markup, tag } from "./Markup.ts"
import { axisFor, roundStep } from "./Ranges.ts"

/** The data of the line. */
export interface Course {
  /** One number for each day. */
  readonly days: readonly number[]
  readonly skipped: number
  readonly dayName: (day: number) => string
  readonly skippedName: string
  readonly unit: string
}

const HEIGHT = 220

/** Draws the line. */
export const course = ({ days, skipped, dayName, skippedName, unit }: Course): Markup => {
  const axis = axisFor(days, (at) => String(Math.round(at * 10) / 10), roundStep)
  const last = Math.max(1, days.length - 1)
  const up = (value: number): number => 100 - (100 * (value - axis.from)) / (axis.to - axis.from)
  const points = days.map((value, day) => `${((100 * day) / last).toFixed(2)},${up(value).toFixed(2)}`).join(" ")
  const every = Math.ceil(days.length / 7 / 4) * 7
  const dates = days.flatMap((_, day) => (day % every === 0 && day <= last - every / 3 ? [day] : []))
  const label = (tick: number): Markup => tag("span", { style: `top:${up(tick).toFixed(2)}%` }, axis.name(tick))
  return tag(
    "div",
    { class: "course", "aria-hidden": "true" },
    tag("div", { class: "unit" }, unit),
    tag("div", { class: "upright" }, ...axis.ticks.map(label)),
    tag(
      "div",
      { class: "field" },
      tag(
        "svg",
        { viewBox: "0 0 100 100", preserveAspectRatio: "none", height: HEIGHT },
        ...(skipped === 0
          ? []
          : [tag("rect", { x: 0, y: 0, width: (100 * skipped) / last, height: 100, class: "skipped" })]),
        ...axis.ticks.map((tick) => tag("line", { x1: 0, x2: 100, y1: up(tick), y2: up(tick), class: "grid" })),
        tag("polyline", { points: `0,100 ${points} 100,100`, class: "area" }),
        tag("polyline", { points, class: "course-line" })
      ),
      ...(skipped / last < 0.12
        ? []
        : [tag("span", { class: "skipped-name", style: `width:${across(skipped / last)}` }, skippedName)]),
      tag(
        "div",
        { class: "ticks" },
        ...dates.map((day) =>
          tag("span", { style: `left:${across(day / last)}`, class: day === 0 ? "first" : undefined }, dayName(day))
        )
      )
    )
  )
}
