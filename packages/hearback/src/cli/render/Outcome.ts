/** Renders the answer to a command: what happened, what it still waits for, or every rule that refuses it. */
import type { Outcome, Rejection } from "../../index.ts"
import type { CommandContext, CommandOutput } from "../program/Command.ts"
import { plain } from "../program/PlainJson.ts"
import { placeText } from "../terminal/Places.ts"
import { tableLines } from "../terminal/Table.ts"
import { tableWidth } from "../terminal/Terminal.ts"

/** Renders the answer to a command. */
export const outcomeText = (outcome: Outcome, { paint, texts, terminal }: CommandContext): string => {
  const words = texts.report.act
  if (!outcome.ok) {
    const { message, reasons } = outcome.rejection
    const rows = reasons.map((each) => [paint("bad", "✗"), each.message, paint("dim", placeText(each.place))])
    // The sentence names the rule, if there is one, and what is allowed; several rules are listed separately.
    return lines(paint("bad", words.refused) + texts.word.colon + message, reasons.length > 1 ? rows : [], terminal)
  }
  const { pending, events, message, replayed } = outcome
  const tone = pending === undefined ? "good" : "warn"
  if (replayed) return lines(paint(tone, message), [["", paint("dim", words.replayed)]], terminal)
  const rows = events.map((event) => [paint("dim", "•"), event.message, paint("dim", placeText(event.why))])
  return lines(paint(tone, message), events.length > 1 ? rows : [], terminal)
}

/** Returns the answer if nothing was done, because the person may not do it or the policy is another one. */
export const refused = (rejection: Rejection, context: CommandContext): CommandOutput => ({
  exit: 1,
  json: { rejection: plain(rejection) },
  pretty: () => outcomeText({ ok: false, rejection }, context)
})

const lines = (head: string, rows: readonly (readonly string[])[], terminal: CommandContext["terminal"]): string =>
  [head, ...tableLines([{}, {}, {}], rows, { gap: 1, within: tableWidth(terminal) }), ""].join("\n")
