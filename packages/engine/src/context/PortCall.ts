/**
 * Calls of adapters. A call has a time to answer and ends with its caller's signal; a failure is reported to the host.
 * An adapter that ignores its signal is left behind: who called it goes on when the time is over.
 *
 * Effect runs the call; what is exported are plain promises.
 */
import { defined } from "@hearback/core"
import * as Effect from "effect/Effect"
import { isStoreError } from "../port/StoreError.ts"
import { engineError, isEngineError } from "./EngineError.ts"
import { cleanedError } from "./Redaction.ts"

/** What an adapter stands behind. */
export type PortName = "store" | "keys" | "channel" | "directory" | "customers" | "rates" | "classifier"

/** How long adapters may take to answer.  Units: ms of real time. */
export type Timeouts = Readonly<Record<PortName, number>>

export const defaultTimeouts: Timeouts = {
  store: 30_000,
  keys: 10_000,
  channel: 30_000,
  directory: 10_000,
  customers: 10_000,
  rates: 10_000,
  classifier: 2_000
}

export interface PortCall {
  readonly port: PortName
  /** The member that is called, such as `withRole`. */
  readonly operation: string
  /** Which adapter, where a port has several: the name of the channel. */
  readonly adapter?: string
  /** The case that it is about. */
  readonly case?: string
  /** Default: that of the port. */
  readonly timeoutMs?: number
  readonly signal?: AbortSignal | undefined
  /** What the adapter is given of a person: it is taken out of what its error says. */
  readonly personal?: readonly string[]
}

/** A call of an adapter that failed, as the host is told of it. It holds nothing personal. */
export interface Failure {
  readonly port: PortName
  readonly operation: string
  readonly adapter?: string
  readonly case?: string
  /** Whether it gave no answer in time. */
  readonly late: boolean
  readonly message: string
  /** What the adapter threw, without what it was given of a person. */
  readonly cause: Error
}

/**
 * Calls an adapter.
 *
 * Errors: the reason of `signal`; `adapter/late` and `adapter/failed`, which may be tried again; a `StoreError` as it is.
 */
export type CallPort = <T>(call: PortCall, run: (signal: AbortSignal) => Promise<T> | T) => Promise<T>

/** Makes the way to call adapters; `report` is told of every failure, and must not throw. */
export const makeCallPort =
  (timeouts: Timeouts, report: (failure: Failure) => void): CallPort =>
  async (call, run) => {
    const { port, signal, timeoutMs = timeouts[port] } = call
    signal?.throwIfAborted()
    try {
      return await Effect.runPromise(bounded(run, timeoutMs), defined({ signal }))
    } catch (thrown) {
      if (signal?.aborted) throw signal.reason
      // What the engine itself throws within a call is no failure of the adapter.
      if (isEngineError(thrown)) throw thrown
      const failure = failureOf(call, thrown, timeoutMs)
      report(failure)
      if (isStoreError(thrown)) throw thrown
      throw engineError(failure.late ? "adapter/late" : "adapter/failed", failure.message, true, failure.cause)
    }
  }

/** Thrown where the time is over; nothing else throws it. */
const late = new Error("gave no answer in time")

const bounded = <T>(run: (signal: AbortSignal) => Promise<T> | T, timeoutMs: number): Effect.Effect<T, unknown> =>
  Effect.timeoutOrElse(Effect.tryPromise({ try: async (signal) => run(signal), catch: (cause) => cause }), {
    duration: timeoutMs,
    orElse: () => Effect.fail(late)
  })

const failureOf = (call: PortCall, thrown: unknown, timeoutMs: number): Failure => {
  const { port, operation, adapter, case: id, personal = [] } = call
  const isLate = thrown === late
  const cause = cleanedError(thrown, personal)
  const who = adapter === undefined ? `the ${port}` : `the ${port} \`${adapter}\``
  const what = isLate ? `gave no answer within ${timeoutMs} ms` : `failed: ${cause.message}`
  return defined({ port, operation, adapter, case: id, late: isLate, message: `${who} (${operation}) ${what}`, cause })
}
