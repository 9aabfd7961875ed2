/** One row to one piece of feedback, or to the reason why it is none. */
import { createHash } from "node:crypto"
import { defined, Text } from "@hearback/core"
import type { Feedback } from "../../index.ts"
import type { Row } from "../file/Row.ts"
import { columnsOf, factNamed, type Mapping } from "./Mapping.ts"

export type ReadRow =
  | { readonly key: string; readonly feedback: Feedback; readonly dated: boolean; readonly worded: boolean }
  | { readonly key: string; readonly raw: string; readonly problem: string; readonly channel: string }

export interface RowOptions {
  readonly mapping: Mapping
  /** The channel of rows that name none. */
  readonly channel: string
  /** When a row without a time of its own is taken to have come.  Units: ms since 1970. */
  readonly undated: (key: string) => number
}

/** Returns the key of a row that has none of its own: its SHA-256. */
export const keyOf = ({ raw, bytes }: Pick<Row, "raw" | "bytes">): string =>
  `row:${createHash("sha256")
    .update(bytes ?? raw)
    .digest("hex")
    .slice(0, 32)}`

export const readRow = (row: Row, { mapping, channel, undated }: RowOptions): ReadRow => {
  const own = keyOf(row)
  if (row.values === undefined) return { key: own, raw: row.raw, problem: row.problem ?? "row/unreadable", channel }
  const value = (field: string): unknown => cellOf(row.values ?? {}, field, mapping)
  const text = (field: string): string | undefined => textOf(value(field))
  const key = text("key") ?? own
  const wrong = (slug: string, found: unknown): ReadRow => ({
    key,
    raw: row.raw,
    problem: `${slug} ${String(found)}`,
    channel: text("channel") ?? channel
  })
  const received = text("received")
  const at = received === undefined ? undefined : mapping.readInstant(received)
  if (received !== undefined && at === undefined) return wrong("row/no-instant", received)
  const scored = text("score")
  const score = scored === undefined ? undefined : Number(scored)
  if (score !== undefined && !Number.isFinite(score)) return wrong("row/no-number", scored)
  const verbatim = text("verbatim")
  const facts = factsOf(row.values, mapping)
  const list = (field: string): readonly string[] | undefined => listOf(value(field))
  return {
    key,
    dated: at !== undefined,
    worded: verbatim !== undefined,
    feedback: defined({
      channel: text("channel") ?? channel,
      customer: customerOf(text("customer"), list("consent")),
      verbatim,
      description: text("description"),
      received: new Date(at ?? undated(key)),
      happenedAt: text("happened-at"),
      where: text("where"),
      demand: text("demand"),
      hopedForBy: text("hoped-for-by"),
      score,
      kind: kindOf(text("kind")),
      attachments: list("attachments"),
      facts: Object.keys(facts).length === 0 ? undefined : facts
    })
  }
}

const cellOf = (values: Readonly<Record<string, unknown>>, field: string, { sources }: Mapping): unknown => {
  const source = sources.get(field)
  if (source === undefined) return sources.size === 0 ? named(values, field) : undefined
  if ("constant" in source) return source.constant
  return Object.hasOwn(values, source.column) ? values[source.column] : undefined
}

/** Without a mapping columns are called like fields, in either language. */
const named = (values: Readonly<Record<string, unknown>>, field: string): unknown => {
  const name = columnsOf(field).find((each) => Object.hasOwn(values, each))
  return name === undefined ? undefined : values[name]
}

/** A kind by its word in either language; what is none stays as it is, and is told. */
const kindOf = (said: string | undefined): string | undefined =>
  Text.known("kind").find((kind) => said === Text.word("kind", kind, "zh-CN")) ?? said

/** Blank means not given. */
const textOf = (value: unknown): string | undefined => {
  const plain = typeof value === "string" || typeof value === "number" || typeof value === "boolean"
  const text = plain ? String(value).trim() : ""
  return text === "" ? undefined : text
}

const listOf = (value: unknown): readonly string[] | undefined => {
  const items = Array.isArray(value) ? value.map(String) : (textOf(value)?.split(/\s*[;,、]\s*/) ?? [])
  return items.length === 0 ? undefined : items
}

const customerOf = (id: string | undefined, consent: readonly string[] | undefined): Feedback["customer"] =>
  id === undefined || consent === undefined ? id : { id, consent }

type Facts = NonNullable<Feedback["facts"]>

const factsOf = (values: Readonly<Record<string, unknown>>, mapping: Mapping): Facts => {
  const named = mapping.sources.size > 0 ? [...mapping.sources.keys()] : Object.keys(values)
  const columns = named.flatMap((field) => {
    const name = factNamed(field)
    const value = mapping.sources.size > 0 ? cellOf(values, field, mapping) : values[field]
    return name === undefined ? [] : [[name, value] as const]
  })
  const nested = mapping.sources.size === 0 && isMap(values["facts"]) ? Object.entries(values["facts"]) : []
  return Object.fromEntries([...nested, ...columns].flatMap(([name, value]) => factOf(name, value)))
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const factOf = (name: string, value: unknown): readonly (readonly [string, string | number | boolean])[] => {
  if (typeof value === "number" || typeof value === "boolean") return [[name, value]]
  const text = textOf(value)
  return text === undefined ? [] : [[name, text]]
}
