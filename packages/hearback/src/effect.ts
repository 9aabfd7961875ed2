/**
 * The same loop for hosts that use Effect: a service whose methods are effects and streams, open as long as its
 * scope.
 *
 * Methods and arguments are those of the Promise facade. Interruption replaces `signal`, and the scope replaces
 * `close`. A refusal is still a value. A failure of the environment is a `HearbackError`; a bug is a defect.
 */

import type { AnyNames, PolicyNames } from "@hearback/core"
import * as Context from "effect/Context"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import { type HearbackErrorCode, isHearbackError, type HearbackError as Thrown } from "./call/HearbackError.ts"
import type * as Api from "./index.ts"
import { open } from "./open/LoopOpening.ts"
import type { OpenOptions, PolicyFile } from "./open/OpenOptions.ts"

/**
 * The reasons of a `HearbackError`, by code: `Effect.catchReason("HearbackError", "key/reused", …)` handles one of
 * them.
 */
export type Reason = { readonly [Code in HearbackErrorCode]: ReasonOf<Code> }[HearbackErrorCode]

/** One reason of a `HearbackError`. */
export interface ReasonOf<Code extends HearbackErrorCode> {
  /** The error code. */
  readonly _tag: Code
  readonly message: string
  /** Whether the same call may succeed later. */
  readonly retryable: boolean
  /** The findings in a policy or people file, each with its place; empty for other reasons. */
  readonly diagnostics: NonNullable<Thrown["diagnostics"]>
}

/**
 * The failure of a call: a store or an adapter failed, or the call is wrong. `Effect.catchTag("HearbackError", …)` catches
 * it.
 */
export class HearbackError extends Data.TaggedError("HearbackError")<{
  readonly reason: Reason
  /** What the Promise facade threw. */
  readonly cause: Thrown
}> {
  override get message(): string {
    return this.reason.message
  }
  get code(): HearbackErrorCode {
    return this.reason._tag
  }
  get retryable(): boolean {
    return this.reason.retryable
  }
}

/** The arguments without the signal, which interruption replaces. */
type Arguments<All extends readonly unknown[]> = { [Index in keyof All]: WithoutSignal<All[Index]> }
type WithoutSignal<Argument> = "signal" extends KeyOf<Argument> ? Omit<NonNullable<Argument>, "signal"> : Argument
type KeyOf<Argument> = Argument extends object ? keyof Argument : never

type AsEffect<Member, N extends PolicyNames> = Member extends (...args: infer All) => infer Answer
  ? [Answer] extends [Api.Desk<N>]
    ? (...args: All) => Desk<N>
    : [Answer] extends [Api.CustomerDesk<N>]
      ? (...args: All) => CustomerDesk<N>
      : [Answer] extends [AsyncIterable<infer Element>]
        ? (...args: Arguments<All>) => Stream.Stream<Element, HearbackError>
        : (...args: Arguments<All>) => Effect.Effect<Awaited<Answer>, HearbackError>
  : { readonly [Name in keyof Member]: AsEffect<Member[Name], N> }

/** The desk of an actor, with its methods as Effects and Streams. */
export type Desk<N extends PolicyNames = AnyNames> = {
  readonly [Name in keyof Api.Desk<N>]: AsEffect<Api.Desk<N>[Name], N>
}

/** The desk of a customer, with its methods as Effects and Streams. */
export type CustomerDesk<N extends PolicyNames = AnyNames> = {
  readonly [Name in keyof Api.CustomerDesk<N>]: AsEffect<Api.CustomerDesk<N>[Name], N>
}

/** The methods of a loop, each as an Effect or a Stream. */
export type LoopService<N extends PolicyNames = AnyNames> = {
  readonly [Name in Exclude<keyof Api.Loop<N>, "close" | typeof Symbol.asyncDispose>]: AsEffect<Api.Loop<N>[Name], N>
}

/** The Effect service of a loop: `yield* HearbackLoop`. */
export class HearbackLoop extends Context.Service<HearbackLoop, LoopService>()("hearback/HearbackLoop") {}

/** Returns the loop with the names that `hearback types` wrote for its policy: `yield* loopOf(policy)`. */
export const loopOf = <N extends PolicyNames>(
  _policy: PolicyFile<N>
): Effect.Effect<LoopService<N>, never, HearbackLoop> =>
  // Names are only types, so the value is the same.
  Effect.map(Effect.service(HearbackLoop), (loop) => loop as unknown as LoopService<N>)

/** Returns a layer that opens a loop and closes it with its scope. */
export const layer = <N extends PolicyNames = AnyNames>(
  options: OpenOptions<N>
): Layer.Layer<HearbackLoop, HearbackError> =>
  Layer.effect(
    HearbackLoop,
    Effect.acquireRelease(
      attempt(() => open<AnyNames>(options as OpenOptions)),
      (loop) => Effect.promise(() => loop.close())
    ).pipe(Effect.map(serviceOf))
  )

const serviceOf = (loop: Api.Loop): LoopService => ({
  ...deskOf(() => loop),
  within: (tx) => deskOf(() => loop.within(tx)),
  forCustomer: (id, options) => customerDeskOf(loop.forCustomer(id, options)),
  submitMany: (feedback, options) => elements((signal) => loop.submitMany(feedback, { ...options, signal })),
  consume: (name, handler, options) => attempt(() => loop.consume(name, handler, options)),
  receive: () => attempt(async () => loop.receive()),
  work: (options) => attempt(async () => loop.work(options)),
  tick: (options) => attempt(() => loop.tick(options)),
  signal: (event, about, call) => attempt((signal) => loop.signal(event, about, { ...call, signal })),
  form: (channel, language, answers) => attempt(async () => loop.form(channel, language, answers)),
  customers: {
    get: (id) => attempt(() => loop.customers.get(id)),
    set: (id, wish, call) => attempt((signal) => loop.customers.set(id, wish, { ...call, signal })),
    erase: (id, order, call) => attempt((signal) => loop.customers.erase(id, order, { ...call, signal }))
  },
  policy: {
    publish: (policy, order, call) => attempt((signal) => loop.policy.publish(policy, order, { ...call, signal })),
    versions: () => attempt(() => loop.policy.versions()),
    preview: (moving) => attempt(() => loop.policy.preview(moving)),
    move: (moving) => attempt(() => loop.policy.move(moving))
  },
  quarantine: {
    list: () => attempt(() => loop.quarantine.list()),
    page: (query) => attempt(() => loop.quarantine.page(query)),
    put: (arrival) => attempt(() => loop.quarantine.put(arrival)),
    settle: (key, found) => attempt(() => loop.quarantine.settle(key, found)),
    release: (id, feedback, scope) => attempt(() => loop.quarantine.release(id, feedback, scope))
  },
  undelivered: {
    list: () => attempt(() => loop.undelivered.list()),
    retry: (ids) => attempt(() => loop.undelivered.retry(ids))
  },
  measures: (period) => attempt(() => loop.measures(period)),
  review: (name, options) => attempt(() => loop.review(name, options)),
  saidAndDone: (options) => attempt(() => loop.saidAndDone(options)),
  verify: (options) => attempt(() => loop.verify(options)),
  record: {
    anchor: () => attempt(() => loop.record.anchor()),
    rebuild: (options) => attempt(() => loop.record.rebuild(options))
  },
  health: () => attempt(() => loop.health())
})

/** Makes a desk when it is used, so that an invalid actor fails the method that is called. */
const deskOf = (desk: () => Api.Desk): Desk => ({
  submit: (feedback, call) => attempt((signal) => desk().submit(feedback, { ...call, signal })),
  preview: (feedback, options) => attempt(() => desk().preview(feedback, options)),
  execute: (id, command, call) => attempt((signal) => desk().execute(id, command, { ...call, signal })),
  get: (id) => attempt(() => desk().get(id)),
  list: (query) => attempt(() => desk().list(query)),
  count: (query) => attempt(() => desk().count(query)),
  explain: (id, about) => attempt(() => desk().explain(id, about)),
  events: (options) => elements((signal) => desk().events({ ...options, signal })),
  for: (scope) => deskOf(() => desk().for(scope))
})

const customerDeskOf = (desk: Api.CustomerDesk): CustomerDesk => ({
  submit: (feedback, call) => attempt((signal) => desk.submit(feedback, { ...call, signal })),
  execute: (id, command, call) => attempt((signal) => desk.execute(id, command, { ...call, signal })),
  get: (id) => attempt(() => desk.get(id)),
  list: (query) => attempt(() => desk.list(query)),
  events: (options) => elements((signal) => desk.events({ ...options, signal })),
  form: (channel, answers) => attempt(async () => desk.form(channel, answers))
})

const attempt = <Answer>(run: (signal: AbortSignal) => Promise<Answer>): Effect.Effect<Answer, HearbackError> =>
  Effect.tryPromise({ try: async (signal) => run(signal), catch: (cause) => cause }).pipe(
    Effect.catch((cause) => (isHearbackError(cause) ? Effect.fail(errorOf(cause)) : Effect.die(cause)))
  )

/** Reads anew for each run of the stream. Ending the stream early aborts the reading. */
const elements = <Element>(
  read: (signal: AbortSignal) => AsyncIterable<Element>
): Stream.Stream<Element, HearbackError> =>
  Stream.suspend(() => {
    const leaving = new AbortController()
    return Stream.fromAsyncIterable(begun(read, leaving.signal), (cause) => cause).pipe(
      Stream.catch((cause) => (isHearbackError(cause) ? Stream.fail(errorOf(cause)) : Stream.die(cause))),
      Stream.ensuring(Effect.sync(() => leaving.abort()))
    )
  })

/**
 * Returns a stream that begins to read when the first element is requested; an error of the call fails the stream.
 */
async function* begun<Element>(
  read: (signal: AbortSignal) => AsyncIterable<Element>,
  signal: AbortSignal
): AsyncGenerator<Element> {
  yield* read(signal)
}

const errorOf = (thrown: Thrown): HearbackError => {
  const { code, message, retryable, diagnostics = [] } = thrown
  // There are more codes than the compiler can distinguish one by one.
  const reason = { _tag: code, message, retryable, diagnostics } as Reason
  return new HearbackError({ reason, cause: thrown })
}
