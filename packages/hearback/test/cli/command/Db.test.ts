/** `db` shows the tables of a store, migrates them, and copies them into another store. */
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { describe, expect, it } from "vitest"
import { example, folder, hearback, type Ran } from "../Capture.ts"

const setUp = async () => {
  const cwd = folder()
  const call = (...words: readonly string[]): Promise<Ran> => hearback(words, { cwd, env: { HEARBACK_DB: "loop.db" } })
  writeFileSync(join(cwd, "in.csv"), "who,said\nC-17,Third time my invoice is wrong. Unacceptable.\n")
  const map = ["customer=who", "verbatim=said", "channel:=email"].flatMap((pair) => ["--map", pair])
  await call("ingest", example("first/first.policy.yaml"), "--input", "in.csv", ...map)
  const change = (sql: string): void => {
    const database = new DatabaseSync(join(cwd, "loop.db"))
    database.exec(sql)
    database.close()
  }
  return { cwd, call, change }
}

/** Makes a store as a program without migrations left it. */
const asBefore = `ALTER TABLE hearback_schema DROP COLUMN oldest; ALTER TABLE hearback_outbox DROP COLUMN trace; DROP TABLE hearback_projection;
  ${["by_promise", "by_received", "by_owner", "by_category", "by_category_due", "waiting"].map((name) => `DROP INDEX hearback_case_${name};`).join(" ")}
  UPDATE hearback_schema SET version = 7`

describe("db", () => {
  it("copies a store with its keys into another, which can be used further", async () => {
    const { cwd, call } = await setUp()
    expect((await call("db", "export", "record.ndjson", "keys.ndjson")).exit).toBe(0)
    expect(statSync(join(cwd, "keys.ndjson")).mode & 0o077).toBe(0)
    expect((await call("db", "import", "record.ndjson", "keys.ndjson", "--db", "new.db")).exit).toBe(0)
    expect((await call("verify", "--db", "new.db")).exit).toBe(0)
    const list = async (db: string) => (await call("list", "--text", "invoice", "--db", db, "--json")).json.cases
    expect(await list("new.db")).toHaveLength(1)
    expect(await list("new.db")).toEqual(await list("loop.db"))
    const again = await call("db", "import", "record.ndjson", "keys.ndjson", "--db", "new.db")
    expect([again.exit, again.err]).toEqual([2, expect.stringContaining("import into a new one")])
  })

  it("says that tables are outdated, migrates them, and removes old ones on request", async () => {
    const { call, change } = await setUp()
    expect(await call("db")).toMatchObject({ exit: 0, out: expect.stringContaining("nothing to migrate") })
    change(asBefore)
    const behind = await call("db", "status")
    expect(behind).toMatchObject({ exit: 1, out: expect.stringContaining("hearback db migrate") })
    expect((await call("db", "print")).out).toContain("ALTER TABLE hearback_schema ADD COLUMN oldest")
    expect((await call("db", "migrate")).exit).toBe(0)
    expect(await call("db")).toMatchObject({ exit: 0, out: expect.stringContaining("hearback db migrate --contract") })
    expect((await call("db", "migrate", "--contract")).exit).toBe(0)
    expect((await call("库表", "状况", "--lang", "zh")).out).toContain("无需升级")
  })

  it("refuses what is missing, incomplete or already there, and leaves no partial file", async () => {
    const { cwd, call } = await setUp()
    const nowhere = await call("db", "status", "--db", "none.db")
    expect([nowhere.exit, existsSync(join(cwd, "none.db"))]).toEqual([2, false])
    for (const [address, shown] of [
      ["mysql://ann:secret@host/desk", "mysql://ann@host/desk"],
      ["sqlite:loop.db", "sqlite:loop.db"],
      [":memory:", ":memory:"]
    ] as const) {
      const ran = await call("db", "migrate", "--db", address)
      expect([ran.exit, ran.err]).toEqual([2, expect.stringContaining(`\`${shown}\` is neither a SQLite file`)])
    }
    expect((await call("db", "export")).err).toContain("usage/missing-argument")
    expect((await call("db", "export", "record.ndjson")).out).toContain("without the keys")
    expect((await call("db", "export", "record.ndjson")).err).toContain("file/exists")
    expect((await call("db", "export", "none/record.ndjson")).err).toContain("file/unwritable")
    expect((await call("db", "import", "none.ndjson", "--db", "new.db")).err).toContain("file/missing")
    writeFileSync(join(cwd, "cut.ndjson"), readFileSync(join(cwd, "record.ndjson"), "utf8").slice(0, -9))
    expect((await call("db", "import", "cut.ndjson", "--db", "new.db")).err).toContain("store/keys")
    await call("db", "export", "other.ndjson", "keys.ndjson")
    const halves = await call("db", "import", "cut.ndjson", "keys.ndjson", "--db", "new.db")
    expect(halves.err).toMatch(/store\/export.*a line is no JSON/)
    const swapped = await call("db", "import", "keys.ndjson", "record.ndjson", "--db", "new.db")
    expect(swapped.err).toMatch(/first line is not that of an export of `hearback_keys`\n.*the record first/)
    expect((await call("db", "import", ".", ".", "--db", "new.db")).err).toContain("file/unreadable")
    expect((await call("db", "status", "--db", "new.db", "--json")).json.tables[0]).not.toHaveProperty("version")
  })
})
