/** What PostgreSQL and its drivers throw, as the store says it: what may go better, what will not, and what to do about that. */
import { isStoreError, type StoreError, storeError } from "@hearback/engine"

/** The five letters by which PostgreSQL names an error; undefined where it did not answer. */
export const sqlState = (error: unknown): string | undefined => {
  const thrown = isStoreError(error) ? error.cause : error
  const code = thrown instanceof Error && "code" in thrown ? thrown.code : undefined
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !/^E[A-Z]/.test(code) ? code : undefined
}

/** Whether the connection is gone: the server did not answer, or said that it ends it. */
export const isLost = (error: unknown): boolean => {
  const state = sqlState(error)
  return state === undefined || state.startsWith("57P") || state.startsWith("08")
}

/** Classes of what another try may not meet: a connection, a conflict, no room, a lock, an operator, the machine, a connection that changed. */
const passing = /^(?:08|40|53|55|57|58|25|26|0A000|42P05|23505)/

/** Something of the tables is not there. */
const gone = /^(?:3F000|42P01|42703|42883)$/

/** What to do about what the server refuses. */
const remedies: readonly (readonly [of: RegExp, remedy: string])[] = [
  [/^28/, "name a user and a password that the server takes"],
  [/^3D000$/, "make the database, or name another one"],
  [/^42501$/, "grant this user the rights that a store needs"],
  [/^42(?:P0[67]|710|723)$/, "something else has this name in the schema: name another `schema`"]
]

/** Returns the store's error for what a driver threw on behalf of the store. A mistake of a program, such as of a pool of its own, stays one. */
export const driverError = (error: unknown): unknown => {
  if (isStoreError(error) || (error instanceof TypeError && !("code" in error))) return error
  const message = error instanceof Error ? error.message : String(error)
  const state = sqlState(error)
  // Said by the drivers themselves, the one of a pool that the host has ended, the other of a password that nobody named.
  if (/calling end on the pool|CONNECTION_ENDED/.test(message)) return storeError("store/closed", message, error)
  if (/^SASL/.test(message)) return refused(message, "28", error)
  // The driver's own error has the whole address, and with it the password.
  if (hasCode(error, "ERR_INVALID_URL"))
    return storeError(
      "store/refused",
      "the driver cannot read the address: write it as `postgres://user@host/database`"
    )
  if (/does not support SSL/.test(message))
    return storeError("store/refused", `${message}: name an address without it`, error)
  if (state === undefined || passing.test(state)) return storeError("store/unavailable", message, error)
  if (gone.test(state)) return storeError("store/schema", `${message}: something else has changed the tables`, error)
  return refused(message, state, error)
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code

const refused = (message: string, state: string, cause: unknown): StoreError => {
  const remedy = remedies.find(([of]) => of.test(state))?.[1]
  return storeError("store/refused", remedy === undefined ? message : `${message}: ${remedy}`, cause)
}
