/** What parts of a generated policy are drawn with. */
import fc from "fast-check"

export const flag = fc.boolean()

/** One of these; said twice, twice as often. */
export const one = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)

/** Leaves out what is not said. */
export const given = <T extends object>(parts: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as never

export type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never
