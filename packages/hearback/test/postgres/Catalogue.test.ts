/** What was promised to hosts, and faults that were met, once more on a store in PostgreSQL. Each test has a tenant of its own. */
import { Hearback, type Loop, type OpenOptions, orThrow, type Store } from "hearback"
import { prometheus } from "hearback/http"
import { postgres } from "hearback/postgres"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest"
import { makeHosts, minute, quickChannel } from "../delivery/Hosts.ts"
import { people, policy, words } from "../First.ts"
import { dropSchemas, freshSchema } from "./Schemas.ts"

const server = inject("postgres")
const nine = Date.parse("2026-11-16T01:00:00Z")
const hour = 60 * minute
const all = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

describe.skipIf(server === undefined)("on a store in PostgreSQL", () => {
  const schema = freshSchema()
  let pool: pg.Pool
  let tenants = 0
  beforeAll(() => {
    pool = new pg.Pool({ connectionString: server })
  })
  afterAll(async () => {
    await pool.end()
    await dropSchemas(server, [schema])
  })

  const storeAt = (): Promise<Store> => postgres({ pool, schema, listen: false })
  const open = async (more: Partial<OpenOptions> = {}): Promise<Loop> => {
    const tenant = `tenant-${++tenants}`
    const loop = await Hearback.open({ policy, people, store: await storeAt(), tenant, ...more })
    onTestFinished(() => loop.close())
    return loop
  }
  /** As another process sees it: a store without its name is not known to be the same. */
  const beside = async (tenant: string, more: Partial<OpenOptions> = {}): Promise<Loop> => {
    const { events, keys } = await storeAt()
    return open({ tenant, store: { events, keys }, ...more })
  }
  const sql = async (text: string, ...params: readonly unknown[]): Promise<readonly Record<string, unknown>[]> =>
    (await pool.query(text.replaceAll("hearback_", `${schema}.hearback_`), [...params])).rows
  const agent = { actor: { id: "agent-7" } }

  it("F-T1 · two tenants are two loops, and one tenant is one, with its own options alone", async () => {
    const [first, other] = [await open({ tenant: "t1-a" }), await open({ tenant: "t1-b" })]
    const { case: id } = await first.submit(words)
    expect([await other.get(id), (await other.count()).count]).toEqual([undefined, 0])
    expect(await Hearback.open({ policy, people, store: await storeAt(), tenant: "t1-a" })).toBe(first)
    await expect(open({ tenant: "t1-a", language: "zh-CN" })).rejects.toMatchObject({ code: "open/differs" })
  })

  it("F-T3 · commands of two processes on one case at once all succeed, each once", async () => {
    const loops = [await beside("t3"), await beside("t3")]
    const { case: id = "" } = (await loops[0]?.submit(words)) ?? {}
    const notes = Array.from({ length: 24 }, (_, n) =>
      loops[n % 2]?.for(agent).execute(id, { do: "note", text: `note ${n}` }, { key: `n-${n >> 1}-${n % 2}` })
    )
    expect((await Promise.all(notes)).filter((answer) => !answer?.ok)).toEqual([])
    const lines = (await loops[0]?.explain(id))?.lines.filter(({ event }) => event === "note-added") ?? []
    expect(new Set(lines.map(({ message }) => message)).size).toBe(24)
  })

  it("F-T4 · events are read on from a position, of one case alone, and followed", async () => {
    const loop = await open()
    const { case: id } = await loop.submit(words)
    await loop.submit({ ...words, customer: "C-18" })
    const events = await all(loop.events())
    const [third = expect.fail()] = events.slice(2)
    expect(await all(loop.events({ after: third.position }))).toEqual(events.slice(3))
    const ofCase = await all(loop.events({ case: id }))
    expect(ofCase).toEqual(events.filter((event) => event.case === id))
    orThrow(await loop.for(agent).execute(id, { do: "note", text: "later" }))
    for await (const { event } of loop.events({ after: events.at(-1)?.position ?? 0, follow: true })) {
      expect(event).toBe("note-added")
      break
    }
  })

  it("F-T5 · an outage of the directory leaves feedback received, and the next tick opens it", async () => {
    let isDown = true
    const staff = [{ id: "agent-7", name: "Agent Seven", roles: ["agent"] }]
    const loop = await open({
      people: {
        person: async (id) => staff.find((one) => one.id === id),
        withRole: async () => (isDown ? Promise.reject(new Error("no route")) : staff),
        absence: async () => undefined
      }
    })
    expect(await loop.submit(words, { key: "a" })).toMatchObject({ outcome: "received" })
    isDown = false
    await loop.tick()
    expect(await loop.submit(words, { key: "a" })).toMatchObject({ outcome: "opened", replayed: true })
  })

  it("F-T7 · every arrival in quarantine is counted, says why in a sentence (F-T8), and is released once it is mended (IN-8)", async () => {
    const loop = await open()
    const broken = Array.from({ length: 12 }, (_, n) => ({ feedback: { channel: "phone", verbatm: n } as never }))
    const receipts = await all(loop.submitMany(broken))
    expect(receipts[0]).toMatchObject({ outcome: "quarantined", message: expect.stringContaining("verbatm") })
    expect((await loop.health()).quarantine).toBe(12)
    const [{ id } = expect.fail()] = await loop.quarantine.list()
    expect((await loop.quarantine.release(id, words)).outcome).toBe("opened")
    expect((await loop.health()).quarantine).toBe(11)
  })

  it("F-T9 · a caller who leaves before the commit has stored nothing", async () => {
    const loop = await open()
    const leaving = new AbortController()
    const submitted = loop.submit(words, { signal: leaving.signal })
    leaving.abort(new Error("left"))
    await expect(submitted).rejects.toThrow("left")
    expect([(await loop.count()).count, (await loop.health()).quarantine]).toEqual([0, 0])
  })

  it("F-T10 · a clock that is set back sets back nothing that is recorded", async () => {
    let now = nine
    const loop = await open({ clock: { now: () => now } })
    const { case: id } = await loop.submit(words)
    now -= hour
    orThrow(await loop.for(agent).execute(id, { do: "note", text: "x" }))
    const events = await all(loop.events({ case: id }))
    expect(events.at(-1)).toMatchObject({ recordedAt: new Date(nine), body: { clockBehind: hour } })
  })

  it("F-D1 · a message goes to the address that came with the feedback, by its audience (F-D2)", async () => {
    const post = quickChannel()
    const loop = await open({ channels: [{ ...post.channel, audiences: ["customer"] }], routes: { staff: false } })
    await loop.submit({ ...words, channel: "email", customer: { id: "C-17", address: "ann@example.com" } })
    await loop.tick()
    expect(post.given[0]).toMatchObject({ to: { id: "C-17", address: "ann@example.com" }, audience: "customer" })
    expect(post.given.every(({ audience }) => audience === "customer")).toBe(true)
  })

  it("F-D3 · two processes send each message once, and a digest that was put off again as it was (F-D5)", async () => {
    const hosts = makeHosts((await storeAt()).events)
    let isDown = false
    const answer = () => (isDown ? { delivery: "deferred", retryAfterMs: 2 * minute } : { delivery: "sent" })
    const posts = [quickChannel(answer), quickChannel(answer)] as const
    const engines = await Promise.all(posts.map(({ channel }) => hosts.open(channel, { tenant: "d3" })))
    const [engine = expect.fail()] = engines
    const tick = () => Promise.all(engines.map(({ work }) => work.tick()))
    const ids = []
    for (let n = 0; n < 3; n++) ids.push(await hosts.submit(engine, `c-${n}`))
    await tick()
    const given = () => posts.flatMap((post) => post.given)
    expect(given().length).toBeGreaterThanOrEqual(3)
    expect(new Set(given().map(({ key }) => key)).size).toBe(given().length)
    isDown = true
    for (const [n, id] of ids.entries()) await hosts.asks(engine, id, `ask-${n}`)
    hosts.passes(31 * minute)
    await tick()
    const digests = () => given().filter(({ contains = [] }) => contains.length > 1)
    const [first = expect.fail()] = digests()
    isDown = false
    hosts.passes(3 * minute)
    await tick()
    expect(digests().filter(({ key }) => key === first.key)).toEqual([first, first])
  })

  it("F-D7 · an error of a channel stands on the message, a budget bounds a tick (F-D10), and a process without channels sends nothing (F-D18)", async () => {
    let now = nine
    let isBroken = true
    const post = quickChannel(() => (isBroken ? Promise.reject(new Error("550 no route")) : { delivery: "sent" }))
    const loop = await beside("d7", { channels: [post.channel], clock: { now: () => now } })
    await loop.submit(words)
    const other = await beside("d7", { clock: { now: () => now } })
    await other.tick()
    expect(post.given).toEqual([])
    await loop.tick()
    const [failed = expect.fail()] = await other.undelivered.list()
    expect(failed).toMatchObject({ state: "retrying", attempts: 1, error: expect.stringContaining("550") })
    isBroken = false
    now += hour
    const slow = await beside("d7", {
      channels: [{ ...post.channel, send: () => new Promise(() => {}) }],
      clock: { now: () => now },
      timeouts: { channel: 50 }
    })
    expect(await slow.tick({ budgetMs: 20 })).toMatchObject({ more: true, sent: 0 })
  })

  it("F-E1 · what a person typed stands in no table in the clear, and is gone with their key (F-E2)", async () => {
    const mark = "Zqcanary"
    const loop = await open({ tenant: "e1" })
    const customer = { id: "C-17", name: `${mark} Name`, address: `${mark}@example.com` }
    const { case: id } = await loop.submit({ ...words, customer, verbatim: `My invoice is wrong, ${mark}` })
    await loop.submit({ channel: "phone", customer, verbatm: mark } as never)
    orThrow(await loop.for(agent).execute(id, { do: "note", text: mark }))
    orThrow(await loop.for(agent).execute(id, { do: "compensate", amount: 5, reason: mark }))
    const tables = (await sql("SELECT tablename AS name FROM pg_tables WHERE schemaname LIKE $1", `${schema}%`)).map(
      ({ name }) => String(name)
    )
    const dump = async (): Promise<string> => {
      const texts = []
      for (const name of tables) {
        const at = name === "hearback_key" || name === "hearback_mark" || name === "hearback_keys" ? "_keys" : ""
        const { rows } = await pool.query(`SELECT row_to_json(one)::text AS text FROM ${schema}${at}.${name} AS one`)
        texts.push(...rows.map(({ text }) => String(text)))
      }
      return texts.join("\n")
    }
    expect(await dump()).not.toContain(mark)
    expect(await dump()).not.toContain(Buffer.from(mark).toString("hex"))
    const keyOf = () =>
      pool.query(`SELECT 1 FROM ${schema}_keys.hearback_key WHERE tenant = 'e1' AND customer = 'C-17'`)
    expect(JSON.stringify(await loop.get(id))).toContain(mark)
    expect(await loop.customers.erase("C-17", { by: "system:host", reason: "asked", evenIfKept: true })).toMatchObject({
      erased: true,
      leftIn: [{ in: "keys" }]
    })
    expect(JSON.stringify([await loop.get(id), await loop.explain(id), await loop.quarantine.list()])).not.toContain(
      mark
    )
    expect(await dump()).not.toContain(mark)
    expect((await keyOf()).rows.length).toBeLessThanOrEqual(1)
    expect(await loop.verify()).toMatchObject({ ok: true })
  })

  it.each<readonly [what: string, change: string, found: RegExp]>([
    [
      "an event",
      "UPDATE hearback_entry SET actor = 'manager-3' WHERE tenant = $1 AND stream LIKE 'case/%'",
      /event 1 differs from what was recorded/
    ],
    ["a case", "DELETE FROM hearback_entry WHERE tenant = $1 AND stream LIKE 'case/%'", /miss|deleted|removed|gone/i],
    ["an instant", "UPDATE hearback_case SET due_at = due_at + 1 WHERE tenant = $1", /due|row/i]
  ])("F-E3 · a store in which somebody changed %s is not whole (HO-4)", async (what, change, found) => {
    const tenant = `e3 ${what}`
    const loop = await open({ tenant })
    await loop.submit(words)
    expect(await loop.verify()).toMatchObject({ ok: true })
    expect((await sql(`${change} RETURNING 1`, tenant)).length).toBeGreaterThan(0)
    const { ok, breaks } = await loop.verify()
    expect([ok, breaks.map(({ message }) => message)]).toEqual([
      false,
      expect.arrayContaining([expect.stringMatching(found)])
    ])
  })

  it("F-E4 · a stored version of the policy that somebody changed is refused", async () => {
    const loop = await open({ tenant: "e4" })
    await loop.close()
    const raised =
      "UPDATE hearback_meta SET value = replace(value, 'supervisor', 'agent') WHERE tenant = 'e4' AND key LIKE 'bundle:%'"
    expect((await sql(`${raised} RETURNING 1`)).length).toBe(1)
    const opening = Hearback.open({ people, store: await storeAt(), tenant: "e4" })
    await expect(opening).rejects.toMatchObject({ code: "policy/altered" })
  })

  it("F-E6 · words and ids in odd forms come back whole, or wait in quarantine", async () => {
    const loop = await open()
    for (const [n, text] of ["a\u0000b", "\u202egnp.exe", "’ $1 ? ''; --", "张三丰 👩‍👩‍👧"].entries()) {
      const verbatim = `My invoice is wrong: ${text}`
      const { case: id } = await loop.submit({ ...words, customer: `C-${n}`, verbatim }, { key: `odd ${n}` })
      expect((await loop.get(id))?.verbatim).toBe(verbatim)
    }
    for (const id of ["a\u0000b", "\ud83d"])
      expect((await loop.submit({ ...words, customer: id })).outcome).toBe("quarantined")
    expect(await loop.verify()).toMatchObject({ ok: true })
  })

  it("HO-5 · every call of the store is measured, with its tenant and nothing of a person", async () => {
    const metrics = prometheus()
    const loop = await open({ tenant: "ho5", telemetry: metrics })
    await loop.submit(words)
    const text = await metrics.render()
    expect(text).toMatch(/hearback_call_duration_seconds_count\{tenant="ho5",port="store"[^}]*\} [1-9]/)
    expect(text).not.toMatch(/C-17|invoice|Unacceptable/)
  })
})
