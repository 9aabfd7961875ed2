/** Frozen copies, so that a caller who changes a value that it gave or got changes nothing that is stored. */
import { canonical, defined } from "@hearback/core"
import type { Sealed, SealedPart, StoredEvent } from "../port/Event.ts"
import type { OutboxMessage, Unit } from "../port/EventStore.ts"
import type { CaseListRow, IntakeRow } from "../port/ListRow.ts"
import { needWhole } from "../port/StoreError.ts"

const copies = new WeakSet<object>()

/** Returns a frozen copy of a JSON value. A `lasting` value is returned as it is.  Errors: throws if it is not JSON. */
export const frozen = <T>(value: T): T =>
  typeof value === "object" && value !== null && copies.has(value) ? value : freeze(JSON.parse(canonical(value)) as T)

/** Returns a frozen copy that stores keep without copying it again, for large values that are stored many times. */
export const lasting = <T>(value: T): T => {
  const copy = frozen(value)
  if (typeof copy === "object" && copy !== null) copies.add(copy)
  return copy
}

/**
 * Returns a frozen copy of a unit. Everything that could throw while storing throws here, before anything is stored.
 */
export const freezeUnit = (unit: Unit): Unit => {
  const { writes, outbox, ...rest } = unit
  const copy = copying()
  return {
    ...frozen(rest),
    writes: writes.map(({ events, row, intake, ...write }) => {
      needWhole([write.expected, ...events.map(({ recordedAt }) => recordedAt)])
      return {
        ...frozen(write),
        ...defined({ row: row && freezeRow(row), intake: intake && freezeRow(intake) }),
        events: events.map((event) => freezeSealed(event, copy))
      }
    }),
    outbox: outbox.map((message) => freezeMessage(message, copy))
  }
}

/** Returns a frozen copy of a row of a list. */
export const freezeRow = <T extends CaseListRow | IntakeRow>(row: T): T => {
  needWhole([row.receivedAt, ...("dueAt" in row ? [row.dueAt, row.promiseAt] : [])])
  return frozen(row)
}

/** Returns a frozen copy of a message. */
export const freezeMessage = (message: OutboxMessage, copy = copying()): OutboxMessage => {
  needWhole([message.notBefore])
  return freezeSealed(message, copy)
}

/** Returns events or messages with copied bytes, since bytes cannot be frozen. */
export const handOut = <T extends StoredEvent | OutboxMessage>(all: readonly T[]): readonly T[] => {
  const copy = copying()
  return all.map((one) =>
    one.sealed ? { ...one, sealed: { ...one.sealed, ciphertext: copy(one.sealed.ciphertext) } } : one
  )
}

const freezeSealed = <T extends { readonly sealed?: SealedPart }>(
  value: T,
  copy: (bytes: Uint8Array) => Uint8Array
): T => {
  const { sealed, ...rest } = value
  const copied = sealed && { ...sealed, ciphertext: copy(sealed.ciphertext) }
  return Object.freeze({ ...frozen(rest), ...defined({ sealed: copied }) }) as T
}

/** Returns a function that copies bytes. Values that share bytes share the copy. */
const copying = (): ((bytes: Uint8Array) => Uint8Array) => {
  const copies = new Map<Uint8Array, Uint8Array>()
  return (bytes) => {
    const known = copies.get(bytes) ?? Uint8Array.from(bytes)
    copies.set(bytes, known)
    return known
  }
}

/** Returns a copy of a sealed part. */
export const copySealed = (sealed: Sealed): Sealed => ({
  customer: sealed.customer,
  ciphertext: Uint8Array.from(sealed.ciphertext)
})

/** Freezes a value and all of its parts; returns it. */
export const freeze = <T>(value: T): T => {
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) freeze(part)
  return Object.freeze(value)
}
