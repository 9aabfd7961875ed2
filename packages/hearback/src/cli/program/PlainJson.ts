/** What the facade answers, as JSON: dates as ISO texts. */
import type { Json } from "./Command.ts"

export const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json
