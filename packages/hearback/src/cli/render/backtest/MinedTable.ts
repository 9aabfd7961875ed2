/** Renders a learned table as YAML for a policy; each row has a comment with its number of cases. */
import type { MinedTable } from "@hearback/backtest"
import type { CommandContext } from "../../program/Command.ts"

/** Renders a learned table. */
export const minedText = (table: MinedTable | undefined, { texts, paint }: CommandContext): string => {
  const { backtest } = texts
  if (table === undefined) return `${paint("warn", backtest.nothingMined)}\n`
  const { dimension, inputs, rows, gaps, levels, seen, agreeing, left } = table
  const count = (value: number): string => value.toLocaleString("en-US")
  const where = (values: readonly string[]): string =>
    inputs.map((name, i) => `${name}: ${word(values[i] ?? "")}`).join(", ")
  const percent = texts.form.percent(((100 * agreeing) / seen).toFixed(1))
  const names = inputs.map((name) => `\`${name}\``).join(texts.word.between)
  const comment = (text: string): string => paint("dim", `# ${text}`)
  const lines = rows.map(
    ({ when, level, agreeing: same, seen: all }) =>
      `      - { ${inputs.length === 0 ? "otherwise" : `when: { ${where(when)} }, then`}: ${word(level)} } ${comment(backtest.rowComment(count(same), count(all)))}`
  )
  return [
    comment(
      `${backtest.mined(dimension, names)}${texts.word.pause}${backtest.minedFrom(count(agreeing), count(seen), percent)}`
    ),
    ...(left === 0 ? [] : [comment(backtest.left(count(left)))]),
    ...(gaps.length === 0 ? [comment(backtest.noGap)] : gaps.map((gap) => comment(backtest.gap(where(gap))))),
    "grading:",
    `  ${dimension}:`,
    `    levels: [${levels.map(word).join(", ")}]`,
    "    rules:",
    ...lines,
    ""
  ].join("\n")
}

/** Returns a word for YAML, with quotes if YAML would read it as something else. */
const word = (text: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text)
