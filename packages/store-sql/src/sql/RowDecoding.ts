/** Reads values from the columns of rows. */
import { type Json, type Sealed, storeError } from "@hearback/engine"
import type { SqlRow } from "./SqlProgram.ts"

/** Returns a text; empty for null. */
export const text = (row: SqlRow, column: string): string => String(row[column] ?? "")

/** Returns a number; 0 for null. Servers return 64-bit numbers as text. */
export const number = (row: SqlRow, column: string): number => Number(row[column] ?? 0)

/** Returns whether a column is not null. */
export const has = (row: SqlRow, column: string): boolean => row[column] != null

/** Returns a number, or null. */
export const maybeNumber = (row: SqlRow | undefined, column: string): number | null =>
  row && has(row, column) ? number(row, column) : null

/** Returns bytes. */
export const bytes = (row: SqlRow, column: string): Uint8Array => {
  const value = row[column]
  return value instanceof Uint8Array ? new Uint8Array(value) : new Uint8Array()
}

/** Returns the hexadecimal text of a hash, which is stored as bytes. */
export const hex = (row: SqlRow, column: string): string => Buffer.from(bytes(row, column)).toString("hex")

/** Returns the sealed part of a row. */
export const sealed = (row: SqlRow): Sealed => ({ customer: text(row, "customer"), ciphertext: bytes(row, "sealed") })

/** Returns a JSON value.  Errors: `store/schema` if a foreign program has written something that is not JSON. */
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

/** Recently read long values, by their text. */
const longValues = new Map<string, Json>()
const [long, most] = [50_000, 4]

/**
 * Returns a JSON value like `json`. The same long text, such as the bundle of a policy, always gives the same object,
 * so that what was checked once is recognised.
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
