/** A dump of a database, made with the server's own program while a loop is working. */
import { execFile } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { Hearback } from "hearback"
import { postgres } from "hearback/postgres"
import pg from "pg"
import { describe, expect, inject, it, onTestFinished } from "vitest"
import { folderOfPrograms } from "../../../../test/postgres/Server.ts"
import { people, policy, words } from "../First.ts"
import { dropSchemas, freshSchema } from "./Schemas.ts"

const server = inject("postgres")
const programs = folderOfPrograms()
const run = promisify(execFile)

describe.skipIf(server === undefined || programs === undefined)("pg_dump while a loop is working", () => {
  it("has a complete record with its keys, and the restored store can be used further", async () => {
    const schema = freshSchema()
    const folder = mkdtempSync(join(tmpdir(), "hearback-dump-"))
    const admin = new pg.Client({ connectionString: server })
    await admin.connect()
    await admin.query(`CREATE DATABASE ${schema}`)
    const url = new URL(server ?? "")
    url.pathname = schema
    onTestFinished(async () => {
      await admin.query(`DROP DATABASE ${schema} WITH (FORCE)`)
      await admin.end()
      await dropSchemas(server, [schema])
      rmSync(folder, { recursive: true })
    })
    const loop = await Hearback.open({ policy, people, store: await postgres({ url: server ?? "", schema }) })
    let [isOver, count] = [false, 0]
    const submit = (n: number) => loop.submit({ ...words, customer: `C-${n}` }, { key: `k${n}` })
    await submit(++count)
    const working = (async () => {
      while (!isOver) await submit(++count)
    })()
    const file = join(folder, "loop.dump")
    const program = (name: string) => join(programs ?? "", name)
    await run(program("pg_dump"), ["-Fc", "-n", schema, "-n", `${schema}_keys`, "-f", file, server ?? ""])
    isOver = true
    await working
    await loop.close()
    await run(program("pg_restore"), ["-d", url.href, file])
    const restored = await Hearback.open({ people, store: await postgres({ url: url.href, schema }) })
    const { total, first } = {
      total: (await restored.count()).count,
      first: (await restored.list({ limit: 1 })).items[0]
    }
    expect(total).toBeGreaterThan(0)
    expect(total).toBeLessThanOrEqual(count)
    expect((await restored.get(first?.id ?? ""))?.verbatim).toBe(words.verbatim)
    expect(await restored.verify()).toMatchObject({ ok: true })
    // What came after the dump comes again, with its key; what was in it is known.
    const again = await restored.submit({ ...words, customer: `C-${count}` }, { key: `k${count}` })
    expect([again.outcome, (await restored.submit({ ...words, customer: "C-1" }, { key: "k1" })).replayed]).toEqual([
      "opened",
      true
    ])
    await restored.close()
  })
})
