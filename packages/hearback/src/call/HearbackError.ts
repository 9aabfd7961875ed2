/** Failures of the world and of the call; told apart by code, never by `instanceof`: two copies of a package happen. */
import { defined } from "@hearback/core"
import type { Diagnostic } from "@hearback/policy"

export type HearbackErrorCode =
  | "adapter/late"
  | "adapter/failed"
  | "store/unavailable"
  | "store/schema"
  | "store/keys"
  | "store/closed"
  | "store/conflict"
  | "key/reused"
  | "closed"
  | "open/differs"
  | "events/position"
  | "consumer/running"
  | "policy/invalid"
  | "policy/unknown-version"
  | "people/invalid"
  | "actor/invalid"
  | "time/not-an-instant"
  | "time/in-the-future"
  | "quarantine/unknown"
  | "case/unknown"
  | "review/unknown"

export interface HearbackError extends Error {
  readonly code: HearbackErrorCode
  readonly retryable: boolean
  /** What is wrong with a policy or people file, each with its place and mend. */
  readonly diagnostics?: readonly Diagnostic[]
}

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

/** Returns whether something thrown is ours, and of this code when one is named. */
export const isHearbackError = (error: unknown, code?: HearbackErrorCode): error is HearbackError =>
  error instanceof Error && "code" in error && "retryable" in error && (code === undefined || error.code === code)
