/** Attempts that are repeated while somebody else's append was faster. */
import { engineError } from "../context/EngineError.ts"

const maxAttempts = 8

/**
 * Returns what an attempt returns; one that returns undefined has met a conflict and is repeated.
 * Errors: throws `store/conflict` with a message after too many conflicts.
 */
export const withRetries = async <T>(message: string, attempt: () => Promise<T | undefined>): Promise<T> => {
  for (let count = 0; count < maxAttempts; count++) {
    const result = await attempt()
    if (result !== undefined) return result
  }
  throw engineError("store/conflict", message, true)
}
