/**
 * Canaries: words that somebody types into every field. Only messages to people contain them unencrypted, and once
 * the customer is erased none of them can be found anywhere.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Arguments } from "@hearback/core"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type Channel, fileChannel } from "../src/channels.ts"
import type { ActorReference, Command, Feedback, Loop, Store } from "../src/index.ts"
import type { ReportOptions } from "../src/open/Reports.ts"
import { sqlite } from "../src/sqlite.ts"
import { type TestLoop, testLoop } from "../src/testing.ts"

const policy = join(import.meta.dirname, "erasure/canary.policy.yaml")
const people = join(import.meta.dirname, "erasure/people.yaml")

let folder = ""
let loop: TestLoop
/** The canaries by their places. */
let planted = new Map<string, string>()
/** Errors that calls threw. */
let errors: unknown[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hearback-canary-"))
  planted = new Map()
  errors = []
})
afterEach(async () => {
  await loop.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A channel that names the receiver and the message when it refuses. */
const refusing: Channel = {
  name: "refusing",
  audiences: ["customer", "staff"],
  needsAddress: false,
  send: async () => ({ delivery: "refused", reason: `no such mailbox: ${plant("refusal of a channel")}` })
}

const start = async (
  channels: readonly Channel[] = [fileChannel(join(folder, "outbox"))],
  reports: ReportOptions = {},
  store: Store = sqlite(join(folder, "loop.db"))
): Promise<void> => {
  loop = await testLoop(policy, {
    ...reports,
    at: "2026-11-16 09:00",
    people,
    store,
    channels
  })
}

/** Returns a word that nobody else uses and that is too long to occur in encrypted bytes by chance. */
const plant = (where: string): string => {
  const [latin, chinese] = marks
  const word = `${latin}${planted.size}x ${chinese}${planted.size}号`
  planted.set(word, where)
  return word
}

const files = (path: string): readonly string[] =>
  readdirSync(path).flatMap((name) => {
    const inner = join(path, name)
    return statSync(inner).isDirectory() ? files(inner) : [inner]
  })

/** The beginning of all canaries. If it does not occur, none of them does. */
const marks = ["Zqcanary", "张三丰"]

/** Returns whether a text or bytes contain something. */
type Has = (part: string) => boolean

/** Returns the places of the canaries in a text. */
const plantedIn = (has: Has): readonly string[] =>
  marks.some(has) ? [...planted].flatMap(([word, where]) => (word.split(" ").some(has) ? [where] : [])) : []

/** Returns the places of the canaries in the files of a folder. */
const foundInFiles = (isLookedAt: (path: string) => boolean = () => true): readonly string[] =>
  files(folder)
    .filter(isLookedAt)
    .flatMap((path) => {
      const bytes = readFileSync(path)
      return plantedIn((part) => bytes.includes(part)).map((where) => `${where} in ${path.slice(folder.length + 1)}`)
    })

/** Returns everything that anybody can still be told. */
const told = async (from: Loop): Promise<string> => {
  const all: unknown[] = [await from.quarantine.list(), await from.undelivered.list(), await from.health(), errors]
  for await (const event of from.events()) all.push(event)
  const { items } = await from.list({ limit: 200 })
  for (const { id } of items) all.push(await from.get(id), await from.explain(id))
  all.push(items, await from.measures(), await from.customers.get("c-1"), await from.verify())
  return JSON.stringify(all, (_, value: unknown) => (value instanceof Error ? value.message : value))
}

const foundIn = (text: string): readonly string[] => plantedIn((part) => text.includes(part))

const attempt = async (call: () => Promise<unknown>): Promise<void> => {
  try {
    await call()
  } catch (error) {
    errors.push(error)
  }
}

const ann = { actor: { id: "ann" } } as const
const feedback: Feedback = { channel: "email", customer: "c-1", verbatim: "My invoice is wrong again" }

const submit = async (more: Partial<Feedback>, key?: string): Promise<string | undefined> => {
  let found: string | undefined
  await attempt(async () => {
    const receipt = await loop.for(ann).submit({ ...feedback, ...more }, key === undefined ? {} : { key })
    found = receipt.case
  })
  return found
}

const opened = async (): Promise<string> => {
  const id = await submit({})
  if (id === undefined) throw new Error("not opened")
  return id
}

/** A word for each field. A new field does not compile until it is here. */
const inFeedback: Readonly<Record<keyof Feedback, (word: string) => unknown>> = {
  channel: (word) => word,
  customer: (word) => ({ id: "c-1", name: word }),
  verbatim: (word) => word,
  description: (word) => word,
  received: (word) => word,
  happenedAt: (word) => word,
  where: (word) => word,
  demand: (word) => word,
  hopedForBy: (word) => word,
  score: (word) => word,
  kind: (word) => word,
  category: (word) => word,
  attachments: (word) => [word],
  facts: (word) => ({ order: word }),
  history: (word) => ({ answered: word, closed: word }),
  thread: (word) => word,
  automatic: (word) => word
}

/** Every field of feedback with a text of a person, also if a date or a number is meant. */
const plantFeedback = async (): Promise<void> => {
  for (const [field, value] of Object.entries(inFeedback)) await submit({ [field]: value(plant(field)) })
  const customer = { id: "c-1", name: plant("customer.name"), address: plant("customer.address") }
  await submit({ customer: { ...customer, consent: [plant("consent")] }, attachments: [plant("attachment")] })
  await submit({ customer: { ...customer, language: plant("customer.language") } } as unknown as Feedback)
  for (const fact of ["phone-number", "birthday", "order", "floor", "amount", "no-such-fact"])
    await submit({ facts: { [fact]: plant(`fact ${fact}`) } })
  await submit({ facts: { [plant("name of a fact")]: 1 } })
  await submit({ score: plant("score") } as unknown as Feedback)
  await submit({ [plant("a field that is none")]: "x", more: plant("a further field") } as unknown as Feedback)
  await submit({}, plant("message key"))
  await submit({ channel: "nowhere" }, plant("message key of what stays in quarantine"))
  await submit({ verbatim: 7, where: plant("feedback of another shape") } as unknown as Feedback)
}

const plantQuarantine = async (): Promise<void> => {
  const raw = `c-1;${plant("raw row")}`
  await loop.quarantine.put({
    key: plant("key of a raw row"),
    channel: plant("channel of a raw row"),
    raw,
    reason: plant("reason of quarantine")
  })
  await loop.quarantine.put({
    key: "row-2",
    channel: "email",
    raw: `c-1;${plant("raw row that is released")}`,
    reason: "the date cannot be read"
  })
  const entry = (await loop.quarantine.list()).find(({ key }) => key === "row-2")
  await attempt(() => loop.quarantine.release(entry?.id ?? "", { ...feedback, verbatim: plant("a released row") }, ann))
}

/** Every argument of every command of people, given by everybody. */
const plantCommands = async (id: string): Promise<void> => {
  const actors: readonly ActorReference[] = [{ id: "ann" }, { id: "sue" }, { id: "max" }, { customer: "c-1" }]
  const usual: Readonly<Record<string, unknown>> = {
    gate: "acknowledged",
    says: "dissatisfied",
    reason: "usual",
    text: "usual",
    amount: 10,
    to: "bob",
    clock: "agreed",
    until: "2026-11-30",
    because: "dissatisfied",
    finds: "right",
    name: "delivered",
    into: "2611-NONE00"
  }
  for (const [verb, table] of Object.entries(Arguments.commands))
    for (const [name, { type }] of Object.entries(table as Readonly<Record<string, Arguments.CommandArgument>>)) {
      const word = (): string => plant(`${verb} ${name}`)
      const values: Readonly<Record<string, () => unknown>> = {
        text: word,
        amount: word,
        texts: () => [word()],
        facts: () => ({ order: word(), "phone-number": word(), [word()]: word() }),
        actions: () => [{ what: word(), metric: word(), target: word(), owner: word(), due: word() }],
        causes: () => ({ man: word(), [word()]: word() })
      }
      const value = typeof type === "string" ? values[type] : word
      if (value === undefined) continue
      const required = Object.entries(table as Readonly<Record<string, Arguments.CommandArgument>>)
        .filter(([, argument]) => argument.required)
        .map(([each]) => [each, usual[each]])
      for (const actor of actors) {
        const command = { do: verb, ...Object.fromEntries(required), [name]: value() } as unknown as Command
        await attempt(() => loop.for({ actor }).execute(id, command, { key: plant(`key of ${verb}`) }))
      }
    }
}

/** A case that goes through its gates, with words of staff and customer. */
const live = async (id: string): Promise<void> => {
  const give = (actor: ActorReference, command: Command): Promise<void> =>
    attempt(() => loop.for({ actor }).execute(id, command))
  const [agent, customer, boss] = [{ id: "ann" }, { customer: "c-1" }, { id: "sue" }] as const
  await give(agent, { do: "take-up" })
  await give(agent, { do: "note", text: plant("a note") })
  await give(agent, { do: "set", facts: { order: plant("an order number"), floor: 3 }, reason: plant("why set") })
  await give(boss, { do: "reclassify", category: "delivery", reason: plant("why reclassified") })
  await give(boss, { do: "regrade", to: "urgent", reason: plant("why regraded") })
  await give(agent, { do: "compensate", amount: 20, reason: plant("why compensated") })
  await give(agent, { do: "compensate", amount: 900, reason: plant("why asked") })
  await give(boss, { do: "deny", reason: plant("why denied") })
  await give(agent, { do: "hand-over", to: "bob", reason: plant("why handed over") })
  await give({ id: "bob" }, { do: "decline", reason: plant("why declined") })
  await give(agent, { do: "pass", gate: "acknowledged" })
  await give(agent, { do: "pass", gate: "agreed", proposal: plant("a proposal") })
  await give(customer, { do: "reply", says: "counter", text: plant("a counter-proposal") })
  await give(agent, { do: "pass", gate: "agreed", proposal: plant("a second proposal") })
  await give(customer, { do: "reply", says: "agree", text: plant("an agreement") })
  await give(agent, {
    do: "pass",
    gate: "corrected",
    actions: [{ what: plant("an action"), metric: plant("a metric") }]
  })
  await give(agent, { do: "act-done", action: 1, evidence: plant("what shows it") })
  await give(agent, { do: "write", text: plant("word to the customer") })
  await give(customer, { do: "write", text: plant("word of the customer") })
  await give(agent, { do: "pass", gate: "told", result: plant("a result"), shortfall: plant("a shortfall") })
  await give(customer, { do: "reply", says: "dissatisfied", text: plant("why dissatisfied") })
  await give(boss, { do: "waive", gate: "told", reason: plant("why waived") })
  await give(agent, { do: "explain", gate: "corrected", reason: plant("why explained") })
  await give(agent, { do: "extend", clock: "told", reason: plant("why extended") })
  await give(agent, { do: "split", text: plant("a part of its own"), reason: plant("why split") })
  await give(agent, { do: "delegate", to: "bob", until: "2026-11-30", reason: plant("why lent") })
}

const everything = async (): Promise<void> => {
  const id = await opened()
  await live(id)
  await loop.advance("2 hours")
  await plantFeedback()
  await plantQuarantine()
  await plantCommands(id)
  await attempt(() => loop.signal(plant("name of an event"), { customer: "c-1" }, { key: plant("key of an event") }))
  await attempt(() => loop.customers.set("c-1", { give: [plant("a consent")] }, { key: plant("key of a wish") }))
  await loop.advance("10 days")
}

const erase = (): Promise<unknown> =>
  loop.customers.erase(
    "c-1",
    { by: "sue", reason: plant("why erased"), evenIfKept: true },
    { key: plant("key of erasure") }
  )

describe("F-E1 · a text that a person types", () => {
  it("is unencrypted only in messages to people", { timeout: 120_000 }, async () => {
    await start()
    await everything()
    expect(planted.size).toBeGreaterThan(300)
    expect(foundIn(await told(loop)).length).toBeGreaterThan(30)
    expect(foundInFiles((path) => !path.includes("outbox"))).toEqual([])
  })

  it("is nowhere once the customer is erased", { timeout: 120_000 }, async () => {
    await start()
    await everything()
    errors = []
    await erase()
    expect(foundIn(await told(loop)).filter((where) => where !== "why erased")).toEqual([])
    expect(foundInFiles()).toEqual([])
    await loop.crash()
    expect(foundIn(await told(loop)).filter((where) => where !== "why erased")).toEqual([])
  })

  it("is not kept by messages that no channel takes, nor by the reasons of refusals", {
    timeout: 120_000
  }, async () => {
    await start([refusing])
    const id = await opened()
    await live(id)
    await loop.advance("3 days")
    expect((await loop.undelivered.list()).length).toBeGreaterThan(0)
    expect(foundInFiles()).toEqual([])
    await erase()
    expect(foundIn(await told(loop)).filter((where) => where !== "why erased")).toEqual([])
  })

  it("is neither in the log nor in reports of failures to the host", { timeout: 120_000 }, async () => {
    const told: unknown[] = []
    const note = (...said: readonly unknown[]): void => void told.push(...said)
    const withCause = (_: string, value: unknown): unknown =>
      value instanceof Error ? [value.message, value.stack, value.cause] : value
    const leaking: Channel = {
      ...refusing,
      send: async ({ to, subject, text }) => {
        throw new Error(`550 ${to.address} (${to.name}) rejected "${subject}": ${text}`, { cause: new Error(text) })
      }
    }
    await start([leaking], { onError: note, logger: { info: note, warn: note, error: note } })
    const id = await opened()
    await live(id)
    await plantFeedback()
    await plantQuarantine()
    await loop.advance("3 days")
    const said = JSON.stringify(told, withCause)
    expect(told.length).toBeGreaterThan(10)
    expect(said).toContain("550")
    expect(foundIn(said)).toEqual([])
    expect(foundInFiles()).toEqual([])
  })

  it("is found by these tests if a key is only said to be destroyed", { timeout: 120_000 }, async () => {
    const whole = sqlite(join(folder, "loop.db"))
    const keys = { ...whole.keys, destroy: async () => ({ complete: true }) }
    await start(undefined, {}, { ...whole, keys })
    await live(await opened())
    errors = []
    await erase()
    expect(foundIn(await told(loop)).filter((where) => where !== "why erased").length).toBeGreaterThan(5)
  })
})
