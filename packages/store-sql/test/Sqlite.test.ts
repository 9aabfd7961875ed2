import { spawn } from "node:child_process"
import { dirname, join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { encodeCursor, type isStoreError, verify } from "@hearback/engine"
import { Sample } from "@hearback/engine/testing"
import fc from "fast-check"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { sqlite } from "../src/index.ts"
import { runNow } from "../src/sql/SqlProgram.ts"
import { sqliteDialect } from "../src/sqlite/SqliteDialect.ts"
import { list } from "../src/store/Lists.ts"
import { read } from "../src/store/RecordReads.ts"
import { isWaiting } from "../src/store/WorkClaims.ts"
import { freshFolder, hostTransaction } from "./Fixture.ts"

let folder = freshFolder()
beforeEach(() => {
  folder = freshFolder()
})
afterEach(() => folder.remove())

const { event, events, unit, write } = Sample
const code = (wanted: Parameters<typeof isStoreError>[1]) => expect.objectContaining({ code: wanted })

describe("a file", () => {
  it("of a newer version is refused and not changed", async () => {
    await sqlite(folder.file).close()
    const database = new DatabaseSync(folder.file)
    database.exec("UPDATE hearback_schema SET version = 999, oldest = 999")
    database.close()
    expect(() => sqlite(folder.file)).toThrow(code("store/schema"))
  })

  it("leaves timers and signals their turn, however many calls follow on each other", async () => {
    const store = sqlite(folder.file)
    const signal = AbortSignal.timeout(20)
    for (const began = performance.now(); !signal.aborted; await store.status("default"))
      if (performance.now() - began > 10_000) expect.fail("the signal had no turn")
    await store.close()
  })

  it.each([
    ["", "DELETE FROM hearback_schema"],
    [".keys", "DELETE FROM hearback_keys"]
  ])("F-E3 · `%s` that has lost its version is refused with a code: %s", async (behind, change) => {
    await sqlite(folder.file).close()
    const database = new DatabaseSync(`${folder.file}${behind}`)
    database.exec(change)
    database.close()
    expect(() => sqlite(folder.file)).toThrow(code("store/schema"))
  })

  it("F-E3 · with a value that is no JSON any more reports it with a code", async () => {
    const store = sqlite(folder.file)
    await store.setMeta("default", "people:last", { by: "directory" })
    const database = new DatabaseSync(folder.file)
    database.exec("UPDATE hearback_meta SET value = 'x'")
    database.close()
    await expect(store.meta("default", "people:last")).rejects.toMatchObject({ code: "store/schema", retryable: false })
    await store.close()
  })

  it("F-E3 · that would continue from an invalid number reports it with a code, and stores nothing", async () => {
    const store = sqlite(folder.file)
    await store.append(unit("1", [write("case/1", 0)]))
    const database = new DatabaseSync(folder.file)
    database.exec("UPDATE hearback_policy SET id = 9007199254740993")
    const other = write("case/2", 0, { events: [event({ policy: "another" })] })
    await expect(store.append(unit("2", [other]))).rejects.toMatchObject({ code: "store/schema", retryable: false })
    expect(database.prepare("SELECT count(*) AS count FROM hearback_policy").get()).toEqual({ count: 1 })
    database.close()
    await store.close()
  })

  it("that cannot be opened is a failure outside", () => {
    expect(() => sqlite(dirname(folder.file))).toThrow(code("store/unavailable"))
  })

  it("names the missing folder, and makes no file", () => {
    const missing = join(dirname(folder.file), "none")
    for (const open of [
      () => sqlite(join(missing, "a.db")),
      () => sqlite(`${folder.file}3`, { keys: join(missing, "k") })
    ])
      expect(open).toThrow(
        expect.objectContaining({
          code: "store/folder",
          retryable: false,
          message: `there is no folder \`${missing}\``
        })
      )
  })

  it("may contain the host's own tables", async () => {
    const host = new DatabaseSync(folder.file)
    host.exec("CREATE TABLE orders (id TEXT, state TEXT)")
    host.close()
    const store = sqlite(folder.file)
    await hostTransaction(folder.file)(async (tx) => {
      await tx.query("INSERT INTO orders VALUES (?, ?)", ["o-1", "refused"])
      await store.within?.(tx).append(unit("order-o-1", [write("case/1", 0)]))
    })
    const refused = hostTransaction(folder.file)(async (tx) => {
      await tx.query("UPDATE orders SET state = ?", ["lost"])
      await store.within?.(tx).append(unit("order-o-2", [write("case/2", 0)]))
      await tx.query("INSERT INTO no_such_table VALUES (?)", [1])
    })
    await expect(refused).rejects.toThrow("no_such_table")
    await hostTransaction(folder.file)(async (tx) => {
      expect(await tx.query("SELECT state FROM orders", [])).toMatchObject([{ state: "refused" }])
    })
    expect((await store.read("acme", null, 10)).events.map(({ stream }) => stream)).toEqual(["case/1"])
    await store.close()
  })

  it("of another store refuses a transaction of this one", async () => {
    const other = freshFolder()
    const [store, elsewhere] = [sqlite(folder.file), sqlite(other.file)]
    await hostTransaction(other.file)(async (tx) => {
      await expect(store.within?.(tx).load({ tenant: "acme", stream: "case/1" })).rejects.toEqual(
        code("tx/unsupported")
      )
    })
    await Promise.all([store.close(), elsewhere.close()])
    other.remove()
  })
})

describe("while another process holds the lock", () => {
  it("an append waits without blocking the process, and succeeds", async () => {
    const store = sqlite(folder.file)
    let turns = 0
    const clock = setInterval(() => turns++, 5)
    let release = (): void => {}
    const host = hostTransaction(folder.file)(() => new Promise<void>((resolve) => (release = resolve)))
    await new Promise((resolve) => setTimeout(resolve, 20))
    const append = store.append(unit("k", [write("case/1", 0)]))
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(turns).toBeGreaterThan(3)
    release()
    await host
    expect(await append).toMatchObject({ result: "appended" })
    clearInterval(clock)
    await store.close()
  })

  it("an append gives up at last, says that it may be tried again, and has stored nothing", async () => {
    const store = sqlite(folder.file, { waitMs: 60 })
    await hostTransaction(folder.file)(async () => {
      const append = store.append(unit("k", [write("case/1", 0)]))
      await expect(append).rejects.toMatchObject({ code: "store/unavailable", retryable: true })
    })
    expect(await store.append(unit("k", [write("case/1", 0)]))).toMatchObject({ result: "appended" })
    await store.close()
  })
})

describe("the record in the file", () => {
  const columns = [
    "tenant",
    "stream",
    "version",
    "events",
    "recorded_at",
    "actor",
    "command",
    "policy",
    "said",
    "customers",
    "sealed",
    "hash"
  ]

  it("shows any byte that was changed", async () => {
    const store = sqlite(folder.file)
    const sealed = { customer: "c-1", ciphertext: Uint8Array.of(1, 2, 3, 4) }
    for (let n = 0; n < 3; n++)
      await store.append(unit(`k${n}`, [write(`case/${n}${n}`, 0, { events: [...events(2), event({ sealed })] })]))
    const database = new DatabaseSync(folder.file)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(3, 6, 9),
        fc.constantFrom(...columns),
        fc.nat(),
        fc.integer({ min: 1, max: 127 }),
        async (n, column, at, flip) => {
          const before = database.prepare("SELECT * FROM hearback_entry WHERE position = ?").get(n)
          const value = before?.[column]
          if (value == null) return
          const changed =
            typeof value === "number" ? value + 1000 * flip : flipped(value as string | Uint8Array, at, flip)
          database.prepare(`UPDATE hearback_entry SET ${column} = ? WHERE position = ?`).run(changed, n)
          const found = await verify(store, "acme")
          database.prepare(`UPDATE hearback_entry SET ${column} = ? WHERE position = ?`).run(value as string, n)
          expect(found.ok).toBe(false)
        }
      ),
      { seed: 20261116, numRuns: 300 }
    )
    expect(await verify(store, "acme")).toMatchObject({ ok: true, streams: 3, events: 9 })
    const { anchor } = await verify(store, "acme")
    const broken = async (change: string) => {
      database.exec(change)
      return (await verify(store, "acme")).breaks
    }
    const head = "UPDATE hearback_stream SET version"
    expect(await broken(`${head} = 2 WHERE stream = 'case/11'`)).toMatchObject([{ version: 3, reason: "unexpected" }])
    expect(await broken(`${head} = 4 WHERE stream = 'case/11'`)).toMatchObject([{ version: 4, reason: "missing" }])
    expect(await broken("DELETE FROM hearback_stream WHERE stream = 'case/11'")).toMatchObject([{ version: 1 }])
    // A missing stream breaks no chain; only an anchor kept elsewhere shows it.
    expect(await broken("DELETE FROM hearback_entry WHERE stream = 'case/11'")).toEqual([])
    expect(await verify(store, "acme", anchor ?? undefined)).toMatchObject({ ok: false, anchored: false })
    database.close()
    await store.close()
  })

  const flipped = (value: string | Uint8Array, at: number, flip: number): string | Uint8Array => {
    if (typeof value !== "string") return value.with(at % value.length, (value[at % value.length] ?? 0) ^ flip)
    const place = at % value.length
    return value.slice(0, place) + String.fromCharCode(value.charCodeAt(place) ^ flip) + value.slice(place + 1)
  }
})

/** Returns the database's plan for a program. */
const planOf = (database: DatabaseSync, program: Parameters<typeof runNow>[0]): string => {
  let plan = ""
  runNow(program, ({ sql, params }) => {
    plan += JSON.stringify(database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params))
    return []
  })
  return plan
}

describe("the record", () => {
  it("of a tenant is read in order without sorting, however long it is", async () => {
    await sqlite(folder.file).close()
    const database = new DatabaseSync(folder.file)
    const plan = planOf(database, read(sqliteDialect, "a", 1_000, 500))
    expect(plan).toContain("hearback_entry_tenant (tenant=? AND rowid>? AND rowid<?)")
    expect(plan).not.toContain("TEMP B-TREE")
    database.close()
  })
})

describe("lists", () => {
  it("use an index, however long the table", async () => {
    await sqlite(folder.file).close()
    const database = new DatabaseSync(folder.file)
    const after = (order: string) => encodeCursor("a", order, { sort: 1, id: "x" })
    for (const [asked, index, sorts] of [
      [{ after: after("due") }, "by_promise", false],
      [{ order: "received", after: after("received") }, "by_received", false],
      [{ owner: "o" }, "by_owner", false],
      [{ order: "received", category: "c" }, "by_category", false],
      [{ order: "received", customer: "c" }, "customer", false],
      [{ order: "received", problem: "p" }, "problem", false],
      [{ customer: "c", after: after("due") }, "customer", true],
      [{ problem: "p" }, "problem", true],
      [{ category: "c", after: after("due") }, "by_category_due", false],
      [{ concerns: { owner: "o", names: ["person:o"] } }, "by_owner", true],
      [{ concerns: { owner: "o", names: ["person:o"] } }, "waiting", true]
    ] as const) {
      const plan = planOf(database, list(sqliteDialect, "a", asked))
      expect(plan).toContain(`hearback_case_${index} `)
      expect(plan.includes("TEMP B-TREE")).toBe(sorts)
    }
    // Rows of few cases are looked for only in the index; no other case is read.
    for (const [asked, index] of [
      [{ state: "expired" }, "by_promise"],
      [{ kind: "praise" }, "by_promise"],
      [{ openGate: "told" }, "by_promise"],
      [{ grades: { urgency: "high" }, state: "open", receivedFrom: 1 }, "by_promise"],
      [{ state: "expired", order: "received", receivedBefore: 9 }, "by_received"],
      [{ openGate: "told", order: "latest" }, "by_promise"],
      [{ owner: "o", state: "open" }, "by_owner"],
      [{ category: "c", kind: "praise" }, "by_category_due"],
      [{ category: "c", state: "closed", order: "received" }, "by_category"]
    ] as const)
      expect(planOf(database, list(sqliteDialect, "a", asked))).toContain(`COVERING INDEX hearback_case_${index} `)
    const work = planOf(database, isWaiting("a", "due", { now: 1, leaseMs: 1, limit: 1 }))
    expect(work).toContain("hearback_case_ready")
    expect(work).not.toContain("SCAN hearback_case")
    database.close()
  })
})

describe("node's warning", () => {
  it("about SQLite is suppressed, and other warnings are not", () => {
    const before = process.emitWarning
    const told = vi.fn()
    process.emitWarning = told as typeof process.emitWarning
    const builtin = vi.spyOn(process, "getBuiltinModule").mockImplementationOnce(() => {
      process.emitWarning("SQLite is an experimental feature and might change at any time", "ExperimentalWarning")
      process.emitWarning("something else", "DeprecationWarning")
      return { DatabaseSync } as never
    })
    sqlite(folder.file).close()
    expect(told.mock.calls).toEqual([["something else", "DeprecationWarning"]])
    expect(process.emitWarning).toBe(told)
    process.emitWarning = before
    builtin.mockRestore()
  })
})

describe("processes that open a new file at once", () => {
  it("all find the same store, and all their units", { timeout: 30_000 }, async () => {
    const script = `
      import { sqlite } from "${join(import.meta.dirname, "../src/index.ts")}"
      import { Sample } from "@hearback/engine/testing"
      const store = sqlite(process.argv[1], { synchronous: "normal" })
      for (let n = 0; n < 50; n++)
        await store.append(Sample.unit(process.argv[2] + n, [Sample.write("case/" + process.argv[2], n, { row: Sample.row(process.argv[2]) })]))
      await store.close()`
    const run = (name: string) =>
      new Promise<string>((resolve) => {
        const child = spawn(
          process.execPath,
          ["--conditions=source", "--input-type=module-typescript", "-e", script, folder.file, name],
          { cwd: join(import.meta.dirname, "..") }
        )
        let wrong = ""
        child.stderr.on("data", (data: Buffer) => {
          wrong += data.toString()
        })
        child.on("close", () => resolve(wrong))
      })
    expect(await Promise.all(["a", "b", "c", "d"].map(run))).toEqual(["", "", "", ""])
    const store = sqlite(folder.file)
    expect(await verify(store, "acme")).toMatchObject({ ok: true, streams: 4, events: 200 })
    expect((await store.count("acme")).count).toBe(4)
    await store.close()
  })
})
