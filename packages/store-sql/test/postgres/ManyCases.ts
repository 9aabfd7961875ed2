/** Open cases by the hundred thousand, each with a clock, put into the tables of a store by the server itself. */
import { Sample } from "@hearback/engine/testing"
import type pg from "pg"

export const tenant = "acme"
/** All clocks but those of the first cases are set for later. */
export const now = Sample.monday

/** Puts in so many cases that are not there, each with what one command wrote; of them so many are due. Of the messages a tenth are the tenant's. */
export const putCases = async (
  client: pg.Client | pg.Pool,
  schema: string,
  count: number,
  due: number
): Promise<void> => {
  const body = JSON.stringify({ channel: "email", grades: { urgency: "high" }, loop: "standard", updatedAt: now })
  const all = `FROM generate_series(1, ${count}) AS n`
  const texts = [
    `INSERT INTO ${schema}.hearback_policy (id, tenant, policy) VALUES (1, '${tenant}', '3f9c21')`,
    `INSERT INTO ${schema}.hearback_case
       (tenant, id, owner, state, kind, category, customer, received_at, promise_at, tags, body, due_at)
     SELECT '${tenant}', 'case-' || n, 'agent-' || n % 50, 'open', 'complaint', 'billing', 'c-' || n % (${count} / 3 + 1),
       ${now} - n, ${now} + n, E'\\n', '${body}', CASE WHEN n <= ${due} THEN ${now} - n ELSE ${now} + 60000000 + n END ${all}`,
    `INSERT INTO ${schema}.hearback_stream SELECT '${tenant}', 'case/case-' || n, 1, sha256(n::text::bytea) ${all}`,
    `INSERT INTO ${schema}.hearback_entry
     SELECT n::bigint * 65536 + 1, '${tenant}', 'case/case-' || n, 1, 1, ${now} - n, 'agent-7', 'c-' || n, 1, '\\x5b5d', NULL,
       NULL, sha256(n::text::bytea) ${all}`,
    `INSERT INTO ${schema}.hearback_unit
     SELECT '${tenant}', substr(sha256(n::text::bytea), 1, 20), '\\x00', n::bigint * 65536 + 1, 1 ${all}`,
    `INSERT INTO ${schema}.hearback_outbox (tenant, id, lane, body, not_before)
     SELECT CASE WHEN n % 10 = 0 THEN '${tenant}' ELSE 'other' END, 'message-' || n, 'staff',
       '{"body":{},"kind":"message","to":"agent-7"}', ${now} - ${due} + n ${all}`,
    `SELECT setval('${schema}.hearback_position', ${count} + 1)`
  ]
  for (const text of texts) await client.query(text.startsWith("INSERT") ? `${text} ON CONFLICT DO NOTHING` : text)
  const tables = ["case", "stream", "entry", "unit", "outbox"].map((name) => `${schema}.hearback_${name}`)
  await client.query(`ANALYZE ${tables.join(", ")}`)
}

/** What a statement is planned to read whole, of the tables that grow. */
export const readWhole = async (
  client: pg.Client | pg.Pool,
  text: string,
  values: unknown[]
): Promise<readonly string[]> => {
  const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${text}`, values)
  const found: string[] = []
  const look = (plan: Plan): void => {
    if (plan["Node Type"].endsWith("Seq Scan")) found.push(plan["Relation Name"] ?? "")
    for (const inner of plan.Plans ?? []) look(inner)
  }
  look(rows[0]["QUERY PLAN"][0].Plan)
  return found
}

interface Plan {
  readonly "Node Type": string
  readonly "Relation Name"?: string
  readonly Plans?: readonly Plan[]
}
