/**
 * Expands scenarios with a table of examples: one scenario for each row, with its cells in the place of `<column>`.
 *
 * The tree is expanded before it is checked and translated, so that a cell is treated as if it were written at its
 * place. If a row omits a column, the keys that this column alone fills are omitted, too.
 */
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import { unknownName } from "../diagnostic/UnknownWords.ts"
import { languageOf } from "../outline/Outline.ts"
import { entriesOf, entryOf, isList, isMap, isScalar, type MapEntry, type MapNode, type Node } from "../source/Node.ts"
import { type Span, span, written } from "../source/SourceFile.ts"
import { columnIn, columnsIn, filled } from "../vocabulary/Column.ts"
import type { KeyLanguage } from "../vocabulary/KeyLanguage.ts"

/** The expanded scenarios with the findings about their tables. */
export interface ScenariosByExample {
  readonly tree: Node
  readonly diagnostics: readonly Diagnostic[]
}

/** Returns a scenario file with one scenario for each row. What is no table is left to the check of shapes. */
export const spread = (tree: Node, keys: KeyLanguage): ScenariosByExample => {
  const { $defs: { Scenario } = {}, properties = {} } = languageOf("scenario").root
  const word = (of: typeof properties, key: string): string => (keys === "en" ? key : (of[key]?.["x-zh"] ?? key))
  const names = {
    examples: word(Scenario?.properties ?? {}, "examples"),
    title: word(Scenario?.properties ?? {}, "scenario")
  }
  const diagnostics: Diagnostic[] = []
  const list = word(properties, "scenarios")
  if (!isMap(tree)) return { tree, diagnostics }
  const entries = tree.entries.map(({ key, value }) => {
    if (key.text !== list || !isList(value)) return { key, value }
    return { key, value: { ...value, items: value.items.flatMap((item) => rowsOf(item, names, keys, diagnostics)) } }
  })
  return { tree: { ...tree, entries }, diagnostics }
}

interface Names {
  readonly examples: string
  readonly title: string
}

const rowsOf = (scenario: Node, names: Names, keys: KeyLanguage, told: Diagnostic[]): readonly Node[] => {
  const table = entryOf(scenario, names.examples)
  const rows = table !== undefined && isList(table.value) ? table.value.items : []
  if (!isMap(scenario) || table === undefined || rows.length === 0 || !rows.every(isMap)) return [scenario]
  const columns = [...new Set(rows.flatMap((row) => row.entries.map(({ key }) => key.text)))]
  const steps = scenario.entries.filter(({ key }) => key.text !== names.examples)
  const used = steps.flatMap(({ value }) => placesIn(value))
  for (const { name, at } of used) if (!columns.includes(name)) told.push(unknownName("column", name, columns, at))
  const seen = new Set(used.map(({ name }) => name))
  for (const { key } of rows.flatMap(({ entries }) => entries))
    if (!seen.has(key.text)) {
      seen.add(key.text)
      told.push(diagnose("scenario/unused-column", { name: key.text }, key.span))
    }
  return rows.map((row) => rowOf(scenario, row, names, keys, told))
}

/** Returns the scenario of one row; the row is its only example. */
const rowOf = (scenario: MapNode, row: MapNode, names: Names, keys: KeyLanguage, told: Diagnostic[]): MapNode => {
  const cells = new Map(row.entries.map(({ key, value }) => [key.text, value]))
  const fill: Fill = { cells, told, row: row.span }
  const entries = scenario.entries.flatMap(({ key, value }): readonly MapEntry[] => {
    if (key.text === names.examples) return [{ key, value: { _tag: "List", items: [row], span: row.span } }]
    const put = putInto(fill, value)
    if (put === undefined) return []
    return [{ key, value: key.text === names.title ? titled(put, value, row, keys) : put }]
  })
  return { ...scenario, entries }
}

interface Fill {
  readonly cells: ReadonlyMap<string, Node>
  readonly told: Diagnostic[]
  readonly row: Span
}

/** Returns a value with its cells; undefined if the whole value is a cell that the row omits. */
const putInto = (fill: Fill, node: Node): Node | undefined => {
  switch (node._tag) {
    case "Map":
      return {
        ...node,
        entries: node.entries.flatMap(({ key, value }) => {
          const put = putInto(fill, value)
          return put === undefined ? [] : [{ key: { ...key, text: textWith(fill, key.text) }, value: put }]
        })
      }
    case "List":
      return { ...node, items: node.items.flatMap((item) => putInto(fill, item) ?? []) }
    case "Scalar": {
      if (typeof node.value !== "string") return node
      const column = columnIn(node.value)
      if (column !== undefined) return fill.cells.get(column)
      const text = textWith(fill, node.value)
      return text === node.value ? node : { ...node, value: text }
    }
  }
}

/** Returns a text with the cells that it names, as they are written. */
const textWith = ({ cells, told, row }: Fill, text: string): string =>
  filled(text, (name) => {
    const cell = cells.get(name)
    if (cell !== undefined) return wordsOf(cell)
    told.push(diagnose("scenario/missing-cell", { name }, row))
    return undefined
  })

const wordsOf = (cell: Node): string => {
  if (isScalar(cell)) return typeof cell.value === "string" ? cell.value : cell.source
  return isList(cell) ? cell.items.map(wordsOf).join(", ") : written(cell.span)
}

/** Returns a title that identifies the row: cells that it does not name itself are added at its end. */
const titled = (put: Node, before: Node, row: MapNode, keys: KeyLanguage): Node => {
  if (!isScalar(put)) return put
  const named = isScalar(before) ? columnsIn(String(before.value)) : []
  const rest = row.entries.filter(({ key }) => !named.includes(key.text))
  const told = rest.map(({ key, value }) => `${key.text}${keys === "en" ? ": " : "："}${short(wordsOf(value))}`)
  const list = keys === "en" ? ` (${told.join(", ")})` : `（${told.join("，")}）`
  return rest.length === 0 ? put : { ...put, value: `${put.value ?? ""}${list}` }
}

const longest = 40
const short = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text)

/** Returns every `<column>` of a scenario, with the place of its name. */
const placesIn = (node: Node): readonly { readonly name: string; readonly at: Span }[] => {
  const within = (text: string, at: Span) =>
    columnsIn(text).map((name) => {
      const start = at.start + Math.max(0, written(at).indexOf(`<${name}>`)) + 1
      return { name, at: span(at.file, start, start + name.length) }
    })
  if (isScalar(node)) return typeof node.value === "string" ? within(node.value, node.span) : []
  if (isList(node)) return node.items.flatMap(placesIn)
  return entriesOf(node).flatMap(({ key, value }) => [...within(key.text, key.span), ...placesIn(value)])
}
