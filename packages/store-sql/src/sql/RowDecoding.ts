/** From rows to values. Total for events: a damaged row becomes a value that `verify` will refuse, not a crash. */
import type { ClearEvent, Json, OutboxMessage, Sealed, StoredEvent } from "@hearback/engine"
import type { Row } from "./SqlProgram.ts"

export const text = (row: Row, column: string): string => String(row[column] ?? "")

/** Servers give 64-bit numbers as text. */
export const number = (row: Row, column: string): number => Number(row[column] ?? 0)

export const has = (row: Row, column: string): boolean => row[column] != null

export const maybeNumber = (row: Row | undefined, column: string): number | null =>
  row && has(row, column) ? number(row, column) : null

export const bytes = (row: Row, column: string): Uint8Array => {
  const value = row[column]
  return value instanceof Uint8Array ? Uint8Array.from(value) : new Uint8Array()
}

export const json = (row: Row, column: string): Json => JSON.parse(text(row, column)) as Json

export const eventColumns =
  "tenant, stream, version, position, type, at, recorded_at, actor, command, policy, clear, customer, sealed, hash"

export const clearColumns = "version, type, at, recorded_at, clear"

export const clearEvent = (row: Row): ClearEvent => ({
  version: number(row, "version"),
  type: text(row, "type"),
  at: number(row, "at"),
  recordedAt: number(row, "recorded_at"),
  clear: clear(text(row, "clear"))
})

export const event = (row: Row): StoredEvent => ({
  tenant: text(row, "tenant"),
  stream: text(row, "stream"),
  version: number(row, "version"),
  position: number(row, "position"),
  type: text(row, "type"),
  at: number(row, "at"),
  recordedAt: number(row, "recorded_at"),
  actor: text(row, "actor"),
  command: text(row, "command"),
  policy: text(row, "policy"),
  clear: clear(text(row, "clear")),
  ...sealed(row),
  hash: text(row, "hash")
})

export const message = (row: Row): OutboxMessage => ({
  ...(json(row, "body") as unknown as Omit<OutboxMessage, "sealed">),
  ...sealed(row)
})

const sealed = (row: Row): { readonly sealed?: Sealed } =>
  has(row, "customer") || has(row, "sealed")
    ? { sealed: { customer: text(row, "customer"), ciphertext: bytes(row, "sealed") } }
    : {}

const clear = (written: string): Json => {
  try {
    return JSON.parse(written) as Json
  } catch {
    return { unreadable: written }
  }
}
