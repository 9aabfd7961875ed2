/** Renders one customer: their consents, whether surveys may ask them, and their last surveys. */
import type { CustomerView } from "../../index.ts"
import type { CommandContext } from "../program/Command.ts"
import type { Opened } from "../store/OpenStore.ts"
import { tableLines } from "../terminal/Table.ts"
import { tableWidth } from "../terminal/Terminal.ts"
import { localDue, localTime } from "../terminal/Times.ts"

/** The number of surveys that are shown; all are in the JSON. */
const most = 10

/** Renders one customer. */
export const customerText = (
  view: CustomerView,
  { policy, now }: Opened,
  { paint, texts, language, terminal }: CommandContext
): string => {
  const words = texts.report.customer
  const at = (instant: Date): string => localTime(instant.getTime(), policy.zone, now, language)
  const consents = Object.entries(view.consents).map(([name, until]) =>
    until === null ? name : words.until(name, localDue(until.getTime(), policy.zone, now, language))
  )
  const about = [
    [words.consents, consents.length === 0 ? words.none : consents.join(texts.word.between)],
    [words.questions, view.refusesQuestions ? words.refused : words.welcome]
  ].map(([label = "", says = ""]) => [paint("dim", label), says])
  const asked = view.questions.slice(-most).map(({ channel, at: when, case: of }) => [at(when), channel, of ?? ""])
  return [
    paint("strong", view.id),
    ...tableLines([{}, {}], about, { within: tableWidth(terminal) }),
    ...(asked.length === 0
      ? []
      : [
          `  ${paint("dim", words.asked)}`,
          ...tableLines([{}, {}, {}], asked, { indent: 4, within: tableWidth(terminal) })
        ]),
    ""
  ].join("\n")
}
