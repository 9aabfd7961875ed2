/** Makes a page in all languages. The reader chooses one with buttons, which need no script. */
import { type Language, shortName } from "../../runtime/Language.ts"
import type { CommandContext } from "../program/Command.ts"
import { catalogue, languages, textsOf } from "../text/Catalogue.ts"
import { type Markup, tag } from "./Markup.ts"
import { style } from "./Style.ts"

/** All languages, with that of the program last. */
const shown = (): readonly (readonly [Language, id: string, name: string])[] =>
  languages()
    .toReversed()
    .map((language) => [language, shortName(language), catalogue[language].form.name])

/** Returns the document. At first it shows the language of the context; the chosen language is printed. */
export const documentOf = (
  title: (context: CommandContext) => string,
  body: (context: CommandContext) => readonly Markup[],
  context: CommandContext,
  /** The styles of this page, in addition to those of every page. */
  more = ""
): string => {
  const within = (language: Language): CommandContext => ({ ...context, language, texts: textsOf(language) })
  const pages = shown()
  const picks = pages.map(([language, id]) =>
    tag("input", {
      type: "radio",
      name: "language",
      class: "pick",
      id: `in-${id}`,
      ...(language === context.language && { checked: "" })
    })
  )
  const labels = pages.map(([language, id, name]) => tag("label", { for: `in-${id}`, lang: language }, name))
  const bodies = pages.map(([language, id]) =>
    tag(
      "main",
      { id, lang: language },
      ...body(within(language)).map((part) => (catalogue[language].form.isHan ? part : spoken(part)))
    )
  )
  const head = [
    { html: '<meta charset="utf-8">' },
    tag("title", {}, title(context)),
    { html: '<meta name="viewport" content="width=device-width, initial-scale=1">' },
    { html: `<style>${style}${pickStyle(pages.map(([, id]) => id))}${more}</style>` }
  ]
  const page = tag(
    "html",
    { lang: context.language },
    tag("head", {}, ...head),
    tag("body", {}, ...picks, tag("nav", { class: "languages" }, ...labels), ...bodies)
  )
  return `<!doctype html>\n${page.html}\n`
}

/** Returns the styles that show the chosen language and mark its button. */
const pickStyle = (ids: readonly string[]): string => {
  const buttons = (state: string): string => ids.map((id) => `#in-${id}:${state}~.languages [for=in-${id}]`).join(",")
  const hidden = ids.flatMap((id) => ids.filter((each) => each !== id).map((each) => `#in-${id}:checked~#${each}`))
  return `${buttons("checked")}{background:var(--blue);color:#fff}
${buttons("focus-visible")}{outline:3px solid var(--orange)}
${hidden.join(",")}{display:none}
`
}

/** Returns a part of a page with Chinese words marked as such, so that a screen reader pronounces them. */
const spoken = ({ html }: Markup): Markup => ({
  html: html
    .split(/(<svg[^>]*>.*?<\/svg>|<[^>]*>)/su)
    .map((piece) =>
      piece.startsWith("<")
        ? piece
        : piece.replace(/[\p{Script=Han}，。、：；！？（）]+/gu, '<span lang="zh-CN">$&</span>')
    )
    .join("")
})
