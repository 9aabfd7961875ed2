/** The pools of a store: those of the host, and those that the store has opened and ends. */
import { storeError } from "@hearback/engine"
import { type OwnPool, openPool } from "./Driver.ts"
import { type PgPool, type PostgresJsSql, type PostgresPool, poolOf } from "./PostgresPool.ts"

/** The place of a database. */
interface DatabasePlace {
  readonly url?: string
  readonly pool?: PgPool | PostgresJsSql
}

/** The pools of a store. */
export interface OwnPools {
  /**
   * Returns the pool of a place.  Errors: throws `store/driver` without address and pool, or without an installed
   * driver.
   */
  readonly of: (place: DatabasePlace) => Promise<PostgresPool>
  /** Returns the pool of the keys: that of the record, unless another place is given. */
  readonly ofKeys: (place: DatabasePlace | undefined, record: PostgresPool) => Promise<PostgresPool>
  readonly end: () => Promise<void>
}

/** Makes the pools of a store. */
export const makePools = (): OwnPools => {
  const own: OwnPool[] = []
  const of = async ({ url, pool }: DatabasePlace): Promise<PostgresPool> => {
    if (pool !== undefined) return poolOf(pool)
    if (url === undefined) throw storeError("store/driver", "`postgres` needs a `url`, or a `pool`")
    const opened = await openPool(url)
    own.push(opened)
    return poolOf(opened.pool)
  }
  return {
    of,
    ofKeys: async (place, record) => (place?.url === undefined && place?.pool === undefined ? record : await of(place)),
    end: async () => {
      await Promise.all(own.splice(0).map(({ end }) => end()))
    }
  }
}
