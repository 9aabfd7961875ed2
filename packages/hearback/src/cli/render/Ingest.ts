/** Renders the results of the rows of a file. */
import { nearest } from "@hearback/policy"
import type { CsvLayout } from "../file/CsvLayout.ts"
import { adviceOf } from "../ingest/Advice.ts"
import { columnsOf, fields } from "../ingest/Mapping.ts"
import type { Counts } from "../ingest/Tally.ts"
import type { CommandContext } from "../program/Command.ts"
import { tableLines } from "../terminal/Table.ts"
import { tableWidth } from "../terminal/Terminal.ts"
import { reasonText } from "../text/Words.ts"

/** The imported file, the store, and the duration. */
export interface IngestRun {
  readonly path: string
  readonly db: string
  readonly ms: number
}

/** Renders the results of an import. */
export const ingestText = (
  counts: Counts,
  layout: CsvLayout | undefined,
  { path, db, ms }: IngestRun,
  { paint, texts, terminal }: CommandContext
): string => {
  const { headBelow, encoding, unaccounted, backwards, stopped, goOn } = texts.intake
  const { labels, ...words } = texts.report.ingest
  const rows = (["opened", "joined", "replayed", "quarantined", "received", "undated", "wordless"] as const)
    .filter((name) => counts[name] > 0 || name === "opened")
    .map((name) => [
      String(counts[name]),
      paint(name === "quarantined" ? "warn" : name === "opened" ? "good" : "dim", labels[name])
    ])
  const isOver = counts.replayed === counts.rows && counts.rows > 0
  return [
    paint("strong", words.done(counts.rows, path, (ms / 1000).toFixed(1))),
    ...(layout === undefined || layout.encoding === "utf-8" ? [] : [`  ${paint("dim", encoding(layout.encoding))}`]),
    ...(layout === undefined || layout.above === 0 ? [] : [`  ${paint("dim", headBelow(layout.above + 1))}`]),
    ...tableLines([{ align: "right" }, {}], rows, { within: tableWidth(terminal) }),
    ...reasonLines(counts, { paint, texts, terminal }),
    ...(counts.only === undefined ? [] : [paint("bad", `${stopped(counts.rows)}${texts.word.pause}${goOn}`)]),
    ...(counts.backwards === 0 ? [] : [`  ${paint("warn", backwards(counts.backwards))}`]),
    ...ignoredLine(counts, { paint, texts }),
    ...(counts.addUp ? [] : [paint("bad", unaccounted)]),
    isOver ? paint("dim", words.replayedHint) : paint("dim", words.next(db)),
    ""
  ].join("\n")
}

type Speaking = Pick<CommandContext, "paint" | "texts">

/** Renders why rows are in quarantine, and what can be done about it. */
const reasonLines = (
  counts: Counts,
  { paint, texts, terminal }: Speaking & Pick<CommandContext, "terminal">
): readonly string[] => {
  const reasons = Object.entries(counts.reasons).sort(([, a], [, b]) => b - a)
  if (reasons.length === 0) return []
  const rows = reasons.map(([slug, n]) => {
    const advice = adviceOf(slug, counts, texts)
    const says = advice === undefined ? "" : paint("dim", `${texts.word.pause}${advice}`)
    return [String(n), `${paint("warn", reasonText(texts.word, slug))}${says}`]
  })
  return [
    `  ${paint("dim", texts.report.ingest.reasons)}`,
    ...tableLines([{ align: "right" }, {}], rows, { indent: 4, within: tableWidth(terminal) }),
    `  ${paint("dim", texts.intake.again)}`
  ]
}

/** Renders the columns that nothing reads, because their names may be misspelt. */
const ignoredLine = ({ ignored }: Counts, { paint, texts }: Speaking): readonly string[] => {
  const known = fields.flatMap(columnsOf)
  const names = Object.entries(ignored).map(([name, rows]) =>
    texts.intake.ignoredName(name, rows, nearest(name, known)?.word)
  )
  return names.length === 0 ? [] : [`  ${paint("warn", texts.intake.ignored(names))}`]
}
