/** The schemas that a value may follow: the branches of a union as a flat list, with their words. */

import type { KeyLanguage } from "../vocabulary/KeyLanguage.ts"
import type { FileOutline, Outline } from "./Outline.ts"
import { languageTag } from "./ReservedNames.ts"

/**
 * Cached branches. Outlines do not change while the process runs, and each is used for every value that it describes.
 */
const branches = new WeakMap<Outline, ReadonlyArray<Outline>>()

/** Returns the branches of an outline. A branch without `x-words` has those of the union around it. */
export const branchesOf = (language: FileOutline, outline: Outline): ReadonlyArray<Outline> => {
  const known = branches.get(outline) ?? laidFlat(language, outline)
  branches.set(outline, known)
  return known
}

const laidFlat = (language: FileOutline, given: Outline): ReadonlyArray<Outline> => {
  const outline = language.resolve(given)
  if (outline.anyOf === undefined) return [outline]
  const words = outline["x-words"]
  return outline.anyOf.flatMap((branch) =>
    branchesOf(language, branch).map((each) =>
      words === undefined || each["x-words"] !== undefined ? each : { ...each, "x-words": words }
    )
  )
}

/** A key of the language in both key languages, and the outline of its value. */
export interface KeyFound {
  readonly en: string
  readonly zh: string
  readonly value: Outline
}

const chinese = new WeakMap<object, ReadonlyMap<string, KeyFound>>()

/** The keys of a map by their Chinese words. */
const chineseKeys = (properties: Readonly<Record<string, Outline>>): ReadonlyMap<string, KeyFound> => {
  const known =
    chinese.get(properties) ??
    new Map(
      Object.entries(properties).flatMap(([en, value]) => {
        const zh = value["x-zh"]
        return zh === undefined ? [] : [[zh, { en, zh, value }] as const]
      })
    )
  chinese.set(properties, known)
  return known
}

/** Returns a key of a map by its word in one language. */
export const keyFound = (branch: Outline, word: string, language: KeyLanguage): KeyFound | undefined => {
  const { properties } = branch
  if (properties === undefined) return undefined
  if (language === "en") {
    const value = Object.hasOwn(properties, word) ? properties[word] : undefined
    return value && { en: word, zh: value["x-zh"] ?? word, value }
  }
  return chineseKeys(properties).get(word)
}

/** Returns the outlines of a value under a name; none if the map takes no names. */
export const underName = ({ patternProperties, additionalProperties }: Outline): ReadonlyArray<Outline> => [
  ...Object.values(patternProperties ?? {}),
  ...(additionalProperties === undefined || additionalProperties === false ? [] : [additionalProperties])
]

/** Returns whether a branch is a text in several languages. */
export const isByLanguage = ({ patternProperties = {} }: Outline): boolean =>
  Object.hasOwn(patternProperties, languageTag.source)
