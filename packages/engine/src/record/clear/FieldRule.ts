/**
 * Which fields of an event may be in the clear: ids, numbers, instants and words of a closed list. Everything else is
 * sealed, and so is a field without a rule. The type of the table requires a rule for each field, so a new field does
 * not compile until somebody has said what it contains.
 */

/**
 * When a text may be in the clear.
 *
 * - `id`: an id or a name that the engine, the policy or the directory gave; another text of the caller is refused.
 * - `name`: if the policy or the language has this word, since a caller may type anything.
 * - `reason`: if it is one of the engine's own reasons; a person's reason is sealed.
 * - `date`: if it is a date or an instant.
 * - `amount`: if it is a number with a unit.
 */
type TextRule = "id" | "name" | "reason" | "date" | "amount" | "sealed"

/** The rules of the members of an object, of each item of a list, or of each value of a map whose keys are names. */
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

/** Whether a value of this type may contain free text. */
type HasText<T> = [T] extends [string]
  ? string extends T
    ? true
    : false
  : [T] extends [number | boolean | null]
    ? false
    : T extends readonly (infer Item)[]
      ? HasText<Item>
      : { [K in keyof T]-?: HasText<Present<T[K]>> }[keyof T]

/** The rule of values of numbers and words of closed lists. */
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

/** The rules of every field of a body; for a union those of all its members. */
type Fields<T> = { readonly [K in KeysOf<T>]: FieldRule<MemberOf<T, K>> }

/** The rules of every event of a table of bodies. */
export type ClearFields<Bodies> = { readonly [Name in keyof Bodies]: Fields<Bodies[Name]> }

/** A rule of any field, as `split` reads it. */
export type AnyRule =
  | TextRule
  | "plain"
  | "facts"
  | { readonly members: AnyFields }
  | { readonly each: AnyRule }
  | { readonly values: AnyRule }
/** The rules of the fields of any event. */
export type AnyFields = Readonly<Record<string, AnyRule>>
