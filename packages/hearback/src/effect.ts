/**
 * The same loop for hosts that speak Effect: a service whose verbs are effects, opened and closed with a scope.
 *
 * A domain "no" stays a value; what the Promise facade throws is the one error here, with its code.
 */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import type * as Api from "./api.ts"
import { type HearbackError, hearbackError, isHearbackError } from "./errors.ts"
import type { Learning, Measures, Review, SaidAndDone } from "./learning.ts"
import { type OpenOptions, open } from "./open.ts"

const failure = (cause: unknown): HearbackError =>
  isHearbackError(cause)
    ? cause
    : hearbackError("store/unavailable", cause instanceof Error ? cause.message : String(cause), { cause })

const from = <A>(run: (signal: AbortSignal) => Promise<A>): Effect.Effect<A, HearbackError> =>
  Effect.tryPromise({ try: run, catch: failure })

type Result<A> = Effect.Effect<A, HearbackError>

/** A desk whose verbs are effects; interruption before the commit leaves nothing behind. */
export interface Desk {
  readonly submit: (feedback: Api.Feedback, key?: string) => Result<Api.Receipt>
  readonly execute: (
    id: string,
    command: Api.Command,
    call?: { readonly key?: string; readonly ifVersion?: number }
  ) => Result<Api.Outcome>
  readonly get: (id: string) => Result<Api.CaseView | undefined>
  readonly list: (query?: Api.CaseQuery) => Result<Api.Page<Api.CaseRow>>
  readonly explain: (id: string, about?: Parameters<Api.Desk["explain"]>[1]) => Result<Api.Explanation>
  readonly events: (options?: {
    readonly after?: string
    readonly case?: string
  }) => Stream.Stream<Api.LoopEvent, HearbackError>
  readonly for: (scope: { readonly actor: { readonly id: string } }) => Desk
}

export interface LoopShape extends Desk {
  readonly tick: (options?: Parameters<Api.Loop["tick"]>[0]) => Result<Awaited<ReturnType<Api.Loop["tick"]>>>
  /** Open cases to another version of the policy, or to its calendars: looked at first, then moved. */
  readonly policy: {
    readonly preview: (moving?: Api.MovingCases) => Result<readonly Api.MovedCase[]>
    readonly move: (moving: Parameters<Api.PolicyVersions["move"]>[0]) => Result<readonly Api.MovedCase[]>
  }
  readonly measures: (period?: Parameters<Learning["measures"]>[0]) => Result<Measures>
  readonly review: (name: string, options?: Parameters<Learning["review"]>[1]) => Result<Review>
  readonly saidAndDone: (options?: Parameters<Learning["saidAndDone"]>[0]) => Result<SaidAndDone>
  readonly verify: Result<Awaited<ReturnType<Api.Loop["verify"]>>>
  readonly health: Result<Api.Health>
}

/** `yield* HearbackLoop` inside an Effect program. */
export class HearbackLoop extends Context.Service<HearbackLoop, LoopShape>()("hearback/HearbackLoop") {}

const deskOf = (desk: Api.Desk): Desk => ({
  submit: (feedback, key) => from((signal) => desk.submit(feedback, { signal, ...(key === undefined ? {} : { key }) })),
  execute: (id, command, call = {}) => from((signal) => desk.execute(id, command, { signal, ...call })),
  get: (id) => from(() => desk.get(id)),
  list: (query) => from(() => desk.list(query)),
  explain: (id, about) => from(() => desk.explain(id, about)),
  events: (options) => Stream.fromAsyncIterable(desk.events(options), failure),
  for: (scope) => deskOf(desk.for(scope))
})

const make = (options: OpenOptions) =>
  Effect.acquireRelease(
    from(() => open(options)),
    (loop) => Effect.promise(() => loop.close())
  ).pipe(
    Effect.map(
      (loop): LoopShape => ({
        ...deskOf(loop),
        tick: (tick) => from(() => loop.tick(tick)),
        policy: {
          preview: (moving) => from(() => loop.policy.preview(moving)),
          move: (moving) => from(() => loop.policy.move(moving))
        },
        measures: (period) => from(() => loop.measures(period)),
        review: (name, options) => from(() => loop.review(name, options)),
        saidAndDone: (options) => from(() => loop.saidAndDone(options)),
        verify: from(() => loop.verify()),
        health: from(() => loop.health())
      })
    )
  )

/** Opens a loop for as long as the layer lives. */
export const layer = (options: OpenOptions): Layer.Layer<HearbackLoop, HearbackError> =>
  Layer.effect(HearbackLoop, make(options))
