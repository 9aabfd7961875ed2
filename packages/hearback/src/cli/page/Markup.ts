/** Makes the markup of a page: texts are escaped, and all tags are made here. */

/** Text that is already markup and must not be escaped again. */
export interface Markup {
  readonly html: string
}

type Content = Markup | string | readonly Content[]

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")

const textOf = (content: Content): string => {
  if (typeof content === "string") return escaped(content)
  return "html" in content ? content.html : content.map(textOf).join("")
}

type Attributes = Readonly<Record<string, string | number | undefined>>

/** Elements without content and end tag. */
const empty: ReadonlySet<string> = new Set(["input"])

/** Returns an element. */
export const tag = (name: string, attributes: Attributes, ...content: readonly Content[]): Markup => {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`]
  )
  if (empty.has(name)) return { html: `<${name}${written.join("")}>` }
  return { html: `<${name}${written.join("")}>${content.map(textOf).join("")}</${name}>` }
}

/** Returns a share of the width as a percentage, for positions in figures. */
export const across = (share: number): string => `${Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100}%`

/** Returns a table with the numbers of a figure, for readers who do not see the figure. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Markup =>
  tag(
    "table",
    {},
    tag("thead", {}, tag("tr", {}, ...head.map((text) => tag("th", { scope: "col" }, text)))),
    tag(
      "tbody",
      {},
      ...rows.map((row) =>
        tag("tr", {}, ...row.map((text, i) => (i === 0 ? tag("th", { scope: "row" }, text) : tag("td", {}, text))))
      )
    )
  )
