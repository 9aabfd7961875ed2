/**
 * What of an event may stand in the clear: ids, numbers, instants and words of a closed list. Everything else is sealed,
 * also what no rule names. A table of rules is complete by its type, so a new field does not compile until somebody has
 * said what it holds.
 */

/**
 * How a text is told to be no free text.
 *
 * - `id`: an id or a name that the engine, the policy or the directory gave, whoever types it is refused otherwise.
 * - `name`: clear where the policy or the language has this word, since a caller may type anything there.
 * - `reason`: clear where it is one of the engine's own reasons; a person's is sealed.
 * - `date`: clear where it is a date or an instant.
 * - `amount`: clear where it is a number with a unit.
 */
type TextRule = "id" | "name" | "reason" | "date" | "amount" | "sealed"

/** Rules of the members of an object, of each item of a list, of each value of a map whose keys are names. */
interface Members<T> {
  readonly members: Fields<T>
}
interface Each<T> {
  readonly each: FieldRule<T>
}
interface Values<T> {
  readonly values: FieldRule<T>
}

type Present<T> = Exclude<T, undefined>
type KeysOf<T> = T extends unknown ? keyof T & string : never
type MemberOf<T, K> = T extends unknown ? (K extends keyof T ? Present<T[K]> : never) : never

/** Whether free text may stand anywhere in a value of this type. */
type HasText<T> = [T] extends [string]
  ? string extends T
    ? true
    : false
  : [T] extends [number | boolean | null]
    ? false
    : T extends readonly (infer Item)[]
      ? HasText<Item>
      : { [K in keyof T]-?: HasText<Present<T[K]>> }[keyof T]

/** Numbers, closed words, and what is made of nothing else. */
type Plain<T> = true extends HasText<T> ? never : "plain"

type FieldRule<T> = [T] extends [string]
  ? string extends T
    ? TextRule
    : "plain" | "sealed"
  : [T] extends [number | boolean | null]
    ? "plain" | "sealed"
    : [T] extends [string | number]
      ? "amount" | "sealed"
      : [T] extends [readonly (infer Item)[]]
        ? Plain<T> | Each<Item> | "sealed"
        : string extends keyof T
          ? Values<T[keyof T]> | "facts" | "sealed"
          : Plain<T> | Members<T> | "sealed"

/** The rules of every field of a body, of a union those of all its members. */
type Fields<T> = { readonly [K in KeysOf<T>]: FieldRule<MemberOf<T, K>> }

/** The rules of every event of a table of bodies. */
export type ClearFields<Bodies> = { readonly [Name in keyof Bodies]: Fields<Bodies[Name]> }

/** A rule as the splitting reads it, whatever it is a rule for. */
export type AnyRule =
  | TextRule
  | "plain"
  | "facts"
  | { readonly members: AnyFields }
  | { readonly each: AnyRule }
  | { readonly values: AnyRule }
export type AnyFields = Readonly<Record<string, AnyRule>>
