/**
 * Texts that every store can carry. A device may send half a character (one code unit of a surrogate pair): no UTF-8 has
 * it, so a store would give another text back than it was given. Words become whole; names are refused.
 */

/** With the `u` flag a pair is one character, so only halves match. */
const half = /\p{Surrogate}/u
const halves = /\p{Surrogate}/gu
const control = /\p{Cc}/u

/** Returns a text with U+FFFD for each half of a character. */
export const whole = (text: string): string => (half.test(text) ? text.replace(halves, "\uFFFD") : text)

/**
 * Whether a text can name somebody or something: it says something, and has neither halves of characters nor control
 * characters. Another text would be stored for it, so that it is not found again, or stand for two.
 */
export const isName = (text: unknown): text is string =>
  typeof text === "string" && text.trim() !== "" && !half.test(text) && !control.test(text)

/** Returns a value all of whose texts are whole; the value itself where they are. Functions and classes are left alone. */
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
