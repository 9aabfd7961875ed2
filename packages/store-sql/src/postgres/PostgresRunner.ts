/**
 * Runs programs on connections of a pool: each write in a transaction, which is repeated if it conflicts with another.
 */
import { createHash } from "node:crypto"
import { type Querier, storeError } from "@hearback/engine"
import type { Dialect } from "../sql/Dialect.ts"
import type { ProgramRunner } from "../sql/ProgramRunner.ts"
import { atomically, runOver, type SqlRow, type SqlValue } from "../sql/SqlProgram.ts"
import type { PostgresConnection, PostgresPool } from "./PostgresPool.ts"
import { driverError, isLost, sqlState } from "./ServerErrors.ts"

/** Runs programs and statements on a PostgreSQL database. */
export interface PostgresRunner extends ProgramRunner {
  /** Runs one statement outside of transactions. */
  readonly run: (sql: string, ...params: readonly SqlValue[]) => Promise<readonly SqlRow[]>
  /** Runs work in a transaction that begins with the given statement. It is not repeated. */
  readonly transaction: <T>(begin: string, work: (querier: Querier) => Promise<T>) => Promise<T>
  /** Refuses everything that comes later. The connections stay with the pool. */
  readonly close: () => void
}

interface Options {
  readonly pool: PostgresPool
  readonly dialect: Dialect
  readonly waitMs: number
  /** Whether statements are prepared. A pooler that changes the server of a connection does not support it. */
  readonly prepare: boolean
}

/** Makes a runner. */
export const makePostgresRunner = ({ pool, dialect, waitMs, prepare }: Options): PostgresRunner => {
  let isClosed = false
  let prepares = prepare
  let generation = 0
  const names = new Map<string, string>()
  const nameOf = (sql: string): string | undefined => {
    // Several statements in one text are not prepared, since the server prepares one at a time.
    if (!prepares || sql.includes(";")) return undefined
    const known = names.get(sql)
    if (known !== undefined || names.size >= mostPrepared) return known
    const made = `hearback_${createHash("sha256").update(`${generation} ${sql}`).digest("hex").slice(0, 16)}`
    names.set(sql, made)
    return made
  }

  const prepareAnew = (): void => {
    generation += 1
    names.clear()
  }

  /** Runs work on a connection. A connection that was lost is not returned to the pool. */
  const onConnection = async <T>(work: (querier: Querier) => Promise<T>): Promise<T> => {
    if (isClosed) throw storeError("store/closed", "the store is closed")
    const connection = await pool.lend().catch(thrown)
    const used = querierOn(connection, nameOf, thrown)
    try {
      return await work(used)
    } finally {
      connection.release(used.wasLost())
    }
  }

  /** Throws the store's error for an error of a driver. A pool that has ended throws various errors. */
  const thrown = (error: unknown): never => {
    throw isClosed ? storeError("store/closed", "the store is closed", error) : driverError(error)
  }

  const patiently = async <T>(work: (querier: Querier) => Promise<T>): Promise<T> => {
    const until = Date.now() + waitMs
    for (let tries = 0; ; tries++) {
      const wasPreparing = prepares
      try {
        return await onConnection(work)
      } catch (error) {
        const state = sqlState(error) ?? ""
        // Several statements may meet the pooler at the same time.
        if (wasPreparing && unprepared.has(state)) prepares = false
        else if (!mayGoBetter.has(state) || Date.now() >= until) throw error
        if (state === planIsOld) prepareAnew()
        await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(50, 2 ** tries)))
      }
    }
  }

  return {
    read: (program) => patiently((querier) => runOver(program(), querier, dialect.text)),
    write: (program, keep = () => true) =>
      patiently((querier) => runOver(atomically(dialect.transaction, program(), keep), querier, dialect.text)),
    run: (sql, ...params) => patiently((querier) => querier.query(dialect.text(sql), params)),
    transaction: (begin, work) =>
      onConnection(async (querier) => {
        await querier.query(begin, [])
        try {
          const answer = await work(querier)
          await querier.query("COMMIT", [])
          return answer
        } catch (error) {
          await querier.query("ROLLBACK", []).catch(() => {})
          throw error
        }
      }),
    close: () => {
      isClosed = true
    }
  }
}

/**
 * The most prepared statements. Statements of lists have many texts, and a server keeps each of them for every
 * connection.
 */
const mostPrepared = 300

/**
 * Returns a querier for a connection. Once the connection is lost, nothing is sent, since the server has undone the
 * transaction.
 */
const querierOn = (
  connection: PostgresConnection,
  nameOf: (sql: string) => string | undefined,
  thrown: (error: unknown) => never
) => {
  let lost: unknown
  return {
    wasLost: () => lost !== undefined,
    query: async (sql: string, params: readonly unknown[]) => {
      if (lost !== undefined) thrown(lost)
      try {
        // Without parameters nothing is gained, and the end of a transaction must never be refused.
        const name = params.length === 0 ? undefined : nameOf(sql)
        return await connection.query(sql, params as readonly SqlValue[], name)
      } catch (error) {
        if (isLost(error)) lost = error
        return thrown(error)
      }
    }
  }
}

/** A migration added a column since the statement was prepared. It is prepared again under another name. */
const planIsOld = "0A000"

/**
 * Errors of a transaction that met another one and may be repeated: a deadlock, a serialization failure, a lock that
 * was not given, a row that was inserted meanwhile.
 */
const mayGoBetter = new Set(["40P01", "40001", "55P03", "23505", planIsOld])

/** Errors of prepared statements that show that there is a pooler in between. */
const unprepared = new Set(["26000", "42P05", "08P01"])
