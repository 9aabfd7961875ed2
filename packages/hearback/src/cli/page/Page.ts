/**
 * Makes the page of a simulation as one file without scripts, fonts or other external parts, to read, print and send.
 */
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

/** The content of the page. */
export interface PageOf {
  readonly report: Report
  readonly subject: SimulationSubject
  readonly story?: CaseTimeline | undefined
  readonly comparison?: ComparedReports
  /** What is compared with the subject. */
  readonly other?: SimulationSubject
  readonly influences?: { readonly of: FigureName; readonly all: readonly Influence[] }
}

/** Returns the page with both languages. The reader chooses one; at first it shows that of the context. */
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
