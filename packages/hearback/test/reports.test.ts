import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { inspect } from "node:util"
import type { Classifier, CustomerDirectory, Directory, EventStore, Failure, KeyStore } from "@hearback/engine"
import { Hearback, type Logger, type Loop, memory, type OpenOptions, type Store } from "hearback"
import { sqlite } from "hearback/sqlite"
import { afterEach, describe, expect, it } from "vitest"

const policy = join(import.meta.dirname, "../../../examples/first/first.policy.yaml")
const people = join(import.meta.dirname, "../../../examples/first/people.yaml")

/** Personal data in every field that a customer can fill, each with its own name. */
const canaries = {
  verbatim: "My invoice CANARY-verbatim is wrong, call 13912345678, 我叫柳如烟",
  description: "Written down by CANARY-description",
  name: "Zoë CANARY-name",
  address: "canary.address@example.com",
  demand: "CANARY-demand back",
  where: "12 CANARY-where Street",
  attachments: ["CANARY-attachment.jpg"]
}
const { verbatim, description, name, address, demand, where, attachments } = canaries
const feedback = {
  channel: "phone",
  customer: { id: "C-17", name, address },
  verbatim,
  description,
  demand,
  where,
  attachments
}
const telling = /canary|13912345678|柳如烟|如烟|Zoë/i

const loops: Loop[] = []
let folder: string | undefined
afterEach(async () => {
  for (const loop of loops.splice(0)) await loop.close()
  if (folder !== undefined) rmSync(folder, { recursive: true })
  folder = undefined
})

/** An adapter that reports everything it was given when it fails. */
const blabbing = (what: string, ...given: readonly unknown[]): never => {
  const inner = new Error(`inner ${inspect(given, { depth: 9 })}`)
  throw Object.assign(
    new TypeError(`${what} cannot take ${JSON.stringify(given)} (${inspect(given)})`, { cause: inner }),
    {
      code: "EBLAB",
      config: { data: given }
    }
  )
}

interface Told {
  readonly failures: Failure[]
  readonly logged: unknown[]
}

const open = async (more: Partial<OpenOptions>): Promise<{ readonly loop: Loop } & Told> => {
  const [failures, logged]: [Failure[], unknown[]] = [[], []]
  const log = (...line: unknown[]) => void logged.push(line)
  const logger: Logger = { info: log, warn: log, error: log }
  const loop = await Hearback.open({
    policy,
    people,
    store: memory(),
    logger,
    onError: (failure) => void failures.push(failure),
    timeouts: { directory: 30, customers: 30, classifier: 30, channel: 30, keys: 30, rates: 30 },
    ...more
  })
  loops.push(loop)
  return { loop, failures, logged }
}

const saidIn = ({ failures, logged }: Told): string =>
  [failures, logged, failures.map(({ cause }) => [cause.stack, cause.message, cause.cause])]
    .map((each) => inspect(each, { depth: 20, showHidden: true }))
    .join("\n")

const store = (change: Partial<EventStore>): Store => {
  const { events, keys } = memory()
  return { events: { ...events, ...change }, keys }
}
/** A store that accepts the first policy and nothing more, so that its errors are about feedback. */
const afterOpening = (): Store => {
  const { events, keys } = memory()
  const append: EventStore["append"] = async (...given) =>
    JSON.stringify(given).includes('"publish:') ? events.append(...given) : blabbing("append", given, verbatim, address)
  return { events: { ...events, append }, keys }
}
const works: Directory = {
  person: async (id) => ({ id, roles: ["agent"] }),
  withRole: async (role) => (role === "agent" ? [{ id: "agent-7", roles: ["agent"] }] : []),
  absence: async () => undefined
}
const never = () => new Promise<never>(() => {})

const adapters: readonly (readonly [port: string, more: Partial<OpenOptions>])[] = [
  ["directory", { people: { ...works, withRole: async (...given) => blabbing("withRole", given) } }],
  ["directory", { people: { ...works, absence: never } }],
  [
    "customers",
    { customers: { customer: async (id) => blabbing("customer", id, name, address) } satisfies CustomerDirectory }
  ],
  ["customers", { customers: { customer: never } }],
  ["classifier", { classifier: { classify: async (text) => blabbing("classify", text) } satisfies Classifier }],
  ["classifier", { classifier: { classify: never } }],
  ["store", { store: afterOpening() }],
  ["store", { store: store({ latest: async (...given) => blabbing("latest", given, verbatim) }) }],
  [
    "keys",
    {
      store: {
        ...memory(),
        keys: { ...memory().keys, keyOf: async (...given) => blabbing("keyOf", given) } as KeyStore
      }
    }
  ],
  [
    "channel",
    {
      channels: [
        {
          name: "phone",
          audiences: ["customer", "staff"],
          needsAddress: false,
          send: async (message) => blabbing("send", message)
        }
      ]
    }
  ]
]

describe("every failure of an adapter reaches onError and the log, without personal data", () => {
  it.each(adapters)("of the %s (%#)", async (port, more) => {
    const told = await open(more)
    const { loop, failures, logged } = told
    const desk = loop.for({ actor: { id: "agent-7" } })
    const receipt = await desk.submit(feedback).catch(() => undefined)
    await desk.execute(receipt?.case ?? "2611-A", { do: "pass", gate: "acknowledged" }).catch(() => undefined)
    await desk.submit({ ...feedback, verbatim: `${verbatim} again` }).catch(() => undefined)
    await loop.tick().catch(() => undefined)
    const own = failures.filter((failure) => failure.port === port)
    if (port === "channel" && own.length === 0) return
    expect(own.length).toBeGreaterThan(0)
    for (const { message, cause, operation } of own) {
      expect(message).toContain(operation)
      expect(cause).toBeInstanceOf(Error)
    }
    expect(logged.length).toBeGreaterThanOrEqual(failures.length)
    expect(saidIn(told)).not.toMatch(telling)
  })

  it("with the case, the operation, the error and its place", async () => {
    let isDown = false
    const { loop, failures } = await open({
      people: {
        ...works,
        withRole: async (...given) => (isDown ? blabbing("withRole", given) : works.withRole(...given))
      }
    })
    const { case: id } = await loop.submit(feedback)
    isDown = true
    await loop
      .for({ actor: { id: "agent-7" } })
      .execute(id, { do: "note", text: "x" })
      .catch(() => undefined)
    expect(failures.find((failure) => failure.case !== undefined)).toMatchObject({
      port: "directory",
      operation: "withRole",
      case: id,
      late: false,
      cause: { name: "TypeError", code: "EBLAB", stack: expect.stringMatching(/\n\s+at .*reports\.test/) }
    })
  })

  it("even if a log or a handler throws or rejects, which has no effect", async () => {
    const throws = () => {
      throw new Error("the log is full")
    }
    const { loop } = await open({
      classifier: { classify: async () => blabbing("classify") },
      onError: async () => Promise.reject(new Error("nobody listens")),
      logger: { info: throws, warn: throws, error: throws }
    })
    expect((await loop.submit(feedback)).outcome).toBe("opened")
  })

  it("for a file that is locked too long, too", async () => {
    folder = mkdtempSync(join(tmpdir(), "hearback-"))
    const path = join(folder, "loop.db")
    const { loop, failures } = await open({ store: sqlite(path, { waitMs: 30 }) })
    await loop.submit(feedback)
    const { DatabaseSync } = process.getBuiltinModule("node:sqlite")
    const other = new DatabaseSync(path)
    other.exec("BEGIN IMMEDIATE")
    await expect(loop.submit({ ...feedback, verbatim: "again" })).rejects.toMatchObject({ code: "store/unavailable" })
    other.exec("ROLLBACK")
    other.close()
    expect(failures).toMatchObject([{ port: "store", operation: "append" }])
  })

  it("but not a wrong call, which is no failure of an adapter", async () => {
    const { loop, failures, logged } = await open({})
    await loop.list({ after: "nonsense" }).catch(() => undefined)
    await loop.quarantine.release("q-none", feedback).catch(() => undefined)
    expect([failures, logged.filter((line) => JSON.stringify(line).includes("failed"))]).toEqual([[], []])
  })
})
