/** Renders the data of a review: figures first, then what to read and what to decide. */
import type { Policy } from "@hearback/core"
import { Text } from "@hearback/core"
import type { Review } from "../../../index.ts"
import type { CommandContext } from "../../program/Command.ts"
import { fit } from "../../terminal/Columns.ts"
import { tableLines } from "../../terminal/Table.ts"
import { tableWidth } from "../../terminal/Terminal.ts"
import { lengthOf, localTime } from "../../terminal/Times.ts"
import { wordFor } from "../../text/Words.ts"
import { answerLines } from "./Answers.ts"
import {
  asKnownLines,
  figureLines,
  gateTitle,
  grantedLines,
  heardLines,
  nothingLater,
  periodText,
  policyText,
  targetsLines
} from "./Figures.ts"

/** The most entries of a list; more are only counted, because nobody reads more in one meeting. */
const MOST_CASES = 12

/** Renders the data of a review. */
export const reviewText = (pack: Review, policy: Policy.Policy, now: number, context: CommandContext): string => {
  const { paint, texts } = context
  const { learning } = texts
  const { learnedLater } = pack
  return [
    `${paint("strong", pack.name)}  ${periodText(pack, policy, context)}  ${paint("dim", policyText(policy))}`,
    ...targetsLines(pack.figures, context),
    "",
    ...asKnownLines(learnedLater, context),
    ...figureLines(pack.figures, policy, context, learnedLater),
    ...groupsOf(pack).flatMap(({ title, figures, later }) =>
      section(title === "" ? learning.uncategorised : title, figureLines(figures, policy, context, later), context)
    ),
    ...heardLines(pack.heard, context, learnedLater),
    ...grantedLines(pack.granted, policy, context, learnedLater),
    ...answerLines(pack.answers, context, learnedLater),
    ...section(learning.worthReading, readingLines(pack, policy, now, context), context),
    ...section(learning.comingBack, backLines(pack, context), context),
    ...section(learning.proceduresDue, procedureLines(pack, policy, now, context), context),
    ...(learnedLater === undefined
      ? []
      : section(learning.learnedLater, laterLines(learnedLater, policy, now, context), context)),
    ""
  ].join("\n")
}

/**
 * Returns the groups as known at the end of the period, each with what differs now; groups that are known only now
 * come last.
 */
const groupsOf = ({ groups, learnedLater }: Review) => {
  const later = learnedLater?.groups ?? []
  const isSame = (one: Review["groups"][number]) => (other: Review["groups"][number]) =>
    other.by === one.by && other.name === one.name
  const fresh = later.filter((one) => !groups.some(isSame(one))).map((one) => ({ ...one, figures: [] }))
  return [...groups, ...fresh].map((group) => ({
    ...group,
    later: { ...nothingLater, figures: later.find(isSame(group))?.figures ?? [] }
  }))
}

/** Renders the names of the reviews. */
export const reviewsText = (
  reviews: Readonly<Record<string, string>>,
  { paint, texts, terminal }: CommandContext
): string => {
  const rows = Object.entries(reviews).map(([name, frequency]) => [
    paint("strong", name),
    wordFor(texts.learning.frequency, frequency)
  ])
  return rows.length === 0
    ? `${paint("dim", texts.learning.noReviews)}\n`
    : `${[paint("accent", texts.learning.reviews), ...tableLines([{}, {}], rows, { within: tableWidth(terminal) })].join("\n")}\n`
}

const section = (title: string, lines: readonly string[], { paint }: CommandContext): readonly string[] =>
  lines.length === 0 ? [] : ["", ` ${paint("accent", title)}`, ...lines]

type Rows = Pick<Review, "worthReading" | "comingBack" | "proceduresDue" | "more">

/** Returns cases and groups as known now. */
const laterLines = (later: Rows, policy: Policy.Policy, now: number, context: CommandContext): readonly string[] => [
  ...readingLines(later, policy, now, context),
  ...backLines(later, context),
  ...procedureLines(later, policy, now, context)
]

const readingLines = (
  { worthReading, more }: Rows,
  policy: Policy.Policy,
  now: number,
  context: CommandContext
): readonly string[] => {
  const { paint, texts } = context
  const rows = worthReading
    .slice(0, MOST_CASES)
    .map(({ case: id, category, reasons }) => [
      paint("strong", id),
      fit(category === "" ? texts.learning.uncategorised : category, 24),
      reasons.length === 0
        ? paint("dim", texts.learning.noReason)
        : reasons
            .map(
              (reason) =>
                `${reasonText(reason, policy, context)} ${paint("dim", localTime(reason.at.getTime(), policy.zone, now, context.language))}`
            )
            .join(texts.word.pause)
    ])
  const rest = worthReading.length - rows.length + more.worthReading
  return [
    ...tableLines([{}, {}, {}], rows, { indent: 3, within: tableWidth(context.terminal) }),
    ...moreLines(rest, context)
  ]
}

const reasonText = (
  reason: Review["worthReading"][number]["reasons"][number],
  policy: Policy.Policy,
  { texts, language }: CommandContext
): string => {
  const { why } = texts.learning
  switch (reason.why) {
    case "promise-missed":
      return why["promise-missed"](gateTitle(reason.clock, policy, language), lengthOf(reason.late, language))
    case "verification-failed":
      return why["verification-failed"](gateTitle(reason.gate, policy, language))
    case "spot-check-wrong":
      return why["spot-check-wrong"](Text.word("duty", reason.duty, language))
    case "most-handovers":
      return why["most-handovers"](reason.times)
    case "reopened":
    case "dissatisfied":
      return why[reason.why]
  }
}

const backLines = ({ comingBack, more }: Rows, { paint, texts, terminal }: CommandContext): readonly string[] => {
  const { learning } = texts
  const rows = comingBack
    .slice(0, MOST_CASES)
    .map(({ category, same, cases, before, problem }) => [
      [category === "" ? learning.uncategorised : category, ...same].join(texts.word.pause),
      learning.repeated(cases, before),
      problem === undefined
        ? paint("dim", learning.wholeCategory)
        : [
            learning.problem(problem.customers, problem.cases),
            problem.progress === undefined ? "" : paint("good", learning.progress[problem.progress])
          ]
            .filter((part) => part !== "")
            .join(texts.word.comma)
    ])
  const rest = comingBack.length - rows.length + more.comingBack
  return [
    ...tableLines([{}, {}, {}], rows, { indent: 3, within: tableWidth(terminal) }),
    ...moreLines(rest, { paint, texts })
  ]
}

const moreLines = (rest: number, { paint, texts }: Pick<CommandContext, "paint" | "texts">): readonly string[] =>
  rest > 0 ? [`   ${paint("dim", texts.learning.more(rest))}`] : []

const procedureLines = (
  { proceduresDue, more }: Rows,
  policy: Policy.Policy,
  now: number,
  context: CommandContext
): readonly string[] => {
  const { paint, texts, language } = context
  const rows = proceduresDue
    .slice(0, MOST_CASES)
    .map(({ category, cases, examples, since }) => [
      category,
      texts.learning.procedure(cases, localTime(since.getTime(), policy.zone, now, language)),
      paint("dim", `${examples.slice(0, 4).join(" ")}${cases > 4 ? " …" : ""}`)
    ])
  const rest = proceduresDue.length - rows.length + more.proceduresDue
  return [
    ...tableLines([{}, {}, {}], rows, { indent: 3, within: tableWidth(context.terminal) }),
    ...moreLines(rest, context)
  ]
}
