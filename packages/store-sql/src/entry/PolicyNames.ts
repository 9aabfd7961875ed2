/**
 * The policies by which entries were decided: each has a number in the rows of entries. A sample of clear texts by the
 * policy is stored with it, with which further texts are packed. It never changes once it is written.
 */
import { bytes, has, number, text } from "../sql/RowDecoding.ts"
import { query, type SqlProgram, type SqlRow } from "../sql/SqlProgram.ts"

/** The number of a policy, with its sample. */
export interface PolicyName {
  readonly id: number
  readonly policy: string
  readonly sample: Uint8Array | undefined
}

/** The length from which a text can serve as a sample.  Units: characters. */
const telling = 1_000
const sampleSize = 8_000

/** Returns the number of a tenant's policy, making one if it is new. `said`: texts that are written now. */
export function* policyNamed(tenant: string, policy: string, said: readonly string[]): SqlProgram<PolicyName> {
  const known = yield* findPolicy(tenant, policy)
  if (known?.sample !== undefined) return known
  const sample = sampleOf(said)
  if (known === undefined)
    yield* query(
      "INSERT INTO hearback_policy (tenant, policy, sample) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      tenant,
      policy,
      sample ?? null
    )
  else if (sample !== undefined)
    yield* query("UPDATE hearback_policy SET sample = ? WHERE id = ? AND sample IS NULL", sample, known.id)
  else return known
  return (yield* findPolicy(tenant, policy)) ?? { id: 0, policy, sample: undefined }
}

const sampleOf = (said: readonly string[]): Uint8Array | undefined => {
  let sample = ""
  for (const one of said) if (one.length >= telling && sample.length < sampleSize) sample += one
  return sample === "" ? undefined : Buffer.from(sample).subarray(0, sampleSize)
}

function* findPolicy(tenant: string, policy: string): SqlProgram<PolicyName | undefined> {
  const [row] = yield* query(
    "SELECT id, policy, sample FROM hearback_policy WHERE tenant = ? AND policy = ?",
    tenant,
    policy
  )
  return row && policyOf(row)
}

/** Returns the policies to which rows refer, by number. */
export function* policiesOf(rows: readonly SqlRow[]): SqlProgram<ReadonlyMap<number, PolicyName>> {
  const found = new Map<number, PolicyName>()
  for (const id of new Set(rows.map((row) => number(row, "policy")))) {
    const [row] = yield* query("SELECT id, policy, sample FROM hearback_policy WHERE id = ?", id)
    if (row !== undefined) found.set(id, policyOf(row))
  }
  return found
}

const policyOf = (row: SqlRow): PolicyName => ({
  id: number(row, "id"),
  policy: text(row, "policy"),
  sample: has(row, "sample") ? bytes(row, "sample") : undefined
})
