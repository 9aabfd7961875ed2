/** Opens a pool by the address of a server, with the driver that the host has installed: `pg`, else `postgres`. */
import { storeError } from "@hearback/engine"
import type { PgPool, PostgresJsSql } from "./PostgresPool.ts"

/** A pool that the store has opened and must close. */
export interface OwnPool {
  readonly pool: PgPool | PostgresJsSql
  readonly end: () => Promise<void>
}

interface PgModule {
  readonly Pool: new (options: {
    readonly connectionString: string
    readonly fallback_application_name: string
  }) => PgPool & {
    end(): Promise<void>
    on(event: "error", listener: () => void): unknown
  }
}

type PostgresJsModule = (
  url: string,
  options: { readonly onnotice: () => void; readonly connection: { readonly application_name: string } }
) => PostgresJsSql & { end(options: { readonly timeout: number }): Promise<void> }

/** How long connections in use may go on until they are cut.  Units: s. */
const secondsToEnd = 5

/** Loads a module by its name; undefined if it is not installed. */
type Load = (name: string) => Promise<{ readonly default: unknown } | undefined>

/** Opens a pool.  Errors: throws `store/driver` if neither driver is installed. */
export const openPool = async (url: string, load: Load = installed): Promise<OwnPool> => {
  const pg = (await load("pg"))?.default as PgModule | undefined
  if (pg !== undefined) {
    const pool = new pg.Pool({ connectionString: url, fallback_application_name: application() })
    // The server may end an idle connection. Without a listener that error would end the process.
    pool.on("error", () => {})
    return { pool, end: () => pool.end() }
  }
  const postgres = (await load("postgres"))?.default as PostgresJsModule | undefined
  if (postgres !== undefined) {
    const pool = postgres(url, { onnotice: () => {}, connection: { application_name: application() } })
    return { pool, end: () => pool.end({ timeout: secondsToEnd }) }
  }
  throw storeError(
    "store/driver",
    "a store in PostgreSQL needs its driver: run `npm install pg`, or `npm install postgres`"
  )
}

/**
 * Returns the name by which an operator finds this process among the server's connections; an address may set another.
 */
const application = (): string => `hearback ${process.pid}`

/** Loads an installed module. The name is not a literal, so that bundlers do not look for a missing driver. */
const installed: Load = async (name) => {
  try {
    return await import(name)
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") return undefined
    throw error
  }
}
