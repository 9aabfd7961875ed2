/** Draws the course of one case: a lane for each participant, work as bars, events as marks. */
import { across, type Markup, tag } from "./Markup.ts"

interface Lane {
  readonly name: string
  readonly bars: readonly { readonly from: number; readonly to: number; readonly title: string }[]
  readonly marks: readonly { readonly at: number; readonly number: number; readonly isMiss: boolean }[]
}

/** The data of the lanes. */
export interface Lanes {
  readonly lanes: readonly Lane[]
  readonly from: number
  readonly to: number
  readonly ticks: readonly { readonly at: number; readonly name: string }[]
}

const HEIGHT = 40

/** Draws the lanes. */
export const lanes = ({ lanes: all, from, to, ticks }: Lanes): Markup => {
  const share = (at: number): number => 0.01 + (0.98 * (at - from)) / Math.max(1, to - from)
  const grid = ticks.map(({ at }) =>
    tag("line", { x1: across(share(at)), x2: across(share(at)), y1: 0, y2: HEIGHT, class: "grid" })
  )
  const lane = ({ name, bars, marks }: Lane): Markup =>
    tag(
      "div",
      { class: "row" },
      tag("span", { class: "label" }, name),
      tag(
        "svg",
        { class: "plot lane", height: HEIGHT },
        ...grid,
        ...bars.map((bar) =>
          tag(
            "rect",
            {
              x: across(share(bar.from)),
              width: across(Math.max(0.004, share(bar.to) - share(bar.from))),
              y: 12,
              height: 16,
              class: "work"
            },
            tag("title", {}, bar.title)
          )
        ),
        ...marks.map(({ at, isMiss }) =>
          tag("circle", { cx: across(share(at)), cy: 20, r: isMiss ? 6 : 4, class: isMiss ? "event miss" : "event" })
        )
      )
    )
  return tag(
    "div",
    { class: "ranges lanes", "aria-hidden": "true" },
    ...all.map(lane),
    tag(
      "div",
      { class: "row axis" },
      tag("span", { class: "label" }),
      tag(
        "div",
        { class: "ticks" },
        ...ticks.map(({ at, name }, index) =>
          tag(
            "span",
            {
              style: `left:${across(share(at))}`,
              class: index === 0 ? "first" : index === ticks.length - 1 ? "last" : undefined
            },
            name
          )
        )
      )
    )
  )
}
