/**
 * How the schema of the language is written down: maps of our keys, maps of the owner's names, choices of our words,
 * each with its Chinese word. What things are called and what keys say stands in the files of texts of each language
 * (`text/<language>/outline`), found by the names that are given here. Build time only; nothing at run time imports it.
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

/** What something is called in the files of texts. */
export type TitleName = keyof Texts["title"]
/** A key of a map of ours: its value, its Chinese word, and what it says; else that stands under its name in the texts of its map. */
export interface Key<S extends Schema.Top = Schema.Top> {
  readonly schema: S
  readonly zh: string
  readonly says?: TranslatedText | undefined
}

export type Keys = Readonly<Record<string, Key>>
type FieldsOf<K extends Keys> = { readonly [P in keyof K]: K[P]["schema"] }

/** The annotations of a title. */
export const titled = (name: TitleName) => ({ title: name, "x-titles": said((t) => t.title[name]) })

/** The annotations of something that is known by the name of its title, unless another is given. */
export const named = (name: TitleName, identifier: string = name) => ({ identifier, ...titled(name) })

/** Says in every language what a key is for. */
export const saying = (say: (keys: OutlineTexts, language: Bundle.Language) => string): TranslatedText =>
  said((_, language) => say(says[language], language))

/** Takes an inherited entry out. */
export const Removed = Schema.Literal("removed").annotate({
  ...named("Removed"),
  description: "Removed",
  "x-descriptions": saying((keys) => keys.Removed.is),
  "x-enum-zh": ["删去"]
})

/** A key that must be there. */
export const must = <S extends Schema.Top>(schema: S, zh: string, says?: TranslatedText): Key<S> => ({
  schema,
  zh,
  says
})

/** A key that may be there; an heir may take it out again. */
export const may = <S extends Schema.Top>(schema: S, zh: string, says?: TranslatedText) =>
  must(Schema.optionalKey(Schema.Union([schema, Removed])), zh, says)

/** A key that may be there, in a file that nobody extends. */
export const perhaps = <S extends Schema.Top>(schema: S, zh: string, says?: TranslatedText) =>
  must(Schema.optionalKey(schema), zh, says)

/** Gives keys what the texts of a map say of them. Errors: a key that they do not describe, or that is no key of the map. */
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

/** A map of our keys. */
export const mapOf = <K extends Keys>(name: TitleName, keys: K, identifier: string = name) =>
  Schema.Struct(fieldsOf(keys)).annotate({ ...named(name, identifier), ...keyed(name, keys) })

/** TypeScript cannot say "our keys, and any other of this kind", so the other names stay unknown to it. */
type MixedMap<K extends Keys> = Schema.Struct<FieldsOf<K>>["Encoded"] & { readonly [name: string]: unknown }

/** A map of our keys and, beside them, of the owner's names. */
export const mixedMapOf = <K extends Keys, S extends Schema.Top>(
  name: TitleName,
  keys: K,
  own: Schema.String,
  value: S
): Schema.Codec<MixedMap<K>> => {
  const map = Schema.StructWithRest(Schema.Struct(fieldsOf(keys)), [Schema.Record(own, value)])
  return map.annotate({ ...named(name), ...keyed(name, keys) }) as unknown as Schema.Codec<MixedMap<K>>
}

/** A map of the owner's names. */
export const namesOf = <S extends Schema.Top>(name: TitleName, own: Schema.String, value: S) =>
  Schema.Record(own, Schema.Union([value, Removed])).annotate(named(name))

/** One of our words; the values are their Chinese words. */
export const choice = <const W extends string>(
  name: TitleName,
  words: Readonly<Record<W, string>>,
  identifier: string = name
) => {
  const [only, ...others] = Object.keys(words) as W[]
  const about = { ...named(name, identifier), "x-enum-zh": Object.values(words) }
  // A union of one would keep its word apart from the Chinese for it.
  return only !== undefined && others.length === 0
    ? Schema.Literal(only).annotate(about)
    : Schema.Literals(Object.keys(words) as unknown as ReadonlyArray<W>).annotate(about)
}

/** A list that an heir may grow or thin. */
export const listOf = <S extends Schema.Top>(name: TitleName, item: S) =>
  Schema.Union([Schema.Array(item), changeOf(item)]).annotate(named(name))

/** One, or a list that an heir may grow or thin. */
export const someOf = <S extends Schema.Top>(name: TitleName, item: S) =>
  Schema.Union([item, Schema.Array(item), changeOf(item)]).annotate(named(name))

/**
 * A quantity or word written as a text. `quotes`: what looks like a number or a yes-no stands here in quotes;
 * `words`: which words of ours it may be.
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

/** Says which words of ours may stand at a place for names, or for any text. */
export const speaking = (sort: NameSort) => ({ "x-words": sort })

/** A name that is declared elsewhere, or a word of ours. */
export const wordOf = (name: TitleName, sort: NameSort, identifier: string = name) =>
  Schema.String.annotate({ ...named(name, identifier), "x-quotes": true, ...speaking(sort) })

/** A name that the owner gives, none of these words. */
export const nameOf = (name: TitleName, without: ReadonlyArray<string>) =>
  Schema.String.check(Schema.isPattern(namePattern(without))).annotate({ ...named(name), "x-quotes": true })

/** What an heir may do to an inherited list, or to a table. */
export const changeOf = <S extends Schema.Top>(item: S, name: "ListChange" | "TableChange" = "ListChange") => {
  const items = Schema.optionalKey(Schema.Array(item))
  const keys = { also: must(items, "另加"), without: must(items, "除去") }
  return Schema.Struct(fieldsOf(keys)).annotate({ ...titled(name), ...keyed(name, keys) })
}

const fieldsOf = <K extends Keys>(keys: K): FieldsOf<K> =>
  Object.fromEntries(Object.entries(keys).map(([key, { schema }]) => [key, schema])) as FieldsOf<K>

const keyed = (name: string, keys: Keys) => ({ "x-keys": wordsOf(told(name, keys)) })

/** What stands beside the values of a map: the Chinese words of its keys, and what they say. */
export const wordsOf = (keys: Keys) =>
  Object.fromEntries(Object.entries(keys).map(([name, { zh, says }]) => [name, { zh, says }]))
