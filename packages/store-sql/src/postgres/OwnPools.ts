/** The pools of a store: those of the host, and those that were opened for it, which it ends. */
import { storeError } from "@hearback/engine"
import { type OwnPool, openPool } from "./Driver.ts"
import { type PgPool, type PostgresJsSql, type PostgresPool, poolOf } from "./PostgresPool.ts"

/** Where a database is. */
interface DatabasePlace {
  readonly url?: string
  readonly pool?: PgPool | PostgresJsSql
}

export interface OwnPools {
  /** Errors: throws `store/driver` where neither an address nor a pool is named, or no driver is installed. */
  readonly of: (place: DatabasePlace) => Promise<PostgresPool>
  /** The keys are in the database of the record unless another is named. */
  readonly ofKeys: (place: DatabasePlace | undefined, record: PostgresPool) => Promise<PostgresPool>
  readonly end: () => Promise<void>
}

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
