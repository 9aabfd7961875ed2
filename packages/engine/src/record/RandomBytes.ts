/** Random bytes of the system, requested many at a time, since a few take as long as thousands. */
import { randomBytes } from "node:crypto"

const poolSize = 4096

const pool = { bytes: new Uint8Array(0), used: 0 }

/** Returns random bytes that were never returned before. */
export const randomBytesOf = (size: number): Uint8Array => {
  if (pool.used + size > pool.bytes.length) {
    pool.bytes = Uint8Array.from(randomBytes(Math.max(poolSize, size)))
    pool.used = 0
  }
  pool.used += size
  return pool.bytes.subarray(pool.used - size, pool.used)
}
