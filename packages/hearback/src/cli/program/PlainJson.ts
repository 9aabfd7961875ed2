/** Converts answers of the facade to JSON: dates become ISO texts. */
import type { Json } from "./Command.ts"

/** Returns a value as plain JSON. */
export const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json
