/** `<column>` in a scenario: the place of a cell of its table of examples. */

/** A name without blanks at its ends, so that `> 2` and `< 3` in one text are none. */
const pattern = /<([^\s<>](?:[^<>\n]*[^\s<>])?)>/gu

/** Returns the column whose cell is the whole of a value. */
export const columnIn = (text: string): string | undefined => {
  const [name, more] = columnsIn(text)
  return more === undefined && name !== undefined && text.trim() === `<${name}>` ? name : undefined
}

/** Returns the columns that a text names, in their order. */
export const columnsIn = (text: string): readonly string[] =>
  [...text.matchAll(pattern)].flatMap(([, name]) => name ?? [])

/** Returns a text with something for each column; nothing leaves it as it stands. */
export const filled = (text: string, cellOf: (name: string) => string | undefined): string =>
  text.replace(pattern, (whole, name: string) => cellOf(name) ?? whole)
