/** A cache of the values that were set last. A cached record need not be read and folded again. */
export interface RecentCache<T> {
  get(id: string): T | undefined
  set(id: string, value: T): void
  delete(id: string): void
}

/** Makes a cache of at most `most` values. */
export const makeRecentCache = <T>(most: number): RecentCache<T> => {
  const values = new Map<string, T>()
  return {
    get: (id) => values.get(id),
    set: (id, value) => {
      values.delete(id)
      values.set(id, value)
      if (values.size > most) for (const oldest of values.keys()) return void values.delete(oldest)
    },
    delete: (id) => void values.delete(id)
  }
}
