/** Copies that nobody can change: what a caller does with what it gave or was given changes nothing stored. */
import { canonical, defined } from "@hearback/core"
import type { Sealed, StoredEvent } from "../port/Event.ts"
import type { OutboxMessage, Unit } from "../port/EventStore.ts"

/** Returns a frozen copy of a JSON value.  Errors: throws where it is not JSON. */
export const frozen = <T>(value: T): T => freeze(JSON.parse(canonical(value)) as T)

/** Returns a frozen copy of a unit. All that could throw while it is stored throws here, before anything is. */
export const freezeUnit = (unit: Unit): Unit => {
  const { writes, outbox, ...rest } = unit
  return {
    ...frozen(rest),
    writes: writes.map(({ events, ...write }) => ({ ...frozen(write), events: events.map(freezeSealed) })),
    outbox: outbox.map(freezeMessage)
  }
}

export const freezeMessage = (message: OutboxMessage): OutboxMessage => freezeSealed(message)

/** Freezing cannot reach into bytes, so these are copied, on the way out as on the way in. */
export const handOut = <T extends StoredEvent | OutboxMessage>(value: T): T =>
  value.sealed ? { ...value, sealed: copySealed(value.sealed) } : value

const freezeSealed = <T extends { readonly sealed?: Sealed }>(value: T): T => {
  const { sealed, ...rest } = value
  return Object.freeze({ ...frozen(rest), ...defined({ sealed: sealed && copySealed(sealed) }) }) as T
}

const copySealed = (sealed: Sealed): Sealed => ({
  customer: sealed.customer,
  ciphertext: Uint8Array.from(sealed.ciphertext)
})

const freeze = <T>(value: T): T => {
  if (typeof value === "object" && value !== null) for (const part of Object.values(value)) freeze(part)
  return Object.freeze(value)
}
