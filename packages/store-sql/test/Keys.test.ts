import { spawnSync } from "node:child_process"
import { chmodSync, copyFileSync, existsSync, readFileSync, renameSync, rmSync, statSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import { fileURLToPath } from "node:url"
import { seal, unseal, verify } from "@hearback/engine"
import { Sample } from "@hearback/engine/testing"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type SqliteStore, sqlite } from "../src/index.ts"
import { freshFolder } from "./Fixture.ts"

const { event, unit, write } = Sample

let folder: ReturnType<typeof freshFolder>
let store: SqliteStore
beforeEach(() => {
  folder = freshFolder()
  store = sqlite(folder.file)
})
afterEach(async () => {
  await store.close()
  folder.remove()
})

const keyFile = (): string => `${folder.file}.keys`
const say = async (customer: string): Promise<void> => {
  const sealed = await seal(store.keys, "acme", customer, { verbatim: `words of ${customer}` })
  await store.append(unit(customer, [write(`case/${customer}`, 0, { events: [event({ sealed })] })]))
}
const opened = async (from: SqliteStore, customer: string) => {
  const [stored] = (await from.load({ tenant: "acme", stream: `case/${customer}` })).events
  return stored?.sealed && unseal(from.keys, "acme", stored.sealed)
}
const erased = { ok: false, reason: "erased" }
const readable = (customer: string) => ({ ok: true, value: { verbatim: `words of ${customer}` } })

describe("F-E2 · the keys of customers", () => {
  it("are in a file of their own, which only its owner may read, whatever its rights were before", async () => {
    await say("c-1")
    const key = Buffer.from(await store.keys.keyOf("acme", "c-1"))
    for (const path of [folder.file, `${folder.file}-wal`]) expect(readFileSync(path).includes(key)).toBe(false)
    const ownFiles = [keyFile(), `${keyFile()}-wal`, `${keyFile()}-shm`].filter(existsSync)
    expect(ownFiles.some((path) => readFileSync(path).includes(key))).toBe(true)
    for (const path of ownFiles) expect(statSync(path).mode & 0o777).toBe(0o600)
    await store.close()
    chmodSync(keyFile(), 0o644)
    store = sqlite(folder.file)
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600)
    expect(await opened(store, "c-1")).toEqual(readable("c-1"))
  })

  it("may be kept in another place", async () => {
    const elsewhere = freshFolder()
    const other = sqlite(`${folder.file}2`, { keys: elsewhere.file })
    const key = Buffer.from(await other.keys.keyOf("acme", "c-1"))
    await other.close()
    expect(readFileSync(elsewhere.file).includes(key)).toBe(true)
    elsewhere.remove()
  })

  it("of an erased customer are useless in every copy of the store, also in earlier copies", async () => {
    await say("c-1")
    await say("c-2")
    await store.close()
    copyFileSync(folder.file, `${folder.file}.copy`)
    store = sqlite(folder.file)
    expect(await store.keys.destroy("acme", "c-1")).toEqual({ complete: true })
    await store.close()
    // The copy is restored, beside the present keys.
    renameSync(`${folder.file}.copy`, folder.file)
    for (const rest of ["-wal", "-shm"]) rmSync(folder.file + rest, { force: true })
    store = sqlite(folder.file)
    expect(await opened(store, "c-1")).toEqual(erased)
    expect(await opened(store, "c-2")).toEqual(readable("c-2"))
  })

  it("are not replaced if their file is missing: nothing sealed is read, nothing is sealed or erased, the rest works", async () => {
    await say("c-1")
    await store.close()
    renameSync(keyFile(), `${keyFile()}.away`)
    store = sqlite(folder.file)
    expect(await opened(store, "c-1")).toEqual(erased)
    for (const asked of [store.keys.keyOf("acme", "c-2"), store.keys.destroy("acme", "c-1"), store.keys.mark("acme")])
      await expect(asked).rejects.toMatchObject({ code: "store/keys", retryable: false })
    expect(await verify(store, "acme")).toMatchObject({ ok: true, events: 1 })
    expect(existsSync(keyFile())).toBe(false)
    await store.close()
    renameSync(`${keyFile()}.away`, keyFile())
    store = sqlite(folder.file)
    expect(await opened(store, "c-1")).toEqual(readable("c-1"))
  })

  it("of another store are refused", async () => {
    const other = sqlite(`${folder.file}2`)
    await other.close()
    expect(() => sqlite(`${folder.file}2`, { keys: keyFile() })).toThrow(/another store/)
  })

  it("leave no trace in their file and its log once destroyed", async () => {
    const customers = Array.from({ length: 300 }, (_, n) => `c-${n}`)
    const keys = new Map<string, Buffer>()
    for (const customer of customers) {
      keys.set(customer, Buffer.from(await store.keys.keyOf("acme", customer)))
      await say(customer)
    }
    const traces = () => {
      const files = [folder.file, keyFile()].flatMap((path) => [path, `${path}-wal`]).filter(existsSync)
      const bytes = files.map((path) => readFileSync(path))
      return customers.filter((customer) => bytes.some((file) => file.includes(keys.get(customer) ?? "")))
    }
    expect(traces()).toEqual(customers)
    for (const customer of ["c-0", "c-57", "c-299"]) await store.keys.destroy("acme", customer)
    expect(traces()).toEqual(customers.filter((customer) => !["c-0", "c-57", "c-299"].includes(customer)))
    expect(await opened(store, "c-57")).toEqual(erased)
    expect(await opened(store, "c-58")).toEqual(readable("c-58"))
    expect(await verify(store, "acme")).toMatchObject({ ok: true, events: 300 })
  })

  it("may leave a copy while somebody reads their file: the answer says so, and a second call removes it", async () => {
    await store.close()
    store = sqlite(folder.file, { waitMs: 60 })
    const key = Buffer.from(await store.keys.keyOf("acme", "c-1"))
    const reader = new DatabaseSync(keyFile())
    reader.exec("BEGIN")
    reader.prepare("SELECT count(*) FROM hearback_key").all()
    expect(await store.keys.destroy("acme", "c-1")).toEqual({ complete: false })
    expect(await store.keys.find("acme", "c-1")).toBeUndefined()
    reader.exec("COMMIT")
    reader.close()
    expect(await store.keys.destroy("acme", "c-1")).toEqual({ complete: true })
    for (const path of [keyFile(), `${keyFile()}-wal`]) expect(readFileSync(path).includes(key)).toBe(false)
  })

  it("are durable before the first event that is sealed with them: a process that dies in between leaves its key", async () => {
    const program = fileURLToPath(new URL("./KeyCrash.ts", import.meta.url))
    const { signal, stdout } = spawnSync(process.execPath, ["--conditions=source", program, folder.file, "between"], {
      encoding: "utf8"
    })
    expect(signal).toBe("SIGKILL")
    expect((await store.load({ tenant: "acme", stream: "case/c-1" })).events).toEqual([])
    expect(Buffer.from((await store.keys.find("acme", "c-1")) ?? []).toString("hex")).toBe(stdout.trim())
  })

  it("exist for every stored event, however many processes are killed", { timeout: 60_000 }, async () => {
    const program = fileURLToPath(new URL("./KeyCrash.ts", import.meta.url))
    for (let round = 0; round < 5; round++)
      spawnSync(process.execPath, ["--conditions=source", program, folder.file, `r${round}`, String(20 + 31 * round)])
    const { events } = await store.read("acme", null, 10_000)
    expect(events.length).toBeGreaterThan(0)
    for (const { sealed } of events)
      expect(sealed && (await unseal(store.keys, "acme", sealed))).toMatchObject({ ok: true })
  })
})
