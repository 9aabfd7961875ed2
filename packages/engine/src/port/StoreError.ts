/**
 * Failures of stores, such as a full disk, which are thrown. A conflict is an answer and is not thrown. Also a check of
 * numbers that stores cannot keep.
 */
import { defined } from "@hearback/core"

/** The code of a store's error. */
export type StoreErrorCode =
  /** It was locked for too long, or the disk or the server is gone. */
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

/** An error of a store. */
export interface StoreError extends Error {
  readonly name: "StoreError"
  readonly code: StoreErrorCode
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
}

/** Makes an error of a store. */
export const storeError = (code: StoreErrorCode, message: string, cause?: unknown): StoreError =>
  Object.assign(new Error(message, defined({ cause })), {
    name: "StoreError" as const,
    code,
    retryable: code === "store/unavailable"
  })

/**
 * Returns whether a value is an error of a store. It compares the code, since two copies of a package may be loaded.
 */
export const isStoreError = (error: unknown, code?: StoreErrorCode): error is StoreError =>
  error instanceof Error &&
  error.name === "StoreError" &&
  "code" in error &&
  (code === undefined || error.code === code)

/**
 * Checks that numbers are integers that a store can keep. Databases keep larger integers than JavaScript can
 * distinguish, each in its own way. Numbers within JSON are stored as text.
 *
 * Errors: throws a RangeError if one of the values is a number that is not an integer or is beyond 2^53.
 */
export const needWhole = (values: readonly unknown[]): void => {
  for (const value of values)
    if (typeof value === "number" && !Number.isSafeInteger(value))
      throw new RangeError(`${value} cannot be stored: a number there is whole, and within 9007199254740991 of zero`)
}
