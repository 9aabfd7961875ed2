/** Files for tests, and a host's transaction on one. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import type { Querier } from "@hearback/engine"
import type { StoreFixture } from "@hearback/engine/testing"
import { sqlite } from "../src/index.ts"

/** Makes an empty folder that is removed after the test. */
export const freshFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), "hearback-"))
  return { file: join(folder, "loop.db"), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Returns a function that runs a transaction on the host's own connection to the file. */
export const hostTransaction =
  (file: string) =>
  async <T>(run: (tx: Querier) => Promise<T>): Promise<T> => {
    const database = new DatabaseSync(file, { timeout: 5000 })
    const query: Querier["query"] = async (sql, params) => database.prepare(sql).all(...(params as []))
    try {
      database.exec("BEGIN IMMEDIATE")
      const answer = await run({ query })
      database.exec("COMMIT")
      return answer
    } finally {
      // Closing rolls back what was not committed.
      database.close()
    }
  }

/** Makes a store in a file for the laws. */
export const sqliteFixture = async (): Promise<StoreFixture> => {
  const { file, remove } = freshFolder()
  const options = { synchronous: "normal" } as const
  const store = sqlite(file, options)
  return {
    store,
    another: async () => sqlite(file, options),
    transaction: hostTransaction(file),
    dispose: async () => {
      await store.close()
      remove()
    }
  }
}
