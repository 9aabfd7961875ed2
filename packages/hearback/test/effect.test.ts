import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { memory } from "hearback"
import { HearbackLoop, layer } from "hearback/effect"
import { describe, expect, it } from "vitest"

const policy = join(import.meta.dirname, "../../../examples/first/first.policy.yaml")
const people = join(import.meta.dirname, "../../../examples/first/people.yaml")

describe("the loop as an Effect service", () => {
  it("opens with the layer, answers in values, and streams the record", async () => {
    const program = Effect.gen(function* () {
      const loop = yield* HearbackLoop
      const agent = loop.for({ actor: { id: "agent-7" } })
      const receipt = yield* agent.submit(
        { channel: "phone", customer: "C-17", verbatim: "Third time my invoice is wrong. Unacceptable." },
        "mail-1"
      )
      if (receipt.outcome === "quarantined") return yield* Effect.die(receipt.reason)
      const answer = yield* agent.execute(receipt.case, { do: "close" })
      const events = yield* Stream.runCollect(loop.events({ case: receipt.case }))
      const { figures } = yield* loop.measures()
      const volume = figures.find(({ measure }) => measure === "volume")?.value
      const unknown = yield* Effect.flip(loop.review("none"))
      return { answer, first: [...events][0]?.event, verified: yield* loop.verify, volume, unknown: unknown.code }
    })
    const { answer, first, verified, volume, unknown } = await Effect.runPromise(
      program.pipe(Effect.provide(layer({ policy, people, store: memory() })))
    )
    expect(answer).toMatchObject({ ok: false, rejection: { code: "loop/gates-open" } })
    expect(first).toBe("case-opened")
    expect(verified.ok).toBe(true)
    expect([volume, unknown]).toEqual([1, "review/unknown"])
  })

  it("a failure of the world is the typed error, by its code", async () => {
    const program = Effect.gen(function* () {
      return yield* (yield* HearbackLoop).submit({ channel: "phone", received: "2026-11-20T09:00" })
    })
    const code = await Effect.runPromise(
      program.pipe(
        Effect.provide(layer({ policy, people, store: memory() })),
        Effect.catch((error) => Effect.succeed(error.code))
      )
    )
    expect(code).toBe("time/not-an-instant")
  })
})
