/**
 * Failures of the environment and of calls. They are distinguished by code, never by `instanceof`, because a program
 * can contain two copies of a package.
 */
import { defined } from "@hearback/core"
import type { EngineErrorCode, StoreErrorCode } from "@hearback/engine"
import type { Diagnostic } from "@hearback/policy"

/** Codes of wrong calls. Repeating the same call fails again. */
type CallErrorCode =
  /** An option or a query is unknown, or has the wrong type. */
  | "call/invalid"
  | "actor/invalid"
  | "open/differs"
  /** No channel takes a message that the policy sends. */
  | "channels/no-route"
  | "events/position"
  | "policy/invalid"
  | "policy/not-in-force"
  | "people/invalid"
  | "people/missing"
  | "time/not-an-instant"
  | "time/in-the-future"
  | "case/unknown"
  | "review/unknown"
  | "simulation/invalid"

/**
 * Every code that is thrown: by calls, by the engine and its adapters, by the store. `docs/errors.md` explains each.
 */
export type HearbackErrorCode = CallErrorCode | EngineErrorCode | StoreErrorCode

/**
 * The error that calls throw: a store or an adapter failed, or the call is wrong. A refusal of the policy is a returned
 * value instead.
 */
export interface HearbackError extends Error {
  /** The code; `docs/errors.md` explains each. */
  readonly code: HearbackErrorCode
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The findings in a policy, people or simulation file, each with its place and fix. */
  readonly diagnostics?: readonly Diagnostic[]
}

/** Makes a `HearbackError`, for an adapter that has to throw one. */
export const hearbackError = (
  code: HearbackErrorCode,
  message: string,
  more: { readonly diagnostics?: readonly Diagnostic[]; readonly cause?: unknown; readonly retryable?: boolean } = {}
): HearbackError =>
  Object.assign(new Error(message, defined({ cause: more.cause })), {
    name: "HearbackError",
    code,
    retryable: more.retryable ?? false,
    ...defined({ diagnostics: more.diagnostics })
  })

/** Returns whether a thrown value is a `HearbackError`, with this code if one is given. */
export const isHearbackError = (error: unknown, code?: HearbackErrorCode): error is HearbackError =>
  error instanceof Error && "code" in error && "retryable" in error && (code === undefined || error.code === code)
