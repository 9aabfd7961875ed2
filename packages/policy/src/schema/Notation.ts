/**
 * How the schema of the language is written down: maps of our keys, maps of the owner's names, choices of our words,
 * each with its Chinese word and what it says in both languages. Build time only; nothing at run time imports it.
 *
 * Source: the language reference, sections 2 to 12 and appendix A.
 */
import { defined } from "@hearback/core"
import * as Schema from "effect/Schema"
import { namePattern } from "../outline/Reserved.ts"
import type { NameSort } from "../vocabulary/Sort.ts"

/** A text in both languages. */
export type Both = readonly [en: string, zh: string]

/** A key of a map of ours: its value, its Chinese word, and what it says. */
export interface Key<S extends Schema.Top = Schema.Top> {
  readonly schema: S
  readonly zh: string
  readonly says: Both
}

export type Keys = Readonly<Record<string, Key>>
type FieldsOf<K extends Keys> = { readonly [P in keyof K]: K[P]["schema"] }

/** The annotations of a title in both languages. */
export const titled = ([en, zh]: Both) => ({ title: en, "x-title-zh": zh })

/** Takes an inherited entry out. */
export const Removed = Schema.Literal("removed").annotate({
  identifier: "Removed",
  ...titled(["`removed`", "`removed`"]),
  description: "Takes the inherited entry out.",
  "x-description-zh": "删去继承来的条目。",
  "x-enum-zh": ["删去"]
})

/** A key that must be there. */
export const must = <S extends Schema.Top>(schema: S, zh: string, en: string, zhSays: string): Key<S> => ({
  schema,
  zh,
  says: [en, zhSays]
})

/** A key that may be there; an heir may take it out again. */
export const may = <S extends Schema.Top>(schema: S, zh: string, en: string, zhSays: string) =>
  must(Schema.optionalKey(Schema.Union([schema, Removed])), zh, en, zhSays)

/** A key that may be there, in a file that nobody extends. */
export const perhaps = <S extends Schema.Top>(schema: S, zh: string, en: string, zhSays: string) =>
  must(Schema.optionalKey(schema), zh, en, zhSays)

/** A map of our keys. */
export const mapOf = <K extends Keys>(identifier: string, named: Both, keys: K) =>
  Schema.Struct(fieldsOf(keys)).annotate({ identifier, ...titled(named), "x-keys": wordsOf(keys) })

/** TypeScript cannot say "our keys, and any other of this kind", so the other names stay unknown to it. */
type MixedMap<K extends Keys> = Schema.Struct<FieldsOf<K>>["Encoded"] & { readonly [name: string]: unknown }

/** A map of our keys and, beside them, of the owner's names. */
export const mixedMapOf = <K extends Keys, S extends Schema.Top>(
  identifier: string,
  named: Both,
  keys: K,
  name: Schema.String,
  value: S
): Schema.Codec<MixedMap<K>> => {
  const map = Schema.StructWithRest(Schema.Struct(fieldsOf(keys)), [Schema.Record(name, value)])
  const described = map.annotate({ identifier, ...titled(named), "x-keys": wordsOf(keys) })
  return described as unknown as Schema.Codec<MixedMap<K>>
}

/** A map of the owner's names. */
export const namesOf = <S extends Schema.Top>(identifier: string, named: Both, name: Schema.String, value: S) =>
  Schema.Record(name, Schema.Union([value, Removed])).annotate({ identifier, ...titled(named) })

/** One of our words; the values are their Chinese words. */
export const choice = <const W extends string>(identifier: string, named: Both, words: Readonly<Record<W, string>>) => {
  const [only, ...others] = Object.keys(words) as W[]
  const about = { identifier, ...titled(named), "x-enum-zh": Object.values(words) }
  // A union of one would keep its word apart from the Chinese for it.
  return only !== undefined && others.length === 0
    ? Schema.Literal(only).annotate(about)
    : Schema.Literals(Object.keys(words) as unknown as ReadonlyArray<W>).annotate(about)
}

/** A list that an heir may grow or thin. */
export const listOf = <S extends Schema.Top>(identifier: string, named: Both, item: S) =>
  Schema.Union([Schema.Array(item), changeOf(item)]).annotate({ identifier, ...titled(named) })

/** One, or a list that an heir may grow or thin. */
export const someOf = <S extends Schema.Top>(identifier: string, named: Both, item: S) =>
  Schema.Union([item, Schema.Array(item), changeOf(item)]).annotate({ identifier, ...titled(named) })

/**
 * A quantity or word written as a text. `quotes`: what looks like a number or a yes-no stands here in quotes;
 * `words`: which words of ours it may be.
 */
export const written = (
  identifier: string,
  named: Both,
  examples: ReadonlyArray<string>,
  more: { readonly quotes?: true; readonly words?: NameSort } = {}
) =>
  Schema.String.annotate({
    identifier,
    ...titled(named),
    ...defined({
      examples: examples.length === 0 ? undefined : examples,
      "x-quotes": more.quotes,
      "x-words": more.words
    })
  })

/** Says which words of ours may stand at a place for names, or for any text. */
export const speaking = (sort: NameSort) => ({ "x-words": sort })

/** A name that is declared elsewhere, or a word of ours. */
export const wordOf = (identifier: string, named: Both, sort: NameSort) =>
  Schema.String.annotate({ identifier, ...titled(named), "x-quotes": true, ...speaking(sort) })

/** A name that the owner gives, none of these words. */
export const nameOf = (identifier: string, named: Both, without: ReadonlyArray<string>) =>
  Schema.String.check(Schema.isPattern(namePattern(without))).annotate({
    identifier,
    ...titled(named),
    "x-quotes": true
  })

const changeOf = <S extends Schema.Top>(item: S) =>
  Schema.Struct({
    also: Schema.optionalKey(Schema.Array(item)),
    without: Schema.optionalKey(Schema.Array(item))
  }).annotate({
    ...titled(["a change of an inherited list", "对继承列表的增减"]),
    "x-keys": {
      also: {
        zh: "另加",
        says: ["Adds these to the inherited list; rows of a table go before it.", "加到继承来的列表；规则行排在其前。"]
      },
      without: { zh: "除去", says: ["Takes these out of the inherited list.", "从继承来的列表中除去。"] }
    }
  })

const fieldsOf = <K extends Keys>(keys: K): FieldsOf<K> =>
  Object.fromEntries(Object.entries(keys).map(([key, { schema }]) => [key, schema])) as FieldsOf<K>

const wordsOf = (keys: Keys) =>
  Object.fromEntries(Object.entries(keys).map(([key, { zh, says }]) => [key, { zh, says }]))
