/** Waiting messages compared with their events: of cases, arrivals, surveys and problems, single and joined. */
import { Actor } from "@hearback/core"
import { Build } from "@hearback/core/testing"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { join } from "../../src/deliver/JoinedMessage.ts"
import { type Engine, openEngine } from "../../src/Engine.ts"
import { memoryKeyStore } from "../../src/memory/MemoryKeyStore.ts"
import { memoryStore } from "../../src/memory/MemoryStore.ts"
import type { EventStore, FiledRow, OutboxMessage } from "../../src/port/EventStore.ts"

const tenant = "default"
const at = Date.UTC(2026, 10, 16, 9)
let now = at
const { people } = Build
const byId = new Map(people.map((one) => [one.id, one]))
const directory = {
  person: async (id: string) => byId.get(id),
  withRole: async (role: string) => people.filter(({ roles }) => roles.includes(role)),
  absence: async () => undefined
}
const none = { case: [], arrival: [], message: [] }
const nothing = { case: 0, arrival: 0, message: 0 }

let store: EventStore
let engine: Engine
/** Methods of the store that one test replaces. */
let over: Partial<EventStore>
/** The messages of an unchanged store. */
let whole: readonly FiledRow<"message">[]
let problem: string
let told: readonly string[]

const filed = (): Promise<readonly FiledRow<"message">[]> => store.filed(tenant, "message", null, 1_000)
const refile = (put: readonly OutboxMessage[], out: readonly string[] = []): Promise<void> =>
  store.refile(tenant, { put: { ...none, message: put }, out: { ...none, message: out } })
const found = async () =>
  (await engine.audit.verify()).faults.map((one) =>
    one.kind === "row" ? [one.key, one.reason, ...one.fields].join(" ") : one.kind
  )

/** Returns the messages whose id begins with a name. */
const those = async (name: string): Promise<readonly OutboxMessage[]> =>
  (await filed()).flatMap(({ key, row }) => (row !== null && key.startsWith(name) ? [row] : []))
const first = async (name: string): Promise<OutboxMessage> => {
  const [one] = await those(name)
  if (one === undefined) throw new Error(`no message ${name}`)
  return one
}
const toStaff = async (name: string): Promise<readonly OutboxMessage[]> =>
  (await those(name)).filter(({ lane }) => lane === "staff")

/**
 * Three cases of one problem, each with an unread message; arrivals in quarantine, one of them released under another
 * channel and time, and one that repeats it; and a customer who is asked.
 */
beforeAll(async () => {
  over = {}
  store = memoryStore()
  const delivery = { mode: "active", askAfter: "event:delivered", question: { en: "How was it?" } } as const
  engine = await openEngine({
    bundle: {
      ...Build.bundle({ openWhen: { "same-problem.customers": { from: 2 } }, channels: { delivery } }),
      quarantine: { notify: ["supervisor"] }
    },
    store: new Proxy(store, { get: (target, key) => Reflect.get(over, key) ?? Reflect.get(target, key) }),
    keys: memoryKeyStore(),
    clock: { now: () => now },
    directory
  })
  const actor = Actor.person({ id: "ann", roles: ["agent"] })
  const take = (key: string, customer: string, more: object = {}) =>
    engine.intake.take({
      key,
      channel: "phone",
      actor,
      receivedAt: at,
      feedback: { channel: "phone", customer, ...more }
    })
  for (const customer of ["carl", "dave", "dan"]) {
    now += 60_000
    const taken = await take(customer, customer, { verbatim: "the invoice is wrong" })
    const id = "case" in taken ? taken.case : ""
    await engine.cases.execute({
      case: id,
      command: { do: "write", text: "and?" },
      actor: Actor.customer(customer),
      key: id
    })
  }
  for (const customer of ["zoe", "zed", "zac"]) await take(customer, customer)
  await take("again", "carl", { verbatim: "the invoice is wrong" })
  const { items } = await engine.intake.waiting({ state: "quarantined" })
  const zac = items.find(({ key }) => key === "zac")?.id ?? ""
  const feedback = { channel: "mail", customer: "zac", verbatim: "the parcel is late" }
  await engine.intake.release(zac, feedback, { actor, receivedAt: at - 60_000 })
  await engine.surveys.signal("delivered", "carl", "asked")
  const counting = (await filed()).filter(({ row }) => row?.kind === "command")
  while ((await engine.work.tick()).more);
  await refile(counting.flatMap(({ row }) => row ?? []))
  const [head] = await store.streams(tenant, "problem/", 1)
  problem = head?.stream ?? ""
  const { events } = await store.load({ tenant, stream: problem })
  const counted = events.flatMap(({ clear }) => (clear as { readonly case?: string }).case ?? [])
  told = counted.map((id) => `case/${id}`)
  // The commands of the problem to its cases were delivered; they are put back as if they still waited.
  await refile([saying(0, told[0] ?? ""), saying(1, told[1] ?? ""), saying(2, told[2] ?? "", 6)])
  whole = await filed()
})
const saying = (index: number, to: string, version = 4): OutboxMessage => ({
  id: `${problem}/${version}/${index}`,
  kind: "command",
  lane: "command",
  to,
  body: { do: "count" },
  notBefore: at
})
beforeEach(async () => {
  over = {}
  const found = await filed()
  await refile(
    whole.flatMap(({ row }) => row ?? []),
    found.map(({ key }) => key).filter((key) => !whole.some((one) => one.key === key))
  )
})

describe("unchanged messages", () => {
  it("equal their events, whatever stream they belong to", async () => {
    expect(await found()).toEqual([])
    const of = new Set(whole.map(({ key }) => key.split("/")[0]))
    expect([...of].sort()).toEqual(["asked", "case", "intake", "problem"])
    const states = (await store.filed(tenant, "arrival", null, 100)).map(({ row }) => row?.state)
    expect(new Set(states)).toEqual(new Set(["opened", "joined", "quarantined", "released"]))
    expect(await engine.audit.rebuild()).toEqual({ put: nothing, out: nothing })
  })
})

describe("an arrival that was released from quarantine", () => {
  it("is noticed if its row is missing, and named if that cannot be read", async () => {
    const released = (await store.filed(tenant, "arrival", null, 100)).find(({ row }) => row?.state === "released")
    const key = released?.key ?? ""
    const without = (change: (row: FiledRow<"arrival">) => readonly FiledRow<"arrival">[]): Partial<EventStore> => ({
      filed: async (name, kind, after, limit) => {
        const rows = await store.filed(name, kind, after, limit)
        const isIt = (row: { readonly key: string }) => kind === "arrival" && row.key === key
        return rows.flatMap((row) =>
          isIt(row) ? (change(row as FiledRow<"arrival">) as unknown as typeof rows) : [row]
        )
      }
    })
    over = without(() => [])
    expect(await found()).toEqual([`${key} missing`])
    over = without((row) => [{ ...row, row: null }])
    expect(await found()).toEqual([`${key} unreadable`])
  })
})

describe("a message that differs from its event", () => {
  const sealed = { customer: "customer:eve", ciphertext: new Uint8Array([1, 2]) }
  const changes: Readonly<Record<string, readonly [change: () => Promise<OutboxMessage>, is: string]>> = {
    "a question that goes to somebody else": [
      async () => ({ ...(await first("asked/")), to: "eve", body: { message: "survey-question", to: "eve" } }),
      "asked/carl/1/0 differs body to"
    ],
    "a question in other words": [
      async () => ({ ...(await first("asked/")), sealed }),
      "asked/carl/1/0 differs sealed"
    ],
    "a notice of the quarantine that goes to somebody else": [
      async () => ({ ...(await first("intake/")), to: "eve" }),
      "/3/0 differs to"
    ],
    "the count of a case that goes to another problem": [
      async () => ({ ...(await firstCommand()), to: "problem/none" }),
      "/0 differs to"
    ],
    "what a problem tells one case, told to another": [async () => saying(1, told[0] ?? ""), "/4/1 differs to"]
  }
  const firstCommand = async (): Promise<OutboxMessage> => {
    const [one] = (await those("case/")).filter(({ kind }) => kind === "command")
    if (one === undefined) throw new Error("no command")
    return one
  }
  it.each(Object.entries(changes))("is found, and put right: %s", async (_, [change, is]) => {
    await refile([await change()])
    const faults = await found()
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(is)
    expect((await engine.audit.rebuild()).put).toEqual({ ...nothing, message: 1 })
    expect(await found()).toEqual([])
    expect((await filed()).map(({ key, row }) => [key, row?.to, row?.sealed])).toEqual(
      whole.map(({ key, row }) => [key, row?.to, row?.sealed])
    )
  })
  it.each<readonly [string, () => Promise<string>]>([
    ["of no question", async () => "asked/carl/2/0"],
    ["of no notice", async () => (await first("intake/")).id.replace(/3\/0$/, "4/0")],
    ["of an arrival's event that tells nobody", async () => (await first("intake/")).id.replace(/3\/0$/, "1/0")],
    ["of one case more than a problem told", async () => `${problem}/4/2`],
    ["of no event of a problem", async () => `${problem}/7/0`]
  ])("follows from no event, and is taken out: %s", async (_, name) => {
    const id = await name()
    await refile([{ ...saying(0, told[0] ?? ""), id }])
    expect(await found()).toEqual([`${id} unexpected`])
    expect((await engine.audit.rebuild()).out).toEqual({ ...nothing, message: 1 })
    expect(await filed()).toEqual(whole)
  })
  it("is named if it cannot be read", async () => {
    over = {
      filed: async (name, kind, after, limit) => {
        const rows = await store.filed(name, kind, after, limit)
        return rows.map((one) => (one.key.startsWith("asked/") ? { ...one, row: null } : one))
      }
    }
    expect(await found()).toEqual(["asked/carl/1/0 unreadable"])
  })
})

describe("notices that were joined to one message", () => {
  const joined = async (name: string): Promise<OutboxMessage> => {
    const [one, ...others] = await toStaff(name)
    if (one === undefined || others.length === 0) throw new Error(`no two notices ${name}`)
    const message = join([one, ...others], at)
    await refile([message], [one.id, ...others.map(({ id }) => id)])
    return message
  }
  it.each(["case/", "intake/"])("are held against the events of each, and joined again: %s", async (name) => {
    const message = await joined(name)
    expect(await found()).toEqual([])
    const said = JSON.stringify(message.body).replace('"audience":"staff"', '"audience":"customer"')
    await refile([{ ...message, body: JSON.parse(said) }])
    expect(await found()).toEqual([`${message.id} differs body`])
    await engine.audit.rebuild()
    expect(await first("digest/")).toEqual(message)
    expect(await found()).toEqual([])
  })
  it("are removed if one of them belongs to no event", async () => {
    const message = await joined("case/")
    for (const [is, becomes] of [
      [/\/18\/0/, "/99/0"],
      [/case\/[^"]*\/18\/0/, "case/none/1/0"],
      [/case\/[^"]*\/18\/0/, "nonsense"]
    ] as const) {
      await refile([{ ...message, body: JSON.parse(JSON.stringify(message.body).replace(is, becomes)) }])
      expect(await found()).toEqual([`${message.id} unexpected`])
    }
    await engine.audit.rebuild()
    expect(await those("digest/")).toEqual([])
  })
  it("are removed if their id is wrong, and written under their own", async () => {
    const message = await joined("case/")
    await refile([{ ...message, id: "digest/ann/other" }], [message.id])
    expect(await found()).toEqual(["digest/ann/other unexpected", `${message.id} missing`])
    await engine.audit.rebuild()
    expect(await those("digest/")).toEqual([message])
  })
  it("are left to the next audit if one of their streams changes meanwhile", async () => {
    const message = await joined("case/")
    await refile([{ ...message, to: "ben" }])
    const [stream = ""] = [...told].reverse()
    const last = (await store.load({ tenant, stream })).events.at(-1)?.position ?? 0
    over = { status: async (name) => ({ ...(await store.status(name)), position: last - 1 }) }
    expect((await found()).filter((one) => one.startsWith("digest/"))).toEqual([])
  })
})
