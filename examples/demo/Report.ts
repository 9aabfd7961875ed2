/** Prints the figures as a page for a reader who is new to the project: a hundred columns, with bars for shares. */
import { Text } from "@hearback/core"
import { wrap } from "../../packages/hearback/src/cli/terminal/Columns.ts"
import { type TerminalColumn, tableLines } from "../../packages/hearback/src/cli/terminal/Table.ts"
import { textsOf } from "../../packages/hearback/src/cli/text/Catalogue.ts"
import { reasonText } from "../../packages/hearback/src/cli/text/Words.ts"
import type { Figures } from "./Figures.ts"
import { flushRight, type Page } from "./Page.ts"
import { number, share, wordsOf } from "./Words.ts"

const WEEK_MS = 7 * 24 * 3_600_000

const bar = (value: number, most: number, width: number): string => {
  const eighths = most === 0 ? 0 : Math.round((value / most) * width * 8)
  const part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8] ?? ""
  return "█".repeat(Math.floor(eighths / 8)) + part
}

const right = (head: string): TerminalColumn => ({ head, align: "right" })
const day = (at: number): string => new Date(at).toISOString().slice(0, 10)
const dotted = (value: number | undefined): string => (value === undefined || value === 0 ? "·" : number(value))

/** Returns the lines of one example. */
export const reportLines = (f: Figures, page: Page): readonly string[] => {
  const words = wordsOf(page.language)
  const { paint, columns } = page
  const span = `${day(f.from)} – ${day(f.to)} · ${words.weeks(Math.round((f.to - f.from) / WEEK_MS))}`
  return [
    paint("strong", flushRight(f.title, `examples/${f.example}`, columns)),
    paint("dim", "─".repeat(columns)),
    `${words.rows(f.rows)} = ${words.rowsAre(f.cases, f.joined, f.quarantined, f.leftOut)}`,
    ...quarantineLines(f, page),
    words.classified(f.classified.byDictionary, f.classified.of, f.classified.byPeople),
    paint("dim", span),
    "",
    ...kindLines(f, page),
    "",
    ...categoryLines(f, page),
    "",
    ...promiseLines(f, page),
    "",
    ...peopleLines(f, page),
    "",
    ...loopLines(f, page),
    "",
    f.record.ok
      ? paint("dim", words.record(f.record.events, f.record.streams, f.messages, f.sentBack))
      : paint("bad", words.broken)
  ].map((line) => line.trimEnd())
}

const quarantineLines = (f: Figures, page: Page): readonly string[] => {
  const words = wordsOf(page.language)
  const texts = textsOf(page.language)
  const reasons = Object.entries(f.quarantine).map(
    ([reason, count]) => `${reasonText(texts.word, reason)} ${number(count)}`
  )
  return reasons.length === 0 ? [] : [`  ${words.quarantine}${words.colon}${reasons.join(" · ")}`]
}

const head = (page: Page, title: string, rest = ""): string =>
  `${page.paint("accent", title)}${rest === "" ? "" : page.paint("dim", `  ${rest}`)}`

const kindLines = (f: Figures, page: Page): readonly string[] => {
  const most = Math.max(...Object.values(f.kinds))
  const rows = Object.entries(f.kinds)
    .sort((a, b) => b[1] - a[1])
    .map(([kind, count]) => [Text.word("kind", kind, page.language), number(count), bar(count, most, 30)])
  return [head(page, wordsOf(page.language).kinds), ...tableLines([{}, right(""), {}], rows, { within: page.columns })]
}

const categoryLines = (f: Figures, page: Page): readonly string[] => {
  const words = wordsOf(page.language)
  const most = Math.max(0, ...f.categories.map((row) => row.total))
  const sums = f.priorities.map((level) => f.categories.reduce((sum, row) => sum + (row.byPriority[level] ?? 0), 0))
  const all = f.categories.reduce((sum, row) => sum + row.total, 0)
  const rows = f.categories.map((row) => [
    row.title,
    ...f.priorities.map((level) => dotted(row.byPriority[level])),
    number(row.total),
    bar(row.total, most, 20)
  ])
  const table = tableLines(
    [{ head: words.notPraise }, ...f.priorities.map(right), right(words.all), {}],
    [...rows, [words.total, ...sums.map(dotted), number(all), ""]],
    { gap: 3, within: page.columns, head: (text) => page.paint("dim", text) }
  )
  return [head(page, words.categories), ...table]
}

const promiseLines = (f: Figures, page: Page): readonly string[] => {
  const words = wordsOf(page.language)
  const rows = f.promises.map(({ title, kept, missed, running, extended }) => {
    const settled = kept + missed
    const percentage = settled === 0 ? "" : share(kept, settled)
    const good = settled === 0 ? "" : bar(kept, settled, 20)
    const line =
      settled === 0 ? "" : page.paint("good", good) + page.paint("bad", "░".repeat(Math.max(0, 20 - good.length)))
    return [title, number(kept), dotted(missed), dotted(running), dotted(extended), percentage, line]
  })
  const sum = (of: "kept" | "missed" | "running" | "extended"): number =>
    f.promises.reduce((total, one) => total + one[of], 0)
  const settled = sum("kept") + sum("missed")
  const percentage = settled === 0 ? "" : share(sum("kept"), settled)
  rows.push([
    words.total,
    number(sum("kept")),
    dotted(sum("missed")),
    dotted(sum("running")),
    dotted(sum("extended")),
    percentage,
    ""
  ])
  const heads = [words.kept, words.missed, words.running, words.extended, ""]
  return [
    head(page, words.promises),
    ...tableLines([{ head: "" }, ...heads.map(right), {}], rows, {
      gap: 3,
      within: page.columns,
      head: (text) => page.paint("dim", text)
    })
  ]
}

const peopleLines = (f: Figures, page: Page): readonly string[] => {
  const words = wordsOf(page.language)
  const { powers, currency } = f.authority
  const rows = powers.map((one) => [
    Text.word("verb", one.power, page.language),
    dotted(one.own),
    dotted(one.asked),
    dotted(one.granted),
    dotted(one.denied),
    dotted(one.waiting),
    one.amount === undefined ? "" : `${number(one.amount)} ${currency}`
  ])
  const heads = [words.own, words.asked, words.granted, words.denied, words.waiting, words.amount]
  const table = tableLines([{ head: "" }, ...heads.map(right)], rows, {
    gap: 3,
    within: page.columns,
    head: (text) => page.paint("dim", text)
  })
  return [
    head(page, words.handovers),
    `  ${words.handover(f.handovers)}`,
    "",
    head(page, words.authority),
    ...(powers.length === 0 ? [`  ${words.noAuthority}`] : table)
  ]
}

const loopLines = (f: Figures, page: Page): readonly string[] => {
  const words = wordsOf(page.language)
  const outcomes = Object.entries(f.outcomes)
    .sort((a, b) => b[1] - a[1])
    .map(([outcome, count]) => `${Text.word("outcome", outcome, page.language)} ${number(count)}`)
  const reasons = f.open.map((one) => [
    number(one.count),
    words.because[one.why],
    one.title,
    page.paint("dim", `${words.such} ${one.example}`)
  ])
  return [
    head(page, words.loops),
    `  ${words.closed(f.closed, f.cases, f.halfClosed, f.reopened)}`,
    ...wrap(`${words.outcome}${words.colon}${outcomes.join(" · ")}`, page.columns - 2).map((line) => `  ${line}`),
    ...(reasons.length === 0
      ? []
      : [
          `  ${words.openBecause}`,
          ...tableLines([right(""), {}, {}, {}], reasons, { indent: 4, within: page.columns })
        ])
  ]
}

/** Returns lines that name a command and what the command shows. */
export const lookLines = (
  page: Page,
  looks: readonly (readonly [command: string, shows: string])[]
): readonly string[] => [
  head(page, wordsOf(page.language).next),
  ...looks.flatMap(([command, shows]) => [`  ${page.paint("dim", `# ${shows}`)}`, `  ${command}`])
]
