/** Renders messages that were not delivered, in the order of the list. */
import { type Policy, Text } from "@hearback/core"
import type { UndeliveredMessage } from "../../index.ts"
import type { CommandContext } from "../program/Command.ts"
import { fit } from "../terminal/Columns.ts"
import { tableLines } from "../terminal/Table.ts"
import { tableWidth } from "../terminal/Terminal.ts"
import { localTime } from "../terminal/Times.ts"
import { readerText } from "../text/Words.ts"

/** Renders these messages. */
export const undeliveredText = (
  messages: readonly UndeliveredMessage[],
  policy: Policy.Policy,
  { paint, texts, terminal, language }: CommandContext
): string => {
  const { heads, states, codes, empty } = texts.report.undelivered
  if (messages.length === 0) return `${paint("good", empty)}\n`
  const rows = messages.map((one) => [
    paint("strong", one.id),
    states[one.state],
    one.message,
    readerText(one.to, texts),
    one.channel ?? "",
    paint(
      "warn",
      fit(
        [one.reason, one.error]
          .flatMap((said) => (said === undefined ? [] : [codes[said] ?? Text.word("because", said, language)]))
          .join(": "),
        60
      )
    ),
    `${one.attempts}`,
    localTime((one.givenUpAt ?? one.nextTryAt ?? terminal.now()).valueOf(), policy.zone, terminal.now(), language)
  ])
  const head = [heads.id, heads.state, heads.what, heads.to, heads.channel, heads.reason, heads.tries, heads.at]
  const columns = head.map((text) => ({ head: text }))
  return `${tableLines(columns, rows, { indent: 0, head: (text) => paint("dim", text), within: tableWidth(terminal) }).join("\n")}\n`
}
