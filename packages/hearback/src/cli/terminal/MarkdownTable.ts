/** Makes tables of Markdown. */

/** Returns a text for a cell, in which nothing is read as a mark of the table. */
export const cell = (text: string): string => text.replaceAll("|", "\\|").replace(/\s*\n\s*/g, " ")

/** Returns a table in Markdown; columns of numbers are aligned on the right. */
export const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  figures: readonly number[] = []
): string => {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`
  return [
    line(head),
    `|${head.map((_, i) => (figures.includes(i) ? "---:" : "---")).join("|")}|`,
    ...rows.map(line)
  ].join("\n")
}
