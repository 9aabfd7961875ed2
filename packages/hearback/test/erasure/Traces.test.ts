/**
 * Canaries in traces: a host traces every call of the Effect service, and some adapter fails with what it was given.
 * No span has a word of a person in its name, its attributes, its events or its failure.
 */
import { join } from "node:path"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Stream from "effect/Stream"
import * as Tracer from "effect/Tracer"
import { type Command, type Feedback, memory, type OpenOptions, type Store } from "hearback"
import { HearbackLoop, type LoopService, layer } from "hearback/effect"
import { describe, expect, it } from "vitest"

const policy = join(import.meta.dirname, "canary.policy.yaml")
const people = join(import.meta.dirname, "people.yaml")

/** Words that nobody else uses, in two scripts. */
const [latin, chinese] = ["Zqcanary", "张三丰"]
const word = (where: string): string => `${latin}${where} ${chinese}`
const marks = new RegExp(`${latin}|${chinese}`, "iu")

/** A tracer that keeps all its spans, as an exporter would send them. */
const keeping = () => {
  const spans: { readonly span: Tracer.Span; readonly events: unknown[] }[] = []
  const { nativeTracer } = Tracer
  const tracer = Tracer.make({
    span: (options) => {
      const span = nativeTracer.span(options)
      const events: unknown[] = []
      const { event } = span
      span.event = (...given) => {
        events.push(given)
        event.call(span, ...given)
      }
      spans.push({ span, events })
      return span
    }
  })
  return { tracer, spans }
}

/** Returns all readable parts of an error: its message, its stack, its cause, and its own members. */
const readable = (value: unknown, seen: ReadonlySet<unknown> = new Set()): string => {
  if (typeof value !== "object" || value === null) return String(value)
  if (seen.has(value)) return ""
  const names = [...Object.getOwnPropertyNames(value), ...(value instanceof Error ? ["message", "stack", "cause"] : [])]
  const inner = new Set([...seen, value])
  return [...new Set(names)].map((name) => `${name}: ${readable(Reflect.get(value, name), inner)}`).join("\n")
}

/** Returns what an exporter sends of each span. The value that a call returns is not sent. */
const exported = ({ span, events }: ReturnType<typeof keeping>["spans"][number]): string => {
  const failed = span.status._tag === "Ended" && Exit.isFailure(span.status.exit) ? span.status.exit.cause : undefined
  return [
    span.name,
    ...[...span.attributes].map(([name, value]) => `${name}=${readable(value)}`),
    ...span.links.map((link) => readable(link)),
    ...events.map((event) => readable(event)),
    failed === undefined ? "" : `${Cause.pretty(failed)}\n${readable(failed)}`
  ].join("\n")
}

/** Throws everything that an adapter was given, like one that reports its whole request. */
const leak = (...given: readonly unknown[]): never => {
  throw new Error(`500 ${readable(given)}`, { cause: new TypeError(readable(given)) })
}

type Adapters = Omit<OpenOptions, "store"> & { readonly store?: Store }

/** Returns a store or keys whose named members fail with what they are given once `isFailing` is true. */
const leaking = <T extends object>(whole: T, isFailing: (name: string) => boolean): T =>
  new Proxy(whole, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== "function") return member
      return (...given: unknown[]) =>
        isFailing(String(name)) ? leak(...given) : (member as (...all: unknown[]) => unknown).apply(target, given)
    }
  })

interface World {
  readonly adapters: Adapters
  /** Adapters fail from here on. */
  readonly fail: () => void
}

/** Makes a world in which one adapter fails with what it was given. */
const worldOf = (of: (isFailing: () => boolean) => Adapters) => (): World => {
  const now = { isFailing: false }
  return { adapters: of(() => now.isFailing), fail: () => Object.assign(now, { isFailing: true }) }
}

const storeOf = (isFailing: (name: string) => boolean): Adapters => {
  const { events, keys } = memory()
  return { store: { events: leaking(events, isFailing), keys } }
}
const keysOf = (isFailing: (name: string) => boolean): Adapters => {
  const { events, keys } = memory()
  return { store: { events, keys: leaking(keys, isFailing) } }
}

const worlds: Readonly<Record<string, () => World>> = {
  "no adapter fails": worldOf(() => ({})),
  "a channel fails": worldOf(() => ({
    channels: [
      { name: "post", audiences: ["customer", "staff"], needsAddress: false, send: async (...all) => leak(...all) }
    ]
  })),
  "a classifier fails": worldOf(() => ({ classifier: { classify: async (...all) => leak(...all) } })),
  "the customers fail": worldOf((isFailing) => ({
    customers: { customer: async (...all) => (isFailing() ? leak(...all, word("on file")) : { name: word("on file") }) }
  })),
  "the directory fails": worldOf((isFailing) => {
    const directory = { person: async () => undefined, withRole: async () => [], absence: async () => undefined }
    return { people: leaking(directory, isFailing) }
  }),
  "the store fails to append": worldOf((isFailing) => storeOf((name) => isFailing() && name === "append")),
  "the store fails to read": worldOf((isFailing) =>
    storeOf((name) => isFailing() && name !== "append" && name !== "close")
  ),
  "the keys fail": worldOf((isFailing) => keysOf((name) => isFailing() && name !== "close"))
}

/** The calls of a host, each with a person's words in all possible places. */
const callsOf = (loop: LoopService, id: string): Readonly<Record<string, Effect.Effect<unknown, unknown>>> => {
  const agent = loop.for({ actor: { id: "ann" } })
  const customer = loop.for({ actor: { customer: "c-1" } })
  const give = (command: unknown, key?: string) =>
    agent.execute(id, command as Command, key === undefined ? {} : { key })
  const feedback = (more: object): Feedback => ({ channel: "email", customer: "c-1", verbatim: word("said"), ...more })
  return {
    taken: agent.submit(feedback({ customer: { id: "c-1", name: word("name"), address: word("address") } })),
    "taken under a key": agent.submit(feedback({}), { key: word("key") }),
    "taken under a key that is used": agent.submit(feedback({ verbatim: word("other") }), { key: word("key") }),
    "not read": agent.submit(feedback({ received: word("received"), score: word("score"), [word("field")]: 1 })),
    "of nobody": agent.submit(feedback({ customer: { name: word("name"), address: word("address") } })),
    many: Stream.runCollect(loop.submitMany([{ feedback: feedback({ where: word("where") }), key: word("many") }])),
    "of a command": give({ do: "note", text: word("note") }, word("key of a note")),
    "of a key that is used": give({ do: "note", text: word("another") }, word("key of a note")),
    refused: give({ do: "compensate", amount: 90_000, reason: word("why") }),
    "refused as written": give({ do: "note", text: word("note"), [word("argument")]: word("value") }),
    "of no command": give({ do: word("verb"), text: word("text") }),
    "refused to a customer": customer.execute(id, { do: "reply", says: "agree", text: word("agreed") }),
    "of no case": agent.execute("none", { do: "note", text: word("note") }),
    "of no actor": loop.for({ actor: { id: "nobody" } }).execute(id, { do: "note", text: word("note") }),
    read: agent.get(id),
    "read of no case": agent.get("none"),
    listed: agent.list({ text: word("text") }),
    "listed wrongly": agent.list({ [word("filter")]: word("value") } as never),
    counted: agent.count({ customer: "c-1" }),
    explained: agent.explain(id, word("about") as never),
    followed: Stream.runCollect(loop.events({ case: id })),
    "followed from nowhere": Stream.runCollect(loop.events({ after: -1 } as never)),
    "put aside": loop.quarantine.put({ key: word("row"), channel: "email", raw: word("raw"), reason: word("reason") }),
    released: loop.quarantine.release("no such entry", feedback({})),
    settled: loop.quarantine.settle("row", word("found") as never),
    wished: loop.customers.set("c-1", { give: [word("consent")] }, { key: word("wish") }),
    known: loop.customers.get("c-1"),
    told: loop.signal("delivered", { customer: "c-1" }),
    "told of a case": loop.signal("delivered", { case: "none" }),
    reviewed: loop.review("none"),
    measured: loop.measures({ from: word("from") } as never),
    formed: loop.form("none"),
    published: loop.policy.publish("none.policy.yaml", { by: "max", reason: word("reason") }),
    moved: loop.policy.move({ by: "nobody", reason: word("reason") }),
    worked: loop.tick(),
    retried: loop.undelivered.retry(["none"]),
    verified: loop.verify({ against: word("anchor") } as never),
    healthy: loop.health(),
    erased: loop.customers.erase("c-1", { by: "nobody", reason: word("reason"), evenIfKept: true })
  }
}

/** Runs every call in its own span; returns what is exported. */
const traced = async (world: () => World): Promise<ReadonlyMap<string, string>> => {
  const { adapters, fail } = world()
  const { tracer, spans } = keeping()
  const program = Effect.gen(function* () {
    const loop = yield* HearbackLoop
    const { case: id = "" } = yield* loop.submit({ channel: "email", customer: "c-1", verbatim: word("first") })
    fail()
    for (const [name, call] of Object.entries(callsOf(loop, id)))
      yield* call.pipe(Effect.withSpan(name, { attributes: { case: id } }), Effect.exit)
  })
  await Effect.runPromise(
    Effect.exit(Effect.provide(program, layer({ policy, people, store: memory(), ...adapters }))).pipe(
      Effect.withTracer(tracer)
    )
  )
  return new Map(spans.map((one) => [one.span.name, exported(one)]))
}

/** Returns a person's words that occur, by span. */
const found = (sent: ReadonlyMap<string, string>): readonly string[] =>
  [...sent].flatMap(([name, text]) => {
    const line = text.split("\n").find((one) => marks.test(one))
    return line === undefined ? [] : [`${name}: ${line}`]
  })

describe("F-E1 · traces of the Effect service", () => {
  it.each(Object.entries(worlds))("F-E1 · contain nothing that a person typed: %s", async (_, world) => {
    const sent = await traced(world)
    expect(sent.size).toBeGreaterThan(30)
    expect(found(sent)).toEqual([])
  })

  it("F-E1 · end with failures if an adapter fails, so that there is something to check", async () => {
    const failures = await Promise.all(
      Object.values(worlds).map(
        async (world) => [...(await traced(world)).values()].filter((text) => /Error:/.test(text)).length
      )
    )
    expect(Math.min(...failures)).toBeGreaterThan(3)
    expect(failures.filter((count) => count > 15).length).toBeGreaterThan(2)
  })

  it("F-E1 · are checked in every part that an exporter sends", async () => {
    const { tracer, spans } = keeping()
    const failing = [
      Effect.fail(new Error(word("message"))),
      Effect.die(word("defect")),
      Effect.fail(new Error("500", { cause: { given: word("cause") } })),
      Effect.annotateCurrentSpan("said", word("attribute"))
    ]
    for (const [n, call] of failing.entries())
      await Effect.runPromise(Effect.exit(call.pipe(Effect.withSpan(`${n}`))).pipe(Effect.withTracer(tracer)))
    expect(found(new Map(spans.map((one) => [one.span.name, exported(one)])))).toHaveLength(failing.length)
  })
})
