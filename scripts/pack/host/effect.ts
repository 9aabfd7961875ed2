/** The same loop for hosts that use Effect. */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { memory } from "hearback"
import { HearbackLoop, layer } from "hearback/effect"

const program = Effect.gen(function* () {
  const loop = yield* HearbackLoop
  yield* loop.submit({ channel: "email", customer: "C-17", verbatim: "My invoice is wrong." })
  const events = yield* Stream.runCollect(loop.events())
  return events.length
}).pipe(Effect.catchTag("HearbackError", ({ reason }) => Effect.succeed(reason._tag)))

export const answer = (): Promise<number | string> =>
  Effect.runPromise(Effect.provide(program, layer({ policy: "policy.yaml", store: memory() })))
