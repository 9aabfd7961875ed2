/** Tables of Markdown. */

/** What stands in a cell is no mark of a table. */
export const cell = (text: string): string => text.replaceAll("|", "\\|").replace(/\s*\n\s*/g, " ")

/** Returns a table in Markdown; columns of figures stand at the right. */
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
