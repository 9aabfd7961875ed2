/** Renders figures as a table: green if the target is met, red if it is missed, dim without cases. */
import { Instant, inLanguage, type Policy, Text } from "@hearback/core"
import { MeasureName, percentiles } from "@hearback/insight"
import type { Answers, Figure, Granted, Heard } from "../../../index.ts"
import type { CommandContext } from "../../program/Command.ts"
import { moneyText } from "../../terminal/Amounts.ts"
import { tracks } from "../../terminal/Columns.ts"
import type { TextStyle } from "../../terminal/Paint.ts"
import { tableLines } from "../../terminal/Table.ts"
import { tableWidth } from "../../terminal/Terminal.ts"
import { untitled } from "../policy/PolicyTitles.ts"

/** Returns the id and the short hash of a policy. */
export const policyText = ({ bundle }: Policy.Policy): string => `${bundle.id} ${bundle.content.slice(0, 6)}`

/** Returns `2026-11-01 – 2026-11-30`, with the last day of the period. */
export const periodText = (
  { from, to }: { readonly from: Date; readonly to: Date },
  { zone }: Policy.Policy,
  { texts }: CommandContext
): string =>
  texts.learning.period(Instant.renderInstant(from.getTime(), zone).slice(0, 10), Instant.dueDate(to.getTime(), zone))

type Shown = Figure & { readonly before?: string }

/** What is known now, if it differs from what was known at the end of the period. */
export interface Later {
  readonly figures: readonly Figure[]
  readonly heard: readonly Heard[]
  readonly granted: readonly Granted[]
  readonly answers: readonly Answers[]
}

/** Nothing that differs now. */
export const nothingLater: Later = { figures: [], heard: [], granted: [], answers: [] }

/** Renders a note that figures are as known at the end of the period, if some differ now. */
export const asKnownLines = (later: Later | undefined, { paint, texts }: CommandContext): readonly string[] =>
  later === undefined ? [] : [` ${paint("dim", texts.learning.asKnown)}`]

const verdicts = {
  met: { mark: "✓", tone: "good" },
  missed: { mark: "✗", tone: "bad" },
  nothing: { mark: "·", tone: "dim" }
} as const satisfies Record<string, { readonly mark: string; readonly tone: TextStyle }>

/** Returns the mark of a figure by its target. */
export const markOf = ({ verdict }: Figure): { readonly mark: string; readonly tone: TextStyle } =>
  verdict === undefined ? { mark: "", tone: "strong" } : verdicts[verdict]

/** Renders one line for each figure. Figures without cases and without a target are omitted. */
export const figureLines = (
  figures: readonly Shown[],
  policy: Policy.Policy,
  context: CommandContext,
  later: Later = nothingLater
): readonly string[] => {
  const { paint, texts } = context
  const { heads } = texts.learning
  const nowOf = (name: string): Figure | undefined => later.figures.find(({ measure }) => measure === name)
  const shown = figures.filter(
    ({ measure, value, target, before }) =>
      value !== undefined || target !== undefined || before !== undefined || nowOf(measure) !== undefined
  )
  const isCompared = shown.some(({ before }) => before !== undefined)
  const isAimed = shown.some(({ target }) => target !== undefined)
  const columns = [
    {},
    { head: heads.measure },
    { head: heads.value, align: "right" as const },
    { head: heads.of, align: "right" as const },
    ...(isCompared ? [{ head: heads.before, align: "right" as const }] : []),
    ...(isAimed ? [{ head: heads.target }] : []),
    {}
  ]
  const rows = shown.map((figure) => {
    const { mark, tone } = markOf(figure)
    return [
      paint(tone, mark),
      figure.verdict === "missed"
        ? paint("bad", figureTitle(figure, policy, context))
        : figureTitle(figure, policy, context),
      figure.says === undefined ? paint("dim", texts.learning.noCase) : paint(tone, figure.says),
      figure.value === undefined ? "" : paint("dim", ofText(figure, context)),
      ...(isCompared ? [paint("dim", figure.before ?? "–")] : []),
      ...(isAimed ? [figure.target ?? ""] : []),
      paint(
        "warn",
        [apartText(figure, context), nowText(nowOf(figure.measure), context)]
          .filter((part) => part !== "")
          .join(texts.word.comma)
      )
    ]
  })
  return [
    ...tableLines(columns, rows, {
      indent: 1,
      head: (text) => paint("dim", text),
      within: tableWidth(context.terminal)
    }),
    ...percentileLines(shown, policy, context)
  ]
}

/** Renders the durations within which most cases lie, if requested. */
const percentileLines = (
  figures: readonly Shown[],
  policy: Policy.Policy,
  context: CommandContext
): readonly string[] => {
  const { paint, texts } = context
  const rows = figures.flatMap((figure) =>
    figure.percentiles === undefined
      ? []
      : [
          [
            figureTitle(figure, policy, context),
            ...percentiles.map((percent) => figure.percentiles?.[percent].says ?? "")
          ]
        ]
  )
  const heads = percentiles.map((percent) => ({ head: texts.learning.within(percent), align: "right" as const }))
  return rows.length === 0
    ? []
    : [
        "",
        ...tableLines([{ head: texts.learning.percentiles }, ...heads], rows, {
          head: (text) => paint("dim", text),
          within: tableWidth(context.terminal)
        })
      ]
}

/** Returns the title of a measure. The part of one gate is indented under its whole. */
export const figureTitle = (
  { measure }: Figure,
  policy: Policy.Policy,
  { texts, language }: CommandContext
): string => {
  const { measure: key, gate } = MeasureName.parse(measure)
  return gate === undefined
    ? Text.word("measure", key, language)
    : `  ${texts.learning.ofGate(gateTitle(gate, policy, language))}`
}

/** Returns the title of a gate in the first loop that has one; else its name, or the word for its kind. */
export const gateTitle = (gate: string, { bundle }: Policy.Policy, language: CommandContext["language"]): string => {
  const gates = bundle.loops.flatMap((loop) => loop.gates).filter(({ name }) => name === gate)
  // The loops of the policy itself stand behind those of its packs.
  const own = gates.at(-1)
  const kind = own && Text.word("gate-kind", own.kind, language)
  return inLanguage(own?.title, language, bundle.language) ?? untitled(gate, kind, language)
}

/** Returns the number of cases of a figure. */
export const ofText = ({ shape, hits, of }: Figure, { texts }: CommandContext): string => {
  if (shape === "count") return ""
  return hits === undefined ? texts.learning.from(of) : texts.learning.of(hits, of)
}

/** Returns the value of a figure as known now; empty if it is the same. */
export const nowText = (figure: Figure | undefined, context: CommandContext): string => {
  if (figure === undefined) return ""
  const { learning } = context.texts
  const of = figure.value === undefined ? "" : ofText(figure, context)
  return learning.now(`${figure.says ?? learning.noCase}${of === "" ? "" : learning.inBrackets(of)}`)
}

const apartText = ({ apart }: Figure, { texts }: CommandContext): string =>
  (["refuted", "earlier-deadline", "overtaken", "on-behalf"] as const)
    .flatMap((name) => (apart[name] === 0 ? [] : [texts.learning.apart[name](apart[name])]))
    .join(texts.word.comma)

/** Renders how many targets are met, missed or without cases; empty without targets. */
export const targetsLines = (figures: readonly Figure[], { paint, texts }: CommandContext): readonly string[] => {
  const count = (verdict: string): number => figures.filter((one) => one.verdict === verdict).length
  const [met, missed, nothing] = [count("met"), count("missed"), count("nothing")]
  const says = texts.learning.targets(met, missed, nothing)
  return says === "" ? [] : [paint(missed > 0 ? "bad" : met > 0 ? "good" : "dim", says)]
}

/** Renders the most frequent categories. */
export const heardLines = (
  heard: readonly Heard[],
  context: CommandContext,
  later: Later = nothingLater
): readonly string[] => {
  const { paint, texts, terminal } = context
  const { learning } = texts
  const fresh = later.heard.filter(({ category }) => !heard.some((one) => one.category === category))
  const items = [...heard, ...fresh.map(({ category }) => ({ category, cases: 0 }))].map(({ category, cases }) => {
    const now = later.heard.find((one) => one.category === category)
    const says = now === undefined ? "" : paint("warn", learning.inBrackets(learning.now(String(now.cases))))
    return `${category === "" ? learning.uncategorised : category} ${paint("strong", String(cases))}${says}`
  })
  return items.length === 0
    ? []
    : [
        "",
        ` ${paint("accent", texts.learning.heard)}`,
        ...tracks(items, texts.word.pause, Math.min(terminal.columns, 110) - 4).map((line) => `   ${line}`)
      ]
}

/** Renders the granted compensations. */
export const grantedLines = (
  granted: readonly Granted[],
  policy: Policy.Policy,
  context: CommandContext,
  later: Later = nothingLater
): readonly string[] => {
  const { paint, texts } = context
  const { granted: title, inBrackets, now } = texts.learning
  const isOf = (one: Granted) => (other: Granted) =>
    other.role === one.role && other.power === one.power && other.currency === one.currency
  const fresh = later.granted.filter((one) => !granted.some(isOf(one)))
  const lines = [...granted, ...fresh.map((one) => ({ ...one, times: 0, sum: 0 }))].map((one) => {
    const known = later.granted.find(isOf(one))
    const says = known === undefined ? "" : paint("warn", inBrackets(now(amountText(known, context))))
    return `   ${grantText(one, policy, context)}${says}`
  })
  return lines.length === 0 ? [] : ["", ` ${paint("accent", title)}`, ...lines]
}

const grantText = (one: Granted, { bundle }: Policy.Policy, context: CommandContext): string => {
  const title = inLanguage(bundle.roles[one.role]?.title, context.language, bundle.language)
  return context.texts.learning.grant(title ?? Text.readable(one.role), amountText(one, context), one.times)
}

const amountText = ({ power, sum, currency }: Granted, { texts, language }: CommandContext): string => {
  const amounts = {
    compensate: () => moneyText(sum, currency ?? null, language),
    discount: () => texts.learning.discountPoints(sum),
    grant: () => texts.learning.units(sum)
  }
  return amounts[power]()
}
