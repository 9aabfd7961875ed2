/** Renders two compared policies for a terminal and for a pull request. */
import { Text } from "@hearback/core"
import { type Weight, weights } from "@hearback/policy"
import { shortPath } from "../../file/Paths.ts"
import type { CommandContext } from "../../program/Command.ts"
import { widthOf, wrap } from "../../terminal/Columns.ts"
import { tableWidth } from "../../terminal/Terminal.ts"
import { type ComparedPolicies, type ShownDifference, toldOf } from "./DifferenceLines.ts"

const tones = { weaker: "bad", "perhaps-weaker": "warn", other: "accent", stronger: "good" } as const

/** Returns the differences by weight, each list in the order of the comparison. */
export const byWeight = (all: readonly ShownDifference[]): readonly (readonly [Weight, readonly ShownDifference[]])[] =>
  weights.flatMap((weight) => {
    const some = all.filter((one) => one.weight === weight)
    return some.length === 0 ? [] : [[weight, some] as const]
  })

/** Returns the title of a comparison with both paths. */
export const titleText = ({ before, after }: ComparedPolicies, context: CommandContext): string =>
  context.texts.diff.title(shortPath(before.path, context), shortPath(after.path, context))

/** Returns how many differences there are, and what was not compared. */
export const headTexts = (
  { comparison }: ComparedPolicies,
  told: readonly ShownDifference[],
  { texts }: CommandContext
): readonly string[] => {
  const { diff } = texts
  const counts = byWeight(told).map(([weight, some]) => diff.ofWeight(some.length, diff.short[weight]))
  const names = new Set(
    comparison.notDone.map(({ aspect, of }) => [diff.aspect[aspect], of].filter((part) => part !== "").join(" "))
  )
  const isSame = told.length === 0 && names.size === 0
  return [
    ...(isSame ? [diff.same] : told.length === 0 ? [] : [diff.counts(told.length, counts)]),
    ...[...names].map(diff.notDone)
  ]
}

/** Returns further lines about one difference, in addition to its change. */
const detailTexts = (
  { when, witness, count, reading, leadsTo }: ShownDifference,
  { texts }: CommandContext
): readonly string[] => {
  const { diff } = texts
  return [
    ...when.map((text, index) =>
      index === 0 ? diff.where(text) : text.startsWith(diff.anyOf) ? text : diff.orWhere(text)
    ),
    ...(witness === undefined ? [] : [diff.such(witness, count ?? "")]),
    ...(reading === undefined ? [] : [reading]),
    ...(leadsTo === undefined ? [] : [leadsTo])
  ]
}

/** Returns differences as a table: what, from what, to what, for which cases, at which lines. */
export const rowsOf = (
  told: readonly ShownDifference[],
  context: CommandContext
): readonly [head: readonly string[], rows: readonly (readonly string[])[]] => {
  const { head, everyCase } = context.texts.diff
  const rows = told.map((one) => {
    const details = detailTexts(one, context)
    return [
      one.what,
      one.before,
      one.after,
      details.length === 0 ? everyCase : details.join(Text.form(context.language).semicolon),
      one.lines
    ]
  })
  return [[head.what, head.before, head.after, head.cases, head.lines], rows]
}

/** Renders a change on one line; if the terminal is too narrow, with its place on a second line. */
const changeLines = (one: ShownDifference, context: CommandContext): readonly string[] => {
  const { paint, texts, terminal } = context
  const said = `${one.what}${texts.word.colon}${one.before} → `
  return widthOf(`  ${said}${one.after}   ${one.lines}`) <= tableWidth(terminal)
    ? [`  ${said}${paint("strong", one.after)}   ${paint("dim", one.lines)}`]
    : [...broken(said + one.after, 2, context), ...broken(one.lines, 4, context).map((line) => paint("dim", line))]
}

/** Returns a text in lines of the terminal; all but the first are indented by two columns. */
const broken = (text: string, indent: number, { terminal }: CommandContext): readonly string[] =>
  wrap(text, tableWidth(terminal) - indent - 2).map((line, i) => " ".repeat(i === 0 ? indent : indent + 2) + line)

/** Renders a comparison for a terminal. */
export const diffText = (compared: ComparedPolicies, verdict: string | undefined, context: CommandContext): string => {
  const { paint, texts } = context
  const told = toldOf(compared, context)
  const lines = [paint("strong", titleText(compared, context)), ...headTexts(compared, told, context)]
  for (const [weight, some] of byWeight(told)) {
    lines.push("", paint(tones[weight], texts.diff.weight[weight]))
    for (const one of some) {
      lines.push(...changeLines(one, context))
      for (const text of detailTexts(one, context))
        lines.push(...broken(text, 4, context).map((line) => paint("dim", line)))
    }
  }
  return `${[...lines, ...(verdict === undefined ? [] : ["", verdict])].join("\n")}\n`
}
