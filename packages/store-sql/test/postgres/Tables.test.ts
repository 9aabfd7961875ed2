/** Tables in PostgreSQL are printed, migrated and copied, from a file and back into one. */
import { Sample } from "@hearback/engine/testing"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import {
  type PostgresStore,
  postgres,
  postgresTables,
  type StoreTables,
  sqlite,
  sqliteTables
} from "../../src/index.ts"
import { recordTables } from "../../src/postgres/RecordTables.ts"
import { type Exported, exportOf, filled, linesOf } from "../Exported.ts"
import { freshFolder } from "../Fixture.ts"
import { asAdmin, dropSchemas, freshSchema, server } from "./Fixture.ts"

const url = server ?? ""

/** The tables as they were before there were migrations. */
const asVersion1 = (schema: string): string => `
  DROP FUNCTION ${schema}.hearback_take, ${schema}.hearback_settled, ${schema}.hearback_writing;
  DROP TABLE ${schema}.hearback_projection; ALTER TABLE ${schema}.hearback_outbox DROP COLUMN trace;
  ALTER TABLE ${schema}.hearback_schema DROP COLUMN oldest; UPDATE ${schema}.hearback_schema SET version = 1;
  ALTER TABLE ${schema}_keys.hearback_keys DROP COLUMN oldest; UPDATE ${schema}_keys.hearback_keys SET version = 1;
  ALTER TABLE ${schema}.hearback_policy ALTER id SET GENERATED ALWAYS`

describe.skipIf(server === undefined)("tables in PostgreSQL", () => {
  const from = freshFolder()
  let lines: Exported
  let schema = ""
  let tables: StoreTables
  let stores: PostgresStore[] = []
  const open = async (migrate = true): Promise<PostgresStore> => {
    const store = await postgres({ url, schema, migrate, listen: false })
    stores.push(store)
    return store
  }
  beforeAll(async () => {
    await filled(() => sqlite(from.file, { synchronous: "normal" }))
    const there = sqliteTables(from.file)
    lines = await exportOf(there)
    await there.close()
  })
  afterAll(() => from.remove())
  beforeEach(async () => {
    schema = freshSchema()
    tables = await postgresTables({ url, schema })
  })
  afterEach(async () => {
    await tables.close()
    await Promise.all(stores.map((store) => store.close()))
    stores = []
    await dropSchemas(schema)
  })

  it("are made by the printed statements", async () => {
    const { keys, record } = await tables.statements()
    await asAdmin((client) => client.query([...keys, ...record].join("\n")))
    const { record: standing } = await tables.status()
    expect([standing.version, standing.missing]).toEqual([recordTables.version, []])
    const store = await open(false)
    expect((await store.append(Sample.unit("1", [Sample.write("case/1", 0)]))).result).toBe("appended")
  })

  it("of an older version are migrated, and refused if that is not allowed", async () => {
    await tables.migrate()
    await asAdmin((client) => client.query(asVersion1(schema)))
    await expect(open(false)).rejects.toMatchObject({ code: "store/outdated" })
    expect((await tables.status()).record.missing).not.toEqual([])
    // Several processes start at once after an upgrade.
    await Promise.all([open(), open(), open()])
    const { record } = await tables.status()
    expect([record.version, record.oldest, record.missing]).toEqual([recordTables.version, 1, []])
    await tables.migrate({ contract: true })
    expect((await tables.status()).record.oldest).toBe(recordTables.version)
  })

  it("take the content of a file, continue after it, and return it (HO-2)", async () => {
    await tables.importFrom({ record: linesOf(lines.record), keys: linesOf(lines.keys) })
    expect(await exportOf(tables)).toEqual(lines)
    const store = await open(false)
    const before = await store.read("acme", null, 100)
    expect(before.events.length).toBeGreaterThan(0)
    const unit = Sample.unit("next", [Sample.write("case/next", 0)], { policy: "another" } as never)
    expect((await store.append(unit)).result).toBe("appended")
    const after = await store.read("acme", before.next ?? null, 100)
    expect(after.events.map(({ stream }) => stream)).toEqual(["case/next"])
  })

  it("are unchanged after an incomplete import", async () => {
    const cut = { record: linesOf(lines.record.slice(0, -1)), keys: linesOf(lines.keys) }
    await expect(tables.importFrom(cut)).rejects.toMatchObject({ code: "store/export" })
    expect((await tables.status()).record.version).toBeUndefined()
  })
})
