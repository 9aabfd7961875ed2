/** A simulation as one page that stands by itself: no script, no font, nothing from elsewhere; to read, to print, to send. */
import type { Comparison, Influence, Report, Subject } from "@hearback/simulation"
import type { Context } from "../program/Command.ts"
import type { Story } from "../simulate/Story.ts"
import type { Figure } from "../simulate/Target.ts"
import { differenceFigure, influenceFigure } from "./Changes.ts"
import { attainmentFigure, busyFigure, courseFigure, waitFigure } from "./Figures.ts"
import { type Markup, tag } from "./Markup.ts"
import { storyFigure } from "./StoryFigure.ts"
import { style } from "./Style.ts"
import { assumptions, footer, headline, type PageView, viewOf } from "./View.ts"

export interface PageOf {
  readonly report: Report
  readonly subject: Subject
  readonly story?: Story | undefined
  readonly comparison?: Comparison
  /** What is compared with the subject. */
  readonly other?: Subject
  readonly influences?: { readonly of: Figure; readonly all: readonly Influence[] }
}

/** Returns the page in the language of the context. */
export const pageOf = (page: PageOf, context: Context): string => {
  const view = viewOf(page.report, page.subject, context)
  const sections = [
    ...(page.comparison === undefined ? [] : [differenceFigure(page.comparison, view, page.other ?? page.subject)]),
    ...(page.influences === undefined ? [] : [influenceFigure(page.influences.all, page.influences.of, view)]),
    attainmentFigure(view),
    waitFigure(view),
    courseFigure(view),
    busyFigure(view),
    ...(page.story === undefined ? [] : [storyFigure(page.story, view)]),
    assumptions(view)
  ]
  return documentOf(view, [headline(view), ...sections.flatMap((one) => one ?? []), footer(view)])
}

const documentOf = ({ words, title, context }: PageView, body: readonly Markup[]): string => {
  const head = [
    tag("title", {}, words.title(title)),
    { html: '<meta name="viewport" content="width=device-width, initial-scale=1">' },
    { html: `<style>${style}</style>` }
  ]
  const page = tag(
    "html",
    { lang: context.language },
    tag("head", {}, { html: '<meta charset="utf-8">' }, ...head),
    tag("body", {}, tag("main", {}, ...body))
  )
  return `<!doctype html>\n${page.html}\n`
}
