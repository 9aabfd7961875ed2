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
export const wholeTexts = <T>(value: T): T => {
  if (typeof value === "string") return whole(value) as T
  if (Array.isArray(value)) {
    const items = value.map(wholeTexts)
    return (items.some((item, i) => item !== value[i]) ? items : value) as T
  }
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  const entries = Object.entries(value)
  const made = entries.map(([key, part]) => [whole(key), wholeTexts(part)] as const)
  return made.some(([key, part], i) => key !== entries[i]?.[0] || part !== entries[i]?.[1])
    ? (Object.fromEntries(made) as T)
    : value
}
