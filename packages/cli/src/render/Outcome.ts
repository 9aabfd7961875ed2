/** The answer to a command: what happened, what it waits for, or every rule that refuses it. */
import type { Policy } from "@hearback/core"
import type { Outcome } from "hearback"
import type { Context } from "../program/Command.ts"
import { placeText } from "./Places.ts"
import { tableLines } from "./Table.ts"
import { localTime } from "./Times.ts"
import { tracks } from "./Width.ts"

const MOST_COLUMNS = 116

export const outcomeText = (outcome: Outcome, policy: Policy.Policy, context: Context): string => {
  const { paint, texts, terminal, language } = context
  const words = texts.report.act
  const now = terminal.now()
  if (!outcome.ok) {
    const { message, reasons, allowed } = outcome.rejection
    const rows = reasons.map((each) => [paint("bad", "✗"), each.message, paint("dim", placeText(each.place))])
    return [
      paint("bad", `${words.refused}${texts.word.colon}`) + message,
      ...(reasons.length > 1 ? tableLines([{}, {}, {}], rows) : []),
      ...(allowed.length === 0
        ? []
        : [
            `  ${paint("dim", words.allowed)}`,
            ...tracks(allowed, texts.word.pause, Math.min(terminal.columns, MOST_COLUMNS)).map((line) => `    ${line}`)
          ]),
      ""
    ].join("\n")
  }
  const { pending, events, message, replayed } = outcome
  const due = pending?.due ?? null
  const rows = events.map((event) => [paint("good", "•"), event.message, paint("dim", placeText(event.why))])
  return [
    paint(pending === undefined ? "good" : "warn", message),
    ...(pending === undefined
      ? []
      : [
          `  ${words.pending(pending.from, pending.people.join(", "), due === null ? "" : localTime(due.getTime(), policy.zone, now, language))}  ${paint("dim", pending.rules.map((rule) => `${words.exceeds} ${placeText(rule)}`).join(", "))}`
        ]),
    ...(replayed ? [paint("dim", words.replayed)] : tableLines([{}, {}, {}], rows)),
    ""
  ].join("\n")
}
