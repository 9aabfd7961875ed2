/**
 * Texts that every store can keep. A device may send half a character (one code unit of a surrogate pair). UTF-8 cannot
 * contain it, so a store would return another text. Words are repaired; names are refused.
 */

/** With the `u` flag a pair is one character, so this matches only halves. */
const half = /\p{Surrogate}/u
const halves = /\p{Surrogate}/gu
const control = /\p{Cc}/u

/** Returns a text with U+FFFD instead of each half of a character. */
export const whole = (text: string): string => (half.test(text) ? text.replace(halves, "\uFFFD") : text)

/**
 * Returns whether a text can be a name: it is not blank and has neither halves of characters nor control characters. A
 * store would change such a text, so that it would not be found, or would equal another name.
 */
export const isName = (text: unknown): text is string =>
  typeof text === "string" && text.trim() !== "" && !half.test(text) && !control.test(text)

/**
 * Returns a value in which all texts are whole: the value itself if they are. Functions and classes are not changed.
 */
export const wholeTexts = <T>(value: T): T => (hasWholeTexts(value) ? value : (madeWhole(value) as T))

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype

const hasWholeTexts = (value: unknown): boolean => {
  if (typeof value === "string") return !half.test(value)
  if (Array.isArray(value)) return value.every(hasWholeTexts)
  return !isMap(value) || Object.keys(value).every((key) => !half.test(key) && hasWholeTexts(value[key]))
}

const madeWhole = (value: unknown): unknown => {
  if (typeof value === "string") return whole(value)
  if (Array.isArray(value)) return value.map(wholeTexts)
  return isMap(value)
    ? Object.fromEntries(Object.entries(value).map(([key, part]) => [whole(key), wholeTexts(part)]))
    : value
}
