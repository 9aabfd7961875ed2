/** A simulation as one page that stands by itself: no script, no font, nothing from elsewhere; to read, to print, to send. */
import type { ComparedReports, Influence, Report, SimulationSubject } from "@hearback/simulation"
import type { CommandContext } from "../program/Command.ts"
import type { CaseTimeline } from "../simulate/CaseTimeline.ts"
import type { FigureName } from "../simulate/Target.ts"
import { differenceFigure, influenceFigure } from "./Changes.ts"
import { documentOf } from "./Document.ts"
import { figuresOf } from "./Figures.ts"
import type { Markup } from "./Markup.ts"
import { storyFigure } from "./StoryFigure.ts"
import { assumptions, footer, headline, type PageView, titleOf, viewOf } from "./View.ts"

export interface PageOf {
  readonly report: Report
  readonly subject: SimulationSubject
  readonly story?: CaseTimeline | undefined
  readonly comparison?: ComparedReports
  /** What is compared with the subject. */
  readonly other?: SimulationSubject
  readonly influences?: { readonly of: FigureName; readonly all: readonly Influence[] }
}

/** Returns the page: the same in both languages, of which the reader picks one; at first that of the context. */
export const pageOf = (page: PageOf, context: CommandContext): string =>
  documentOf(
    (one) => viewOf(page.report, page.subject, one).words.title(titleOf(page.subject, one)),
    (one) => bodyOf(page, viewOf(page.report, page.subject, one)),
    context
  )

const bodyOf = (page: PageOf, view: PageView): readonly Markup[] => {
  const sections = [
    ...(page.comparison === undefined ? [] : [differenceFigure(page.comparison, view, page.other ?? page.subject)]),
    ...(page.influences === undefined ? [] : [influenceFigure(page.influences.all, page.influences.of, view)]),
    ...figuresOf(view),
    ...(page.story === undefined ? [] : [storyFigure(page.story, view)]),
    assumptions(view)
  ]
  return [headline(view), ...sections, footer(view)]
}
