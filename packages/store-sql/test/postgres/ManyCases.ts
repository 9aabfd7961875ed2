/**
 * Hundreds of thousands of open cases, each with a clock, which the server itself inserts into the tables of a store.
 */
import { Sample } from "@hearback/engine/testing"
import type pg from "pg"

/** The tenant of the cases. */
export const tenant = "acme"
/** The present instant. Only the clocks of due cases are set before it. */
export const now = Sample.monday

/** Returns whether the case with a number is due. Due cases are distributed over the table. */
export const isDue = (number: number, count: number, due: number): boolean =>
  due > 0 && number % stepOf(count, due) === 0
const stepOf = (count: number, due: number): number => Math.floor(count / due)

/**
 * Inserts `count` cases that do not exist yet, each with what one command wrote; `due` of them are due. A tenth of the
 * messages are the tenant's.
 */
export const putCases = async (pool: pg.Pool, schema: string, count: number, due: number): Promise<void> => {
  const texts = [`SELECT setval('${schema}.hearback_position', ${count} + 1)`]
  for (const text of insertsOf(schema, count, due)) texts.push(`${text} ON CONFLICT DO NOTHING`)
  for (const text of texts) await pool.query(text)
  await analyze(pool, schema)
}

/**
 * Inserts cases into empty tables like `putCases`, and many times as fast: indexes are dropped before, and made again
 * from all rows.
 */
export const fillWithCases = async (pool: pg.Pool, schema: string, count: number, due: number): Promise<void> => {
  const { rows } = await pool.query<{ readonly drop: string; readonly make: string }>(
    `SELECT CASE WHEN conname IS NULL THEN format('DROP INDEX %s', indexrelid::regclass)
         ELSE format('ALTER TABLE %s DROP CONSTRAINT %I', indrelid::regclass, conname) END AS drop,
       CASE WHEN conname IS NULL THEN pg_get_indexdef(indexrelid)
         ELSE format('ALTER TABLE %s ADD CONSTRAINT %I %s', indrelid::regclass, conname, pg_get_constraintdef(c.oid)) END AS make
     FROM pg_index LEFT JOIN pg_constraint c ON conindid = indexrelid
     WHERE indrelid = ANY ($1::regclass[])`,
    [tablesIn(schema)]
  )
  for (const { drop } of rows) await pool.query(drop)
  await Promise.all(insertsOf(schema, count, due).map((text) => pool.query(text)))
  await pool.query(`SELECT setval('${schema}.hearback_position', ${count} + 1)`)
  // Two at once, since the server may use several processes for each.
  const waiting = rows.values()
  const make = async () => {
    for (const { make: text } of waiting) await pool.query(`SET maintenance_work_mem = '256MB'; ${text}`)
  }
  await Promise.all([make(), make()])
  await analyze(pool, schema)
}

const insertsOf = (schema: string, count: number, due: number): readonly string[] => {
  const body = JSON.stringify({ channel: "email", grades: { urgency: "high" }, loop: "standard", updatedAt: now })
  const dueNow = due === 0 ? "false" : `n % ${stepOf(count, due)} = 0`
  const all = `FROM generate_series(1, ${count}) AS n`
  return [
    `INSERT INTO ${schema}.hearback_policy (id, tenant, policy) VALUES (1, '${tenant}', '3f9c21')`,
    `INSERT INTO ${schema}.hearback_case
       (tenant, id, owner, state, kind, category, customer, received_at, promise_at, tags, awaits, body, due_at)
     SELECT '${tenant}', 'case-' || n, 'agent-' || n % 50, 'open', 'complaint', 'category-' || n % 20, 'c-' || n % (${count} / 3 + 1),
       ${now} - n, ${now} + n, E'\\n',
       CASE WHEN n % 2 = 0 THEN E'\\nperson:agent-' || n % 97 || E'\\n' END, '${body}',
       CASE WHEN ${dueNow} THEN ${now} - n ELSE ${now} + 60000000 + n END ${all}`,
    `INSERT INTO ${schema}.hearback_stream SELECT '${tenant}', 'case/case-' || n, 1, sha256(n::text::bytea) ${all}`,
    `INSERT INTO ${schema}.hearback_entry
     SELECT n::bigint * 65536 + 1, '${tenant}', 'case/case-' || n, 1, 1, ${now} - n, 'agent-7', 'c-' || n, 1, '\\x5b5d', NULL,
       NULL, sha256(n::text::bytea) ${all}`,
    `INSERT INTO ${schema}.hearback_unit
     SELECT '${tenant}', substr(sha256(n::text::bytea), 1, 20), '\\x00', n::bigint * 65536 + 1, 1 ${all}`,
    `INSERT INTO ${schema}.hearback_outbox (tenant, id, lane, body, not_before)
     SELECT CASE WHEN n % 10 = 0 THEN '${tenant}' ELSE 'other-' || n % 10 END, 'message-' || n, 'staff',
       '{"body":{},"kind":"message","to":"agent-7"}', ${now} - ${due} + n ${all}`
  ]
}

const tablesIn = (schema: string): readonly string[] =>
  ["case", "stream", "entry", "unit", "outbox"].map((name) => `${schema}.hearback_${name}`)

const analyze = (pool: pg.Pool, schema: string) => pool.query(`VACUUM (ANALYZE) ${tablesIn(schema).join(", ")}`)

/** Returns which growing tables the server plans to read completely for a statement, with these values and with any. */
export const readWhole = async (pool: pg.Pool, text: string, values: unknown[]): Promise<readonly string[]> => {
  const client = await pool.connect()
  try {
    const own = await client.query(`EXPLAIN (FORMAT JSON) ${text}`, values)
    const given = values.length === 0 ? "" : `(${values.map((value) => literal(client, value)).join(", ")})`
    await client.query(`SET plan_cache_mode = force_generic_plan; PREPARE looked_at AS ${text}`)
    const any = await client.query(`EXPLAIN (FORMAT JSON) EXECUTE looked_at${given}`)
    return [own, any].flatMap(({ rows }) => tablesOf(rows[0]["QUERY PLAN"][0].Plan))
  } finally {
    // Settings and prepared statements end with the connection.
    client.release(true)
  }
}

const literal = (client: pg.PoolClient, value: unknown): string => {
  if (value === null) return "NULL"
  return client.escapeLiteral(value instanceof Uint8Array ? `\\x${Buffer.from(value).toString("hex")}` : String(value))
}

const tablesOf = (plan: Plan): readonly string[] => [
  ...(plan["Node Type"].endsWith("Seq Scan") ? [plan["Relation Name"] ?? ""] : []),
  ...(plan.Plans ?? []).flatMap(tablesOf)
]

interface Plan {
  readonly "Node Type": string
  readonly "Relation Name"?: string
  readonly Plans?: readonly Plan[]
}
