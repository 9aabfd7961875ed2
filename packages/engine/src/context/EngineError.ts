/** The error that the engine throws: for a failure outside, or a wrong call. A refusal of a command is never thrown. */
import { defined } from "@hearback/core"
import type { RecordError } from "../record/shape/EventFault.ts"

/** The code of an error of the engine. */
export type EngineErrorCode =
  /** An adapter gave no answer in time, or threw. The same call may succeed later. */
  | "adapter/late"
  | "adapter/failed"
  | "store/conflict"
  /** A consumer of this name is at work already. */
  | "consumer/running"
  | "key/reused"
  | "closed"
  | "policy/unknown-version"
  /** A stored bundle is not what its content hash says. */
  | "policy/altered"
  | "policy/not-published"
  | "quarantine/unknown"
  /** The events are not whole. */
  | "record/broken"
  | RecordError["code"]

/** An error of the engine. `retryable`: the same call may succeed later. */
export interface EngineError extends Error {
  readonly name: "HearbackError"
  readonly code: EngineErrorCode
  readonly retryable: boolean
}

/** Makes an error of the engine. */
export const engineError = (code: EngineErrorCode, message: string, retryable = false, cause?: unknown): EngineError =>
  Object.assign(new Error(message, defined({ cause })), {
    name: "HearbackError" as const,
    code,
    retryable
  })

/**
 * Returns whether a value is an error of the engine. It compares the name, since two copies of a package may be loaded.
 */
export const isEngineError = (error: unknown): error is EngineError =>
  error instanceof Error && error.name === "HearbackError" && "code" in error

/** Returns whether an adapter other than the store failed, so that the same call may succeed later. */
export const isOutage = (cause: unknown): cause is EngineError =>
  isEngineError(cause) && (cause.code === "adapter/late" || cause.code === "adapter/failed")
