/**
 * Encodes days as a short text: one character for each day, which gives the number of days since the day before it.
 *
 * The characters are printable ASCII without blank, quotes, backslash and dollar, so the text can be in any literal.
 */

const signs = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at))
  .filter((sign) => !"\"'`\\$".includes(sign))
  .join("")
/** The first character means as many days as one character can express, and marks no day. */
const far = signs.length - 1

/** Returns ascending days as a text; `before` is a day before them. */
export const daysWritten = (days: readonly number[], before: number): string => {
  let text = ""
  let last = before
  for (const day of days) {
    for (; day - last > far; last += far) text += signs.charAt(0)
    text += signs.charAt(day - last)
    last = day
  }
  return text
}

/** Returns the days of a text that was written with the same `before`. */
export const daysRead = (text: string, before: number): readonly number[] => {
  const days: number[] = []
  let last = before
  for (const sign of text) {
    const gap = signs.indexOf(sign)
    last += gap === 0 ? far : gap
    if (gap !== 0) days.push(last)
  }
  return days
}
