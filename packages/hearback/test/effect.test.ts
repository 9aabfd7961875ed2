import { join } from "node:path"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import { type Keyed, type Loop, memory } from "hearback"
import { HearbackLoop, layer, loopOf } from "hearback/effect"
import { describe, expect, expectTypeOf, it } from "vitest"

const policy = join(import.meta.dirname, "../../../examples/first/first.policy.yaml")
const people = join(import.meta.dirname, "../../../examples/first/people.yaml")

const words = "Third time my invoice is wrong. Unacceptable."
const feedback = { channel: "phone", customer: "C-17", verbatim: words }

const run = <A, E>(program: Effect.Effect<A, E, HearbackLoop>, store = memory()): Promise<A> =>
  Effect.runPromise(Effect.provide(program, layer({ policy, people, store })))

describe("the loop as an Effect service", () => {
  it("is the same service with the names of its policy", async () => {
    const both = Effect.gen(function* () {
      return [yield* HearbackLoop, yield* loopOf(policy)] as const
    })
    const [one, other] = await run(both)
    expect(other).toBe(one)
  })

  it("opens with the layer, returns values, and streams the record", async () => {
    const program = Effect.gen(function* () {
      const loop = yield* HearbackLoop
      const agent = loop.for({ actor: { id: "agent-7" } })
      const receipt = yield* agent.submit(feedback, { key: "mail-1" })
      if (receipt.outcome === "quarantined") return yield* Effect.die(receipt.reason)
      const again = yield* agent.submit(feedback, { key: "mail-1" })
      const answer = yield* agent.execute(receipt.case, { do: "close" })
      const events = yield* Stream.runCollect(loop.events({ case: receipt.case }))
      const { figures } = yield* loop.measures()
      const volume = figures.find(({ measure }) => measure === "volume")?.value
      const { ok } = yield* loop.verify()
      return { again, answer, first: [...events][0]?.event, ok, volume }
    })
    expect(await run(program)).toMatchObject({
      again: { replayed: true },
      answer: { ok: false, rejection: { code: "loop/gates-open" } },
      first: "case-opened",
      ok: true,
      volume: 1
    })
  })

  it("fails the methods of a desk of an invalid actor, which `catchTag` catches", async () => {
    const program = Effect.gen(function* () {
      const desk = (yield* HearbackLoop).for({ actor: { id: "" } })
      const codeOf = (error: { readonly code: string }) => Effect.succeed(error.code)
      const got = yield* desk.get("A").pipe(Effect.catchTag("HearbackError", codeOf))
      const read = yield* Stream.runCollect(desk.events()).pipe(Effect.catchTag("HearbackError", codeOf))
      return [got, read]
    })
    expect(await run(program)).toEqual(["actor/invalid", "actor/invalid"])
  })

  it("has every method of the facade with the same answers", async () => {
    const program = Effect.gen(function* () {
      const loop = yield* HearbackLoop
      const many: readonly Keyed[] = [
        { feedback, key: "a" },
        { feedback: { channel: "phone" }, key: "b" }
      ]
      const receipts = yield* Stream.runCollect(loop.submitMany(many, { batch: 1 }))
      const id = receipts[0]?.case ?? ""
      yield* loop.customers.set("C-17", { questions: "refused" })
      return {
        outcomes: receipts.map(({ outcome }) => outcome),
        known: (yield* loop.get(id))?.kind,
        listed: (yield* loop.list()).items.length,
        counted: (yield* loop.count()).count,
        explained: (yield* loop.explain(id, "grade")).lines.length > 0,
        customer: (yield* loop.customers.get("C-17")).refusesQuestions,
        kept: (yield* loop.customers.erase("C-17", { by: "agent-7", reason: "asked" })).erased,
        signalled: (yield* loop.signal("delivered", { case: id })).ok,
        form: (yield* loop.form("phone"))?.channel,
        noForm: yield* loop.form("pigeon"),
        moved: yield* loop.policy.preview(),
        movedNow: yield* loop.policy.move({ by: "manager-3", reason: "new" }),
        waiting: (yield* loop.quarantine.list()).map(({ key }) => key),
        put: (yield* loop.quarantine.put({ key: "c", channel: "email", raw: "?", reason: "unreadable" })).outcome,
        released: (yield* loop.quarantine.release((yield* loop.quarantine.list())[0]?.id ?? "", feedback)).outcome,
        undelivered: yield* loop.undelivered.list(),
        retried: yield* loop.undelivered.retry([]),
        ticked: (yield* loop.tick()).more,
        heard: (yield* loop.measures()).heard.length > 0,
        live: (yield* loop.health()).live
      }
    })
    expect(await run(program)).toMatchObject({
      outcomes: ["opened", "quarantined"],
      known: "complaint",
      listed: 1,
      counted: 1,
      explained: true,
      customer: true,
      kept: false,
      signalled: false,
      form: "phone",
      noForm: undefined,
      moved: { ok: true, cases: [] },
      waiting: ["b"],
      put: "quarantined",
      undelivered: [],
      retried: 0,
      ticked: false,
      heard: true,
      live: true
    })
  })

  it("does not compile without a method of the facade", () => {
    type Gone = "close" | typeof Symbol.asyncDispose
    type Service = HearbackLoop["Service"]
    expectTypeOf<keyof Service>().toEqualTypeOf<Exclude<keyof Loop, Gone>>()
    expectTypeOf<keyof Service["quarantine"]>().toEqualTypeOf<keyof Loop["quarantine"]>()
    expectTypeOf<ReturnType<Service["for"]>["submit"]>().toEqualTypeOf<Service["submit"]>()
    // @ts-expect-error interruption replaces the signal
    type _ = Parameters<Service["submit"]>[1]["signal"]
    // @ts-expect-error `undelivered` and all others are missing
    const some: Service = { ...({} as ReturnType<Service["for"]>) }
    expect(some).toEqual({})
  })
})

describe("its errors", () => {
  const early = { channel: "phone", received: "2026-11-20T09:00" } as const

  it("are caught by their tag, with the code and the error of the facade", async () => {
    const program = Effect.gen(function* () {
      return yield* (yield* HearbackLoop).submit(early)
    }).pipe(
      Effect.map(() => undefined),
      Effect.catchTag("HearbackError", (error) => Effect.succeed(error))
    )
    const error = await run(program)
    expect(error).toMatchObject({ code: "time/not-an-instant", retryable: false })
    expect(error?.message).toBe(error?.cause.message)
  })

  it("are caught by their reason, and no other reason is", async () => {
    const caught = (at: string) =>
      Effect.gen(function* () {
        return (yield* (yield* HearbackLoop).tick({ at })).fired
      }).pipe(
        Effect.catchReason("HearbackError", "time/in-the-future", ({ message }) => Effect.succeed(message)),
        Effect.catchTag("HearbackError", ({ code }) => Effect.succeed(`other: ${code}`))
      )
    expect(await run(caught("2999-01-01T00:00:00Z"))).toContain("this store runs on real time")
    expect(await run(caught("yesterday"))).toBe("other: time/not-an-instant")
  })

  it("list every finding if the policy cannot be used", async () => {
    const options = { policy: join(import.meta.dirname, "none.yaml"), store: memory() }
    const findings = await Effect.runPromise(
      Layer.build(layer(options)).pipe(
        Effect.as(0),
        Effect.scoped,
        Effect.catchReason("HearbackError", "policy/invalid", ({ diagnostics }) => Effect.succeed(diagnostics.length))
      )
    )
    expect(findings).toBe(1)
  })

  it("do not include bugs: anything that is no failure of the environment is a defect", async () => {
    const broken = memory()
    const bug = new TypeError("bug")
    const store = { ...broken, events: { ...broken.events, list: () => Promise.reject(bug) } }
    const program = Effect.gen(function* () {
      return yield* (yield* HearbackLoop).list()
    })
    const exit = await Effect.runPromiseExit(Effect.provide(program, layer({ policy, people, store })))
    expect(Exit.isFailure(exit) && Cause.squash(exit.cause)).toBe(bug)
    expect(Exit.isFailure(exit) && Cause.hasDies(exit.cause)).toBe(true)
  })
})

describe("its lifetime", () => {
  it("ends with the scope, and not before", async () => {
    const program = Effect.gen(function* () {
      const loop = yield* Effect.scoped(
        Effect.gen(function* () {
          const inside = yield* Layer.build(layer({ policy, people, store: memory() }))
          const held = yield* Effect.provide(HearbackLoop, inside)
          yield* held.submit(feedback)
          return held
        })
      )
      return yield* Effect.flip(loop.submit(feedback))
    })
    expect((await Effect.runPromise(program)).code).toBe("closed")
  })

  it("stores nothing of a submission that was interrupted before it began", async () => {
    const program = Effect.gen(function* () {
      const loop = yield* HearbackLoop
      const fiber = yield* Effect.forkChild(Effect.andThen(Effect.never, loop.submit(feedback)))
      yield* Effect.yieldNow
      yield* Fiber.interrupt(fiber)
      return { exit: yield* Fiber.await(fiber), count: (yield* loop.count()).count }
    })
    const { exit, count } = await run(program)
    expect(Exit.isFailure(exit) && Cause.hasInterruptsOnly(exit.cause)).toBe(true)
    expect(count).toBe(0)
  })

  it("takes no more of a source than the stream needs, and lets the source end", async () => {
    let given = 0
    let ended = false
    const endless = async function* (): AsyncGenerator<Keyed> {
      try {
        for (;;) yield { feedback: { ...feedback, customer: `C-${++given}` } }
      } finally {
        ended = true
      }
    }
    const program = Effect.gen(function* () {
      const loop = yield* HearbackLoop
      const two = yield* Stream.runCollect(Stream.take(loop.submitMany(endless(), { batch: 1 }), 2))
      return two.length
    })
    expect(await run(program)).toBe(2)
    expect([given, ended]).toEqual([2, true])
  })

  it("reads the record again each time the same stream runs, and ends when its fiber is interrupted", async () => {
    const program = Effect.gen(function* () {
      const loop = yield* HearbackLoop
      yield* loop.submit(feedback)
      const events = loop.events()
      const first = yield* Stream.runCollect(events)
      const second = yield* Stream.runCollect(events)
      const fiber = yield* Effect.forkChild(Stream.runDrain(Stream.mapEffect(events, () => Effect.never)))
      yield* Effect.yieldNow
      yield* Fiber.interrupt(fiber)
      return [first.length > 0, second.length === first.length]
    })
    expect(await run(program)).toEqual([true, true])
  })
})
