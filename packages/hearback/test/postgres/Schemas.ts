/** Schemas of tests on the server that they share. */
import { randomBytes } from "node:crypto"
import pg from "pg"

/** Returns the name of a new schema. */
export const freshSchema = (): string => `test_${randomBytes(8).toString("hex")}`

/** Removes stores, each with its keys. */
export const dropSchemas = async (url: string | undefined, schemas: readonly string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const schema of schemas)
    await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE; DROP SCHEMA IF EXISTS ${schema}_keys CASCADE`)
  await client.end()
}
