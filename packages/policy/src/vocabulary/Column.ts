/** Finds `<column>` in a scenario: the place of a cell of its table of examples. */

/** Matches a name without blanks at its ends, so that `> 2` and `< 3` in one text are no columns. */
const pattern = /<([^\s<>](?:[^<>\n]*[^\s<>])?)>/gu

/** Returns the column whose cell is the whole value. */
export const columnIn = (text: string): string | undefined => {
  const [name, more] = columnsIn(text)
  return more === undefined && name !== undefined && text.trim() === `<${name}>` ? name : undefined
}

/** Returns the columns that a text names, in order. */
export const columnsIn = (text: string): readonly string[] =>
  [...text.matchAll(pattern)].flatMap(([, name]) => name ?? [])

/** Returns a text with the cell of each column; undefined leaves a column unchanged. */
export const filled = (text: string, cellOf: (name: string) => string | undefined): string =>
  text.replace(pattern, (whole, name: string) => cellOf(name) ?? whole)
