/** Tables of an older version are migrated; those of a newer one are used while that is possible. */
import { existsSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import { Sample } from "@hearback/engine/testing"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { sqlite, sqliteTables } from "../src/index.ts"
import { runNow, type SqlRow } from "../src/sql/SqlProgram.ts"
import { keyTables } from "../src/sqlite/KeyFile.ts"
import { recordTables } from "../src/sqlite/RecordTables.ts"
import { sqliteDialect } from "../src/sqlite/SqliteDialect.ts"
import { contractTables, preparedTables, type Tables } from "../src/tables/Tables.ts"
import { freshFolder } from "./Fixture.ts"

let folder = freshFolder()
beforeEach(() => {
  folder = freshFolder()
})
afterEach(() => folder.remove())

/** Returns what a later program might add: another table, and an index. */
const later = (tables: Tables): Tables => ({
  ...tables,
  version: tables.version + 1,
  migrations: [
    ...tables.migrations,
    {
      to: tables.version + 1,
      expand: [
        "CREATE TABLE hearback_figure (name TEXT NOT NULL) STRICT",
        "ALTER TABLE hearback_case ADD COLUMN mood TEXT"
      ],
      contract: ["DROP INDEX hearback_case_by_category"]
    }
  ]
})

const onFile = (run: (database: DatabaseSync) => void): void => {
  const database = new DatabaseSync(folder.file)
  try {
    run(database)
  } finally {
    database.close()
  }
}

const withProgram = (program: (tables: Tables) => Parameters<typeof runNow>[0]): void =>
  onFile((database) => {
    runNow(program(later(recordTables)), ({ sql, params }) => database.prepare(sql).all(...params) as readonly SqlRow[])
  })

const expandByLater = (): void => withProgram((tables) => preparedTables(sqliteDialect, tables, true, {}))
const contractByLater = (): void => withProgram((tables) => contractTables(sqliteDialect, tables))
const unit = (name: string) => Sample.unit(name, [Sample.write(`case/${name}`, 0)])

const statusOf = async () => {
  const tables = sqliteTables(folder.file)
  try {
    return await tables.status()
  } finally {
    await tables.close()
  }
}

describe("tables", () => {
  it("that a later program has expanded are used by this one until they are contracted", async () => {
    const before = sqlite(folder.file)
    await before.append(unit("1"))
    expandByLater()
    // A running process continues, and a new one opens them.
    expect((await before.append(unit("2"))).result).toBe("appended")
    const after = sqlite(folder.file)
    expect((await after.append(unit("3"))).result).toBe("appended")
    await Promise.all([before.close(), after.close()])
    contractByLater()
    expect(() => sqlite(folder.file)).toThrow(
      expect.objectContaining({
        code: "store/schema",
        message: expect.stringContaining(`for programs of version ${recordTables.version + 1} on`)
      })
    )
  })

  it("of a version that is too old to be migrated are refused and not changed", async () => {
    await sqlite(folder.file).close()
    onFile((database) => database.exec("UPDATE hearback_schema SET version = 3, oldest = 3"))
    expect(() => sqlite(folder.file)).toThrow(expect.objectContaining({ code: "store/schema" }))
    await expect(statusOf()).rejects.toMatchObject({ code: "store/schema" })
  })

  it("are not made by an inspection", async () => {
    const { record, keys } = await statusOf()
    expect([record.version, keys.version]).toEqual([undefined, undefined])
    expect(record.missing).toHaveLength(recordTables.make.length)
    const again = await statusOf()
    expect(again.record.version).toBeUndefined()
    expect(existsSync(folder.file)).toBe(true)
  })

  it("are made by the printed statements as `migrate` makes them", async () => {
    const tables = sqliteTables(folder.file)
    const printed = await tables.statements()
    await tables.close()
    onFile((database) => database.exec(printed.record.join("\n")))
    const keys = new DatabaseSync(`${folder.file}.keys`)
    keys.exec(printed.keys.join("\n"))
    keys.close()
    const { record } = await statusOf()
    expect(record).toEqual({
      version: recordTables.version,
      oldest: recordTables.version,
      program: recordTables.version,
      missing: [],
      surplus: []
    })
    const store = sqlite(folder.file)
    expect((await store.append(unit("1"))).result).toBe("appended")
    await store.close()
  })

  it("are contracted by `migrate` on request", async () => {
    await sqlite(folder.file).close()
    onFile((database) => database.exec(`UPDATE hearback_schema SET oldest = ${recordTables.version - 1}`))
    expect((await statusOf()).record.surplus).not.toEqual([])
    const tables = sqliteTables(folder.file)
    await tables.migrate()
    expect((await tables.status()).record.oldest).toBe(recordTables.version - 1)
    await tables.migrate({ contract: true })
    expect((await tables.status()).record.oldest).toBe(recordTables.version)
    await tables.close()
  })

  it.each([
    ["the record", recordTables],
    ["the keys", keyTables]
  ])("of %s have a migration to each version, up to that of this program", (_, { version, migrations }) => {
    const first = migrations[0]?.to ?? version
    expect(migrations.map(({ to }) => to)).toEqual(Array.from({ length: version - first + 1 }, (__, n) => first + n))
  })
})
