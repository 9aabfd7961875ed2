/** Draws a histogram: upright bars with their shares above and their ranges below. */
import { type Markup, tag } from "./Markup.ts"

interface Bar {
  readonly name: string
  readonly share: number
  readonly text: string
}

/** Draws the bars. */
export const histogram = (bars: readonly Bar[]): Markup => {
  const most = Math.max(...bars.map(({ share }) => share), Number.MIN_VALUE)
  return tag(
    "div",
    { class: "histogram", "aria-hidden": "true", style: `--bars:${bars.length}` },
    ...bars.map(({ name, share, text }) =>
      tag(
        "div",
        { class: "range" },
        tag("span", { class: "share" }, text),
        tag("span", { class: "block", style: `--height:${(share / most).toFixed(4)}` }),
        tag("span", { class: "bound" }, name)
      )
    )
  )
}
