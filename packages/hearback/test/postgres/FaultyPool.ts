/**
 * A pool of `pg` whose statements go wrong: refused before they run, met by another transaction, too slow, or sent over a
 * connection that is lost before they run or after they did, a commit too.
 */
import type { PostgresOptions } from "hearback/postgres"
import pg from "pg"
import type { Chance } from "../simulation/Chance.ts"

const sqlError = (code: string, message: string): Error => Object.assign(new Error(message), { code })
const lost = (): Error => new Error("Connection terminated unexpectedly")

interface Fault {
  readonly error: () => Error
  /** Whether the statement takes effect all the same. */
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

export const faultNames = Object.keys(faults) as readonly (keyof typeof faults)[]

export interface FaultyPool {
  readonly pool: NonNullable<PostgresOptions["pool"]>
  /** Faults that came; `at commit` where one came there. */
  readonly met: ReadonlySet<string>
  /** Things go wrong from now on. */
  begin(): void
  /** Nothing goes wrong any more. */
  calm(): void
  /** Settles when nothing waits for the server; undefined where nothing does. */
  rest(): Promise<void> | undefined
  end(): Promise<void>
}

export interface DriverOptions {
  readonly url: string
  readonly chance: Chance
  /** One statement in so many goes wrong, and one commit in an eighth of that. */
  readonly wrong: number
  /** What becomes of a statement before it is sent; a test spoils it. */
  readonly sent?: (text: string) => string
}

type Statement = { readonly text: string; readonly values: unknown[]; readonly name?: string }

export const faultyPool = ({ url, chance, wrong, sent = (text) => text }: DriverOptions): FaultyPool => {
  // What the machine could lose is not looked at here, and commits are quick without it.
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
    // What undoes a transaction finds it undone, or fails as the connection does.
    if (isCalm || statement.text === "ROLLBACK" || !chance.isOneIn(isEnd ? Math.ceil(wrong / 8) : wrong)) return run()
    // Each in its turn, so that a short life meets all.
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
