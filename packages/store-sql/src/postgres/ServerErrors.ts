/**
 * Converts errors of PostgreSQL and its drivers to the store's: whether another attempt may succeed, and what to do if
 * not.
 */
import { isStoreError, type StoreError, storeError } from "@hearback/engine"

/** Returns the five-letter code of PostgreSQL's error; undefined if the server did not answer. */
export const sqlState = (error: unknown): string | undefined => {
  const thrown = isStoreError(error) ? error.cause : error
  const code = thrown instanceof Error && "code" in thrown ? thrown.code : undefined
  return typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !/^E[A-Z]/.test(code) ? code : undefined
}

/** Returns whether the connection is lost: the server did not answer, or said that it ends the connection. */
export const isLost = (error: unknown): boolean => {
  const state = sqlState(error)
  return state === undefined || state.startsWith("57P") || state.startsWith("08")
}

/**
 * Classes of errors after which another attempt may succeed: a connection, a conflict, missing space, a lock, an
 * operator, the machine, a changed connection.
 */
const passing = /^(?:08|40|53|55|57|58|25|26|0A000|42P05|23505)/

/** Errors that say that a part of the tables is missing. */
const gone = /^(?:3F000|42P01|42703|42883)$/

/** What to do about errors of the server. */
const remedies: readonly (readonly [of: RegExp, remedy: string])[] = [
  [/^28/, "name a user and a password that the server takes"],
  [/^3D000$/, "make the database, or name another one"],
  [/^42501$/, "grant this user the rights that a store needs"],
  [/^42(?:P0[67]|710|723)$/, "something else has this name in the schema: name another `schema`"]
]

/**
 * Returns the store's error for an error of a driver. A programming mistake, such as in the host's pool, stays as it
 * is.
 */
export const driverError = (error: unknown): unknown => {
  if (isStoreError(error) || (error instanceof TypeError && !("code" in error))) return error
  const message = error instanceof Error ? error.message : String(error)
  const state = sqlState(error)
  // Errors of the drivers themselves: for a pool that the host has ended, and for a missing password.
  if (/calling end on the pool|CONNECTION_ENDED/.test(message)) return storeError("store/closed", message, error)
  if (/^SASL/.test(message)) return refused(message, "28", error)
  // The driver's own error contains the whole address with the password.
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
