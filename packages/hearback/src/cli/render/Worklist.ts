/**
 * Renders cases as a table, the nearest promise first; late ones are red, near ones yellow. On a narrow terminal,
 * each case is a block.
 */
import { Instant, inLanguage, type Policy, Text } from "@hearback/core"
import type { CaseRow, Page } from "../../index.ts"
import type { CommandContext } from "../program/Command.ts"
import { tracks, widthOf } from "../terminal/Columns.ts"
import type { TextStyle } from "../terminal/Paint.ts"
import { tableLines } from "../terminal/Table.ts"
import { localDue, relativeTime } from "../terminal/Times.ts"
import { readerText, wordFor } from "../text/Words.ts"
import { dimensionTitle } from "./policy/PolicyTitles.ts"

/** A promise nearer than this is coloured. */
const NEAR = 4 * Instant.HOUR

/** Renders the worklist. */
export const worklistText = (
  page: Page<CaseRow>,
  total: { readonly count: number; readonly capped: boolean } | undefined,
  policy: Policy.Policy,
  now: number,
  context: CommandContext
): string => {
  const { paint, texts, terminal } = context
  const words = texts.report.worklist
  if (page.items.length === 0 && page.next === undefined) return `${paint("dim", words.empty)}\n`
  const columns = columnsOf(page.items, policy, now, context)
  const table = tableLines(
    columns.map(({ head }) => ({ head })),
    page.items.map((_, n) => columns.map(({ cells }) => cells[n] ?? "")),
    { indent: 0, head: (text) => paint("dim", text), within: Number.POSITIVE_INFINITY }
  )
  const isWide = table.some((line) => widthOf(line) > terminal.columns)
  return [
    ...(isWide ? blockLines(page.items, columns, context) : table),
    "",
    ...(total === undefined ? [] : [paint("dim", words.count(total.count, total.capped))]),
    ...(page.next === undefined ? [] : [paint("dim", words.more(page.next))]),
    ""
  ].join("\n")
}

interface Column {
  readonly head: string
  readonly cells: readonly string[]
  /** Whether a block names the column of the cell. */
  readonly isLabelled?: true
}

/** Returns the columns: grades in the policy's order, each in its own column. Empty columns are omitted. */
const columnsOf = (
  rows: readonly CaseRow[],
  policy: Policy.Policy,
  now: number,
  context: CommandContext
): readonly Column[] => {
  const { texts, paint } = context
  const { heads } = texts.report.worklist
  const titled = (row: CaseRow): string => categoryTitle(row, policy, context)
  const customer = ({ customer: id, customerName }: CaseRow): string =>
    customerName ?? id ?? paint("dim", texts.report.case.anonymous)
  const column = (head: string, cell: (row: CaseRow) => string): Column => ({ head, cells: rows.map(cell) })
  const grades = policy.bundle.grading.map(
    ({ name }): Column => ({
      ...column(dimensionTitle(policy.bundle, name, context.language), ({ grades: of }) =>
        Text.readable(of[name] ?? "")
      ),
      isLabelled: true
    })
  )
  const all: readonly Column[] = [
    column(heads.id, ({ id }) => paint("strong", id)),
    column(heads.due, (row) => dueText(row, policy, now, context)),
    column(heads.left, (row) => leftText(row, now, context)),
    ...grades,
    column(heads.kind, ({ kind }) => wordFor(texts.word.kind, kind)),
    column(heads.category, titled),
    column(heads.owner, ({ owner, ownerName = readerText(owner, texts) }) => ownerName),
    column(heads.customer, customer),
    {
      ...column(heads.waits, ({ waits }) =>
        paint("warn", waits.map((as) => wordFor(texts.word.errand, as)).join(texts.word.between))
      ),
      isLabelled: true
    }
  ]
  const fixed = 3
  return all.filter(({ cells }, n) => n < fixed || cells.some((cell) => cell !== ""))
}

/** Renders a case as a block: the first three cells on one line, the others below. */
const blockLines = (
  rows: readonly CaseRow[],
  [id, due, left, ...rest]: readonly Column[],
  { paint, terminal, texts }: CommandContext
): readonly string[] =>
  rows.flatMap((_, number) => {
    const first = [id, due, left].flatMap((column) => column?.cells[number] || [])
    const parts = rest.flatMap(({ head, cells, isLabelled }) => {
      const cell = cells[number] ?? ""
      if (cell === "") return []
      return [isLabelled === true ? `${paint("dim", head)} ${cell}` : cell]
    })
    return [first.join("  "), ...tracks(parts, texts.word.pause, terminal.columns - 2).map((line) => `  ${line}`)]
  })

const dueText = (
  { promiseAt }: CaseRow,
  { zone }: Policy.Policy,
  now: number,
  { paint, language }: CommandContext
): string => (promiseAt === null ? paint("dim", "–") : localDue(promiseAt.getTime(), zone, now, language))

/** Returns the time until the nearest promise is due, or how the case ended. */
const leftText = ({ state, outcome, promiseAt }: CaseRow, now: number, context: CommandContext): string => {
  const { paint, texts, language } = context
  const due = promiseAt?.getTime()
  const tone: TextStyle = due === undefined ? "dim" : due < now ? "bad" : due - now < NEAR ? "warn" : "good"
  if (state === "open") return due === undefined ? "" : paint(tone, relativeTime(due, now, language))
  const ended = [wordFor(texts.word.caseState, state), wordFor(texts.word.outcome, outcome ?? "")]
  return paint("dim", ended.filter((part) => part !== "").join(texts.word.comma))
}

const categoryTitle = ({ category }: CaseRow, { bundle }: Policy.Policy, { language }: CommandContext): string => {
  const title = bundle.dictionary.categories.find(({ name }) => name === category)?.title
  return inLanguage(title, language, bundle.language) ?? Text.readable(category ?? "")
}
