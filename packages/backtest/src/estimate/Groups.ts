/** Groups items by a key and keeps their order within each group. */
export const grouped = <K, T>(all: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> => {
  const found = new Map<K, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = found.get(key)
    if (group === undefined) found.set(key, [one])
    else group.push(one)
  }
  return found
}
