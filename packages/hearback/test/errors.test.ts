import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import {
  Hearback,
  type HearbackErrorCode,
  isHearbackError,
  type Loop,
  memory,
  type OpenOptions,
  type Store
} from "hearback"
import { postgres } from "hearback/postgres"
import { simulate } from "hearback/simulation"
import { sqlite, sqliteTables } from "hearback/sqlite"
import { describe, expect, it } from "vitest"
import { openPool } from "../../store-sql/src/postgres/Driver.ts"
import { ofEachTest, people, policy, words } from "./First.ts"

const own = ofEachTest()
const open = async (more: Partial<OpenOptions> = {}): Promise<Loop> => {
  const loop = await Hearback.open({ policy, people, store: memory(), ...more })
  return own.keep(loop)
}
const file = (): string => join(own.folder, "loop.db")
const written = (name: string, text: string): string => {
  const path = join(own.folder, name)
  writeFileSync(path, text)
  return path
}
const never = () => new Promise<never>(() => {})
const directory = (withRole: () => Promise<never>) => ({
  person: async (id: string) => ({ id, roles: ["agent"] }),
  withRole,
  absence: async () => undefined
})
const note = { do: "note", text: "x" } as const
const asAgent = (loop: Loop) => loop.for({ actor: { id: "agent-7" } })

/** Adds a note to a case after an event that another process wrote. */
const after = async (type: string, clear: { readonly by?: number }): Promise<unknown> => {
  const store = memory()
  const loop = await open({ store })
  const { case: id = "" } = await loop.submit(words)
  const [tenant, stream] = ["default", `case/${id}`]
  const { version, events } = await store.events.load({ tenant, stream })
  const [{ at, recordedAt, actor, policy: content } = { at: 0, recordedAt: 0, actor: "", policy: "" }] = events
  const event = { type, at, recordedAt, actor, command: "later", policy: content, clear }
  const writes = [{ stream, expected: version, events: [event] }]
  await store.events.append({ tenant, key: "later", fingerprint: "", writes, outbox: [] })
  return asAgent(loop).execute(id, note)
}

async function* linesOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}

/** For each code a call that throws it; a code without one does not compile. */
const producers: Readonly<Record<HearbackErrorCode, () => Promise<unknown>>> = {
  "adapter/failed": async () =>
    asAgent(await open({ people: directory(() => Promise.reject(new Error("down"))) })).execute("2611-A", note),
  "adapter/late": async () =>
    asAgent(await open({ people: directory(never), timeouts: { directory: 5 } })).execute("2611-A", note),
  "channels/no-route": () =>
    open({ channels: [{ name: "pager", audiences: ["staff"], send: async () => ({ delivery: "sent" }) }] }),
  "store/conflict": async () => {
    const store = memory()
    const other: Store = { ...store, events: { ...store.events, append: async (unit) => append(unit) } }
    let append = store.events.append
    const loop = await open({ store: other, timeouts: { store: 30 } })
    const { case: id } = await loop.submit(words)
    append = async ({ writes }) => ({ result: "conflict", stream: writes[0]?.stream ?? "", version: 99 })
    return asAgent(loop).execute(id, note)
  },
  "store/unavailable": async () => sqlite(own.folder),
  "store/refused": async () => sqlite(written("no-store.db", "something else".repeat(100))),
  "store/folder": async () => sqlite(join(own.folder, "no", "such.db")),
  "store/missing": () => {
    const connection = { query: async () => ({ rows: [{ is_there: false }] }), release: () => {}, on: () => {} }
    return postgres({ pool: { connect: async () => connection }, migrate: false })
  },
  "store/driver": () => openPool("postgres://localhost/loop", async () => undefined),
  "store/schema": async () => {
    await sqlite(file()).events.close()
    const database = new DatabaseSync(file())
    database.exec("UPDATE hearback_schema SET version = 99, oldest = 99")
    database.close()
    return sqlite(file())
  },
  "store/outdated": () => {
    const rows = [{ is_there: true, version: 1, store_id: "s", id: "k" }]
    const connection = { query: async () => ({ rows }), release: () => {}, on: () => {} }
    return postgres({ pool: { connect: async () => connection }, migrate: false })
  },
  "store/export": async () => sqliteTables(file()).importFrom({ record: linesOf([]), keys: linesOf([]) }),
  "store/not-empty": async () => {
    await (await open({ store: sqlite(file()) })).close()
    const tables = sqliteTables(file())
    const record: string[] = []
    await tables.exportTo("record", async (line) => void record.push(line))
    return tables.importFrom({ record: linesOf(record) }).finally(tables.close)
  },
  "store/keys": async () => {
    await sqlite(file()).events.close()
    rmSync(`${file()}.keys`)
    return (await open({ store: sqlite(file()) })).submit(words)
  },
  "store/closed": async () => {
    const store = memory()
    const loop = await open({ store })
    await store.events.close()
    return loop.list()
  },
  "store/cursor": async () => (await open()).list({ after: "nonsense" }),
  "tx/unsupported": async () => {
    const loop = await open()
    await loop.submit(words)
    return new Promise((_, reject) => {
      void loop.consume("erp", (__, { commit }) => commit({ query: async () => [] }).catch(reject))
    })
  },
  "call/invalid": async () => (await open()).list({ state: "opne" } as never),
  "actor/invalid": async () => (await open()).for({ actor: { id: "" } }),
  "open/differs": async () => {
    await open({ store: sqlite(file()), language: "en" })
    return open({ store: sqlite(file()), language: "zh-CN" })
  },
  "policy/invalid": async () => open({ policy: written("bad.yaml", "hearback: 1\npolicy: [\n") }),
  "policy/not-in-force": async () => {
    const text = readFileSync(policy, "utf8").replace(/^language: en$/m, "language: en\neffective: 2030-01-01")
    return open({ policy: written("later.yaml", text) })
  },
  "policy/altered": async () => {
    await (await open({ store: sqlite(file()) })).close()
    const database = new DatabaseSync(file())
    database.exec("UPDATE hearback_meta SET value = replace(value, 'CNY', 'JPY') WHERE key LIKE 'bundle:%'")
    database.close()
    return Hearback.open({ people, store: sqlite(file()) })
  },
  "record/later": () => after("refund-promised", {}),
  "record/unreadable": () => after("taken-up", { by: 7 }),
  "record/broken": async () => {
    const store = sqlite(file())
    const loop = await open({ store })
    await loop.submit(words)
    const database = new DatabaseSync(file())
    database.exec("UPDATE hearback_entry SET recorded_at = recorded_at - 1")
    database.close()
    return loop.record.rebuild()
  },
  "policy/not-published": async () => {
    await (await open({ store: sqlite(file()) })).close()
    const other = written("other.yaml", readFileSync(policy, "utf8").replace("per-case: 500", "per-case: 600"))
    return open({ policy: other, store: sqlite(file()), publish: { by: "agent-7", reason: "more" } })
  },
  "people/invalid": async () => open({ people: written("people.yaml", "hearback: 1\npeople: [\n") }),
  "people/missing": async () => {
    const store = memory()
    const people = written("people.yaml", "hearback: 1\npeople: { ann: { roles: [agent] } }\n")
    const loop = await open({ store, people })
    await loop.submit(words)
    return open({ store, people: written("nobody.yaml", "hearback: 1\npeople: {}\n") })
  },
  "policy/unknown-version": async () => (await open()).policy.preview({ to: "0123456789abcdef" }),
  "key/reused": async () => {
    const loop = await open()
    await loop.submit(words, { key: "k" })
    return loop.submit({ ...words, verbatim: "another" }, { key: "k" })
  },
  closed: async () => {
    const loop = await open()
    await loop.close()
    return loop.list()
  },
  "events/position": async () => (await open()).events({ after: "x" }),
  "consumer/running": async () => {
    const loop = await open()
    await loop.consume("erp", () => {})
    return loop.consume("erp", () => {})
  },
  "time/not-an-instant": async () => (await open()).submit({ ...words, received: "2026-11-20T09:00" }),
  "time/in-the-future": async () => (await open()).tick({ at: "2999-01-01T00:00:00Z" }),
  "case/unknown": async () => (await open()).explain("2611-NOSUCH"),
  "review/unknown": async () => (await open()).review("yearly"),
  "simulation/invalid": () => simulate({ policy, people, staff: { people: { ann: { roles: "agnet" } } } }),
  "quarantine/unknown": async () => (await open()).quarantine.release("q-none", words)
}

describe("F-T11 · error codes are complete and documented", () => {
  it.each(Object.entries(producers))("%s is thrown, and says whether to try again", async (code, produce) => {
    const thrown = await produce().catch((error: unknown) => error)
    expect(isHearbackError(thrown, code as HearbackErrorCode)).toBe(true)
    const retried = ["adapter/failed", "adapter/late", "store/unavailable", "store/conflict"]
    expect((thrown as { retryable: boolean }).retryable).toBe(retried.includes(code))
    expect((thrown as Error).message).not.toBe("")
  })

  it.each(["errors.md", "zh-CN/errors.md"])("the page docs/%s has every code, and no other", (name) => {
    const page = readFileSync(join(import.meta.dirname, "../../../docs", name), "utf8")
    const listed = [...page.matchAll(/^\| `([a-z/-]+)` \|/gm)].map(([, code]) => code)
    expect(listed.toSorted()).toEqual(Object.keys(producers).toSorted())
  })

  it("a refusal of the domain is a value", async () => {
    const loop = await open()
    const { case: id } = await loop.submit(words)
    const desk = asAgent(loop)
    expect(await desk.execute("2611-NOSUCH", note)).toMatchObject({ ok: false, rejection: { code: "case/unknown" } })
    expect(await desk.execute(id, { do: "pass", gate: "told" })).toMatchObject({ ok: false })
    expect(await desk.execute(id, null as never)).toMatchObject({ ok: false })
    expect(await loop.get("2611-NOSUCH")).toBeUndefined()
    expect(await loop.signal("no-such-event", { customer: "C-17" })).toMatchObject({ ok: false })
  })
})
