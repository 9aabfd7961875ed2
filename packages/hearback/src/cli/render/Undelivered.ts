/** Messages that were given up, the longest ago first. */
import type { Policy } from "@hearback/core"
import type { UndeliveredMessage } from "../../index.ts"
import type { Context } from "../program/Command.ts"
import { fit } from "../terminal/Columns.ts"
import { tableLines } from "../terminal/Table.ts"
import { localTime } from "../terminal/Times.ts"

export const undeliveredText = (
  messages: readonly UndeliveredMessage[],
  policy: Policy.Policy,
  { paint, texts, terminal, language }: Context
): string => {
  const { heads, empty } = texts.report.undelivered
  if (messages.length === 0) return `${paint("good", empty)}\n`
  const rows = messages.map((one) => [
    paint("strong", one.id),
    one.message,
    one.to,
    one.channel ?? "",
    paint("warn", fit(one.reason, 40)),
    `${one.attempts}`,
    localTime(one.givenUpAt.getTime(), policy.zone, terminal.now(), language)
  ])
  const head = [heads.id, heads.what, heads.to, heads.channel, heads.reason, heads.tries, heads.at]
  const columns = head.map((text) => ({ head: text }))
  return `${tableLines(columns, rows, { indent: 0, head: (text) => paint("dim", text) }).join("\n")}\n`
}
