/** What every part of a page uses, and the beginning and the end of a page. */
import { Instant, inLanguage } from "@hearback/core"
import { type Estimate, estimateIn, precisionOf, type Report, type SimulationSubject } from "@hearback/simulation"
import type { CommandContext } from "../program/Command.ts"
import { estimateText, intervalText, type SimulationForms } from "../simulate/FigureWords.ts"
import { type Titles, titlesOf } from "../simulate/Titles.ts"
import type { SimulationPageTexts } from "../text/en/simulation/SimulationPage.ts"
import { pages } from "../text/Pages.ts"
import { type Markup, table, tag } from "./Markup.ts"

/** What every part of a page uses. */
export interface PageView {
  readonly report: Report
  readonly subject: SimulationSubject
  readonly context: CommandContext
  readonly words: SimulationPageTexts
  readonly saying: SimulationForms
  readonly titles: Titles
  readonly title: string
}

/** Returns the title of the policy. */
export const titleOf = ({ policy: { bundle } }: SimulationSubject, { language }: CommandContext): string =>
  inLanguage(bundle.title, language, bundle.language) ?? bundle.id

/** Makes the view of a report. */
export const viewOf = (report: Report, subject: SimulationSubject, context: CommandContext): PageView => {
  const { language, texts } = context
  const { bundle } = subject.policy
  return {
    report,
    subject,
    context,
    words: pages[language].simulation,
    saying: { language, texts: texts.simulate, currency: bundle.currency },
    titles: titlesOf(subject, language),
    title: titleOf(subject, context)
  }
}

/** Returns a part of the page: its heading, its explanation, the figure, and its numbers. */
export const section = (
  { words }: Pick<PageView, "words">,
  part: { readonly title: string; readonly says: string; readonly picture: Markup; readonly numbers: Markup }
): Markup =>
  tag(
    "section",
    {},
    tag("h2", {}, part.title),
    tag(
      "figure",
      {},
      tag("figcaption", {}, part.says),
      part.picture,
      /** Returns a table of estimates, the numbers of a figure. */
      tag("details", {}, tag("summary", {}, words.numbersTable), tag("div", { class: "wide" }, part.numbers))
    )
  )

/** Returns a table of estimates: what a picture shows, in numbers. */
export const numbersOf = (view: PageView, rows: readonly (readonly [string, Estimate | undefined])[]): Markup => {
  const { words, saying } = view
  return table(
    [words.figure, words.value, words.interval, words.count],
    rows.map(([name, one]) => [name, estimateText(one, saying), intervalText(one, saying), String(one?.count ?? 0)])
  )
}

const DAY = Instant.DAY

/** Returns the headline of the page with the most important figures. */
export const headline = (view: PageView): Markup => {
  const { report, subject, context, words, title } = view
  const { texts } = context
  const { identity } = report
  const day = (at: number): string => Instant.renderInstant(at, subject.policy.zone).slice(0, 10)
  const period = texts.learning.period(
    day(identity.countedFrom),
    Instant.dueDate(identity.countedTo, subject.policy.zone)
  )
  const share = precisionOf(report)
  const head = [
    period,
    texts.simulate.head(identity.replications, identity.seed),
    ...(share === undefined ? [] : [texts.simulate.precision(share)])
  ]
  const first = Math.round((identity.countedFrom - identity.from) / DAY)
  const growth = [report.inHandByDay[first], report.inHandByDay.at(-1)].map((count) => Math.round(count ?? 0))
  return tag(
    "header",
    {},
    tag("h1", {}, words.title(title)),
    tag("p", { class: "soft" }, head.join(" · ")),
    ...(report.isUnstable
      ? [tag("p", { class: "warn" }, texts.simulate.unstable(growth[0] ?? 0, growth[1] ?? 0))]
      : []),
    ...(identity.replications === 1 ? [tag("p", { class: "warn" }, texts.simulate.singleHelp)] : []),
    tag("div", { class: "numbers" }, ...numbers(view))
  )
}

const numbers = (view: PageView): readonly Markup[] => {
  const { report, saying, titles, words } = view
  const box = (name: string, value: string): Markup =>
    tag("div", {}, tag("b", {}, value), tag("span", { class: "soft" }, name))
  const inDays = (one: Estimate | undefined): string =>
    one?.value === undefined ? estimateText(one, saying) : (one.value / DAY).toFixed(1)
  const busiest = report.estimates
    .filter(({ metric, about }) => metric === "utilisation" && about.role !== undefined)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))[0]
  return [
    box(words.numbers.arrived, estimateText(estimateIn(report, "arrived"), saying)),
    box(words.numbers.answered, inDays(estimateIn(report, "time-to-answer"))),
    box(words.numbers.inHand, estimateText(estimateIn(report, "in-hand"), saying)),
    ...(busiest === undefined
      ? []
      : [box(`${words.numbers.busiest}${titles("role", busiest.about.role ?? "")}`, estimateText(busiest, saying))])
  ]
}

/** Returns the list of assumptions. */
export const assumptions = ({ report, words, context: { language } }: PageView): Markup =>
  tag(
    "section",
    {},
    tag("h2", {}, words.assumed),
    report.assumptions.length === 0
      ? tag("p", {}, words.none)
      : tag("ul", {}, ...report.assumptions.map((one) => tag("li", {}, one[language])))
  )

/** Returns the footer, which identifies the run. */
export const footer = ({ report: { identity }, words }: PageView): Markup =>
  tag(
    "footer",
    {},
    `${words.identity}: ${identity.policy} ${identity.content} · ${identity.description.slice(0, 12)} · ${identity.generator} · ${identity.simulator}`
  )
