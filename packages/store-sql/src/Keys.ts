/** Keys of customers in the same database. A destroyed key is overwritten with zeros, which are no key. */
import { randomBytes } from "node:crypto"
import { bytes } from "./Decode.ts"
import type { Dialect } from "./Dialect.ts"
import { type Program, query } from "./Program.ts"

const size = 32
const none = new Uint8Array(size)

export function* findKey(tenant: string, customer: string): Program<Uint8Array | undefined> {
  const [row] = yield* query("SELECT secret FROM hearback_key WHERE tenant = ? AND customer = ?", tenant, customer)
  const secret = row && bytes(row, "secret")
  return secret?.some((byte) => byte !== 0) ? secret : undefined
}

/** Makes a key where there is none; of two who try at once both read what the first one made. */
export function* makeKey(dialect: Dialect, tenant: string, customer: string): Program<Uint8Array> {
  for (const sql of dialect.beforeSecret) yield* query(sql)
  yield* query(
    `INSERT INTO hearback_key (tenant, customer, secret) VALUES (?, ?, ?)
     ON CONFLICT (tenant, customer) DO UPDATE SET secret = excluded.secret WHERE hearback_key.secret = ?`,
    tenant,
    customer,
    randomBytes(size),
    none
  )
  return (yield* findKey(tenant, customer)) ?? none
}

export function* destroyKey(dialect: Dialect, tenant: string, customer: string): Program<void> {
  for (const sql of dialect.beforeSecret) yield* query(sql)
  yield* query("UPDATE hearback_key SET secret = ? WHERE tenant = ? AND customer = ?", none, tenant, customer)
}
