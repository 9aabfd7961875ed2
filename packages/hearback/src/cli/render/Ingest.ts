/** What became of the rows of a file. */
import type { Counts } from "../ingest/Import.ts"
import type { Context } from "../program/Command.ts"
import { tableLines } from "../terminal/Table.ts"
import { reasonText } from "../text/Words.ts"

export const ingestText = (
  counts: Counts,
  input: string,
  db: string,
  ms: number,
  { paint, texts }: Context
): string => {
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
    paint("strong", words.done(counts.rows, input, (ms / 1000).toFixed(1))),
    ...tableLines([{ align: "right" }, {}], rows),
    ...(reasons.length === 0
      ? []
      : [`  ${paint("dim", words.reasons)}`, ...tableLines([{ align: "right" }, {}], reasons, { indent: 4 })]),
    isOver ? paint("dim", words.replayedHint) : paint("dim", words.next(db)),
    ""
  ].join("\n")
}
