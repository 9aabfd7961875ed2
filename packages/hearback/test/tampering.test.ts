/** Every change in the file of a store is found and named. */
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { Hearback, isHearbackError, type Loop } from "hearback"
import type { Channel } from "hearback/channels"
import { sqlite } from "hearback/sqlite"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { relink, saidIn, sayOtherwise } from "./EntryEdits.ts"
import { writeShop } from "./Shop.ts"

const root = mkdtempSync(join(tmpdir(), "hearback-tampering-"))
const policy = join(root, "policy.yaml")
const people = join(root, "people.yaml")
let now = Date.parse("2026-11-16T09:00:00Z")
let count = 0

const open = (folder: string, channels: readonly Channel[] = []): Promise<Loop> =>
  Hearback.open({ policy, people, store: sqlite(join(folder, "loop.db")), clock: { now: () => now }, channels })

/**
 * Makes a store with everything that can be changed: cases, a use of authority, an entry in quarantine, waiting
 * messages.
 */
const fill = async (folder: string): Promise<void> => {
  const loop = await open(folder)
  const ann = loop.for({ actor: { id: "ann" } })
  const { case: paid } = await ann.submit({ channel: "email", customer: "c-1", verbatim: "my invoice is wrong" })
  await loop.submit({ channel: "email", customer: "c-2", verbatim: "my parcel is late" })
  await loop.submit({ channel: "email", customer: "c-3" })
  const given = await ann.execute(paid, { do: "compensate", amount: 90, reason: "our fault" })
  if (!given.ok) throw new Error(given.rejection.message)
  await loop.tick()
  now += 60_000
  await ann.execute(paid, { do: "note", text: "called back" })
  await loop.close()
}

const whole = join(root, "whole")
const older = join(root, "older")

beforeAll(async () => {
  const more = `dictionary: { categories: { billing: { words: [invoice], defaults: { urgency: important } } } }
authority: { limits: { agent: { compensate: { per-case: 500, per-month: 9000 } } } }
`
  writeShop(root, { policy: more, zone: "Europe/London", currency: "GBP" })
  for (const folder of [whole, older]) cpSync(mkdtempSync(join(root, "new-")), folder, { recursive: true })
  await fill(older)
  cpSync(older, whole, { recursive: true })
  const loop = await open(whole)
  await loop.submit({ channel: "email", customer: "c-4", verbatim: "another invoice is wrong" })
  await loop.close()
  paid = within(whole, saidIn).find(([, said]) => said.includes('"compensated"'))?.[0] ?? ""
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const copy = (of = whole): string => {
  const folder = join(root, `copy-${count++}`)
  cpSync(of, folder, { recursive: true })
  return folder
}

const within = <T>(folder: string, run: (database: DatabaseSync) => T): T => {
  const database = new DatabaseSync(join(folder, "loop.db"))
  try {
    return run(database)
  } finally {
    database.close()
  }
}

/** Runs SQL that must change something. */
const sql =
  (...statements: readonly string[]) =>
  (folder: string): void =>
    within(folder, (database) => {
      for (const statement of statements) {
        const text = statement.replaceAll("$PAID", `'${paid.slice(5)}'`).replaceAll("$STREAM", `'${paid}'`)
        expect(database.prepare(text).run().changes, text).not.toBe(0)
      }
    })

/** Returns the waiting messages as they are stored. */
const waitingIn = (folder: string): readonly unknown[] =>
  within(folder, (database) =>
    database
      .prepare("SELECT id, lane, json(body) AS body, hex(sealed) AS sealed FROM hearback_outbox ORDER BY id")
      .all()
  )

/** Set by `beforeAll`, when there is a case with a grant. */
let paid = ""

const changing =
  (change: (said: string) => string) =>
  (folder: string): void =>
    within(folder, (database) => {
      expect(sayOtherwise(database, change)).not.toHaveLength(0)
    })

const changedAmount = (folder: string): void =>
  within(folder, (database) => {
    const streams = sayOtherwise(database, (said) => said.replaceAll('"amount":9000', '"amount":900'))
    expect(streams).toHaveLength(2)
    for (const stream of streams) relink(database, stream)
  })

interface Tampering {
  readonly what: string
  readonly by: (folder: string) => void
  /** A sentence that names it. */
  readonly found: RegExp
  /** Whether it is only a row, which can be derived again. */
  readonly mends?: true
}

const rows: readonly Tampering[] = [
  {
    what: "due_at of a case",
    by: sql(`UPDATE hearback_case SET due_at = due_at + 86400000 WHERE id = $PAID`),
    found: /^the row of case `.+` does not match the events: dueAt$/
  },
  { what: "due_at taken away", by: sql("UPDATE hearback_case SET due_at = NULL"), found: /case `.+` .*: dueAt$/ },
  {
    what: "an instant that no number of JavaScript is",
    by: sql("UPDATE hearback_case SET promise_at = 9223372036854775807 WHERE id = $PAID"),
    found: /^the row of case `.+` does not match the events: promiseAt$/
  },
  {
    what: "the owner",
    by: sql("UPDATE hearback_case SET owner = 'sue'"),
    found: /case `.+` does not match the events: owner$/
  },
  {
    what: "the channel",
    by: sql(`UPDATE hearback_case SET body = replace(body, '"channel":"email"', '"channel":"phone"')`),
    found: /case `.+` does not match the events: channel/
  },
  {
    what: "the state",
    by: sql("UPDATE hearback_case SET state = 'closed' WHERE id = $PAID"),
    found: /case `.+` does not match the events: state$/
  },
  {
    what: "the row of a case gone",
    by: sql(`DELETE FROM hearback_case WHERE id = $PAID`),
    found: /case `.+` is gone/
  },
  {
    what: "a case that there is not",
    by: sql(
      `INSERT INTO hearback_case (tenant, id, owner, state, kind, category, received_at, promise_at, tags, body)
       SELECT tenant, 'X-1', owner, state, kind, category, received_at, promise_at, tags, body FROM hearback_case LIMIT 1`
    ),
    found: /case `X-1` follows from no event/
  },
  {
    what: "a row that is none",
    by: sql(`UPDATE hearback_case SET body = 'no row' WHERE id = $PAID`),
    found: /case `.+` cannot be read/
  },
  {
    what: "an arrival let go from quarantine",
    by: sql("UPDATE hearback_intake SET state = 'opened' WHERE state = 'quarantined'"),
    found: /row of arrival `.+` does not match the events: (reason, )?state/
  },
  {
    what: "an arrival gone",
    by: sql("DELETE FROM hearback_intake WHERE state = 'quarantined'"),
    found: /row of arrival `.+` is gone/
  },
  {
    what: "the recipient of a message, written into its row",
    by: sql(
      `UPDATE hearback_outbox SET body = '{"body":{},"kind":"message","notBefore":0,"to":"c-9"}'
       WHERE id LIKE 'case/%' AND lane LIKE 'customer/%'`
    ),
    found: /waiting message `case\/.+` does not match the events: .*to/
  },
  {
    what: "the text of a message, written into its row",
    by: sql("UPDATE hearback_outbox SET customer = 'customer:c-1', sealed = x'0102' WHERE id LIKE 'case/%'"),
    found: /waiting message `case\/.+` does not match the events: customer, sealed/
  },
  {
    what: "the recipient of a notice of what is in quarantine",
    by: sql(
      `UPDATE hearback_outbox SET body = '{"body":{},"kind":"message","notBefore":0,"to":"ann"}' WHERE id LIKE 'intake/%'`
    ),
    found: /waiting message `intake\/.+` does not match the events: .*to/
  },
  {
    what: "the lane of a notice of what is in quarantine",
    by: sql("UPDATE hearback_outbox SET lane = 'customer' WHERE id LIKE 'intake/%'"),
    found: /waiting message `intake\/.+` does not match the events: lane/
  },
  {
    what: "a message that nobody sent",
    by: sql(
      `INSERT INTO hearback_outbox (tenant, id, lane, body, not_before)
       SELECT tenant, 'case/none/1/0', lane, body, not_before FROM hearback_outbox LIMIT 1`
    ),
    found: /waiting message `case\/none\/1\/0` follows from no event/
  },
  {
    what: "a message that a gate waits for, taken out",
    by: sql("DELETE FROM hearback_outbox WHERE id LIKE 'case/%' AND lane LIKE 'customer/%'"),
    found: /waiting message `case\/.+` is gone/
  }
]

const tamperings: readonly Tampering[] = [
  {
    what: "an event changed",
    by: changing((said) => said.replace('"amount":9000', '"amount":9')),
    found: /^`case\/.+`: event \d+ differs from what was recorded$/
  },
  {
    what: "an event taken out",
    by: changing((said) => {
      const lines = JSON.parse(said) as readonly (readonly [string])[]
      return JSON.stringify(lines.filter(([type]) => !type.startsWith("compensated")))
    }),
    found: /^`case\/.+`: event \d+ is gone$/
  },
  {
    what: "an instant of an entry that no number of JavaScript is",
    by: sql("UPDATE hearback_entry SET recorded_at = 9223372036854775807 WHERE stream = $STREAM"),
    found: /^`case\/.+`: event \d+ differs from what was recorded$/
  },
  {
    what: "whom a sealed part is of, with something else in its place",
    by: sql("UPDATE hearback_entry SET customers = '[7]' WHERE stream = $STREAM AND sealed IS NOT NULL"),
    found: /^`case\/.+`: event \d+ differs from what was recorded$/
  },
  {
    what: "an amount changed in the case and in the ledger, and both chains made anew",
    by: changedAmount,
    found: /^`case\/.+`: the events from \d+ on differ from those that were signed$/
  },
  {
    what: "a case deleted with its head and its row",
    by: (folder) =>
      within(folder, (database) => {
        database.prepare("DELETE FROM hearback_entry WHERE stream = ?").run(paid)
        database.prepare("DELETE FROM hearback_stream WHERE stream = ?").run(paid)
        database.prepare("DELETE FROM hearback_case WHERE id = ?").run(paid.slice(5))
        database.prepare("DELETE FROM hearback_outbox WHERE id LIKE ? || '/%'").run(paid)
      }),
    found: /^`case\/.+`: everything was signed and is gone$/
  },
  {
    what: "the ledger deleted with its head",
    by: sql(
      "DELETE FROM hearback_entry WHERE stream LIKE 'authority/%'",
      "DELETE FROM hearback_stream WHERE stream LIKE 'authority/%'"
    ),
    found: /^`authority\/ann`: everything was signed and is gone$/
  },
  {
    what: "the end of a case cut off, its head put right",
    by: (folder) =>
      within(folder, (database) => {
        const last = "SELECT max(version) FROM hearback_entry WHERE stream = ?1"
        database.prepare(`DELETE FROM hearback_entry WHERE stream = ?1 AND version = (${last})`).run(paid)
        relink(database, paid)
      }),
    found: /^`case\/.+`: the events from \d+ on were signed and are gone$/
  },
  {
    what: "the last event moved on in the whole record",
    by: sql(
      "UPDATE hearback_entry SET position = position + 7 WHERE position = (SELECT max(position) FROM hearback_entry)"
    ),
    found: /^an event has moved in the record since it was signed/
  },
  {
    what: "a case moved behind all others in the whole record",
    by: sql("UPDATE hearback_entry SET position = position + 100000 WHERE stream = $STREAM"),
    found: /^an event has moved in the record since it was signed/
  },
  {
    what: "a checkpoint changed",
    by: sql(
      `UPDATE hearback_meta SET value = replace(value, '"number":2', '"number":3') WHERE key LIKE 'checkpoint:%' AND value LIKE '%"number":2%'`
    ),
    found: /^a checkpoint differs from what was signed$/
  },
  {
    what: "every checkpoint taken out",
    by: sql("DELETE FROM hearback_meta WHERE key LIKE 'checkpoint:%'"),
    found: /^the store lacks the last checkpoint that the key file counts/
  },
  {
    what: "the file put back to an older one",
    by: (folder) => cpSync(join(older, "loop.db"), join(folder, "loop.db")),
    found: /^the store lacks the last checkpoint that the key file counts: the store was restored to an earlier state/
  },
  {
    what: "the key that checks it taken out",
    by: (folder) => {
      const database = new DatabaseSync(join(folder, "loop.db.keys"))
      database.exec("DELETE FROM hearback_key WHERE customer = 'checkpoint'; DELETE FROM hearback_mark")
      database.close()
    },
    found: /^the record has checkpoints, but the key file has no key/
  }
]

describe("F-E3 · a store that somebody changed", () => {
  it("F-E3 · is complete and signed if nobody changed it", async () => {
    const loop = await open(copy())
    const { ok, breaks, checkpoint } = await loop.verify()
    expect({ ok, breaks }).toEqual({ ok: true, breaks: [] })
    expect(checkpoint?.number).toBeGreaterThanOrEqual(2)
    await loop.close()
  })

  it.each([...tamperings, ...rows])("F-E3 · is found, and named, at every check: $what", async ({ by, found }) => {
    const folder = copy()
    by(folder)
    for (let times = 0; times < 2; times++) {
      const loop = await open(folder)
      const { ok, breaks } = await loop.verify()
      expect(ok).toBe(false)
      expect(breaks.map(({ message }) => message)).toContainEqual(expect.stringMatching(found))
      await loop.close()
    }
  })

  it("F-E3 · is found if a log was cut off", async () => {
    const folder = copy()
    const cut = join(root, `copy-${count++}`)
    const loop = await open(folder)
    await loop.submit({ channel: "email", customer: "c-5", verbatim: "a third invoice is wrong" })
    await loop.tick()
    cpSync(folder, cut, { recursive: true })
    await loop.close()
    expect(readFileSync(join(cut, "loop.db-wal")).length).toBeGreaterThan(0)
    truncateSync(join(cut, "loop.db-wal"), 0)
    rmSync(join(cut, "loop.db-shm"), { force: true })
    const again = await open(cut)
    const { ok, breaks } = await again.verify()
    expect([ok, breaks.map(({ problem }) => problem)]).toEqual([false, ["lost"]])
    await again.close()
  })

  it.each(rows)("F-E3 · gets its rows from the events again: $what", async ({ by }) => {
    const folder = copy()
    const loop = await open(folder)
    const shown = async () =>
      JSON.stringify([(await loop.list()).items, await loop.quarantine.list(), waitingIn(folder)])
    const before = await shown()
    by(folder)
    const { put, out } = await loop.record.rebuild()
    expect(
      Object.values(put)
        .concat(Object.values(out))
        .reduce((a, b) => a + b)
    ).toBeGreaterThan(0)
    expect((await loop.verify()).breaks).toEqual([])
    expect(await shown()).toBe(before)
    expect(await loop.record.rebuild()).toEqual({
      put: { case: 0, arrival: 0, message: 0 },
      out: { case: 0, arrival: 0, message: 0 }
    })
    await loop.close()
  })

  it("F-E3 · gets no rows from incomplete events", async () => {
    const folder = copy()
    changedAmount(folder)
    const loop = await open(folder)
    const thrown: unknown = await loop.record.rebuild().catch((error: unknown) => error)
    expect(isHearbackError(thrown, "record/broken")).toBe(true)
    await loop.close()
  })

  it("F-E3 · is signed again after a backup was restored on purpose, and later changes are found", async () => {
    const folder = copy()
    cpSync(join(older, "loop.db"), join(folder, "loop.db"))
    const loop = await open(folder)
    expect((await loop.verify()).breaks.map(({ problem }) => problem)).toEqual(["lost"])
    await loop.record.rebuild({ restored: true })
    expect(await loop.verify()).toMatchObject({ ok: true, breaks: [] })
    await loop.close()
    changedAmount(folder)
    const again = await open(folder)
    expect((await again.verify()).breaks.map(({ problem }) => problem)).toContain("rewritten")
    await again.close()
  })

  it("F-E3 · has no fault if an older key file was restored: the store is ahead of it", async () => {
    const folder = copy()
    cpSync(join(older, "loop.db.keys"), join(folder, "loop.db.keys"))
    const loop = await open(folder)
    expect((await loop.verify()).ok).toBe(true)
    await loop.close()
  })

  it("F-E3 · has joined notices that are compared with their events, and joined again", async () => {
    const folder = copy(older)
    const channels: readonly Channel[] = [
      { name: "staff", audiences: ["staff"], send: async () => ({ delivery: "deferred" }) },
      { name: "mail", audiences: ["customer"], send: async () => ({ delivery: "deferred" }) }
    ]
    const loop = await open(folder, channels)
    for (const n of [7, 8, 9])
      await loop.submit({ channel: "email", customer: `c-${n}`, verbatim: "my invoice is wrong" })
    // Overdue cases are reported to their owners.
    now += 5 * 86_400_000
    await loop.tick()
    const joined = () =>
      within(folder, (database) =>
        database.prepare("SELECT id, body FROM hearback_outbox WHERE id LIKE 'digest/%' ORDER BY id").all()
      )
    const before = joined()
    const [first] = before
    expect(first).toBeDefined()
    expect((await loop.verify()).breaks).toEqual([])
    const change = (body: string): void =>
      within(
        folder,
        (database) =>
          void database.prepare("UPDATE hearback_outbox SET body = ? WHERE id = ?").run(body, String(first?.["id"]))
      )
    const body = String(first?.["body"])
    change(body.replaceAll('"id":"case/', '"id":"case/x'))
    expect((await loop.verify()).breaks.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^the waiting message `digest\/.+` follows from no event$/)
    ])
    change(body.replace('"audience":"staff"', '"audience":"customer"'))
    expect((await loop.verify()).breaks.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^the waiting message `digest\/.+` does not match the events: body$/)
    ])
    await loop.record.rebuild()
    expect(joined()).toEqual(before)
    expect((await loop.verify()).breaks).toEqual([])
    await loop.close()
  })

  it("F-E3 · is checked while others write, and nothing in progress is reported", async () => {
    const loop = await open(copy())
    let isDone = false
    const writing = (async () => {
      for (let n = 0; n < 40; n++)
        await loop.submit({ channel: "email", customer: `w-${n}`, verbatim: "my invoice is wrong" })
      isDone = true
    })()
    let looked = 0
    while (!isDone) {
      expect((await loop.verify()).breaks).toEqual([])
      looked += 1
    }
    await writing
    expect(looked).toBeGreaterThan(0)
    expect((await loop.verify()).ok).toBe(true)
    await loop.close()
  })

  it("F-E3 · is found by an anchor if the record was made again, and the anchor stays valid as more is recorded", async () => {
    const folder = copy()
    const loop = await open(folder)
    const anchor = await loop.record.anchor()
    if (anchor === undefined) throw new Error("nothing to anchor")
    await loop.submit({ channel: "email", customer: "c-6", verbatim: "again an invoice" })
    expect((await loop.verify({ anchor })).ok).toBe(true)
    await loop.close()
    // A person who also has the key file can sign what they have made.
    changedAmount(folder)
    const keys = new DatabaseSync(join(folder, "loop.db.keys"))
    keys.exec("DELETE FROM hearback_mark")
    keys.close()
    sql("DELETE FROM hearback_meta WHERE key LIKE 'checkpoint:%'")(folder)
    const forged = await open(folder)
    expect((await forged.verify()).ok).toBe(true)
    const { ok, breaks } = await forged.verify({ anchor })
    expect([ok, breaks.map(({ message }) => message)]).toEqual([
      false,
      [`the record up to event ${anchor.position} differs from the one that was anchored`]
    ])
    await forged.close()
  })

  it("F-E3 · is found if a published version was removed, and feedback is still accepted", async () => {
    const folder = copy()
    sql("DELETE FROM hearback_stream WHERE stream = 'policy/versions'")(folder)
    const loop = await open(folder)
    expect((await loop.verify()).breaks.map(({ message }) => message)).toEqual([
      expect.stringContaining("policy/versions")
    ])
    expect(await loop.submit({ channel: "email", customer: "c-7", verbatim: "my parcel never arrived" })).toMatchObject(
      {
        case: expect.any(String)
      }
    )
    await loop.close()
  })

  it("F-E3 · does not keep a tick from ending if rows wrongly say that something is due", async () => {
    const folder = copy()
    sql("UPDATE hearback_case SET due_at = 1")(folder)
    const loop = await open(folder)
    await loop.tick()
    await loop.tick()
    await loop.record.rebuild()
    expect((await loop.verify()).ok).toBe(true)
    await loop.close()
  })

  it("F-E3 · has addresses of surveys and messages of problems that are compared with the events", async () => {
    const folder = mkdtempSync(join(root, "asking-"))
    const asking = join(folder, "asking.policy.yaml")
    const survey = "{ mode: active, ask-after: delivered, scale: [1, 5], question: How was it? }"
    const added = `events: [delivered]\nchannels: { delivery: ${survey} }\n`
    writeFileSync(asking, `${readFileSync(policy, "utf8")}${added}`)
    const loop = await Hearback.open({
      policy: asking,
      people,
      store: sqlite(join(folder, "loop.db")),
      clock: { now: () => now }
    })
    for (const customer of ["c-1", "c-2"]) {
      now += 60_000
      await loop.submit({ channel: "email", customer, verbatim: `my invoice is wrong, says ${customer}` })
    }
    while ((await loop.tick()).more);
    expect(await loop.signal("delivered", { customer: "c-1" })).toMatchObject({ ok: true })
    const [first] = (await loop.list({ order: "received" })).items
    const problem = within(folder, (database) =>
      database.prepare("SELECT stream, version FROM hearback_stream WHERE stream LIKE 'problem/%'").get()
    )
    const last = (await loop.list({ order: "received" })).items[1]
    // The message of a problem was handled long ago; it is restored as if it had just been sent.
    const store = sqlite(join(folder, "loop.db"))
    const none = { case: [], arrival: [], message: [] }
    const told = {
      id: `${problem?.["stream"]}/${problem?.["version"]}/0`,
      kind: "command",
      lane: "command",
      to: `case/${last?.id}`,
      body: { do: "count" },
      notBefore: now
    } as const
    await store.events.refile("default", { put: { ...none, message: [told] }, out: none })
    const faults = async () => (await loop.verify()).breaks.map(({ message }) => message)
    expect(await faults()).toEqual([])
    sql("UPDATE hearback_outbox SET body = replace(json(body), 'c-1', 'c-9') WHERE id LIKE 'asked/%'")(folder)
    sql(
      `UPDATE hearback_outbox SET body = replace(json(body), '${last?.id}', '${first?.id}') WHERE id LIKE 'problem/%'`
    )(folder)
    expect(await faults()).toEqual([
      expect.stringMatching(/waiting message `asked\/c-1\/.+` does not match the events: .*to/),
      expect.stringMatching(/waiting message `problem\/.+` does not match the events: to/)
    ])
    expect((await loop.record.rebuild()).put.message).toBe(2)
    expect(await faults()).toEqual([])
    expect(JSON.stringify(waitingIn(folder))).toContain(`case/${last?.id}`)
    await store.events.close()
    await loop.close()
  })

  it("F-E3 · is reported by a head that names a missing event, to every command on the case", async () => {
    const folder = copy()
    sql("UPDATE hearback_stream SET version = version + 3 WHERE stream LIKE 'case/%'")(folder)
    const loop = await open(folder)
    const { items } = await loop.list()
    for (const { id } of items) {
      const thrown: unknown = await loop.get(id).catch((error: unknown) => error)
      expect(isHearbackError(thrown, "record/unreadable") && thrown.message).toMatch(
        /^`case\/.+`: event \d+ is missing, though the head of the stream names it; put back a copy/
      )
    }
    const ticked: unknown = await loop.tick().catch((error: unknown) => error)
    expect(isHearbackError(ticked, "record/unreadable")).toBe(true)
    await loop.close()
  })
})
