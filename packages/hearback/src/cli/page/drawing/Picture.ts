/** Makes SVG pictures: their title and description, their texts in lines, and their styles. */
import { type Markup, tag } from "../Markup.ts"
import { linesOf } from "./TextWidth.ts"

/** The title and the description of a picture. */
export interface Caption {
  readonly title: string
  readonly says: string
}

/** The styles of pictures. The colours keep their contrast on white paper and for colour-blind people. */
export const pictureStyle = `
svg.picture{display:block;width:100%;height:auto;font-family:system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
.picture text{fill:#16202b}.picture .strong{font-weight:600}.picture .aside{fill:#4a5868}.picture .time{fill:#0b4f8a}
.picture .box{fill:#fff;stroke:#4a5868;stroke-width:1.2}.picture .customer{fill:#e8f1f9;stroke:#0b5fa5}.picture .system{fill:#e7f4ee;stroke:#00704a}
.picture .end{fill:#16202b;stroke:#16202b}.picture .end-text{fill:#fff}.picture .end-back{fill:#ffcb9c}.picture .may{stroke-dasharray:5 3}
.picture .arrow{fill:none;stroke:#4a5868;stroke-width:1.4}.picture .head{fill:#4a5868}
.picture .back{fill:none;stroke:#b84a00;stroke-width:1.4;stroke-dasharray:5 3}.picture .back-head{fill:#b84a00}.picture .back-text{fill:#9a3d00}
.picture .rung{fill:#e8f1f9;stroke:#0b5fa5;stroke-width:1.2}.picture .paper{fill:#fff}
`

/** Returns a picture in its natural size, which is reduced on a narrow page. */
export const picture = (
  { title, says }: Caption,
  { width, height }: { readonly width: number; readonly height: number },
  drawn: readonly Markup[]
): Markup =>
  tag(
    "svg",
    {
      class: "picture",
      role: "img",
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      style: `max-width:${round(width)}px`
    },
    tag("title", {}, title),
    tag("desc", {}, says),
    ...drawn
  )

/** Returns a picture as a separate file, on white paper. */
export const pictureFile = (drawn: Markup): string => {
  const [, width = "0", height = "0"] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(drawn.html) ?? []
  const paper = tag("rect", { class: "paper", width, height }).html
  return `${drawn.html
    .replace("<svg ", `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" `)
    .replace("</desc>", `</desc><style>${pictureStyle}</style>${paper}`)}\n`
}

/** Returns a number with at most one decimal place. */
export const round = (value: number): number => Math.round(value * 10) / 10

/** The look of a line of text: its size and its class. */
export interface Ink {
  readonly size: number
  readonly class: string
}

/** The looks of all texts. */
export const inks = {
  title: { size: 13.5, class: "strong" },
  plain: { size: 12, class: "plain" },
  aside: { size: 12, class: "aside" },
  time: { size: 12, class: "time strong" },
  back: { size: 11.5, class: "back-text" },
  end: { size: 13, class: "end-text strong" },
  endBack: { size: 11.5, class: "end-back" }
} as const satisfies Readonly<Record<string, Ink>>

/** A text with its look. */
export interface PictureText {
  readonly text: string
  readonly ink: Ink
}

/** A text broken into lines of a width, with the height of all lines. */
export interface TextBlock {
  readonly lines: readonly PictureText[]
  readonly height: number
}

const LEADING = 1.38

/** Returns texts in lines; each text has at most `most` lines. */
export const blockOf = (texts: readonly PictureText[], width: number, most = 4): TextBlock => {
  const lines = texts.flatMap(({ text, ink }) =>
    linesOf(text, ink.class.includes("strong") ? ink.size * BOLD : ink.size, width, most).map((line) => ({
      text: line,
      ink
    }))
  )
  return { lines, height: lines.reduce((sum, { ink }) => sum + ink.size * LEADING, 0) }
}

/** How much wider bold texts are. */
export const BOLD = 1.07

/** Returns the distance from the upper edge of a block to the middle of its first line. */
export const firstMiddle = ({ lines: [first] }: TextBlock): number => ((first?.ink.size ?? 0) * LEADING) / 2

/** Returns the lines of a block, the first one below `top`. */
export const writtenAt = (
  { lines }: TextBlock,
  x: number,
  top: number,
  anchor: "start" | "middle" = "start"
): readonly Markup[] => {
  let y = top
  return lines.map(({ text, ink }) => {
    y += ink.size * LEADING
    return tag(
      "text",
      {
        x: round(x),
        y: round(y - ink.size * 0.34),
        class: ink.class,
        "font-size": ink.size,
        "text-anchor": anchor === "middle" ? anchor : undefined
      },
      text
    )
  })
}
