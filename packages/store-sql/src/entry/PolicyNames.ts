/**
 * Policies under which entries were written: each is named once and known by a number. With it stands a sample of what
 * entries under it say, in the clear, by which the others are packed. Once written it does not change.
 */
import { bytes, has, number, text } from "../sql/RowDecoding.ts"
import { query, type SqlProgram, type SqlRow } from "../sql/SqlProgram.ts"

export interface PolicyName {
  readonly id: number
  readonly policy: string
  readonly sample: Uint8Array | undefined
}

/** Only longer texts tell what others will be like. */
const telling = 1_000
const sampleSize = 8_000

/** Returns the policy of a tenant, naming it where it is new; `said` are texts that are written under it now. */
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

/** Returns the policies that rows name, by number. */
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
