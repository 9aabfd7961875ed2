/**
 * One text for each value, of which hashes are taken.
 *
 * Source: RFC 8785 (JSON Canonicalization Scheme). Half of a surrogate pair, which the RFC refuses and UTF-8 cannot
 * contain, becomes U+FFFD, since whatever a customer's device sent must be stored.
 */
import { whole } from "./WholeText.ts"

/**
 * Returns a value as canonical JSON.
 *
 * Errors: throws if the value is not JSON (`NaN`, a function, a circle), which is a bug of the caller.
 */
export const canonical = (value: unknown): string => {
  const text = direct(value) ?? written(value, new Set())
  if (text === undefined) throw new TypeError("only JSON has a canonical text")
  return text
}

/**
 * Renders plain data, as nearly all data is: keys are sorted, and the platform does the rest. It is several times as
 * fast as writing each part and gives the same text; undefined for values that need `written`.
 */
const direct = (value: unknown): string | undefined => {
  if (Number.isSafeInteger(value)) return `${value}`
  const plain = typeof value === "string" ? value : arranged(value, 0)
  if (plain === ODD) return undefined
  const text = JSON.stringify(plain)
  // The platform writes half of a surrogate pair in this way.
  return text.includes("\\ud") ? undefined : text
}

const ODD = Symbol("odd")
/** The deepest nesting that is rendered directly. Nothing stored nests deeper, but a circle does. */
const DEEPEST = 64

/** Returns the value with sorted keys: the value itself if they are sorted, else a copy. */
const arranged = (value: unknown, depth: number): unknown => {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return value
  if (typeof value === "number") return Number.isFinite(value) ? value : ODD
  if (typeof value !== "object" || depth > DEEPEST) return ODD
  return Array.isArray(value) ? arrangedList(value, depth + 1) : arrangedMap(value, depth + 1)
}

const arrangedList = (items: readonly unknown[], depth: number): unknown => {
  let copy: unknown[] | undefined
  for (let i = 0; i < items.length; i++) {
    const item = arranged(items[i], depth)
    if (item === ODD) return ODD
    if (copy === undefined && item !== items[i]) copy = items.slice(0, i)
    copy?.push(item)
  }
  return copy ?? items
}

const arrangedMap = (value: object, depth: number): unknown => {
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return ODD
  const entries = value as Readonly<Record<string, unknown>>
  const keys = Object.keys(value)
  let isOrdered = true
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string
    // The platform puts integer keys first, and it would call a `toJSON` member.
    if (key === "toJSON" || key === "__proto__" || !(key.charCodeAt(0) > NINE)) return ODD
    if (i > 0 && (keys[i - 1] as string) > key) isOrdered = false
  }
  if (!isOrdered) inOrder(keys)
  let copy: Record<string, unknown> | undefined = isOrdered ? undefined : {}
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string
    const part = entries[key]
    if (part === undefined) continue
    const inner = arranged(part, depth)
    if (inner === ODD) return ODD
    if (copy === undefined && inner !== part) {
      copy = {}
      for (const before of keys.slice(0, i)) copy[before] = entries[before]
    }
    if (copy !== undefined) copy[key] = inner
  }
  return copy ?? value
}

/** Sorts names in place. They are nearly always few, for which this is faster than the general sort. */
export const inOrder = (names: string[]): readonly string[] => {
  if (names.length > 24) return names.sort()
  for (let i = 1; i < names.length; i++) {
    const name = names[i] as string
    let at = i
    for (; at > 0 && (names[at - 1] as string) > name; at--) names[at] = names[at - 1] as string
    names[at] = name
  }
  return names
}

const NINE = 0x39

/** Renders any value part by part; undefined for what JSON leaves out (`undefined`, a function, a symbol). */
const written = (value: unknown, above: Set<object>): string | undefined => {
  if (typeof value === "string") return JSON.stringify(whole(value))
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError(`${value} is not JSON`)
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  if (above.has(value)) throw new TypeError("a circle is not JSON")
  above.add(value)
  const text = objectWritten(value, above)
  above.delete(value)
  return text
}

const objectWritten = (value: object, above: Set<object>): string | undefined => {
  if ("toJSON" in value && typeof value.toJSON === "function") return written(value.toJSON(), above)
  if (value instanceof Number || value instanceof String || value instanceof Boolean)
    return written(value.valueOf(), above)
  if (Array.isArray(value)) return `[${value.map((item) => written(item, above) ?? "null").join()}]`
  const parts = new Map(Object.entries(value).map(([key, part]) => [whole(key), part]))
  const entries = [...parts.keys()].sort().flatMap((key) => {
    const part = written(parts.get(key), above)
    return part === undefined ? [] : [`${JSON.stringify(key)}:${part}`]
  })
  return `{${entries.join()}}`
}
