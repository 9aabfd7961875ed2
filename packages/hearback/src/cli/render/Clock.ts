/**
 * Renders why a deadline is when it is: what moved it, then how much of the time counted; every interval only on
 * request.
 */
import type { Policy } from "@hearback/core"
import type { CaseView, Explanation } from "../../index.ts"
import type { CommandContext } from "../program/Command.ts"
import { clockTitle } from "../store/CaseNames.ts"
import { placeText } from "../terminal/Places.ts"
import { tableLines } from "../terminal/Table.ts"
import { tableWidth } from "../terminal/Terminal.ts"
import { lengthOf, localDue, localTime } from "../terminal/Times.ts"
import { wordFor } from "../text/Words.ts"
import { clockTone, whyText } from "./Case.ts"

type Interval = NonNullable<Explanation["clock"]>["intervals"][number]

/** Renders the explanation of one deadline. `all`: with every interval of time, counted or not. */
export const clockText = (
  view: CaseView,
  explanation: Explanation,
  { name, all }: { readonly name: string; readonly all: boolean },
  policy: Policy.Policy,
  now: number,
  context: CommandContext
): string => {
  const { paint, texts, language } = context
  const words = texts.report.case
  const clock = [...view.clocks, ...view.waits].find((each) => each.name === explanation.clock?.name)
  const intervals = explanation.clock?.intervals ?? []
  const due =
    clock?.dueAt === null || clock === undefined
      ? words.noDue
      : localDue(clock.dueAt.getTime(), policy.zone, now, language)
  const state = paint(clockTone[clock?.state ?? ""] ?? "dim", wordFor(texts.word.clockState, clock?.state ?? ""))
  return [
    `${paint("strong", clockTitle(view, name, policy, language))}  ${words.due} ${paint("strong", due)}  ${state}  ${paint("dim", placeText(clock?.place))}`,
    whyText(explanation.lines, policy, now, context).trimEnd(),
    "",
    ...sumLines(intervals, context),
    ...(all ? ["", ...intervalLines(intervals, policy, now, context)] : []),
    ""
  ].join("\n")
}

/** Renders how much of the time counted, and how much did not, for each reason. */
const sumLines = (
  intervals: readonly Interval[],
  { paint, texts, language, terminal }: CommandContext
): readonly string[] => {
  const words = texts.report.case
  const sums = new Map<string, { readonly counted: boolean; readonly why: string; ms: number; times: number }>()
  for (const { from, to, counted, why } of intervals) {
    const sum = sums.get(`${counted} ${why}`) ?? { counted, why, ms: 0, times: 0 }
    sum.ms += to.getTime() - from.getTime()
    sum.times += 1
    sums.set(`${counted} ${why}`, sum)
  }
  const rows = [...sums.values()]
    .sort((a, b) => Number(b.counted) - Number(a.counted))
    .map(({ counted, why, ms, times }) => [
      paint(counted ? "good" : "dim", counted ? words.counted : words.notCounted),
      lengthOf(ms, language),
      counting(why, words.counting),
      paint("dim", words.stretches(times))
    ])
  return tableLines([{}, { align: "right" }, {}, {}], rows, { within: tableWidth(terminal) })
}

const intervalLines = (
  intervals: readonly Interval[],
  policy: Policy.Policy,
  now: number,
  { paint, texts, language, terminal }: CommandContext
): readonly string[] => {
  const words = texts.report.case
  const at = (instant: Date): string => localTime(instant.getTime(), policy.zone, now, language)
  const rows = intervals.map(({ from, to, counted, why }) => [
    at(from),
    "–",
    at(to),
    paint(counted ? "good" : "dim", counted ? words.counted : words.notCounted),
    paint("dim", counting(why, words.counting))
  ])
  return tableLines([{}, {}, {}, {}, {}], rows, { within: tableWidth(terminal) })
}

/** Returns `paused (customer)` in the reader's words; the reason is the policy's own word. */
const counting = (why: string, said: Readonly<Record<string, string>>): string => {
  const [state = "", ...reason] = why.split(" ")
  return [said[state] ?? state, ...reason].join(" ")
}
