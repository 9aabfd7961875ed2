/**
 * Connections to PostgreSQL from either driver: `pg` or `postgres` (postgres.js). A host passes its own pool. The two
 * are distinguished by their members, so neither driver is loaded here.
 */
import { storeError } from "@hearback/engine"
import type { SqlRow, SqlValue } from "../sql/SqlProgram.ts"
import { quoted } from "./Names.ts"

/** A connection that was taken from a pool. */
export interface PostgresConnection {
  /** Runs a statement, prepared under `name` if that is given. */
  readonly query: (sql: string, params: readonly SqlValue[], name?: string) => Promise<readonly SqlRow[]>
  /** Returns the connection to the pool; a broken one is closed. */
  readonly release: (isBroken: boolean) => void
}

/** A pool of connections. */
export interface PostgresPool {
  readonly lend: () => Promise<PostgresConnection>
  /**
   * Calls `hear` for each notice on a channel, and without a notice when a lost connection is back. Returns how to
   * stop.
   */
  readonly listen: (channel: string, hear: (payload: string | undefined) => void) => () => void
}

/** The part of a pool of `pg` that is used here. */
export interface PgPool {
  connect(): Promise<PgClient>
}

interface PgClient {
  query(statement: {
    readonly text: string
    readonly values: unknown[]
    readonly name?: string
  }): Promise<{ readonly rows: readonly Record<string, unknown>[] }>
  release(error?: boolean | Error): void
  on(event: "notification", listener: (message: { readonly payload?: string | undefined }) => void): unknown
  on(event: "error" | "end", listener: (error?: Error) => void): unknown
}

/** The part of postgres.js that is used here. */
export interface PostgresJsSql {
  reserve(): Promise<PostgresJsReserved>
  listen(
    channel: string,
    hear: (payload: string) => void,
    listening?: () => void
  ): Promise<{ unlisten(): Promise<void> }>
}

interface PostgresJsReserved {
  unsafe(sql: string, params: never[], options: { readonly prepare: boolean }): PromiseLike<readonly unknown[]>
  release(): void
}

/** Returns the pool of a host's object.  Errors: throws `store/driver` if it is of neither driver. */
export const poolOf = (given: PgPool | PostgresJsSql): PostgresPool => {
  if ("reserve" in given) return postgresJsPool(given)
  if ("connect" in given) return pgPool(given)
  throw storeError("store/driver", noPool)
}

const noPool = "`pool` is neither a `Pool` of `pg` nor what `postgres` gives"

/** How long to wait for a connection, and after how long listeners are asked for theirs, repeatedly.  Units: ms. */
const patience = { inAll: 20_000, withListeners: 1_000 }

/** Waits for a connection. One that comes too late is returned to the pool. */
const borrowed = async <C extends { release(): void }>(coming: Promise<C>, ask: () => void = () => {}): Promise<C> => {
  let asking: NodeJS.Timeout | undefined
  const none = new Promise<never>((_, reject) => {
    const since = Date.now()
    asking = setInterval(() => {
      ask()
      if (Date.now() - since >= patience.inAll) reject(storeError("store/unavailable", noConnection))
    }, patience.withListeners)
  })
  try {
    return await Promise.race([coming, none])
  } catch (error) {
    coming.then((late) => late.release()).catch(() => {})
    throw error
  } finally {
    clearInterval(asking)
  }
}

const noConnection =
  "no connection within 20 s: the server does not answer, or all connections of the pool are in use, so give it more of them"

/** How long to wait before listening again after an error, and after the connection was asked for.  Units: ms. */
const pauses = { first: 100, longest: 10_000, whenAsked: 60_000 }

/** Clients that have an error listener already, since several stores may share one pool. */
const heard = new WeakSet<PgClient>()

const pgPool = (pool: PgPool): PostgresPool => ({
  lend: async () => {
    const client = await borrowed(pool.connect(), () => askListeners(pool))
    if (typeof client?.release !== "function") throw storeError("store/driver", noPool)
    // A client that is lost between two statements reports it here, and without a listener the process would end. The
    // next statement on the client fails.
    if (!heard.has(client)) client.on("error", () => {})
    heard.add(client)
    return {
      query: async (text, values, name) =>
        (await client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) })).rows,
      release: (isBroken) => client.release(isBroken)
    }
  },
  listen: (channel, hear) => listenByPg(pool, channel, hear)
})

/** The listeners on each pool, as functions that return their connection. */
const listeners = new WeakMap<PgPool, Set<() => void>>()

const askListeners = (pool: PgPool): void => {
  for (const giveBack of listeners.get(pool) ?? []) giveBack()
}

/**
 * Listens on a connection of its own, and on another one if it is lost. If all other connections of the pool are in use
 * for a while, it returns its own, so that a small pool is not blocked.
 */
const listenByPg = (pool: PgPool, channel: string, hear: (payload: string | undefined) => void): (() => void) => {
  let isStopped = false
  let wasLost = false
  let stopNow = (): void => {}
  let isAsked = false
  const giveBack = (): void => {
    isAsked = true
    stopNow()
  }
  const onPool = listeners.get(pool) ?? new Set()
  listeners.set(pool, onPool)
  const listen = async (): Promise<void> => {
    const client = await pool.connect()
    const lost = new Promise<void>((resolve) => {
      stopNow = resolve
      client.on("error", () => resolve())
      client.on("end", () => resolve())
    })
    try {
      client.on("notification", ({ payload }) => hear(payload))
      await client.query({ text: `LISTEN ${quoted(channel)}`, values: [] })
      if (wasLost) hear(undefined)
      onPool.add(giveBack)
      if (!isStopped) await lost
    } finally {
      onPool.delete(giveBack)
      wasLost = true
      client.release(true)
    }
  }
  const keepListening = async (): Promise<void> => {
    for (let pause = pauses.first; !isStopped; pause = Math.min(pause * 2, pauses.longest)) {
      const since = Date.now()
      await listen().catch(() => {})
      if (Date.now() - since > pauses.longest) pause = pauses.first
      if (!isStopped) await waitFor(isAsked ? pauses.whenAsked : pause)
      isAsked = false
    }
  }
  void keepListening()
  return () => {
    isStopped = true
    stopNow()
  }
}

const waitFor = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref())

const postgresJsPool = (sql: PostgresJsSql): PostgresPool => ({
  lend: async () => {
    const reserved = await borrowed(sql.reserve())
    return {
      query: async (text, params, name) =>
        (await reserved.unsafe(text, [...params] as never[], { prepare: name !== undefined })) as readonly SqlRow[],
      release: () => reserved.release()
    }
  },
  // postgres.js listens on a connection of its own, and again if that is lost.
  listen: (channel, hear) => {
    let isBack = false
    const listening = sql.listen(channel, hear, () => {
      if (isBack) hear(undefined)
      isBack = true
    })
    listening.catch(() => {})
    return () => {
      listening.then(({ unlisten }) => unlisten()).catch(() => {})
    }
  }
})
