/** Counts by key. */
/** Counts values by a key. */
export interface KeyCounter<T> {
  readonly add: (value: T) => void
  /** Returns the values with their counts: the most frequent first, and of equal counts the one that came first. */
  readonly all: () => readonly { readonly value: T; readonly count: number }[]
}

/** Makes an empty count. Values with the same `keyOf` are counted together. */
export const makeCounter = <T>(keyOf: (value: T) => string = String): KeyCounter<T> => {
  const found = new Map<string, { readonly value: T; count: number }>()
  return {
    add: (value) => {
      const key = keyOf(value)
      const one = found.get(key)
      if (one === undefined) found.set(key, { value, count: 1 })
      else one.count += 1
    },
    all: () => [...found.values()].sort((a, b) => b.count - a.count)
  }
}
