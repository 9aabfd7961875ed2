/** A page in every language, of which the reader picks one: buttons of the browser, no script. */
import { type Language, shortName } from "../../runtime/Language.ts"
import type { CommandContext } from "../program/Command.ts"
import { catalogue, languages, textsOf } from "../text/Catalogue.ts"
import { type Markup, tag } from "./Markup.ts"
import { style } from "./Style.ts"

/** The language of the program stands last. */
const shown = (): readonly (readonly [Language, id: string, name: string])[] =>
  languages()
    .toReversed()
    .map((language) => [language, shortName(language), catalogue[language].form.name])

/** Returns the document; what is picked at first is the language of the context, and prints as it is picked. */
export const documentOf = (
  title: (context: CommandContext) => string,
  body: (context: CommandContext) => readonly Markup[],
  context: CommandContext,
  /** What this page looks like beside what every page does. */
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

/** Shows what is picked, and marks its button. */
const pickStyle = (ids: readonly string[]): string => {
  const buttons = (state: string): string => ids.map((id) => `#in-${id}:${state}~.languages [for=in-${id}]`).join(",")
  const hidden = ids.flatMap((id) => ids.filter((each) => each !== id).map((each) => `#in-${id}:checked~#${each}`))
  return `${buttons("checked")}{background:var(--blue);color:#fff}
${buttons("focus-visible")}{outline:3px solid var(--orange)}
${hidden.join(",")}{display:none}
`
}

/** Returns a part of a page in which Chinese words are marked as such: a voice that reads it aloud knows them. */
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
