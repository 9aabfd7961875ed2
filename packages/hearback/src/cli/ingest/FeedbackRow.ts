/** Converts one row to one piece of feedback, or to the reason why it is none. */
import { createHash } from "node:crypto"
import { defined, Text } from "@hearback/core"
import type { Feedback, FeedbackRow } from "../../index.ts"
import type { FileRow } from "../file/Row.ts"
import { languages } from "../text/Catalogue.ts"
import { columnsOf, factNamed, fields, historyWords, type Mapping } from "./Mapping.ts"

/** A row that was read, or the reason why it could not be. */
export type ReadRow = {
  /** The key that follows from its bytes. */
  readonly own: string
  readonly source: FeedbackRow
} & (
  | {
      readonly key: string
      readonly feedback: Feedback
      /** When it was received according to the row.  Units: ms since 1970. */
      readonly at?: number
      readonly worded: boolean
      /** Columns that are named like no field, if there is no mapping. */
      readonly unused: readonly string[]
    }
  | { readonly problem: string; readonly channel: string }
)

/** How rows are read. */
export interface RowOptions {
  readonly mapping: Mapping
  /** The channel of rows that name none. */
  readonly channel: string
  /** The assumed time of a row without one; undefined: when it is read.  Units: ms since 1970. */
  readonly undated: (key: string) => number | undefined
  /** The name of the file. */
  readonly file: Pick<FeedbackRow, "file" | "head" | "delimiter" | "history">
}

/** Returns the key of a row that has none: its SHA-256. */
const keyOf = ({ bytes }: FileRow): string => `row:${createHash("sha256").update(bytes).digest("hex").slice(0, 32)}`

/** Reads a row. A row that cannot be read does not use its own key. */
export const readRow = (row: FileRow, { mapping, channel, undated, file }: RowOptions): ReadRow => {
  const own = keyOf(row)
  const bytes = row.isBroken === true ? Buffer.from(row.bytes).toString("base64") : undefined
  const source: FeedbackRow = defined({ row: own, raw: row.raw, line: row.line, bytes, ...file })
  const { values } = row
  if (values === undefined) return { own, source, problem: row.problem ?? "row/unreadable", channel }
  const value = (field: string): unknown => cellOf(values, field, mapping)
  const text = (field: string): string | undefined => textOf(value(field))
  const key = text("key") ?? own
  const wrong = (slug: string, found: unknown): ReadRow => ({
    own,
    source,
    problem: `${slug} ${plainText(found)}`,
    channel: text("channel") ?? channel
  })
  const beside = { address: text("address"), consent: listOf(value("consent")) }
  const twice = toldTwice(row, values, mapping) ?? toldWithin(givenOf(value("customer")), beside)
  if (twice !== undefined) return wrong("row/told-twice", twice)
  const received = givenOf(value("received"))
  const at = typeof received === "string" ? mapping.readInstant(received) : undefined
  if (received !== undefined && at === undefined) return wrong("row/no-instant", received)
  const past = file.history === true ? historyOf(value, mapping) : undefined
  if (past !== undefined && "wrong" in past) return wrong("row/no-instant", past.wrong)
  const scored = text("score")
  if (scored !== undefined && !Number.isFinite(Number(scored))) return wrong("row/no-number", scored)
  const verbatim = givenOf(value("verbatim"))
  const taken = at ?? undated(key)
  const given = {
    channel: givenOf(value("channel")) ?? channel,
    customer: customerOf(givenOf(value("customer")), defined(beside)),
    verbatim,
    description: givenOf(value("description")),
    received: taken === undefined ? undefined : new Date(taken),
    happenedAt: givenOf(value("happened-at")),
    where: givenOf(value("where")),
    demand: givenOf(value("demand")),
    hopedForBy: givenOf(value("hoped-for-by")),
    score: scored === undefined ? givenOf(value("score")) : Number(scored),
    kind: kindOf(givenOf(value("kind"))),
    category: givenOf(value("category")),
    attachments: listOf(value("attachments")),
    facts: factsOf(values, mapping),
    history: past,
    ...(mapping.sources.size === 0 ? envelopeOf(values) : {})
  }
  // A value of another shape than its field is passed on, because feedback is checked when it is submitted.
  const feedback = defined(given) as unknown as Feedback
  const isUnused = (name: string): boolean => !isKnown(name) || (past === undefined && ofHistory.has(name))
  const unused = mapping.sources.size === 0 ? Object.keys(values).filter(isUnused) : []
  return { own, source, key, ...defined({ at }), worded: verbatim !== undefined, unused, feedback }
}

/** Returns a field that the row gives twice with different values, because the right one is unknown. */
const toldTwice = (
  { twice = [] }: FileRow,
  values: Readonly<Record<string, unknown>>,
  { sources }: Mapping
): string | undefined => {
  const mapped = [...sources.values()].flatMap((source) => ("column" in source ? [source.column] : []))
  const ofHead = twice.find((name) => (sources.size > 0 ? mapped.includes(name) : isKnown(name)))
  if (ofHead !== undefined || sources.size > 0) return ofHead
  const told = new Map<string, unknown>()
  for (const [column, cell] of Object.entries(values)) {
    const field = fieldNamed(column)
    const said = givenOf(cell)
    if (field === undefined || said === undefined) continue
    if (told.has(field) && JSON.stringify(told.get(field)) !== JSON.stringify(said)) return column
    told.set(field, said)
  }
  const { facts } = values
  if (!isMap(facts)) return undefined
  return Object.keys(facts).find(
    (name) => told.has(`facts.${name}`) && told.get(`facts.${name}`) !== givenOf(facts[name])
  )
}

/** Returns the property of a customer object that contradicts a column beside it. */
const toldWithin = (customer: unknown, { address, consent }: Readonly<Record<string, unknown>>): string | undefined => {
  if (!isMap(customer)) return undefined
  const differs = (one: unknown, other: unknown): boolean =>
    one !== undefined && other !== undefined && JSON.stringify(one) !== JSON.stringify(other)
  if (differs(givenOf(customer["address"]), address)) return "customer.address"
  return differs(listOf(customer["consent"]), consent) ? "customer.consent" : undefined
}

/** Returns the field that a column is named like, by any of its names. */
const fieldNamed = (column: string): string | undefined => {
  const fact = factNamed(column)
  return fact === undefined ? fields.find((field) => columnsOf(field).includes(column)) : `facts.${fact}`
}

/** Fields of feedback as a host writes it, in addition to those that a column can have. */
const envelopeOf = ({ thread, automatic }: Readonly<Record<string, unknown>>) => ({
  thread: givenOf(thread),
  automatic: automatic ?? undefined
})

const columns = new Set([...fields.flatMap(columnsOf), "facts", "thread", "automatic"])

const ofHistory = new Set(Object.keys(historyWords).flatMap(columnsOf))

/** Returns when it was answered and closed, as far as the row says so, or the value that is no instant. */
const historyOf = (
  value: (field: string) => unknown,
  { readInstant }: Mapping
): NonNullable<Feedback["history"]> | { readonly wrong: unknown } => {
  const found: { answered?: Date; closed?: Date } = {}
  for (const field of ["answered", "closed"] as const) {
    const given = givenOf(value(field))
    const at = typeof given === "string" ? readInstant(given) : undefined
    if (given !== undefined && at === undefined) return { wrong: given }
    if (at !== undefined) found[field] = new Date(at)
  }
  return found
}

const isKnown = (column: string): boolean => columns.has(column) || factNamed(column) !== undefined

const cellOf = (values: Readonly<Record<string, unknown>>, field: string, { sources }: Mapping): unknown => {
  const source = sources.get(field)
  if (source === undefined) return sources.size === 0 ? named(values, field) : undefined
  if ("constant" in source) return source.constant
  return Object.hasOwn(values, source.column) ? values[source.column] : undefined
}

/** Returns a column for each field by its name, in either language, if there is no mapping. */
const named = (values: Readonly<Record<string, unknown>>, field: string): unknown => {
  const name = columnsOf(field).find((each) => Object.hasOwn(values, each))
  return name === undefined ? undefined : values[name]
}

/** Returns a kind by its word in either language. An unknown word stays unchanged and is reported. */
const kindOf = (said: unknown): unknown =>
  Text.known("kind").find((kind) => languages().some((language) => said === Text.word("kind", kind, language))) ?? said

/** Returns undefined for a blank value, because blank means not given. */
const textOf = (value: unknown): string | undefined => {
  const plain = typeof value === "string" || typeof value === "number" || typeof value === "boolean"
  const text = plain ? String(value).trim() : ""
  return text === "" ? undefined : text
}

/** Returns a text for a plain value; a list or a map unchanged. */
const givenOf = (value: unknown): unknown => (typeof value === "object" && value !== null ? value : textOf(value))

const plainText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value))

/** Returns the texts of a list, or of one text with separators. */
const listOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.every((each) => textOf(each) !== undefined) ? value.map(String) : value
  return typeof value === "object" && value !== null ? value : textOf(value)?.split(/\s*[;,、]\s*/)
}

/** Returns the customer with the values of other columns. A customer with only an address is identified by it. */
const customerOf = (customer: unknown, beside: Readonly<Record<string, unknown>>): unknown => {
  if (Object.keys(beside).length === 0) return customer
  if (customer === undefined) return beside["address"] === undefined ? undefined : beside
  return isMap(customer) ? { ...beside, ...customer } : { id: customer, ...beside }
}

/** Returns the facts of columns and, without a mapping, those of an object `facts`. */
const factsOf = (values: Readonly<Record<string, unknown>>, mapping: Mapping): unknown => {
  const isMapped = mapping.sources.size > 0
  const columns = (isMapped ? [...mapping.sources.keys()] : Object.keys(values)).flatMap((field) => {
    const name = factNamed(field)
    const cell = isMapped ? cellOf(values, field, mapping) : values[field]
    const value = isNumberOrChoice(cell) ? cell : givenOf(cell)
    return name === undefined || value === undefined ? [] : [[name, value] as const]
  })
  const nested = isMapped ? undefined : (values["facts"] ?? undefined)
  if (nested !== undefined && !isMap(nested)) return nested
  const facts = { ...nested, ...Object.fromEntries(columns) }
  return Object.keys(facts).length === 0 ? undefined : facts
}

const isNumberOrChoice = (value: unknown): boolean => typeof value === "number" || typeof value === "boolean"

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
