/**
 * Objects with optional members.
 *
 * Under `exactOptionalPropertyTypes` an optional member is absent or has a value; it is never `undefined`.
 */

/** The members of `T`, in its order; those that may be `undefined` are optional. */
export type Defined<T> = Flat<
  { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
    [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
  }
>

/** One object type in place of an intersection of several. */
type Flat<T> = { [K in keyof T]: T[K] }

/**
 * Returns an object without its members that are `undefined`: the object itself where it has none, else a copy.
 *
 * Example: `defined({ name, address })`, or `{ id, ...defined({ name, address }) }` beside members that are checked.
 */
export const defined = <const T extends object>(members: T): Defined<T> => {
  for (const key in members) if (members[key] === undefined) return copyOf(members) as Defined<T>
  return members as unknown as Defined<T>
}

const copyOf = <T extends object>(members: T): Partial<T> => {
  const copy: Partial<T> = {}
  for (const key in members) if (members[key] !== undefined) copy[key] = members[key]
  return copy
}

/**
 * Returns records of one kind with the same members in the same order; what one of them lacks is `undefined` there. What
 * is alike an engine of JavaScript reads several times as fast: for rules that every step reads.
 */
export const alike = <T extends object>(records: readonly T[]): readonly T[] => {
  const names = new Set(records.flatMap((record) => Object.keys(record) as (keyof T)[]))
  return records.map((record) => {
    const whole: Partial<T> = {}
    for (const name of names) whole[name] = record[name]
    // What is put together member by member an engine may keep as a hash table; a copy it does not.
    return { ...whole } as T
  })
}

/** As `alike`, for the records of a table. */
export const alikeIn = <T extends Readonly<Record<string, object>>>(table: T): T => {
  const records = alike(Object.values(table))
  return Object.fromEntries(Object.keys(table).map((name, i) => [name, records[i]])) as T
}
