/**
 * Shows how a case is understood: grades with their tables, the matrix in colours, categories, emotions and signal
 * words.
 */
import { type Bundle, Fact, Table, Text } from "@hearback/core"
import { percentOf, signed } from "../../../terminal/Amounts.ts"
import { type Markup, tag } from "../../Markup.ts"
import { type PolicyView, paragraph, under } from "../part/PolicyView.ts"
import { columnHead, denseTable, markupTable, rowHead, wideTable } from "../part/Tables.ts"

/** Makes the section. */
export const grading = (view: PolicyView): readonly Markup[] => {
  const dimensions = grades(view)
  return [
    ...(dimensions.length === 0 ? [] : [paragraph(view.words.gradingSays), ...dimensions]),
    ...categories(view),
    ...wordLists(view)
  ]
}

/** Returns each dimension with its levels and its table. */
export const grades = (view: PolicyView): readonly Markup[] =>
  view.bundle.grading.map((dimension) => dimensionOf(dimension, view))

const dimensionOf = (dimension: Bundle.DimensionRule, view: PolicyView): Markup => {
  const { words, naming } = view
  const chips = dimension.levels.map((level) =>
    tag("span", { class: `level ${tone(level, dimension)}` }, Text.readable(level))
  )
  const lifts = dimension.lift.map(({ when, atLeast, up = 0 }) =>
    tag(
      "li",
      {},
      words.lift(naming.condition(when), atLeast === undefined ? words.up(up) : words.atLeast(Text.readable(atLeast)))
    )
  )
  return under(
    naming.dimension(dimension.name),
    tag("p", { class: "levels" }, `${words.levels}${words.colon}`, ...chips),
    dimension.by === "matrix"
      ? matrix(dimension, view)
      : dimension.points === undefined
        ? rules(dimension, view)
        : points(dimension, dimension.points, view),
    ...(lifts.length === 0 ? [] : [tag("p", {}, words.lifts), tag("ul", {}, ...lifts)])
  )
}

/** Returns one of five tones for a level. The strongest and the weakest level have the outer tones. */
const tone = (level: string, { levels }: Bundle.DimensionRule): string => {
  const at = levels.indexOf(level)
  return at < 0 ? "" : `grade${levels.length < 2 ? 0 : Math.round((4 * at) / (levels.length - 1))}`
}

const outcomeText = (outcome: Bundle.OutputEntry | undefined, { words, naming }: PolicyView): string =>
  outcome === undefined
    ? ""
    : "level" in outcome
      ? Text.readable(outcome.level)
      : words.levelOf(naming.input(outcome.input))

const outcomeCell = (
  outcome: Bundle.OutputEntry | undefined,
  dimension: Bundle.DimensionRule,
  view: PolicyView
): Markup => {
  const level = outcome !== undefined && "level" in outcome ? outcome.level : ""
  return tag("td", { class: `grade ${tone(level, dimension)}` }, outcomeText(outcome, view))
}

/** Returns the matrix: rows by the first input, columns by the second; each cell has the colour of its level. */
const matrix = (dimension: Bundle.DimensionRule, view: PolicyView): Markup => {
  const { bundle, words, naming } = view
  const { table: rows, values } = dimension.table
  const [down, along] = rows.slots.map((slot) => ({ slot, input: bundle.inputs[slot] }))
  if (down?.input?.type._tag !== "OneOf" || along?.input?.type._tag !== "OneOf") return rules(dimension, view)
  const lines = down.input.type.values.map((row, index) => {
    const cells = (along.input?.type._tag === "OneOf" ? along.input.type.values : []).map((_, place) => {
      const at: number[] = []
      at[down.slot] = index
      at[along.slot] = place
      return outcomeCell(values[Table.interpret(rows, at)], dimension, view)
    })
    return [rowHead(Text.readable(row)), ...cells]
  })
  const head = [tag("td", {}), ...along.input.type.values.map((name) => columnHead(Text.readable(name)))]
  return tag(
    "div",
    {},
    paragraph(words.matrixSays(naming.input(down.input.name), naming.input(along.input.name))),
    markupTable(head, lines, "matrix")
  )
}

const rules = (dimension: Bundle.DimensionRule, view: PolicyView): Markup => {
  const { bundle, words, naming } = view
  const { table: rows, values } = dimension.table
  // Only inputs that some row reads have a column.
  const columns = rows.slots.flatMap((slot, column) =>
    rows.rows.some(({ cells }) => (cells[column] ?? null) !== null) ? [{ slot, column }] : []
  )
  const head = [words.line, ...columns.map(({ slot }) => naming.input(bundle.inputs[slot]?.name ?? "")), words.result]
  const lines = rows.rows.map(({ cells }, index) => {
    const isRest = cells.every((cell) => cell === null)
    const conditions = columns.map(({ slot, column }, place) => {
      const set = cells[column] ?? null
      const text = set === null ? (isRest && place === 0 ? words.otherwise : words.any) : naming.values(slot, set)
      return tag("td", { class: set === null ? "soft" : undefined }, text)
    })
    return [rowHead(String(index + 1)), ...conditions, outcomeCell(values[index], dimension, view)]
  })
  return markupTable(head.map(columnHead), lines)
}

/** Returns the points of each row, and the level of each sum. */
const points = (
  dimension: Bundle.DimensionRule,
  { rows, thresholds }: NonNullable<Bundle.DimensionRule["points"]>,
  view: PolicyView
): Markup => {
  const { bundle, words, naming } = view
  const type: Fact.FactType = { _tag: "Amount", scale: 0, unit: "" }
  const domain = Fact.domain(type, true)
  const added = rows.map(({ when, add, times }, index) => [
    rowHead(String(index + 1)),
    tag("td", {}, when === undefined ? words.any : naming.condition(when)),
    tag("td", {}, [signed(add), ...times.map((slot) => naming.input(bundle.inputs[slot]?.name ?? ""))].join(" × "))
  ])
  const levels = thresholds.map(({ level, sums }) => [
    tag("td", {}, naming.cellValues({ type, set: sums, domain }, { name: "", type })),
    outcomeCell({ level }, dimension, view)
  ])
  return tag(
    "div",
    {},
    paragraph(words.pointsSay),
    markupTable([words.line, words.pointsFor, words.points].map(columnHead), added),
    markupTable([words.sum, words.result].map(columnHead), levels)
  )
}

/** The most words of a list that are shown. */
const MOST_WORDS = 8

const wordsText = (all: readonly string[], { words, naming }: PolicyView): string =>
  all.length > MOST_WORDS
    ? words.more(naming.list(all.slice(0, MOST_WORDS)), all.length - MOST_WORDS)
    : naming.list(all)

const categories = (view: PolicyView): readonly Markup[] => {
  const { bundle, words, naming, context } = view
  const { categories: all, sureAbove, reviewBy } = bundle.dictionary
  if (all.length === 0) return []
  const { title, words: recognised, kind, department, level } = words.category
  const rows = all.map((category) => [
    naming.category(category.name),
    category.words.length === 0 && category.name === bundle.dictionary.otherwise
      ? words.otherwise
      : wordsText(category.words, view),
    category.kind === undefined ? "" : Text.word("kind", category.kind, context.language),
    category.department === undefined ? "" : naming.department(category.department),
    naming.list(
      Object.entries(category.defaults).map(([dimension, at]) => `${naming.dimension(dimension)} ${Text.readable(at)}`)
    )
  ])
  return [
    under(
      words.categories,
      paragraph(
        words.categoriesSays(`${percentOf(sureAbove)}%`, reviewBy === undefined ? undefined : naming.one(reviewBy))
      ),
      denseTable([title, recognised, kind, department, level], rows)
    )
  ]
}

const wordLists = (view: PolicyView): readonly Markup[] => {
  const { bundle, words } = view
  const { level, signal: named, words: recognised } = words.wordsOf
  const list = (
    title: string,
    head: string,
    rows: readonly (readonly [string, readonly string[]])[]
  ): readonly Markup[] =>
    rows.length === 0
      ? []
      : [
          under(
            title,
            wideTable(
              [head, recognised],
              rows.map(([name, all]) => [name, wordsText(all, view)])
            )
          )
        ]
  return [
    ...list(
      words.emotions,
      level,
      bundle.dictionary.emotions.map((emotion) => [Text.readable(emotion.level), emotion.words])
    ),
    ...list(
      words.signals,
      named,
      bundle.dictionary.signals.map((signal) => [
        Object.hasOwn(words.signalNames, signal.name)
          ? (words.signalNames[signal.name] ?? "")
          : Text.readable(signal.name),
        signal.words
      ])
    )
  ]
}
