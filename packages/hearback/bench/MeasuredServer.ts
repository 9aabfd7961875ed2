/** A store on its own PostgreSQL server, with the CPU time that the server's processes use. */
import { readFileSync } from "node:fs"
import pg from "pg"
import { folderOfPrograms, startServer } from "../../../test/postgres/Server.ts"
import type { Store } from "../src/index.ts"
import { postgres } from "../src/postgres.ts"

/** Returns the CPU time of all processes of a server so far.  Units: ms. */
export type ServerTime = () => Promise<number>

interface MeasuredServer {
  readonly store: Store
  readonly server: ServerTime
  /** Makes the server do the maintenance that it otherwise does some time after many writes. */
  readonly settle: () => Promise<unknown>
}

/** Runs something on a server; returns false if PostgreSQL is not installed. */
export const onMeasuredServer = async (run: (measured: MeasuredServer) => Promise<void>): Promise<boolean> => {
  const programs = folderOfPrograms()
  if (programs === undefined) return false
  const server = await startServer(programs)
  const admin = new pg.Client({ connectionString: server.url })
  try {
    await admin.connect()
    // Parallel workers of a query end with it, so their time could not be measured.
    await admin.query("ALTER SYSTEM SET max_parallel_workers_per_gather = 0")
    await admin.query("SELECT pg_reload_conf()")
    const store = await postgres({ url: server.url, listen: false })
    const times = async (): Promise<number> => {
      const { rows } = await admin.query<{ pid: number }>(
        "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
      )
      return rows.reduce((sum, { pid }) => sum + processTime(pid), 0)
    }
    await run({ store, server: times, settle: () => admin.query("VACUUM (ANALYZE)") })
  } finally {
    await admin.end()
    await server.stop()
  }
  return true
}

/** Returns the CPU time of a process of this machine.  Units: ms. */
const processTime = (pid: number): number => {
  const [ns = "0"] = readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")
  return Number(ns) / 1e6
}
