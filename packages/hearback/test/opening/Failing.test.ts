/**
 * Every way in which opening fails: afterwards no file of the store is open. Its files can be renamed, locked by
 * another process, and deleted.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { Hearback, type OpenOptions } from "hearback"
import { sqlite } from "hearback/sqlite"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { writeShop } from "../Shop.ts"

let folder = ""
const at = (name: string): string => join(folder, name)
const file = (): string => at("loop.db")

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hearback-opening-"))
  writeShop(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Opens a loop on the file of the test; given options replace the usual ones. */
type Options = { readonly [K in keyof OpenOptions]?: OpenOptions[K] | undefined }
const open = (options: Options = {}) =>
  Hearback.open({
    policy: at("policy.yaml"),
    store: options.store ?? sqlite(file(), { waitMs: 50 }),
    ...options
  } as OpenOptions)

const used = async (): Promise<void> => {
  const loop = await open()
  await loop.submit({ channel: "email", customer: "c-1", verbatim: "my invoice is wrong" })
  await loop.close()
}

const change = (sql: string, path = file()): void => {
  const database = new DatabaseSync(path)
  database.exec(sql)
  database.close()
}

const garbage = (path: string): void => writeFileSync(path, "no database at all ".repeat(999))

const failing = (): never => {
  throw new Error("gone")
}

interface Way {
  /** What is done before. A used store exists unless it says `isNew`. */
  readonly before?: () => void
  readonly isNew?: true
  readonly options?: () => object
  readonly code: string
}

const ways: Readonly<Record<string, Way>> = {
  "no database": { before: () => garbage(file()), code: "store/refused" },
  "a folder in its place": { isNew: true, before: () => mkdirSync(file()), code: "store/unavailable" },
  "older tables": { before: () => change("UPDATE hearback_schema SET version = 1"), code: "store/schema" },
  "tables of a newer program": {
    before: () => change("UPDATE hearback_schema SET version = 99, oldest = 99"),
    code: "store/schema"
  },
  "no version of the tables": { before: () => change("DELETE FROM hearback_schema"), code: "store/schema" },
  "keys of another store": {
    before: () => change("UPDATE hearback_keys SET id = 'other'", `${file()}.keys`),
    code: "store/keys"
  },
  "a key file that is no database": { before: () => garbage(`${file()}.keys`), code: "store/refused" },
  "older keys": {
    before: () => change("UPDATE hearback_keys SET version = 1", `${file()}.keys`),
    code: "store/schema"
  },
  "no version of the keys": {
    before: () => change("DELETE FROM hearback_keys", `${file()}.keys`),
    code: "store/schema"
  },
  "an option that is not known": { options: () => ({ polcy: "x" }), code: "call/invalid" },
  "no events in the store": {
    options: () => ({ store: { ...sqlite(file()), keys: undefined } }),
    code: "call/invalid"
  },
  "no policy": { isNew: true, options: () => ({ policy: undefined }), code: "policy/invalid" },
  "a policy with errors": {
    isNew: true,
    before: () => writeFileSync(at("policy.yaml"), "hearback: 1\npolicy: 7\n"),
    code: "policy/invalid"
  },
  "a policy of later": {
    isNew: true,
    before: () => void writeShop(folder, { policy: "effective: 2099-01-01" }),
    code: "policy/not-in-force"
  },
  "a policy that nobody may publish so": {
    before: () => void writeShop(folder, { policy: "sending: { digest: 1 hour }" }),
    options: () => ({ publish: { by: "ann", reason: "now" } }),
    code: "policy/not-published"
  },
  "no people file": { isNew: true, options: () => ({ people: at("nobody.yaml") }), code: "people/invalid" },
  "no route for a message": {
    options: () => ({
      channels: [{ name: "post", audiences: ["customer"], send: async () => ({ delivery: "sent" }) }]
    }),
    code: "channels/no-route"
  },
  "a clock that fails": { options: () => ({ clock: { now: failing } }), code: "adapter/failed" },
  "a directory that fails": {
    options: () => ({
      people: { person: failing, withRole: failing, absence: failing },
      publish: { by: "ann", reason: "now" }
    }),
    before: () => void writeShop(folder, { policy: "sending: { digest: 1 hour }" }),
    code: "adapter/failed"
  },
  "a policy that was changed in the store": {
    before: () => change("UPDATE hearback_meta SET value = replace(value, 'Shanghai', 'Tokyo')"),
    options: () => ({ policy: undefined }),
    code: "policy/altered"
  },
  "a record that cannot be read": { before: () => change("DROP TABLE hearback_meta"), code: "store/schema" }
}

/** Returns the files of the test that this process has open. */
const openFiles = (): readonly string[] =>
  readdirSync("/proc/self/fd").flatMap((fd) => {
    try {
      const path = readlinkSync(join("/proc/self/fd", fd))
      return path.startsWith(folder) ? [path.slice(folder.length + 1)] : []
    } catch {
      // The handle with which the folder was read is gone.
      return []
    }
  })

/** Only Linux tells which files a process has open. */
const isTold = existsSync("/proc/self/fd")

const codeOf = async (run: () => Promise<unknown>): Promise<unknown> => {
  try {
    await run()
    return "opened"
  } catch (error) {
    return (error as { readonly code?: unknown }).code ?? error
  }
}

/** Locks the file for another connection, then closes it. */
const isFree = (): void => {
  const renamed = at("renamed")
  renameSync(file(), renamed)
  renameSync(renamed, file())
  for (const path of [file(), `${file()}.keys`]) if (existsSync(path)) rmSync(path, { recursive: true })
  const database = new DatabaseSync(file())
  database.exec("BEGIN EXCLUSIVE; CREATE TABLE mine (a); COMMIT")
  database.close()
}

describe("a store that could not be opened is released", () => {
  it.skipIf(!isTold)("has open files while it is open, so that there is something to check", async () => {
    const loop = await open()
    expect(openFiles()).toContain("loop.db")
    expect(openFiles()).toContain("loop.db.keys")
    await loop.close()
    expect(openFiles()).toEqual([])
  })

  it.each(Object.entries(ways))("%s", async (_, { before, isNew, options, code }) => {
    if (isNew === undefined) await used()
    before?.()
    expect(await codeOf(async () => open(options?.() as Options))).toBe(code)
    if (isTold) expect(openFiles()).toEqual([])
    if (code !== "store/unavailable" || existsSync(file())) isFree()
  })

  it("is not released by another writer that keeps its lock", async () => {
    await used()
    const other = new DatabaseSync(file())
    other.exec("BEGIN EXCLUSIVE")
    expect(await codeOf(async () => open())).toBe("store/unavailable")
    other.exec("COMMIT")
    other.close()
    if (isTold) expect(openFiles()).toEqual([])
    isFree()
  })

  it("does not affect others on the same store: other options, a second tenant, a second connection", async () => {
    await used()
    const store = sqlite(file())
    const loop = await open({ store })
    expect(await codeOf(async () => open({ language: "zh-CN" }))).toBe("open/differs")
    expect(await codeOf(async () => open({ store, language: "zh-CN" }))).toBe("open/differs")
    expect(await codeOf(async () => open({ store, tenant: "b", policy: undefined }))).toBe("policy/invalid")
    expect((await loop.list()).items).toHaveLength(1)
    expect(await open({ store })).toBe(loop)
    await loop.close()
    if (isTold) expect(openFiles()).toEqual([])
    isFree()
  })

  it("stays open if two were opened at once and one of them fails", async () => {
    await used()
    const store = sqlite(file())
    const both = await Promise.allSettled([open({ store, tenant: "b", policy: undefined }), open({ store })])
    expect(both.map(({ status }) => status)).toEqual(["rejected", "fulfilled"])
    const [, opened] = both
    if (opened?.status !== "fulfilled") return
    expect((await opened.value.list()).items).toHaveLength(1)
    await opened.value.close()
    if (isTold) expect(openFiles()).toEqual([])
  })
})
