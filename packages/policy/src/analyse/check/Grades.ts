/** Sorts dimensions that read each other, and finds circles among them. */

import { InputName } from "@hearback/core"
import type { DimensionRule, OutputEntry } from "../../bundle/Bundle.ts"
import { dig, get } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import { readsOf } from "../../read/section/Grading.ts"
import { circlesOf, sorted } from "../graph/Circle.ts"

/** Returns the dimensions so that each reads only earlier ones, and reports circles. */
export const ordered = (reading: Reading, dimensions: readonly DimensionRule[]): readonly DimensionRule[] => {
  const reads = readsOf(reading, dimensions)
  for (const circle of circlesOf(reads)) {
    const at = dig(reading.root, "grading", circle[0] ?? "")
    if (at !== undefined) reading.say("grade/cycle", at, { dimensions: circle })
  }
  const byName = new Map(dimensions.map((dimension) => [dimension.name, dimension]))
  return sorted(reads).flatMap((name) => byName.get(name) ?? [])
}

const isCategoryDefault = (value: OutputEntry): boolean =>
  "input" in value && InputName.parse(value.input)._tag === "CategoryDefault"

/** Reports categories that lack a level which a dimension takes from the category. */
export const sources = (reading: Reading, dimensions: readonly DimensionRule[]): void => {
  for (const { name, table } of dimensions) {
    const tree = dig(reading.root, "grading", name)
    if (tree === undefined) continue
    const given = ["rules", "matrix", "points"].flatMap((key) => {
      const source = get(tree, key)
      return source === undefined ? [] : [{ key, source }]
    })
    const [one, other] = given
    const isEmpty = one?.key === "rules" && one.source._tag === "List" && one.source.items.length === 0
    if (one === undefined || (isEmpty && other === undefined)) reading.say("grade/no-source", tree, { dimension: name })
    if (one !== undefined && other !== undefined) {
      const about = { dimension: name, one: one.key, other: other.key }
      reading.say("grade/two-sources", one.source, about, { span: one.source.named })
    }
    const read = table.values.findIndex(isCategoryDefault)
    if (read < 0) continue
    const categories = get(get(reading.root, "dictionary"), "categories")
    const row = table.table.rows[read]?.rule ?? ""
    const otherwise = dig(reading.root, "dictionary", "otherwise")
    if (otherwise === undefined)
      open(reading, "category/no-otherwise", get(reading.root, "dictionary") ?? reading.root, name, row)
    // A misspelt dimension, or a missing parent category, has its own finding.
    for (const [category, entry] of categories?._tag === "Map" ? categories.entries : [])
      if (!reading.isFaulty(entry.path) && !gives(reading, category, name, []))
        reading.say("category/no-default", entry, { category, dimension: name, row })
  }
}

const open = (
  reading: Reading,
  code: "category/no-otherwise",
  at: NonNullable<Reading["root"]>,
  dimension: string,
  row: string
): void => {
  if (reading.isPack) reading.say("pack/left-open", at, { what: "dictionary.otherwise" })
  else reading.say(code, at, { dimension, row })
}

/** Returns whether a category, or one above it, gives a level of a dimension. */
const gives = (reading: Reading, category: string, dimension: string, below: readonly string[]): boolean => {
  const entry = dig(reading.root, "dictionary", "categories", category)
  if (dig(entry, "defaults", dimension) !== undefined) return true
  const under = get(entry, "under")
  const parent = under?._tag === "Scalar" ? under.text : undefined
  return parent !== undefined && !below.includes(parent) && gives(reading, parent, dimension, [...below, category])
}
