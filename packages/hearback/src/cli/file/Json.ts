/**
 * Reads JSON without losing data. JavaScript keeps about 15 digits of a number, so two customers' ids could become
 * equal; and if a key is written twice, it keeps only the last value.
 */

/** A value, or the reason why the text has none. */
export type ReadJson = { readonly value: unknown } | { readonly problem: "no-json" | { readonly twice: string } }

/** Reads a text. A number that would lose digits stays a text, and a key that is written twice is an error. */
export const readJson = (text: string): ReadJson => {
  let value: unknown
  try {
    value = parse(text, (_key, found, place) =>
      typeof found === "number" && place?.source !== undefined && losesDigits(place.source) ? place.source : found
    )
  } catch {
    return { problem: "no-json" }
  }
  const twice = keyToldTwice(text)
  return twice === undefined ? { value } : { problem: { twice } }
}

type Reviver = (key: string, value: unknown, place?: { readonly source?: string }) => unknown
/** The JSON parser with the written form of each value, which the TypeScript types do not have yet. */
const parse = JSON.parse as (text: string, reviver: Reviver) => unknown

/** The number of digits that every number keeps. */
const KEPT = 15

const losesDigits = (source: string): boolean => {
  const [mantissa = ""] = source.toLowerCase().split("e")
  const digits = mantissa.replace(/[-.]/g, "").replace(/^0+/, "").replace(/0+$/, "")
  return digits.length > KEPT || !Number.isFinite(Number(source))
}

const tokens = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}]/gs

/** Returns the first key that an object has twice. `text` is JSON. */
const keyToldTwice = (text: string): string | undefined => {
  const open: Set<string>[] = []
  for (const [token, isKey] of text.matchAll(tokens)) {
    if (token === "{") open.push(new Set())
    else if (token === "}") open.pop()
    else if (isKey !== undefined) {
      const key = String(JSON.parse(token.slice(0, -isKey.length)))
      const keys = open.at(-1)
      if (keys?.has(key) === true) return key
      keys?.add(key)
    }
  }
  return undefined
}
