/** Reads recorded arrivals and texts: from a simulation file, a table beside it, an event log or a store. */
import { type Bundle, defined, Instant } from "@hearback/core"
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import { factsOf, known, languageOf, type PeopleContext, sentenceOf, wordOf } from "../people/Context.ts"
import { get, isList, isMap, isScalar, itemsOf, type MapNode, type Node } from "../source/Node.ts"
import type { Span } from "../source/SourceFile.ts"
import { said } from "../text/TranslatedTexts.ts"
import { kinds } from "../vocabulary/Vocabulary.ts"
import { type ArrivalLayout, type Companions, contentOf, fileColumns, layoutOf, ofFact } from "./Layout.ts"
import { type PlanCell, type PlanTable, readTable } from "./Table.ts"
import { numberOf } from "./Value.ts"

/** The most faulty rows of a table that are reported; each of them is left out. */
const mostTold = 10

/** Reads recorded arrivals. */
export const traceOf = (
  context: PeopleContext,
  node: Node | undefined,
  companions: Companions
): RecordedArrivals | undefined => {
  if (node === undefined) return undefined
  if (isList(node)) {
    if (node.items.length === 0)
      context.told.push(diagnose("simulation/no-rows", { path: "trace", of: "at" }, node.span))
    return { trace: node.items.flatMap((item) => arrivalOf(context, item) ?? []) }
  }
  const before = context.told.length
  const told: Diagnostic[] = []
  const { rows, unreadable } = rowsOf(context, node, companions, "at")
  const trace = rows.flatMap((row) => {
    const own = { ...context, told: [] as Diagnostic[] }
    if (get(row, "at") === undefined) own.told.push(missingIn(row))
    const arrival = arrivalOf(own, row)
    told.push(...own.told)
    return arrival === undefined || own.told.length > 0 ? [] : [arrival]
  })
  const hasArrivals = trace.length > 0
  if (!hasArrivals && told.length === 0 && context.told.length === before)
    context.told.push(diagnose("simulation/no-rows", { path: wordOf(fileOf(node)) ?? "", of: "at" }, node.span))
  context.told.push(...told.slice(0, mostTold).map((found) => (hasArrivals ? leftOut(found) : found)))
  const out = rows.length - trace.length + unreadable
  return out === 0 ? { trace } : { trace, leftOut: out }
}

/** The arrivals of a table, and how many of its rows could not be used. */
interface RecordedArrivals {
  readonly trace: readonly RecordedArrival[]
  readonly leftOut?: number
}

const missingIn = (row: MapNode): Diagnostic =>
  diagnose("shape/missing-key", { keys: fileColumns["at"] ?? [], where: said((t) => t.thing.row), any: true }, row.span)

const fileOf = (node: Node): Node | undefined => (isMap(node) ? get(node, "file") : node)

/** A row that cannot be used does not affect the others. */
const leftOut = (found: Diagnostic): Diagnostic => ({ ...found, level: "warning" })

/** Reads recorded texts of customers. */
export const textsOf = (context: PeopleContext, node: Node | undefined, companions: Companions) => {
  if (node === undefined) return undefined
  const before = context.told.length
  const written = isList(node)
    ? itemsOf(node)
    : rowsOf(context, node, companions, "text").rows.flatMap((row) => get(row, "text") ?? [])
  // Feedback without words cannot be simulated.
  const texts = written.flatMap((item) => sentenceOf(item) ?? []).filter((text) => text.trim() !== "")
  const path = (isList(node) ? undefined : wordOf(fileOf(node))) ?? "texts"
  if (texts.length === 0 && context.told.length === before)
    context.told.push(diagnose("simulation/no-rows", { path, of: "text" }, node.span))
  return texts
}

/** One recorded arrival of a file or a value. */
export interface RecordedArrival {
  readonly at: number
  readonly text?: string
  readonly channel?: string
  readonly category?: string
  readonly customer?: string
  readonly language?: Bundle.Language
  readonly kind?: string
  readonly score?: number
  readonly facts?: Readonly<Record<string, string | number | boolean>>
}

const arrivalOf = (context: PeopleContext, node: Node): RecordedArrival | undefined => {
  const { bundle } = context
  const at = instantOf(context, get(node, "at"))
  const text = sentenceOf(get(node, "text"))
  const arrival = defined({
    text: text?.trim() === "" ? undefined : text,
    channel: known(context, "channel", get(node, "channel"), Object.keys(bundle.channels)),
    category: known(
      context,
      "category",
      get(node, "category"),
      bundle.dictionary.categories.map(({ name }) => name)
    ),
    customer: wordOf(get(node, "customer")),
    language: languageOf(context, get(node, "language")),
    kind: known(context, "kind", get(node, "kind"), Object.keys(kinds)),
    score: numberOf(get(node, "score")),
    facts: factsOf(context, get(node, "facts"))
  })
  return at === undefined ? undefined : { at, ...arrival }
}

/**
 * Instants outside these years are faults: exports write them for unknown dates, or by a slip (`0216`, `1900`,
 * `9999`).
 */
const [first, last] = [Date.UTC(1971, 0, 1), Date.UTC(2200, 0, 1)]

/** Returns an instant. In a table, instants were already read. */
const instantOf = (context: PeopleContext, node: Node | undefined): number | undefined => {
  const text = wordOf(node) ?? ""
  const at =
    isScalar(node) && typeof node.value === "number" ? node.value : Instant.parseInstant(text.trim(), context.zone)
  if (at !== undefined && first <= at && at < last) return at
  if (node !== undefined) context.told.push(diagnose("value/bad-date", { found: text }, node.span))
  return undefined
}

interface Rows {
  readonly rows: readonly MapNode[]
  /** Reports how many rows cannot be used. */
  readonly unreadable: number
}

const rowsOf = (context: PeopleContext, node: Node, companions: Companions, needed: "at" | "text"): Rows => {
  const content = contentOf(context, fileOf(node), companions)
  const layout = content && layoutOf(context, content, isMap(node) ? get(node, "map") : undefined, companions)
  if (content === undefined || layout === undefined) return { rows: [], unreadable: 0 }
  const table = readTable(content.path, content.says)
  const unreadable = table.unreadable.slice(0, mostTold).map((place) => diagnose("simulation/row", {}, place))
  context.told.push(...unreadable.map(leftOut))
  const rows = firstOfEach(context, table, layout, needed).map((cells) => rowOf(context, cells, layout))
  return { rows, unreadable: table.unreadable.length }
}

type Cells = ReadonlyMap<string, PlanCell>

/** Returns the cells of each row by field. In a log, only the first row of each case counts. */
const firstOfEach = (
  context: PeopleContext,
  table: PlanTable,
  layout: ArrivalLayout,
  needed: string
): readonly Cells[] => {
  const names = table.columns.map(({ text }) => text)
  const places = [...layout.columns].flatMap(([field, called]) => {
    const column = names.findIndex((name) => called.includes(name))
    return column < 0 ? [] : [[field, column] as const]
  })
  const found = new Set(places.map(([field]) => field))
  if (!found.has(needed)) lacks(context, table, layout.columns.get(needed) ?? [needed])
  const ofCase = layout.case === undefined ? -1 : names.indexOf(layout.case)
  const seen = new Set<string>()
  return table.rows.flatMap((row) => {
    const id = row[ofCase]?.text
    if (!found.has(needed) || (id !== undefined && seen.has(id))) return []
    if (id !== undefined) seen.add(id)
    return [new Map(places.flatMap(([field, column]) => (row[column] === undefined ? [] : [[field, row[column]]])))]
  })
}

const lacks = (context: PeopleContext, { columns }: PlanTable, keys: readonly string[]): void => {
  const [first] = columns
  const where = said((t) => t.thing.head)
  if (first !== undefined) context.told.push(diagnose("shape/missing-key", { keys, where, any: true }, first.span))
}

/** Returns one row as a simulation file would write it. */
const rowOf = (context: PeopleContext, cells: Cells, layout: ArrivalLayout): MapNode => {
  const place = [...cells.values()][0]?.span as Span
  const scalar = (text: string, at: Span, value: string | number | boolean = text): Node => ({
    _tag: "Scalar",
    value,
    source: text,
    quoted: false,
    span: at
  })
  const all = new Map([...layout.constants].map(([field, text]) => [field, { text, span: place }]))
  for (const [field, cell] of cells) all.set(field, cell)
  const entries = [...all].flatMap(([field, { text, span: at }]) => {
    const word = layout.wordFor(field, text)
    if (word === undefined) return []
    const instant = field === "at" ? layout.readInstant?.(word) : undefined
    const value =
      instant ??
      (field === "score"
        ? (numberIn(word) ?? word)
        : field.startsWith(ofFact)
          ? cellValue(context, field.slice(ofFact.length), word)
          : word)
    return [{ key: { text: field, span: at }, value: scalar(word, at, value) }]
  })
  const isFact = ({ key }: { readonly key: { readonly text: string } }): boolean => key.text.startsWith(ofFact)
  const facts = entries.filter(isFact).map(({ key, value }) => ({
    key: { ...key, text: key.text.slice(ofFact.length) },
    value
  }))
  const own = entries.filter((entry) => !isFact(entry))
  const ofFacts = { key: { text: "facts", span: place }, value: { _tag: "Map" as const, entries: facts, span: place } }
  return { _tag: "Map", entries: facts.length === 0 ? own : [...own, ofFacts], span: place }
}

/** Returns the value of a cell as text. A fact may be a number or a yes-no. */
const cellValue = ({ bundle }: PeopleContext, name: string, text: string): string | number | boolean => {
  const kind = bundle.facts[name]?.kind
  if (kind === "number" || kind === "integer" || kind === "money") return Number(text.replaceAll(",", ""))
  if (kind === "yes-no")
    return /^(?:yes|true|1|是)$/iu.test(text) ? true : /^(?:no|false|0|否)$/iu.test(text) ? false : text
  return text
}

const numberIn = (text: string): number | undefined => (Number.isFinite(Number(text)) ? Number(text) : undefined)
