/** Lives of a store in PostgreSQL whose driver fails: those of a store in memory, with these faults in addition. */
import { postgres } from "@hearback/store-sql"
import { chanceOf } from "../simulation/Chance.ts"
import { type Simulated, simulateOn } from "../simulation/Simulation.ts"
import { type DriverOptions, faultyPool } from "./FaultyPool.ts"
import { dropSchemas, freshSchema } from "./Schemas.ts"

/** The result of one life. */
export interface Lived extends Simulated {
  /** The faults of the driver that occurred. */
  readonly faults: ReadonlySet<string>
}

/**
 * Returns the command that repeats the life of a seed. The server's timing differs, so much can happen differently.
 */
export const again = (seed: number): string =>
  `node --conditions=source packages/hearback/test/postgres/prove.ts seed ${seed}`

/** Runs the life of a seed. */
export const liveOnPostgres = async (seed: number, url: string, given: Partial<DriverOptions> = {}): Promise<Lived> => {
  const schema = freshSchema()
  const chance = chanceOf(seed ^ 0xfa17)
  const seen = await postgres({ url, schema, listen: false })
  const driver = faultyPool({ url, chance, wrong: chance.pick([30, 100, 300]), ...given })
  try {
    const store = await postgres({ pool: driver.pool, schema, migrate: false, listen: false })
    driver.begin()
    const life = await simulateOn(seed, {
      store,
      keys: store.keys,
      seen: { store: seen, keys: seen.keys },
      calm: driver.calm,
      outside: driver.rest
    })
    return { ...life, faults: driver.met }
  } finally {
    await driver.end()
    await seen.close()
    await dropSchemas(url, [schema])
  }
}
