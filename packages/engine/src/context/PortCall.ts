/**
 * Calls of adapters. A call has a time to answer and ends with its caller's signal; a failure is reported to the host.
 * An adapter that ignores its signal is left behind: who called it goes on when the time is over.
 *
 * Effect runs what takes longer than a moment; what is exported are plain promises.
 */
import { AsyncLocalStorage } from "node:async_hooks"
import { defined } from "@hearback/core"
import * as Effect from "effect/Effect"
import { isStoreError, storeError } from "../port/StoreError.ts"
import { cleanedError, withheld } from "../redact/Redaction.ts"
import { type Attributes, silent, type Telemetry } from "../telemetry/Telemetry.ts"
import { engineError, isEngineError } from "./EngineError.ts"

/** What an adapter stands behind that is waited for. */
type AwaitedPort = "store" | "keys" | "channel" | "directory" | "customers" | "rates" | "classifier" | "consumer"

/** What an adapter stands behind. */
export type PortName = AwaitedPort | "clock" | "ids"

/** How long each kind of adapter may take to answer.  Units: ms of real time. */
export type Timeouts = Readonly<Record<AwaitedPort, number>>

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

/** What calls of adapters are made for: a command, an arrival, a message. */
export interface CallScope {
  /** The case that it is about. */
  readonly case?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** What is known of a person meanwhile: it is taken out of what an adapter's error says. */
  readonly personal?: () => readonly string[]
}

export interface PortCall extends CallScope {
  readonly port: AwaitedPort
  /** The member that is called, such as `withRole`. */
  readonly operation: string
  /** Which adapter, where a port has several: the name of the channel. */
  readonly adapter?: string
  /** Default: that of the port. */
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
 * Calls an adapter. A call that takes a signal is given one that ends with its time.
 *
 * Errors: the reason of `signal`; `adapter/late` and `adapter/failed`, which may be tried again. What a store throws is
 * thrown on as it is; one that gives no answer is `store/unavailable`.
 */
export type CallPort = <T>(call: PortCall, run: (signal: AbortSignal) => Promise<T> | T) => Promise<T>

const scopes = new AsyncLocalStorage<CallScope>()

/** Runs something for a case and a caller: calls of adapters within it end with its signal, and their reports name it. */
export const inScope = <T>(scope: CallScope, run: () => T): T =>
  scopes.run({ ...scopes.getStore(), ...defined(scope) }, run)

/** Makes the way to call adapters; `report` is told of every failure, and must not throw. */
export const makeCallPort = (
  timeouts: Timeouts,
  report: (failure: Failure) => void,
  telemetry: Telemetry = silent
): CallPort => {
  const soon = makeSoon()

  /** Returns what is thrown where an adapter threw. */
  const thrownFor = (given: PortCall, thrown: unknown): unknown => {
    const call: PortCall = { ...scopes.getStore(), ...given }
    if (call.signal?.aborted) return call.signal.reason
    // What the engine itself throws within a call is no failure of the adapter.
    if (isEngineError(thrown) || isWrongCall(thrown)) return thrown
    const failure = failureOf(call, thrown, call.timeoutMs ?? timeouts[call.port])
    report(failure)
    // The keys often stand in a store, and fail as that does.
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

/** Makes the way to call adapters that answer at once; `report` is told of every failure, and must not throw. */
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

/** What a store refuses of its caller is no failure of the store. */
const isWrongCall = (thrown: unknown): boolean =>
  isStoreError(thrown, "store/cursor") || isStoreError(thrown, "tx/unsupported") || isStoreError(thrown, "store/closed")

const thrownByStores = new WeakSet<object>()

/** What a store throws is thrown on as it is: the store alone knows whether it can be tried again. */
const asThrown = (thrown: unknown): unknown => {
  if (typeof thrown === "object" && thrown !== null) thrownByStores.add(thrown)
  return thrown
}

/** Whether something was thrown by a store, or is the error of one. */
export const isOfStore = (cause: unknown): boolean =>
  isStoreError(cause) || (typeof cause === "object" && cause !== null && thrownByStores.has(cause))

/** Thrown where the time is over; nothing else throws it. */
const late = new Error("gave no answer in time")

/** Most adapters answer within a moment, and one clock serves all of them.  Units: ms. */
const momentMs = 20

interface Unanswered {
  isAnswered: boolean
  /** A clock of its own runs for it. */
  isLate: boolean
  readonly wait: () => void
}

const mostUnanswered = 256

/** Takes an answer that comes within a moment; after that it is waited for `inTime`. */
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
  // Whoever keeps customers may name one that nobody has told it of.
  const cause = !isLate && port === "customers" ? withheld(thrown) : cleanedError(thrown, personal())
  const who = adapter === undefined ? `the ${port}` : `the ${port} \`${adapter}\``
  const what = isLate ? `gave no answer within ${timeoutMs} ms` : `failed: ${cause.message}`
  return defined({ port, operation, adapter, case: id, late: isLate, message: `${who} (${operation}) ${what}`, cause })
}
