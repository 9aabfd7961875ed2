/**
 * A pool of `pg` whose statements fail: refused before they run, in conflict with another transaction, too slow, or
 * sent over a connection that is lost before or after they run, also for a commit.
 */
import type { PostgresOptions } from "hearback/postgres"
import pg from "pg"
import type { Chance } from "../simulation/Chance.ts"

const sqlError = (code: string, message: string): Error => Object.assign(new Error(message), { code })
const lost = (): Error => new Error("Connection terminated unexpectedly")

interface Fault {
  readonly error: () => Error
  /** Whether the statement still takes effect. */
  readonly isDone: boolean
}

const faults = {
  "serialization failure": { error: () => sqlError("40001", "could not serialize access"), isDone: false },
  deadlock: { error: () => sqlError("40P01", "deadlock detected"), isDone: false },
  "lock timeout": { error: () => sqlError("55P03", "canceling statement due to lock timeout"), isDone: false },
  "statement timeout": {
    error: () => sqlError("57014", "canceling statement due to statement timeout"),
    isDone: false
  },
  "server goes down": { error: () => sqlError("57P01", "terminating connection"), isDone: false },
  "lost before": { error: lost, isDone: false },
  "lost afterwards": { error: lost, isDone: true }
} as const satisfies Readonly<Record<string, Fault>>

/** The names of all faults. */
export const faultNames = Object.keys(faults) as readonly (keyof typeof faults)[]

/** A pool with faults. */
export interface FaultyPool {
  readonly pool: NonNullable<PostgresOptions["pool"]>
  /** The faults that occurred; `at commit` is added for a commit. */
  readonly met: ReadonlySet<string>
  /** Makes statements fail from now on. */
  begin(): void
  /** Lets nothing fail any more. */
  calm(): void
  /** Settles when nothing waits for the server; undefined if nothing does. */
  rest(): Promise<void> | undefined
  end(): Promise<void>
}

/** How statements fail. */
export interface DriverOptions {
  readonly url: string
  readonly chance: Chance
  /** One statement of this number fails, and one commit of an eighth of it. */
  readonly wrong: number
  /** Changes a statement before it is sent; a test makes it wrong. */
  readonly sent?: (text: string) => string
}

type Statement = { readonly text: string; readonly values: unknown[]; readonly name?: string }

/** Makes a pool with faults. */
export const faultyPool = ({ url, chance, wrong, sent = (text) => text }: DriverOptions): FaultyPool => {
  // Data loss of the machine is not tested here, and without it commits are fast.
  const pool = new pg.Pool({ connectionString: url, options: "-c synchronous_commit=off", idleTimeoutMillis: 0 })
  pool.on("error", () => {})
  const met = new Set<string>()
  let [isCalm, waiting, count] = [true, 0, 0]
  let settle = (): void => {}
  let settled: Promise<void> | undefined
  const waited = async <T>(work: () => Promise<T>): Promise<T> => {
    waiting += 1
    settled ??= new Promise((resolve) => {
      settle = resolve
    })
    try {
      return await work()
    } finally {
      waiting -= 1
      if (waiting === 0) {
        settled = undefined
        settle()
      }
    }
  }

  const faulty = async (client: pg.PoolClient, statement: Statement) => {
    const text = sent(statement.text)
    const run = () => client.query(text === statement.text ? statement : { ...statement, name: "", text })
    const isEnd = statement.text === "COMMIT"
    // A rollback finds the transaction undone, or fails as the connection does.
    if (isCalm || statement.text === "ROLLBACK" || !chance.isOneIn(isEnd ? Math.ceil(wrong / 8) : wrong)) return run()
    // Faults come in turn, so that a short life has all of them.
    const name = faultNames[count++ % faultNames.length] ?? "lost before"
    met.add(name)
    if (isEnd) met.add("at commit")
    const { error, isDone }: Fault = faults[name]
    if (isDone) await run()
    throw error()
  }
  return {
    pool: {
      connect: () =>
        waited(async () => {
          const client = await pool.connect()
          return {
            query: (statement: Statement) => waited(() => faulty(client, statement)),
            release: (error?: boolean | Error) => client.release(error),
            on: (event: string, listener: (...given: never[]) => void) =>
              client.listenerCount(event) > 1 ? client : client.on(event as "error", listener as () => void)
          }
        })
    },
    met,
    begin: () => {
      isCalm = false
    },
    calm: () => {
      isCalm = true
    },
    rest: () => settled,
    end: () => pool.end()
  }
}
