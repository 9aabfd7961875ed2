/**
 * Renders what a move changes, case by case: the due date of each clock before and after, added and removed gates.
 */
import type { Policy } from "@hearback/core"
import type { MovedCase } from "../../index.ts"
import type { CommandContext } from "../program/Command.ts"
import { titlesOf } from "../simulate/Titles.ts"
import { tableLines } from "../terminal/Table.ts"
import { tableWidth } from "../terminal/Terminal.ts"
import { localDue } from "../terminal/Times.ts"

/** Renders the results of a move. */
export const movedText = (
  moved: readonly MovedCase[],
  left: readonly string[],
  isDry: boolean,
  policy: Policy.Policy,
  now: number,
  context: CommandContext
): string => {
  const { paint, texts } = context
  const words = texts.report.move
  const done = moved.filter(({ rejection }) => rejection === undefined).length
  return [
    ...moved.flatMap((one) => caseLines(one, policy, now, context)),
    ...left.map((id) => paint("bad", words.left(id))),
    done === 0 ? words.nothing : isDry ? words.would(done) : words.done(done),
    ""
  ].join("\n")
}

/** Returns the version of a case. A move to other calendars keeps it. */
const versions = ({ from, to }: MovedCase): readonly string[] =>
  from === to ? [] : [`${from.slice(0, 8)} → ${to.slice(0, 8)}`]

const caseLines = (
  moved: MovedCase,
  policy: Policy.Policy,
  now: number,
  context: CommandContext
): readonly string[] => {
  const { paint, texts, language } = context
  const words = texts.report.move
  const due = (at: Date | null | undefined): string =>
    at === undefined ? words.noClock : at === null ? words.paused : localDue(at.getTime(), policy.zone, now, language)
  if (moved.rejection !== undefined)
    return [`${paint("strong", moved.case)}  ${paint("bad", moved.rejection.message)}`, ""]
  const called = titlesOf({ policy, simulation: {} }, language)
  const clocks = moved.clocks.map(({ clock, before, after, kept }) => {
    const [was, is] = [due(before), due(after)]
    const title = called("clock", clock)
    if (was !== is) return [title, was, `→ ${paint(after === undefined ? "dim" : "warn", is)}`]
    return [title, was, kept === undefined ? words.same : words.kept(kept)].map((text) => paint("dim", text))
  })
  const gates = (names: readonly string[]): string => names.map((name) => called("gate", name)).join(texts.word.between)
  return [
    [paint("strong", moved.case), ...versions(moved).map((text) => paint("dim", text))].join("  "),
    ...tableLines([{}, {}, {}], clocks, { within: tableWidth(context.terminal) }),
    ...(moved.demanded.length === 0 ? [] : [`  ${words.demanded}${texts.word.colon}${gates(moved.demanded)}`]),
    ...(moved.notNeeded.length === 0 ? [] : [`  ${words.notNeeded}${texts.word.colon}${gates(moved.notNeeded)}`]),
    ""
  ]
}
