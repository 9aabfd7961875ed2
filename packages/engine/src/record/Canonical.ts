/** One text for each value, by RFC 8785 (JSON Canonicalization Scheme): what hashes are taken of. */
import canonicalize from "canonicalize"

/**
 * Renders a value as canonical JSON. Half a surrogate pair, which no UTF-8 can carry, becomes U+FFFD.
 * Errors: throws where the value is not JSON (`NaN`, a function, a circle): a bug of the caller.
 */
export const canonical = (value: unknown): string => {
  const text = attempt(value)
  if (text === undefined) throw new TypeError("only JSON can be stored")
  return text
}

/** RFC 8785 refuses half a pair; what a customer's device sent must be stored all the same, so it is mended once. */
const attempt = (value: unknown): string | undefined => {
  try {
    return canonicalize(value)
  } catch {
    return canonicalize(mend(JSON.parse(plain(value))))
  }
}

/** `JSON.stringify` would write `NaN` as null: what is not JSON must stay refused. */
const plain = (value: unknown): string =>
  JSON.stringify(value, (_, part) => {
    if (typeof part === "number" && !Number.isFinite(part)) throw new TypeError(`${part} is not JSON`)
    return part
  })

const mend = (value: unknown): unknown => {
  if (typeof value === "string") return whole(value)
  if (Array.isArray(value)) return value.map(mend)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [whole(key), mend(part)]))
}

/** With the `u` flag a pair is one character, so only halves match. */
const whole = (text: string): string => text.replace(/\p{Surrogate}/gu, "\uFFFD")
