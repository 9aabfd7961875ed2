// Texts of a pack in a further language: `packs/<language>/<pack>.yaml` has the keys of the pack, with one text where
// the pack has one for each language.
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { type Document, isMap, isSeq, parse, parseDocument } from "yaml"

type Path = readonly (string | number)[]

/**
 * Returns a pack with its texts in further languages; unchanged if there are none.  Errors: for a text that the pack
 * does not have, and for a missing text.
 */
export const translated = (pack: string, name: string, folder: string, languages: readonly string[]): string => {
  const files = languages
    .map((language) => ({ language, path: join(folder, language, `${name}.yaml`) }))
    .filter(({ path }) => existsSync(path))
  if (files.length === 0) return pack
  const document = parseDocument(pack)
  for (const { language, path } of files) addTexts(document, language, parse(readFileSync(path, "utf8")), name)
  return document.toString({ lineWidth: 0 })
}

/** Adds the texts of one language. */
export const addTexts = (document: Document, language: string, texts: unknown, name: string): void => {
  const [asked, given] = [new Map(textsIn(document.contents, [])), new Map(leavesOf(texts, []))]
  const [missing, strange] = [without(asked, given), without(given, asked)]
  if (missing.length + strange.length > 0)
    throw new Error(
      `${language}/${name}.yaml lacks [${missing.join(", ")}] and has no place for [${strange.join(", ")}]`
    )
  for (const [key, { path, text }] of given) if (asked.has(key)) document.setIn([...path, language], text)
}

const without = (these: ReadonlyMap<string, unknown>, those: ReadonlyMap<string, unknown>): readonly string[] =>
  [...these.keys()].filter((key) => !those.has(key))

interface Leaf {
  readonly path: Path
  readonly text: string
}

/** Returns the texts of several languages. Each has one in English. */
function textsIn(node: unknown, path: Path): readonly (readonly [string, Leaf])[] {
  if (isMap(node)) {
    const english = node.get("en")
    return typeof english === "string"
      ? [[path.join("."), { path, text: english }]]
      : node.items.flatMap(({ key, value }) => textsIn(value, [...path, String(key)]))
  }
  return isSeq(node) ? node.items.flatMap((item, index) => textsIn(item, [...path, index])) : []
}

function leavesOf(value: unknown, path: Path): readonly (readonly [string, Leaf])[] {
  if (typeof value === "string") return [[path.join("."), { path, text: value }]]
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value ?? {})
  return entries.flatMap(([key, each]) => leavesOf(each, [...path, key]))
}
