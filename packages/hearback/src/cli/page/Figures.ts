/** Draws the figures of a report: deadlines met, waiting times, open cases, and how busy people are. */
import { Instant } from "@hearback/core"
import { type Estimate, estimateIn } from "@hearback/simulation"
import { estimateText, intervalText, valueText } from "../simulate/FigureWords.ts"
import { isAbout } from "../simulate/Titles.ts"
import { course } from "./Course.ts"
import { heatMap } from "./HeatMap.ts"
import { histogram } from "./Histogram.ts"
import { type Markup, table } from "./Markup.ts"
import { type Axis, axisFor, type MatrixRow, ranges, roundStep } from "./Ranges.ts"
import { numbersOf, type PageView, section } from "./View.ts"

const { DAY, HOUR } = Instant

/**
 * Returns an axis of shares from 0 %, or from 50 % if no value is below, so that differences near 100 % are visible.
 */
export const shareAxis = (lows: readonly number[], name: Axis["name"]): Axis =>
  Math.min(...lows) > 0.55
    ? { from: 0.5, to: 1, ticks: [0.5, 0.6, 0.7, 0.8, 0.9, 1], name }
    : { from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1], name }

/** Steps of an axis in hours that people use. */
const hourStep = (span: number): number => [1, 2, 3, 4, 6, 12, 24].find((step) => span / step <= 4.5) ?? 24

/** Returns the figures of a report, in the order in which people ask for them. */
export const figuresOf = (view: PageView): readonly Markup[] =>
  [attainmentFigure(view), waitFigure(view), ...spreadFigures(view), courseFigure(view), busyFigure(view)].flatMap(
    (one) => one ?? []
  )

/** Draws deadlines met, by clock and grade, with intervals. */
const attainmentFigure = (view: PageView): Markup | undefined => {
  const { report, subject, titles, words, saying } = view
  const levels = subject.policy.bundle.grading.at(-1)?.levels ?? []
  const known = report.estimates.filter(
    ({ metric, about, status }) => metric === "attainment" && isAbout(about, "clock") && status !== "unstable"
  )
  const lines = known.flatMap((whole) => {
    const { clock = "" } = whole.about
    const parts = levels.flatMap((grade) => {
      const one = estimateIn(report, "attainment", { clock, grade })
      return one === undefined ? [] : [{ name: titles("grade", grade), one, isPart: true }]
    })
    return [{ name: titles("clock", clock), one: whole, isPart: false }, ...(parts.length > 1 ? parts : [])]
  })
  if (lines.length === 0) return undefined
  const rows = lines.map(
    ({ name, one, isPart }): MatrixRow => ({
      label: name,
      isPart,
      ...drawnOf(one),
      text: estimateText(one, saying),
      note: intervalText(one, saying)
    })
  )
  return section(view, {
    title: words.attainment,
    says: words.attainmentSays(report.identity.level * 100),
    picture: ranges(
      rows,
      shareAxis(
        lines.map(({ one }) => one.low ?? one.value ?? 1),
        (at) => `${Math.round(at * 100)}${words.percent}`
      )
    ),
    numbers: numbersOf(
      view,
      lines.map(({ name, one }) => [name, one])
    )
  })
}

const drawnOf = ({ low, value, high }: Estimate): Partial<MatrixRow> => ({
  ...(value !== undefined && { value }),
  ...(low !== undefined && { low }),
  ...(high !== undefined && { high })
})

/** Draws how long work waits at each gate: the median and the ninth decile. */
const waitFigure = (view: PageView): Markup | undefined => {
  const { report, subject, titles, words, saying, context } = view
  const gates = [...new Set(subject.policy.bundle.loops.flatMap((loop) => loop.gates.map(({ name }) => name)))]
  const lines = gates.flatMap((gate) => {
    const [half, ninety] = (["p50", "p90"] as const).map((statistic) => estimateIn(report, "wait", { gate }, statistic))
    return half?.value === undefined || ninety?.value === undefined
      ? []
      : [{ name: titles("gate", gate), half: half.value, ninety: ninety.value, estimates: [half, ninety] }]
  })
  if (lines.length === 0) return undefined
  const inDays = Math.max(...lines.map(({ ninety }) => ninety)) > 3 * DAY
  const unit = inDays ? DAY : HOUR
  const name = (at: number): string => valueText("wait", at * unit, saying).replace(/^0 .*/, "0")
  const axis = axisFor(
    lines.map(({ ninety }) => ninety / unit),
    name,
    inDays ? roundStep : hourStep
  )
  const rows = lines.map(
    ({ name: label, half, ninety }): MatrixRow => ({
      label,
      low: 0,
      value: half / unit,
      high: ninety / unit,
      text: valueText("wait", half, saying),
      note: `– ${valueText("wait", ninety, saying)}`
    })
  )
  return section(view, {
    title: words.waits,
    says: words.waitsSays,
    picture: ranges(rows, axis),
    numbers: numbersOf(
      view,
      lines.flatMap(({ name: label, estimates: [half, ninety] }) => [
        [`${label}${context.texts.word.pause}${words.half}`, half] as const,
        [`${label}${context.texts.word.pause}${words.ninety}`, ninety] as const
      ])
    )
  })
}

/** Draws the distributions of waiting times and times to an answer. */
const spreadFigures = (view: PageView): readonly Markup[] => {
  const { report, words, saying } = view
  const percent = (share: number): string => valueText("attainment", share, saying)
  return report.spreads.map(({ metric, count, parts }) => {
    const first = parts.findIndex(({ share }) => share > 0)
    const shown = parts.slice(first, parts.findLastIndex(({ share }) => share > 0) + 1)
    const length = (ms: number): string => valueText("wait", ms, saying)
    const bars = shown.map(({ upTo, share }, index) => ({
      name: upTo === undefined ? words.over(length(parts.at(-2)?.upTo ?? 0)) : words.upTo(length(upTo)),
      share,
      sum: parts.slice(0, first + index + 1).reduce((sum, one) => sum + one.share, 0)
    }))
    return section(view, {
      title: words.spread[metric],
      says: words.spreadSays(String(count)),
      picture: histogram(bars.map(({ name, share }) => ({ name, share, text: percent(share) }))),
      numbers: table(
        [words.figure, words.share, words.soFar],
        bars.map(({ name, share, sum }) => [name, percent(share), percent(sum)])
      )
    })
  })
}

/** Draws the open cases, day by day. */
const courseFigure = (view: PageView): Markup => {
  const { report, subject, words } = view
  const { identity, inHandByDay } = report
  const day = (at: number): string => Instant.renderInstant(identity.from + at * DAY, subject.policy.zone).slice(5, 10)
  return section(view, {
    title: words.course,
    says: words.courseSays,
    picture: course({
      days: inHandByDay,
      skipped: Math.round((identity.countedFrom - identity.from) / DAY),
      dayName: day,
      skippedName: words.skipped,
      unit: words.cases
    }),
    numbers: table(
      [words.day, words.cases],
      inHandByDay.flatMap((count, at) => (at % 7 === 0 ? [[day(at), count.toFixed(1)]] : []))
    )
  })
}

/** Draws how busy people are, by hour and weekday. */
const busyFigure = (view: PageView): Markup => {
  const { report, words } = view
  const hours = report.utilisationByHour
  const worked = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    hours.some((share, at) => share !== null && at % 24 === hour)
  )
  const text = (share: number | null | undefined): string =>
    share === null || share === undefined ? "–" : `${Math.round(100 * share)}${words.percent}`
  return section(view, {
    title: words.busy,
    says: words.busySays,
    picture: heatMap({ hours, days: words.weekdays, legend: words.legend }),
    numbers: table(
      [words.hour, ...words.weekdays],
      worked.map((hour) => [String(hour), ...words.weekdays.map((_, day) => text(hours[day * 24 + hour]))])
    )
  })
}
