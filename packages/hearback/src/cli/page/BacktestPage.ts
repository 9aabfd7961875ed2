/** Makes the page of a backtest, with exact results and estimates in separate chapters. */
import { Instant } from "@hearback/core"
import type { CommandContext } from "../program/Command.ts"
import { assumedTexts, estimatedTexts } from "../render/backtest/Estimate.ts"
import { partsOf, type ReportPart, samplesOf } from "../render/backtest/Parts.ts"
import { decidedText, failedTexts } from "../render/backtest/Report.ts"
import { type ReportForms, type ReportParts, sayingOf } from "../render/backtest/ReportForms.ts"
import type { BacktestEstimate, EstimatedSubject } from "../simulate/BacktestEstimate.ts"
import type { CaseTimeline } from "../simulate/CaseTimeline.ts"
import { estimateText, intervalText, percentText } from "../simulate/FigureWords.ts"
import { pages } from "../text/Pages.ts"
import { differenceFigure } from "./Changes.ts"
import { documentOf } from "./Document.ts"
import { figuresOf, shareAxis } from "./Figures.ts"
import { type Markup, table, tag } from "./Markup.ts"
import { type MatrixRow, ranges } from "./Ranges.ts"
import { storyFigure } from "./StoryFigure.ts"
import { assumptions, footer, section, titleOf, viewOf } from "./View.ts"

/** The number of cases that are shown open, also in print. */
const OPEN_SAMPLES = 3

/** The parts of the page. */
export interface BacktestPage {
  readonly seen: ReportParts
  readonly estimated: BacktestEstimate | undefined
  readonly story: CaseTimeline | undefined
}

/** Returns the page in both languages. */
export const backtestPageOf = (page: BacktestPage, context: CommandContext): string => {
  const named = (one: CommandContext): string => one.texts.estimate.title(titleOf(subjectOf(page.seen), one))
  return documentOf(
    named,
    (one) => [tag("header", {}, tag("h1", {}, named(one)), ...headOf(page.seen, one)), ...chapters(page, one)],
    context
  )
}

const subjectOf = ({ candidate: { policy } }: ReportParts) => ({ policy, simulation: {} })

const headOf = (seen: ReportParts, context: CommandContext): readonly Markup[] => {
  const { backtest, learning } = context.texts
  const saying = sayingOf(seen, context)
  const { policy, baseline, quality } = seen.report
  const { zone } = seen.candidate.policy
  const day = (at: number): string => Instant.renderInstant(at, zone).slice(0, 10)
  const named = ({ id, content }: typeof policy): string => `${id} ${content.slice(0, 6)}`
  const other = baseline === undefined ? backtest.record : named(baseline)
  const warnings = [decidedText(seen, saying, context) ?? [], failedTexts(seen, saying, context)].flat()
  return [
    tag("p", { class: "soft" }, `${named(policy)} ${backtest.beside} ${other}`),
    tag(
      "p",
      { class: "soft" },
      ...(quality.cases === 0 ? [] : [`${learning.period(day(quality.from), day(quality.to))} · `]),
      backtest.cases(saying.count(quality.cases), saying.count(quality.rows), seen.isOfLog)
    ),
    ...warnings.map((text) => tag("p", { class: "warn" }, text))
  ]
}

const chapters = (page: BacktestPage, context: CommandContext): readonly Markup[] => {
  const { estimate } = context.texts
  const { seen, estimated } = page
  const chapter = (title: string, says: string, sort: string): Markup =>
    tag("div", { class: `chapter ${sort}` }, tag("h2", {}, title), tag("p", {}, says))
  return [
    chapter(estimate.exact, estimate.exactSays, "exact"),
    ...exactParts(seen, context).map(below),
    ...(estimated === undefined
      ? []
      : [
          chapter(estimate.estimated, estimate.estimatedSays, "estimated"),
          ...estimatedParts(seen, estimated, page.story, context).map(below)
        ])
  ]
}

/** Returns a section of a chapter. Its heading is below that of the chapter, and paths can break behind a folder. */
const below = ({ html }: Markup): Markup => ({
  html: html
    .replaceAll(/<(\/?)h2>/g, "<$1h3>")
    .replaceAll(/<td>[^<]*<\/td>/g, (cell) => cell.replaceAll(/(?<=\w)\/(?=\w)/g, "/<wbr>"))
})

const exactParts = (seen: ReportParts, context: CommandContext): readonly Markup[] => {
  const { backtest } = context.texts
  const saying = sayingOf(seen, context)
  const samples = samplesOf(seen, saying, context)
  return [
    ...keptFigure(seen, saying, context),
    ...partsOf(seen, saying, context, (text) => text).map(partSection(backtest.changes)),
    ...(samples.length === 0
      ? []
      : [
          tag(
            "section",
            {},
            tag("h2", {}, backtest.samples),
            ...samples.map(({ case: id, head, rows }, index) =>
              tag(
                "details",
                { class: "sample", ...(index < OPEN_SAMPLES && { open: "" }) },
                tag("summary", {}, id),
                tag("div", { class: "wide" }, table(head, rows))
              )
            )
          )
        ])
  ]
}

const partSection =
  (untitled: string) =>
  ({ title = untitled, head, rows }: ReportPart): Markup =>
    tag("section", {}, tag("h2", {}, title), tag("div", { class: "wide" }, table(head, rows.map(unquoted))))

/** Returns a text without backticks. Terminals and Markdown use them to mark words, but the page would show them. */
const unquoted = (texts: readonly string[]): readonly string[] => texts.map((text) => text.replaceAll("`", ""))

/** Returns the promises kept on both sides. */
const keptFigure = (seen: ReportParts, saying: ReportForms, context: CommandContext): readonly Markup[] => {
  const { estimate, backtest } = context.texts
  const percent = (share: number): string => percentText(share, context.language)
  const judged = seen.report.clocks.flatMap(({ clock, stayKept, fixed, newlyBreached, stillBreached }) => {
    const of = stayKept + fixed + newlyBreached + stillBreached
    return of === 0 ? [] : [{ clock, was: (stayKept + newlyBreached) / of, is: (stayKept + fixed) / of }]
  })
  const rows = judged.flatMap(({ clock, was, is }): readonly MatrixRow[] => [
    { label: `${saying.thing("clock", clock)} · ${backtest.was}`, value: was, text: percent(was) },
    {
      label: backtest.would,
      isPart: true,
      value: is,
      text: percent(is),
      ...(was !== is && { tone: is > was ? ("good" as const) : ("bad" as const) })
    }
  ])
  if (rows.length === 0) return []
  const axis = shareAxis(
    rows.map(({ value = 1 }) => value),
    (at) => percent(at).replace(".0", "")
  )
  return [
    section(
      { words: pages[context.language].simulation },
      {
        title: estimate.kept,
        says: estimate.keptSays,
        picture: ranges(rows, axis),
        numbers: table(
          ["", backtest.was, backtest.would],
          judged.map(({ clock, was, is }) => [saying.thing("clock", clock), percent(was), percent(is)])
        )
      }
    )
  ]
}

const estimatedParts = (
  seen: ReportParts,
  { cases, leftOut, weeks, found }: BacktestEstimate,
  story: CaseTimeline | undefined,
  context: CommandContext
): readonly Markup[] => {
  const { estimate } = context.texts
  if (found === undefined) return [tag("p", { class: "warn" }, estimate.tooFew(String(cases), weeks?.toString()))]
  const { report, candidate, beside } = found
  const view = viewOf(report, candidate, context)
  const before = beside && viewOf(beside.comparison.before, beside.subject, context)
  const list = (title: string, texts: readonly string[]): readonly Markup[] =>
    texts.length === 0
      ? []
      : [tag("section", {}, tag("h2", {}, title), tag("ul", {}, ...unquoted(texts).map((text) => tag("li", {}, text))))]
  return [
    ...(leftOut === 0 ? [] : [tag("p", { class: "warn" }, estimate.leftOut(String(leftOut), String(cases)))]),
    ...(report.isUnstable ? [tag("p", { class: "warn" }, context.texts.simulate.piling)] : []),
    ...fitSection(seen, found, context),
    ...(before === undefined || beside === undefined ? [] : [differenceFigure(beside.comparison, before, candidate)]),
    ...figuresOf(view),
    ...(story === undefined ? [] : [storyFigure(story, view)]),
    ...list(estimate.estimatedInputs, estimatedTexts(found, context)),
    ...list(estimate.assumedInputs, assumedTexts(found, seen.isOfLog, context)),
    assumptions(view),
    footer(view)
  ]
}

const fitSection = (seen: ReportParts, found: EstimatedSubject, context: CommandContext): readonly Markup[] => {
  const { texts, language } = context
  const { estimate, simulate } = texts
  const saying = { language, texts: simulate, currency: undefined }
  const { fits } = found
  if (fits.length === 0) return []
  const rows = fits.map(({ clock, recorded, model }) => [
    sayingOf(seen, context).thing("clock", clock),
    percentText(recorded, language),
    estimateText(model, saying),
    intervalText(model, saying)
  ])
  return [
    tag(
      "section",
      {},
      tag("h2", {}, estimate.fit),
      tag("p", { class: "soft" }, estimate.fitSays),
      tag("div", { class: "wide" }, table(["", estimate.recorded, estimate.model, simulate.interval(95)], rows))
    )
  ]
}
