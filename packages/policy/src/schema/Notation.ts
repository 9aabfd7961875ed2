/**
 * The notation in which the schema of the policy language is written: maps of the language's keys, maps of the
 * author's names, choices of words, each with its Chinese word. Titles and descriptions are in the texts of each
 * language (`text/<language>/outline`), found by the names that are given here. Used only when building; nothing at
 * run time imports it.
 *
 * Source: the language reference, sections 2 to 12 and appendix A.
 */
import { type Bundle, defined } from "@hearback/core"
import * as Schema from "effect/Schema"
import { namePattern } from "../outline/ReservedNames.ts"
import { says } from "../text/catalogue/Says.ts"
import type { OutlineTexts } from "../text/en/outline/Keys.ts"
import type { Texts } from "../text/en/Texts.ts"
import type { TranslatedText } from "../text/shape/TranslatedText.ts"
import { said } from "../text/TranslatedTexts.ts"
import type { NameSort } from "../vocabulary/Sort.ts"

/** The name of a title in the texts. */
export type TitleName = keyof Texts["title"]
/**
 * A key of a map: its value, its Chinese word, and its description. Without a description, the texts of the map have
 * it under the key's name.
 */
export interface Key<S extends Schema.Top = Schema.Top> {
  readonly schema: S
  readonly zh: string
  readonly says?: TranslatedText | undefined
}

/** The keys of a map. */
export type Keys = Readonly<Record<string, Key>>
type FieldsOf<K extends Keys> = { readonly [P in keyof K]: K[P]["schema"] }

/** Returns the annotations of a title. */
export const titled = (name: TitleName) => ({ title: name, "x-titles": said((t) => t.title[name]) })

/** Returns the annotations of a schema with the name of its title, or with another identifier. */
export const named = (name: TitleName, identifier: string = name) => ({ identifier, ...titled(name) })

/** Makes a description in every language. */
export const saying = (say: (keys: OutlineTexts, language: Bundle.Language) => string): TranslatedText =>
  said((_, language) => say(says[language], language))

/** The schema of the word that removes an inherited entry. */
export const Removed = Schema.Literal("removed").annotate({
  ...named("Removed"),
  description: "Removed",
  "x-descriptions": saying((keys) => keys.Removed.is),
  "x-enum-zh": ["删去"]
})

/** Makes a required key. */
export const must = <S extends Schema.Top>(schema: S, zh: string, says?: TranslatedText): Key<S> => ({
  schema,
  zh,
  says
})

/** Makes an optional key, which an heir can remove. */
export const may = <S extends Schema.Top>(schema: S, zh: string, says?: TranslatedText) =>
  must(Schema.optionalKey(Schema.Union([schema, Removed])), zh, says)

/** Makes an optional key in a file that nobody extends. */
export const perhaps = <S extends Schema.Top>(schema: S, zh: string, says?: TranslatedText) =>
  must(Schema.optionalKey(schema), zh, says)

/**
 * Returns keys with their descriptions from the texts of a map. Errors: a key without a description, or a description
 * without a key.
 */
export const told = <K extends Keys>(map: string, keys: K): K => {
  const known = (language: Bundle.Language): Readonly<Record<string, string>> => ({
    ...(says[language] as Readonly<Record<string, object>>)[map]
  })
  const strange = Object.keys(known("en")).filter((key) => keys[key] === undefined)
  const silent = Object.keys(keys).filter((key) => keys[key]?.says === undefined && known("en")[key] === undefined)
  if (strange.length + silent.length > 0)
    throw new Error(`Texts of the keys of ${map}: too many [${strange.join(", ")}], missing [${silent.join(", ")}]`)
  return Object.fromEntries(
    Object.entries(keys).map(([name, key]) => [
      name,
      { ...key, says: key.says ?? saying((_, language) => known(language)[name] ?? "") }
    ])
  ) as unknown as K
}

/** Makes the schema of a map with keys of the language. */
export const mapOf = <K extends Keys>(name: TitleName, keys: K, identifier: string = name) =>
  Schema.Struct(fieldsOf(keys)).annotate({ ...named(name, identifier), ...keyed(name, keys) })

/** Casts the schema of a mixed map, because TypeScript cannot express "these keys, and any other of this type". */
type MixedMap<K extends Keys> = Schema.Struct<FieldsOf<K>>["Encoded"] & { readonly [name: string]: unknown }

/** Makes the schema of a map with keys of the language and names of the author. */
export const mixedMapOf = <K extends Keys, S extends Schema.Top>(
  name: TitleName,
  keys: K,
  own: Schema.String,
  value: S
): Schema.Codec<MixedMap<K>> => {
  const map = Schema.StructWithRest(Schema.Struct(fieldsOf(keys)), [Schema.Record(own, value)])
  return map.annotate({ ...named(name), ...keyed(name, keys) }) as unknown as Schema.Codec<MixedMap<K>>
}

/** Makes the schema of a map whose keys are names of the author. */
export const namesOf = <S extends Schema.Top>(name: TitleName, own: Schema.String, value: S) =>
  Schema.Record(own, Schema.Union([value, Removed])).annotate(named(name))

/** Makes the schema of one of several words; the values are their Chinese words. */
export const choice = <const W extends string>(
  name: TitleName,
  words: Readonly<Record<W, string>>,
  identifier: string = name
) => {
  const [only, ...others] = Object.keys(words) as W[]
  const about = { ...named(name, identifier), "x-enum-zh": Object.values(words) }
  // A union with a single member would separate its word from the Chinese word.
  return only !== undefined && others.length === 0
    ? Schema.Literal(only).annotate(about)
    : Schema.Literals(Object.keys(words) as unknown as ReadonlyArray<W>).annotate(about)
}

/** Makes the schema of a list to which an heir can add items or from which it can remove some. */
export const listOf = <S extends Schema.Top>(name: TitleName, item: S) =>
  Schema.Union([Schema.Array(item), changeOf(item)]).annotate(named(name))

/** Makes the schema of one item, or of a list that an heir can change. */
export const someOf = <S extends Schema.Top>(name: TitleName, item: S) =>
  Schema.Union([item, Schema.Array(item), changeOf(item)]).annotate(named(name))

/**
 * Makes the schema of a quantity or word written as text. `quotes`: what looks like a number or a yes-no needs quotes
 * here;
 * `words`: the words of the language that are allowed.
 */
export const written = (
  name: TitleName,
  examples: ReadonlyArray<string>,
  more: { readonly quotes?: true; readonly words?: NameSort } = {}
) =>
  Schema.String.annotate({
    ...named(name),
    ...defined({
      examples: examples.length === 0 ? undefined : examples,
      "x-quotes": more.quotes,
      "x-words": more.words
    })
  })

/** Returns the annotation of which words of the language are allowed among names, or in any text. */
export const speaking = (sort: NameSort) => ({ "x-words": sort })

/** Makes the schema of a name that is declared elsewhere, or of a word of the language. */
export const wordOf = (name: TitleName, sort: NameSort, identifier: string = name) =>
  Schema.String.annotate({ ...named(name, identifier), "x-quotes": true, ...speaking(sort) })

/** Makes the schema of a name that the author chooses and that is none of these words. */
export const nameOf = (name: TitleName, without: ReadonlyArray<string>) =>
  Schema.String.check(Schema.isPattern(namePattern(without))).annotate({ ...named(name), "x-quotes": true })

/** Makes the schema of a change to an inherited list or table. */
export const changeOf = <S extends Schema.Top>(item: S, name: "ListChange" | "TableChange" = "ListChange") => {
  const items = Schema.optionalKey(Schema.Array(item))
  const keys = { also: must(items, "另加"), without: must(items, "除去") }
  return Schema.Struct(fieldsOf(keys)).annotate({ ...titled(name), ...keyed(name, keys) })
}

const fieldsOf = <K extends Keys>(keys: K): FieldsOf<K> =>
  Object.fromEntries(Object.entries(keys).map(([key, { schema }]) => [key, schema])) as FieldsOf<K>

const keyed = (name: string, keys: Keys) => ({ "x-keys": wordsOf(told(name, keys)) })

/** Returns the annotations of a map's keys: their Chinese words and descriptions. */
export const wordsOf = (keys: Keys) =>
  Object.fromEntries(Object.entries(keys).map(([name, { zh, says }]) => [name, { zh, says }]))
