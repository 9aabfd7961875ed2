/** Keys of customers as rows. A destroyed key is overwritten with zeros, which are not a valid key. */
import { randomBytes } from "node:crypto"
import { bytes, text } from "../sql/RowDecoding.ts"
import { query, queryEach, type SqlProgram } from "../sql/SqlProgram.ts"

const size = 32
const none = new Uint8Array(size)

/** The tenant and customer to whom a key belongs. */
export interface Owner {
  readonly tenant: string
  readonly customer: string
}

/** Returns the keys of owners; undefined for an owner without a key. */
export function* findKeys(owners: readonly Owner[]): SqlProgram<readonly (Uint8Array | undefined)[]> {
  const found = new Map<string, ReadonlyMap<string, Uint8Array>>()
  for (const tenant of new Set(owners.map((owner) => owner.tenant))) {
    const customers = owners.filter((owner) => owner.tenant === tenant).map(({ customer }) => customer)
    found.set(tenant, yield* secretsOf(tenant, [...new Set(customers)]))
  }
  return owners.map(({ tenant, customer }) => found.get(tenant)?.get(customer))
}

function* secretsOf(tenant: string, customers: readonly string[]): SqlProgram<ReadonlyMap<string, Uint8Array>> {
  const rows = yield* queryEach(
    (marks) => `SELECT customer, secret FROM hearback_key WHERE tenant = ? AND customer IN (${marks})`,
    tenant,
    customers
  )
  const secrets = rows.map((row) => [text(row, "customer"), bytes(row, "secret")] as const)
  return new Map(secrets.filter(([, secret]) => secret.some((byte) => byte !== 0)))
}

/** Makes missing keys. If two processes try at once, both read the key that the first one made. */
export function* makeKeys(before: readonly string[], owners: readonly Owner[]): SqlProgram<readonly Uint8Array[]> {
  for (const sql of before) yield* query(sql)
  const keys: Uint8Array[] = []
  for (const { tenant, customer } of owners) {
    const [made] = yield* query(
      `INSERT INTO hearback_key (tenant, customer, secret) VALUES (?, ?, ?)
       ON CONFLICT (tenant, customer) DO UPDATE SET secret = excluded.secret WHERE hearback_key.secret = ?
       RETURNING secret`,
      tenant,
      customer,
      randomBytes(size),
      none
    )
    keys.push(made ? bytes(made, "secret") : ((yield* findKeys([{ tenant, customer }]))[0] ?? none))
  }
  return keys
}

/**
 * Returns a function that collects the questions of one turn of the event loop and asks them at once. A batch of
 * arrivals needs many keys at the same moment, and a transaction for each would wait for the disk each time.
 */
export const batchedPerTurn = <Q, A>(
  ask: (questions: readonly Q[]) => Promise<readonly A[]>
): ((question: Q) => Promise<A>) => {
  let waiting: { readonly questions: Q[]; readonly answers: Promise<readonly A[]> } | undefined
  return async (question) => {
    if (waiting === undefined) {
      const questions: Q[] = []
      const answers = Promise.resolve().then(() => {
        waiting = undefined
        return ask(questions)
      })
      waiting = { questions, answers }
    }
    const mine = waiting.questions.push(question) - 1
    return (await waiting.answers)[mine] as A
  }
}

/** Overwrites the key of a customer. */
export function* destroyKey(before: readonly string[], tenant: string, customer: string): SqlProgram<void> {
  for (const sql of before) yield* query(sql)
  yield* query("UPDATE hearback_key SET secret = ? WHERE tenant = ? AND customer = ?", none, tenant, customer)
}

/** Returns the mark of a tenant. */
export function* markOf(tenant: string): SqlProgram<string | undefined> {
  const [row] = yield* query("SELECT mark FROM hearback_mark WHERE tenant = ?", tenant)
  return row && text(row, "mark")
}

/** Replaces the mark of a tenant; returns false if it is not `before`. */
export function* setMark(tenant: string, before: string | undefined, mark: string): SqlProgram<boolean> {
  const rows =
    before === undefined
      ? yield* query(
          "INSERT INTO hearback_mark (tenant, mark) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING mark",
          tenant,
          mark
        )
      : yield* query(
          "UPDATE hearback_mark SET mark = ? WHERE tenant = ? AND mark = ? RETURNING mark",
          mark,
          tenant,
          before
        )
  return rows.length > 0
}
