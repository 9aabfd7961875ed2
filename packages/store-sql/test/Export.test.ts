/** The content of a store is exported as lines and imported again, completely or not at all. */
import { DatabaseSync } from "node:sqlite"
import { Sample } from "@hearback/engine/testing"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { type StoreTables, sqlite, sqliteTables, type TablesPart } from "../src/index.ts"
import { type Exported, exportOf, filled, linesOf } from "./Exported.ts"
import { freshFolder } from "./Fixture.ts"

const from = freshFolder()
let into = freshFolder()
let lines: Exported
beforeAll(async () => {
  await filled(() => sqlite(from.file, { synchronous: "normal" }))
  lines = await onTables(from.file, exportOf)
})
afterAll(() => from.remove())
beforeEach(() => {
  into = freshFolder()
})
afterEach(() => into.remove())

const onTables = async <T>(file: string, run: (tables: StoreTables) => Promise<T>): Promise<T> => {
  const tables = sqliteTables(file)
  try {
    return await run(tables)
  } finally {
    await tables.close()
  }
}

const importing = ({ record, keys }: Partial<Exported> & Pick<Exported, "record">): Promise<number> =>
  onTables(into.file, (tables) =>
    tables.importFrom({ record: linesOf(record), ...(keys === undefined ? {} : { keys: linesOf(keys) }) })
  )

/** Returns the writable columns of a table with their types, and the fewest columns that identify its rows. */
const columnsOf = (database: DatabaseSync, table: string) => {
  const all = database.prepare("SELECT name, type, pk FROM pragma_table_info(?)").all(table)
  const indexes = database.prepare(`SELECT name FROM pragma_index_list(?) WHERE "unique"`).all(table)
  const inIndex = database.prepare("SELECT name FROM pragma_index_info(?)")
  const keys = [all.filter(({ pk }) => pk !== 0), ...indexes.map(({ name }) => inIndex.all(name ?? ""))]
  const [key = []] = keys.filter(({ length }) => length > 0).sort((one, other) => one.length - other.length)
  return { all, key: key.map(({ name }) => name) }
}

/** Runs for each file of a store. */
const onFiles = <T>(file: string, run: (database: DatabaseSync, tables: readonly string[]) => T): readonly T[] =>
  [file, `${file}.keys`].map((path) => {
    const database = new DatabaseSync(path)
    const named = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all()
    const answer = run(
      database,
      named.map(({ name }) => String(name))
    )
    database.close()
    return answer
  })

const allRows = 729

/** Figures are derived again, so they are not exported. */
const isDerived = (table: string): boolean => table === "hearback_projection"

/** Fills every other table. Rows that differ only in one column of their key lie on both sides of a page's end. */
const fillTables = (file: string): void =>
  void onFiles(file, (database, tables) => {
    database.exec("BEGIN")
    for (const table of tables) {
      const { all, key } = columnsOf(database, table)
      if (isDerived(table) || all.some(({ name }) => name === "oldest")) continue
      const [base, names] = [Math.round(allRows ** (1 / key.length)), all.map(({ name }) => name)]
      const insert = database.prepare(`INSERT INTO ${table} (${names}) VALUES (${names.map(() => "?")})`)
      for (let n = 0; n < allRows; n++)
        insert.run(
          ...all.map(({ name, type }) => {
            const place = key.indexOf(name)
            const value = place === -1 ? n : Math.floor(n / base ** place) % base
            return type === "INTEGER" ? value : type === "TEXT" ? `${value}` : Buffer.from(`${value}`)
          })
        )
    }
    database.exec("COMMIT")
  })

/** Returns the rows of each table in a fixed order. */
const rowsIn = (file: string): readonly Readonly<Record<string, readonly string[]>>[] =>
  onFiles(file, (database, tables) => {
    const rowsOf = (table: string) => database.prepare(`SELECT * FROM ${table}`).all()
    const sorted = (table: string) => rowsOf(table).map((row) => JSON.stringify(row))
    return Object.fromEntries(tables.map((table) => [table, sorted(table).toSorted()]))
  })

describe("an export", () => {
  it("is imported unchanged, and the store continues from there", async () => {
    await importing(lines)
    expect(await onTables(into.file, exportOf)).toEqual(lines)
    const [before, after] = [sqlite(from.file), sqlite(into.file)]
    expect(await after.read("acme", null, 100)).toEqual(await before.read("acme", null, 100))
    expect(await after.keys.find("acme", "c-1")).toEqual(await before.keys.find("acme", "c-1"))
    const unit = Sample.unit("next", [Sample.write("case/next", 0)])
    expect(await after.append(unit)).toEqual(await before.append(unit))
    await Promise.all([before.close(), after.close()])
  })

  it("contains every row of every table, however many there are", async () => {
    const full = freshFolder()
    await onTables(full.file, (tables) => tables.migrate())
    fillTables(full.file)
    const before = rowsIn(full.file)
    expect(before.flatMap(Object.values).filter(({ length }) => length === allRows).length).toBeGreaterThan(9)
    await importing(await onTables(full.file, exportOf))
    expect(rowsIn(into.file)).toEqual(before)
    full.remove()
  })

  it("is of one moment, whatever is written meanwhile", async () => {
    await importing(lines)
    const store = sqlite(into.file)
    const during: string[] = []
    await onTables(into.file, (tables) =>
      tables.exportTo("record", async (line) => {
        during.push(line)
        const name = `meanwhile-${during.length}`
        if (during.length < 5) await store.append(Sample.unit(name, [Sample.write(`case/${name}`, 0)]))
      })
    )
    await store.close()
    expect(during).toEqual(lines.record)
  })

  const without = (all: readonly string[], at: number): readonly string[] => all.toSpliced(at, 1)
  const changes: Readonly<Record<string, (all: readonly string[]) => readonly string[]>> = {
    "that is empty": () => [],
    "that was cut off": (all) => all.slice(0, -1),
    "that has lost a row": (all) => without(all, all.length - 2),
    "that has lost the head of a table": (all) => without(all, 1),
    "of which a row is another": (all) => all.map((line) => line.replace("acme", "acne")),
    "of which a row is shorter": (all) => all.map((line) => line.replace(/^\["acme",/, "[")),
    "of another format": (all) => all.map((line) => line.replace('"format":1', '"format":9')),
    "with a line that is no JSON": (all) => ["{", ...all],
    "with a table that is none of ours": (all) =>
      all.map((line) => line.replace(/"table":"\w+"/, '"table":"host_orders"')),
    "of which a value is of another kind": (all) => all.map((line) => line.replace(/^\["acme"/, "[7")),
    "with a table that every object has": (all) =>
      all.map((line) => line.replace(/"table":"\w+"/, '"table":"constructor"')),
    "whose head names a column of its own": (all) =>
      all.map((line, at) => (at === 0 ? line.replace('"format"', '"version = 1, store_id":"x","format"') : line)),
    "whose head lacks a name": (all) => all.map((line, at) => (at === 0 ? line.replace(/,"\w*id":"[^"]*"/, "") : line)),
    "of a later version": (all) => all.map((line) => line.replace('"columns":["tenant"', '"columns":["mood"'))
  }
  it.each((["record", "keys"] as const).flatMap((part) => Object.keys(changes).map((which) => [part, which] as const)))(
    "of the %s %s is refused, and nothing of it is in the store",
    async (part: TablesPart, which) => {
      const changed = changes[which]?.(lines[part]) ?? []
      expect(changed).not.toEqual(lines[part])
      await expect(importing({ ...lines, [part]: changed })).rejects.toMatchObject({ code: "store/export" })
      const { record } = await onTables(into.file, (tables) => tables.status())
      expect(record.version).toBeUndefined()
    }
  )

  it("that fails halfway removes its keys, and can be tried again", async () => {
    await expect(importing({ ...lines, record: lines.record.slice(0, -1) })).rejects.toMatchObject({
      code: "store/export"
    })
    await importing(lines)
    expect(await onTables(into.file, exportOf)).toEqual(lines)
  })

  it("waits for another writer, and at last reports it", async () => {
    const tables = sqliteTables(into.file, { waitMs: 200 })
    const other = new DatabaseSync(into.file)
    other.exec("BEGIN IMMEDIATE")
    await expect(tables.migrate()).rejects.toMatchObject({ code: "store/unavailable", retryable: true })
    setTimeout(() => other.exec("COMMIT"), 30)
    await tables.migrate()
    await tables.close()
    other.close()
  })

  it("is not imported into a store with content", async () => {
    await importing(lines)
    await expect(importing(lines)).rejects.toMatchObject({ code: "store/not-empty" })
  })

  it("of a record alone is imported only where its keys are", async () => {
    const { record, keys } = lines
    await expect(importing({ record })).rejects.toMatchObject({ code: "store/keys" })
    await onTables(into.file, (tables) => tables.migrate())
    await expect(importing({ record })).rejects.toMatchObject({ code: "store/keys" })
    expect(await importing({ record, keys })).toBeGreaterThan(0)
  })
})
