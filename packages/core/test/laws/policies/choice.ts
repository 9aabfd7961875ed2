/** How the parts of a generated policy are chosen. */
import fc from "fast-check"

/** A random yes or no. */
export const flag = fc.boolean()

/** Chooses one of some values; a repeated value is chosen more often. */
export const one = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)

/** Returns an object without undefined members. */
export const given = <T extends object>(parts: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as never

/** The type of the values of an arbitrary. */
export type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never
