/**
 * Calls adapters. A call has a time limit and ends with its caller's signal; failures are reported to the host. If an
 * adapter ignores its signal, the caller continues when the time is over.
 *
 * Effect runs calls that take longer than a moment; exported functions return plain promises.
 */
import { AsyncLocalStorage } from "node:async_hooks"
import { defined } from "@hearback/core"
import * as Effect from "effect/Effect"
import { isStoreError, storeError } from "../port/StoreError.ts"
import { cleanedError, withheld } from "../redact/Redaction.ts"
import { type Attributes, silent, type Telemetry } from "../telemetry/Telemetry.ts"
import { engineError, isEngineError } from "./EngineError.ts"

/** A port whose adapter is waited for. */
type AwaitedPort = "store" | "keys" | "channel" | "directory" | "customers" | "rates" | "classifier" | "consumer"

/** A port, by the name that reports use. */
export type PortName = AwaitedPort | "clock" | "ids"

/** How long each kind of adapter may take to answer.  Units: ms of real time. */
export type Timeouts = Readonly<Record<AwaitedPort, number>>

/** The default time limits of adapters.  Units: ms of real time. */
export const defaultTimeouts: Timeouts = {
  store: 30_000,
  keys: 10_000,
  channel: 30_000,
  directory: 10_000,
  customers: 10_000,
  rates: 10_000,
  classifier: 2_000,
  consumer: 60_000
}

/** The work for which adapters are called: a command, an arrival, or a message. */
export interface CallScope {
  /** The case that the work is about. */
  readonly case?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Returns the personal data known so far, which is removed from error messages of adapters. */
  readonly personal?: () => readonly string[]
}

/** A call of an adapter. */
export interface PortCall extends CallScope {
  readonly port: AwaitedPort
  /** The member that is called, such as `withRole`. */
  readonly operation: string
  /** Which adapter is called if a port has several: the name of the channel. */
  readonly adapter?: string
  /** Default: the time limit of the port. */
  readonly timeoutMs?: number
}

/** A failed call of an adapter, as `onError` gets it. It contains no personal data. */
export interface Failure {
  /** The kind of adapter. */
  readonly port: PortName
  /** The method that was called, such as `withRole`. */
  readonly operation: string
  /** The name of the channel, if the adapter is one. */
  readonly adapter?: string
  /** The case that the call was made for. */
  readonly case?: string
  /** Whether the adapter did not answer in time. */
  readonly late: boolean
  readonly message: string
  /** The error of the adapter, without the personal data that it was given. */
  readonly cause: Error
}

/**
 * Calls an adapter. A call that takes a signal gets one that ends with its time limit.
 *
 * Errors: the reason of `signal`; `adapter/late` and `adapter/failed`, which may be tried again. Errors of a store are
 * thrown unchanged; a store without an answer gives `store/unavailable`.
 */
export type CallPort = <T>(call: PortCall, run: (signal: AbortSignal) => Promise<T> | T) => Promise<T>

const scopes = new AsyncLocalStorage<CallScope>()

/**
 * Runs a function for a case and a caller. Calls of adapters in it end with the caller's signal, and reports name the
 * case.
 */
export const inScope = <T>(scope: CallScope, run: () => T): T =>
  scopes.run({ ...scopes.getStore(), ...defined(scope) }, run)

/** Makes the function that calls adapters. `report` gets every failure and must not throw. */
export const makeCallPort = (
  timeouts: Timeouts,
  report: (failure: Failure) => void,
  telemetry: Telemetry = silent
): CallPort => {
  const soon = makeSoon()

  /** Returns the error to throw if an adapter threw. */
  const thrownFor = (given: PortCall, thrown: unknown): unknown => {
    const call: PortCall = { ...scopes.getStore(), ...given }
    if (call.signal?.aborted) return call.signal.reason
    // An error of the engine itself within a call is not a failure of the adapter.
    if (isEngineError(thrown) || isWrongCall(thrown)) return thrown
    const failure = failureOf(call, thrown, call.timeoutMs ?? timeouts[call.port])
    report(failure)
    // The keys are often in a store, and fail like a store.
    if (isStoreError(thrown)) return thrown
    if (call.port === "store") return failure.late ? storeError("store/unavailable", failure.message) : asThrown(thrown)
    return engineError(failure.late ? "adapter/late" : "adapter/failed", failure.message, true, failure.cause)
  }

  const callPort = <T>(given: PortCall, run: (signal: AbortSignal) => Promise<T> | T): Promise<T> => {
    const { signal = scopes.getStore()?.signal, timeoutMs = timeouts[given.port] } = given
    if (signal?.aborted) return Promise.reject(signal.reason)
    const thrown = (cause: unknown): never => {
      throw thrownFor(given, cause)
    }
    const inTime = (answer: (signal: AbortSignal) => Promise<T> | T, withinMs = timeoutMs): Promise<T> =>
      Effect.runPromise(bounded(answer, withinMs), signal === undefined ? undefined : { signal }).catch(thrown)
    if (run.length > 0 || signal !== undefined || timeoutMs <= momentMs) return inTime(run)
    try {
      const answer = (run as () => Promise<T> | T)()
      if (!(answer instanceof Promise)) return Promise.resolve(answer)
      return soon(answer, () => inTime(() => answer, timeoutMs - momentMs), thrown)
    } catch (cause) {
      return Promise.reject(thrownFor(given, cause))
    }
  }
  if (telemetry === silent) return callPort
  return (call, run) => telemetry.during("call", attributesOf(call), () => callPort(call, run))
}

const attributesOf = ({ port, operation, adapter }: PortCall): Attributes =>
  defined({ port, operation, adapter }) as Attributes

/**
 * Calls an adapter that answers at once.
 *
 * Errors: `adapter/failed`, which is reported.
 */
export type CallNow = <T>(call: { readonly port: PortName; readonly operation: string }, run: () => T) => T

/** Makes the function that calls adapters which answer at once. `report` gets every failure and must not throw. */
export const makeCallNow =
  (report: (failure: Failure) => void): CallNow =>
  (call, run) => {
    try {
      return run()
    } catch (thrown) {
      const failure = failureOf({ ...scopes.getStore(), ...call }, thrown, 0)
      report(failure)
      throw engineError("adapter/failed", failure.message, true, failure.cause)
    }
  }

/** Returns whether a store refused a wrong call of its caller, which is not a failure of the store. */
const isWrongCall = (thrown: unknown): boolean =>
  isStoreError(thrown, "store/cursor") || isStoreError(thrown, "tx/unsupported") || isStoreError(thrown, "store/closed")

const thrownByStores = new WeakSet<object>()

/** Returns the error to throw. Errors of a store stay as they are, since only the store knows whether to try again. */
const asThrown = (thrown: unknown): unknown => {
  if (typeof thrown === "object" && thrown !== null) thrownByStores.add(thrown)
  return thrown
}

/** Returns whether an error was thrown by a store. */
export const isOfStore = (cause: unknown): boolean =>
  isStoreError(cause) || (typeof cause === "object" && cause !== null && thrownByStores.has(cause))

/** The error that is thrown when the time is over, and never otherwise. */
const late = new Error("gave no answer in time")

/** The time within which most adapters answer; one timer serves all of these calls.  Units: ms. */
const momentMs = 20

interface Unanswered {
  isAnswered: boolean
  /** Whether a timer of its own runs for it. */
  isLate: boolean
  readonly wait: () => void
}

const mostUnanswered = 256

/** Takes an answer that comes within a moment; after that `inTime` waits for it. */
type Soon = <T>(answer: Promise<T>, inTime: () => Promise<T>, thrown: (cause: unknown) => never) => Promise<T>

const makeSoon = (): Soon => {
  let unanswered: Unanswered[] = []

  const waitForRest = (): void => {
    const calls = unanswered.filter(({ isAnswered }) => !isAnswered)
    unanswered = []
    for (const call of calls) {
      call.isLate = true
      call.wait()
    }
  }

  return <T>(answer: Promise<T>, inTime: () => Promise<T>, thrown: (cause: unknown) => never): Promise<T> =>
    new Promise((resolve, reject) => {
      const call: Unanswered = { isAnswered: false, isLate: false, wait: () => void inTime().then(resolve, reject) }
      answer.then(
        (value) => {
          call.isAnswered = true
          if (!call.isLate) resolve(value)
        },
        (cause: unknown) => {
          call.isAnswered = true
          if (!call.isLate) resolve(Promise.reject(cause).catch(thrown))
        }
      )
      if (unanswered.length === 0) setTimeout(waitForRest, momentMs)
      if (unanswered.length >= mostUnanswered) unanswered = unanswered.filter(({ isAnswered }) => !isAnswered)
      unanswered.push(call)
    })
}

const bounded = <T>(run: (signal: AbortSignal) => Promise<T> | T, timeoutMs: number): Effect.Effect<T, unknown> =>
  Effect.timeoutOrElse(Effect.tryPromise({ try: async (signal) => run(signal), catch: (cause) => cause }), {
    duration: timeoutMs,
    orElse: () => Effect.fail(late)
  })

const failureOf = (
  call: Omit<PortCall, "port"> & { readonly port: PortName },
  thrown: unknown,
  timeoutMs: number
): Failure => {
  const { port, operation, adapter, case: id, personal = () => [] } = call
  const isLate = thrown === late
  // Adapters of customers may name a customer in an error, whose data the engine does not know yet.
  const cause = !isLate && port === "customers" ? withheld(thrown) : cleanedError(thrown, personal())
  const who = adapter === undefined ? `the ${port}` : `the ${port} \`${adapter}\``
  const what = isLate ? `gave no answer within ${timeoutMs} ms` : `failed: ${cause.message}`
  return defined({ port, operation, adapter, case: id, late: isLate, message: `${who} (${operation}) ${what}`, cause })
}
