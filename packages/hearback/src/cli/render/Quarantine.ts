/** Renders the entries of quarantine, and one entry as it was received. */
import type { Policy } from "@hearback/core"
import type { Quarantined } from "../../index.ts"
import { adviceOf } from "../ingest/Advice.ts"
import type { Counts } from "../ingest/Tally.ts"
import type { CommandContext } from "../program/Command.ts"
import { fit } from "../terminal/Columns.ts"
import { tableLines } from "../terminal/Table.ts"
import { tableWidth } from "../terminal/Terminal.ts"
import { localTime } from "../terminal/Times.ts"
import { reasonText } from "../text/Words.ts"

/** Renders the list of entries. */
export const quarantineText = (
  entries: readonly Quarantined[],
  policy: Policy.Policy,
  { paint, texts, terminal, language }: CommandContext
): string => {
  const { heads, ...words } = texts.report.quarantine
  if (entries.length === 0) return `${paint("good", words.empty)}\n`
  const rows = entries.map(({ id, receivedAt, channel, reason, raw, source }) => [
    paint("strong", id),
    localTime(receivedAt.getTime(), policy.zone, terminal.now(), language),
    channel,
    paint("warn", fit(reasonText(texts.word, reason), 48)),
    placeOf(source),
    paint("dim", fit(raw.replace(/\s+/g, " "), 40))
  ])
  const head = [heads.id, heads.received, heads.channel, heads.reason, heads.place, ""].map((text) => ({ head: text }))
  return `${tableLines(head, rows, { indent: 0, head: (text) => paint("dim", text), within: tableWidth(terminal) }).join("\n")}\n`
}

/** Renders one entry. */
export const entryText = (
  entry: Quarantined,
  policy: Policy.Policy,
  { paint, texts, terminal, language }: CommandContext
): string => {
  const { heads, ...words } = texts.report.quarantine
  const rows = [
    [heads.reason, paint("warn", reasonText(texts.word, entry.reason))],
    [heads.received, localTime(entry.receivedAt.getTime(), policy.zone, terminal.now(), language)],
    [heads.channel, entry.channel],
    [words.key, entry.key],
    ...(entry.source === undefined ? [] : [[heads.place, placeOf(entry.source)]]),
    ...(entry.owner === undefined ? [] : [[words.owner, entry.owner]])
  ].map(([label = "", says = ""]) => [paint("dim", label), says])
  return [
    paint("strong", entry.id),
    ...tableLines([{}, {}], rows, { within: tableWidth(terminal) }),
    `  ${paint("dim", words.raw)}`,
    ...entry.raw.split("\n").map((line) => `    ${line}`),
    ""
  ].join("\n")
}

/** Renders the results of entries that were read again. */
export const rereadText = (counts: Counts, db: string, { paint, texts }: CommandContext): string => {
  const { intake, word, report } = texts
  if (counts.rows === 0) return `${paint("dim", intake.nothingToRead)}\n`
  const reasons = Object.entries(counts.reasons).map(([slug, n]) => {
    const advice = adviceOf(slug, counts, texts)
    return `  ${n} ${paint("warn", reasonText(word, slug))}${advice === undefined ? "" : paint("dim", `${word.pause}${advice}`)}`
  })
  const left = counts.quarantined + counts.received
  const next = left === 0 ? [paint("dim", report.ingest.next(db))] : reasons
  return [paint("strong", intake.reread(counts.rows - left, left)), ...next, ""].join("\n")
}

const placeOf = (source: Quarantined["source"]): string =>
  [source?.file, source?.line].filter((part) => part !== undefined && part !== 0).join(":")
