/** The file of the keys: in memory, on the disk, missing, not private, and while somebody reads it. */
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs"
import { dirname } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { makePrivate, openKeyFile } from "../src/sqlite/KeyFile.ts"
import { freshFolder } from "./Fixture.ts"

let folder: ReturnType<typeof freshFolder>
beforeEach(() => {
  folder = freshFolder()
})
afterEach(() => folder.remove())

const open = (waitMs = 5_000, expected?: string) => openKeyFile(folder.file, waitMs, expected)

describe("keys in memory", () => {
  it.each(["", ":memory:"])("are those of one opening only, and make no file: `%s`", async (path) => {
    const [one, other] = [openKeyFile(path, 0, undefined), openKeyFile(path, 0, "of another store")]
    const key = await one.keys.keyOf("acme", "c-1")
    expect(await one.keys.find("acme", "c-1")).toEqual(key)
    expect(await other.keys.find("acme", "c-1")).toBeUndefined()
    expect(one.id).not.toBe(other.id)
    expect([await one.keys.isThere?.(), await other.keys.isThere?.()]).toEqual([true, true])
    one.close()
    other.close()
    expect(existsSync(":memory:")).toBe(false)
  })
})

describe("keys in a file", () => {
  it("are there until the file is removed; its id stays", async () => {
    const one = open()
    expect(await one.keys.isThere?.()).toBe(true)
    one.close()
    const again = open(0, one.id)
    expect(again.id).toBe(one.id)
    rmSync(folder.file)
    expect(await again.keys.isThere?.()).toBe(false)
    again.close()
  })
  it("that are missing are refused with their path", async () => {
    const { keys, id, close } = open(0, "of the store")
    expect([id, await keys.isThere?.(), await keys.find("acme", "c-1")]).toEqual(["of the store", false, undefined])
    await expect(keys.keyOf("acme", "c-1")).rejects.toMatchObject({
      code: "store/keys",
      message: expect.stringContaining(folder.file)
    })
    close()
    expect(existsSync(folder.file)).toBe(false)
  })
  it("that cannot be made private are refused with their path", () => {
    mkdirSync(folder.file)
    expect(() => makePrivate(folder.file)).toThrow(
      expect.objectContaining({ code: "store/unavailable", message: expect.stringContaining(folder.file) })
    )
  })
  it("of a later version are closed", () => {
    open().close()
    const database = new DatabaseSync(folder.file)
    database.exec("UPDATE hearback_keys SET version = 999, oldest = 999")
    database.close()
    expect(() => open()).toThrow(expect.objectContaining({ code: "store/schema" }))
    // SQLite removes these files once nobody has the database open.
    expect(readdirSync(dirname(folder.file)).filter((name) => /-(wal|shm)$/.test(name))).toEqual([])
  })
  it.skipIf(!existsSync("leave no open file behind"))("leave nothing open behind", () => {
    const count = () => readdirSync("/proc/self/fd").length
    open().close()
    const before = count()
    for (let n = 0; n < 20; n++) open().close()
    expect(count()).toBeLessThan(before + 10)
  })
  it("are cleared once another reader of the file is done, if that is within the waiting time", async () => {
    const { keys, close } = open(10_000)
    await keys.keyOf("acme", "c-1")
    const reader = new DatabaseSync(folder.file)
    reader.exec("BEGIN")
    reader.prepare("SELECT count(*) FROM hearback_key").all()
    setTimeout(() => reader.close(), 60)
    expect(await keys.destroy("acme", "c-1")).toEqual({ complete: true })
    close()
  })
})
