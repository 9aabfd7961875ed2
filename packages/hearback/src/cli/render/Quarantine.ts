/** What waits in quarantine, and one entry as it came. */
import type { Policy } from "@hearback/core"
import type { Quarantined } from "../../index.ts"
import type { Context } from "../program/Command.ts"
import { fit } from "../terminal/Columns.ts"
import { tableLines } from "../terminal/Table.ts"
import { localTime } from "../terminal/Times.ts"
import { reasonText } from "../text/Words.ts"

export const quarantineText = (
  entries: readonly Quarantined[],
  policy: Policy.Policy,
  { paint, texts, terminal, language }: Context
): string => {
  const { heads, ...words } = texts.report.quarantine
  if (entries.length === 0) return `${paint("good", words.empty)}\n`
  const rows = entries.map(({ id, receivedAt, channel, reason, raw }) => [
    paint("strong", id),
    localTime(receivedAt.getTime(), policy.zone, terminal.now(), language),
    channel,
    paint("warn", fit(reasonText(texts.word, reason), 48)),
    paint("dim", fit(raw.replace(/\s+/g, " "), 40))
  ])
  const head = [heads.id, heads.received, heads.channel, heads.reason, ""].map((text) => ({ head: text }))
  return `${tableLines(head, rows, { indent: 0, head: (text) => paint("dim", text) }).join("\n")}\n`
}

export const entryText = (
  entry: Quarantined,
  policy: Policy.Policy,
  { paint, texts, terminal, language }: Context
): string => {
  const { heads, ...words } = texts.report.quarantine
  const rows = [
    [heads.reason, paint("warn", reasonText(texts.word, entry.reason))],
    [heads.received, localTime(entry.receivedAt.getTime(), policy.zone, terminal.now(), language)],
    [heads.channel, entry.channel],
    [words.key, entry.key],
    ...(entry.owner === undefined ? [] : [[words.owner, entry.owner]])
  ].map(([label = "", says = ""]) => [paint("dim", label), says])
  return [
    paint("strong", entry.id),
    ...tableLines([{}, {}], rows),
    `  ${paint("dim", words.raw)}`,
    ...entry.raw.split("\n").map((line) => `    ${line}`),
    ""
  ].join("\n")
}
