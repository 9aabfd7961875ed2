/** Renders the notes below every answer of a simulation: the meaning of words, and the assumptions. */
import type { Report } from "@hearback/simulation"
import type { CommandContext } from "../../program/Command.ts"
import { wrap } from "../../terminal/Columns.ts"

const MOST_COLUMNS = 110

/** Returns the explanation of `too few`, if a line contains these words. */
export const legendLines = (lines: readonly string[], { texts, paint }: CommandContext): readonly string[] =>
  lines.some((line) => line.includes(texts.simulate.insufficient))
    ? ["", paint("dim", texts.simulate.insufficientHelp)]
    : []

/** Returns the assumptions under their title; those that make the figures doubtful are emphasised. */
export const assumptionLines = (
  { assumptions }: Pick<Report, "assumptions">,
  { language, texts, paint, terminal }: CommandContext
): readonly string[] => {
  const width = Math.min(terminal.columns, MOST_COLUMNS) - 4
  const lines = assumptions.flatMap((one) =>
    wrap(one[language], width).map((line, index) =>
      paint(one.code === "off-hours" ? "warn" : "dim", `${index === 0 ? "  · " : "    "}${line}`)
    )
  )
  return lines.length === 0 ? [] : ["", ` ${paint("accent", texts.simulate.assumed)}`, ...lines]
}
