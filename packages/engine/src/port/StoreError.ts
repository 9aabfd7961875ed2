/** Failures of the world, as against answers of a store: a conflict is an answer, a full disk is thrown. And what no store takes. */
import { defined } from "@hearback/core"

export type StoreErrorCode =
  /** Locked for too long, or the disk or the server is gone. */
  | "store/unavailable"
  /** The server or the file takes no such use: a password, rights, no such database, a damaged file. */
  | "store/refused"
  /** The folder in which the file shall be is not there. */
  | "store/folder"
  /** There is no store, and none is to be made. */
  | "store/missing"
  /** The program that speaks with the server of the store is not installed. */
  | "store/driver"
  /** The data was written by a version that this one does not know, or changed by something else. */
  | "store/schema"
  /** The tables are those of an older version, and are not to be migrated by this process. */
  | "store/outdated"
  /** What is to be imported is no whole export. */
  | "store/export"
  /** An export is to go into a store that holds something. */
  | "store/not-empty"
  /** The keys are missing, or those of another store. */
  | "store/keys"
  | "store/closed"
  /** A cursor that this list did not give out. */
  | "store/cursor"
  /** The transaction offered does not reach this store's data. */
  | "tx/unsupported"

export interface StoreError extends Error {
  readonly name: "StoreError"
  readonly code: StoreErrorCode
  /** Trying the same again may succeed. */
  readonly retryable: boolean
}

export const storeError = (code: StoreErrorCode, message: string, cause?: unknown): StoreError =>
  Object.assign(new Error(message, defined({ cause })), {
    name: "StoreError" as const,
    code,
    retryable: code === "store/unavailable"
  })

/** Tells by the code, not by `instanceof`: two copies of a package may be loaded. */
export const isStoreError = (error: unknown, code?: StoreErrorCode): error is StoreError =>
  error instanceof Error &&
  error.name === "StoreError" &&
  "code" in error &&
  (code === undefined || error.code === code)

/**
 * Instants and other numbers that stand by themselves in a store are whole. Databases keep larger ones than JavaScript can
 * tell apart, each in another way. Numbers within JSON are texts there.
 *
 * Errors: throws a RangeError where one of the values is a number, and is not whole or is beyond 2^53.
 */
export const needWhole = (values: readonly unknown[]): void => {
  for (const value of values)
    if (typeof value === "number" && !Number.isSafeInteger(value))
      throw new RangeError(`${value} cannot be stored: a number there is whole, and within 9007199254740991 of zero`)
}
