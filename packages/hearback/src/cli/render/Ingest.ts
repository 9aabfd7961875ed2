/** What became of the rows of a file. */
import type { CsvLayout } from "../file/CsvLayout.ts"
import type { Counts } from "../ingest/Import.ts"
import type { Context } from "../program/Command.ts"
import { tableLines } from "../terminal/Table.ts"
import { reasonText } from "../text/Words.ts"

/** Which file went into which store, and how long it took. */
export interface IngestRun {
  readonly path: string
  readonly db: string
  readonly ms: number
}

export const ingestText = (
  counts: Counts,
  layout: CsvLayout | undefined,
  { path, db, ms }: IngestRun,
  { paint, texts }: Context
): string => {
  const { headBelow, encoding, unaccounted } = texts.intake
  const { labels, ...words } = texts.report.ingest
  const rows = (["opened", "joined", "replayed", "quarantined", "undated", "wordless"] as const)
    .filter((name) => counts[name] > 0 || name === "opened")
    .map((name) => [
      String(counts[name]),
      paint(name === "quarantined" ? "warn" : name === "opened" ? "good" : "dim", labels[name])
    ])
  const reasons = Object.entries(counts.reasons)
    .sort(([, a], [, b]) => b - a)
    .map(([reason, n]) => [String(n), paint("warn", reasonText(texts.word, reason))])
  const isOver = counts.replayed === counts.rows && counts.rows > 0
  return [
    paint("strong", words.done(counts.rows, path, (ms / 1000).toFixed(1))),
    ...(layout === undefined || layout.encoding === "utf-8" ? [] : [`  ${paint("dim", encoding(layout.encoding))}`]),
    ...(layout === undefined || layout.above === 0 ? [] : [`  ${paint("dim", headBelow(layout.above + 1))}`]),
    ...tableLines([{ align: "right" }, {}], rows),
    ...(reasons.length === 0
      ? []
      : [`  ${paint("dim", words.reasons)}`, ...tableLines([{ align: "right" }, {}], reasons, { indent: 4 })]),
    ...(counts.addUp ? [] : [paint("bad", unaccounted)]),
    isOver ? paint("dim", words.replayedHint) : paint("dim", words.next(db)),
    ""
  ].join("\n")
}
