/** From columns to values. */
import { type Json, type Sealed, storeError } from "@hearback/engine"
import type { SqlRow } from "./SqlProgram.ts"

export const text = (row: SqlRow, column: string): string => String(row[column] ?? "")

/** Servers give 64-bit numbers as text. */
export const number = (row: SqlRow, column: string): number => Number(row[column] ?? 0)

export const has = (row: SqlRow, column: string): boolean => row[column] != null

export const maybeNumber = (row: SqlRow | undefined, column: string): number | null =>
  row && has(row, column) ? number(row, column) : null

export const bytes = (row: SqlRow, column: string): Uint8Array => {
  const value = row[column]
  return value instanceof Uint8Array ? new Uint8Array(value) : new Uint8Array()
}

/** Returns the hexadecimal text of a hash, which is stored as bytes. */
export const hex = (row: SqlRow, column: string): string => Buffer.from(bytes(row, column)).toString("hex")

export const sealed = (row: SqlRow): Sealed => ({ customer: text(row, "customer"), ciphertext: bytes(row, "sealed") })

/** Errors: `store/schema` where somebody else has written what is no JSON. */
export const json = (row: SqlRow, column: string): Json => {
  try {
    return JSON.parse(text(row, column)) as Json
  } catch (error) {
    throw storeError(
      "store/schema",
      `a \`${column}\` of the store is not as this program writes it: it was changed`,
      error
    )
  }
}

/** The long values that were read last, by their text. */
const longValues = new Map<string, Json>()
const [long, most] = [50_000, 4]

/**
 * Returns parsed JSON like `json`, and the same object for the same text. A long one, such as the bundle of a policy,
 * is the same object whenever its text is read again: whoever has looked at it knows it.
 */
export const sharedJson = (row: SqlRow, column: string): Json => {
  const written = text(row, column)
  if (written.length < long) return json(row, column)
  const value = longValues.get(written) ?? json(row, column)
  longValues.delete(written)
  longValues.set(written, value)
  const [oldest] = longValues.keys()
  if (longValues.size > most && oldest !== undefined) longValues.delete(oldest)
  return value
}
