/** The words of the language exist in both languages, and at each place every word has one meaning. */
import { describe, expect, it } from "vitest"
import { branchesOf, underName } from "../../src/outline/Branch.ts"
import { type FileKind, languageOf, type Outline } from "../../src/outline/Outline.ts"
import * as Vocabulary from "../../src/vocabulary/Vocabulary.ts"
import { wordsOf } from "../../src/vocabulary/Word.ts"

const kinds: readonly FileKind[] = ["policy", "scenario", "people"]

interface Place {
  readonly name: string
  readonly branches: readonly Outline[]
}

/** Returns every place of a kind of file where a key or a value can occur, each definition once. */
const placesOf = (kind: FileKind): readonly Place[] => {
  const language = languageOf(kind)
  const seen = new Set<string>()
  const places: Place[] = []
  const visit = (name: string, given: Outline): void => {
    const branches = branchesOf(language, given)
    const key = JSON.stringify(branches)
    if (seen.has(key)) return
    seen.add(key)
    places.push({ name, branches })
    for (const branch of branches) {
      for (const [word, value] of Object.entries(branch.properties ?? {})) visit(`${name}.${word}`, value)
      for (const value of underName(branch)) visit(`${name}.*`, value)
      if (branch.items !== undefined) visit(`${name}[]`, branch.items)
    }
  }
  visit(kind, language.root)
  return places
}

const places = kinds.flatMap(placesOf)

/** Returns pairs of words that can be a key, and a value, at a place. */
const keyPairs = ({ branches }: Place) =>
  branches.flatMap(({ properties = {} }) => Object.entries(properties).map(([en, { "x-zh": zh }]) => [en, zh] as const))
const valuePairs = ({ branches }: Place) =>
  branches.flatMap(({ enum: words = [], "x-enum-zh": zh, "x-words": sort }) => [
    ...words.flatMap((word, index) => (typeof word === "string" && zh ? [[word, zh[index]] as const] : [])),
    ...Object.entries(wordsOf[sort as keyof typeof wordsOf] ?? {})
  ])

const twice = (pairs: readonly (readonly [string, string | undefined])[]): readonly string[] => {
  const english = new Map<string, string>()
  return pairs.flatMap(([en, zh = ""]) => {
    const before = english.get(zh)
    english.set(zh, en)
    return before === undefined || before === en ? [] : [`${zh}: ${before}, ${en}`]
  })
}

describe("the words of the language", () => {
  it("are searched at many places", () => {
    expect(places.length).toBeGreaterThan(120)
    expect(places.flatMap(keyPairs).length).toBeGreaterThan(300)
    expect(places.flatMap(valuePairs).length).toBeGreaterThan(150)
  })

  it.each(places.map((place) => [place.name, place] as const))("have one meaning each: %s", (_, place) => {
    expect(twice(keyPairs(place))).toEqual([])
    expect(twice(valuePairs(place))).toEqual([])
  })

  it("have a Chinese word each", () => {
    const bare = [...places.flatMap(keyPairs), ...places.flatMap(valuePairs)].filter(
      ([en, zh]) => zh === undefined || (!/\p{Script=Han}/u.test(zh) && !["five-w-one-h", "eight-d"].includes(en))
    )
    expect(bare).toEqual([])
    const mute = places.flatMap(({ name, branches }) =>
      branches.flatMap(({ enum: words = [], "x-enum-zh": zh }) =>
        zh === undefined && /[a-z]/.test(words.join("")) && !/\p{Script=Han}/u.test(words.join(""))
          ? [`${name}: ${words.join(", ")}`]
          : []
      )
    )
    expect(mute).toEqual([])
  })

  it("are the same words wherever one table is read", () => {
    for (const [name, table] of Object.entries(Vocabulary)) expect(twice(Object.entries(table)), name).toEqual([])
  })

  // `yes` is read in both languages everywhere, so it is the same word in each.
  it("are no numbers and no words of YAML", () => {
    const words = [...places.flatMap(keyPairs), ...places.flatMap(valuePairs)].flatMap(([en, zh = ""]) => [en, zh])
    for (const word of words) expect(word).not.toMatch(/^(?:\d.*\d|true|false|null|~)$/)
  })
})
