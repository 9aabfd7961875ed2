/** The faults of rows, and how two rows are compared. */
import { canonical, defined } from "@hearback/core"
import type { Json } from "../port/Event.ts"
import type { FiledRow, RowKind, RowKinds } from "../port/EventStore.ts"

/** A fault of a row. `unreadable`: the stored value is no row at all. */
export interface RowFault<K extends RowKind = RowKind> {
  readonly kind: "row"
  readonly row: K
  readonly key: string
  readonly reason: "missing" | "unexpected" | "differs" | "unreadable"
  /** The names of the fields that differ. */
  readonly fields: readonly string[]
  /** The row as the events give it; absent if they give none. */
  readonly expected?: RowKinds[K]
}

/** Returns the fault of a row for which there are no events. */
export const unexpected = (row: RowKind, key: string): RowFault => ({
  kind: "row",
  row,
  key,
  reason: "unexpected",
  fields: []
})

/** Fields that no event records: when a message is tried again, and which work caused it. */
const free: ReadonlySet<string> = new Set(["notBefore", "trace"])

/** Yields the fault of a row that differs from the expected one. */
export function* compared<K extends RowKind>(
  row: K,
  key: string,
  expected: RowKinds[K] | undefined,
  filed: FiledRow<K> | undefined
): Generator<RowFault, void> {
  const said = { kind: "row", row, key, ...defined({ expected }) } as const
  if (expected === undefined) yield unexpected(row, key)
  else if (filed === undefined) yield { ...said, reason: "missing", fields: [] }
  else if (filed.row === null) yield { ...said, reason: "unreadable", fields: [] }
  else {
    const all = [...new Set([...differing(expected, filed.row), ...filed.torn])]
    if (all.length > 0) yield { ...said, reason: "differs", fields: all }
  }
}

type Fields = Readonly<Record<string, unknown>>

/** Returns the names of the fields that differ. */
export const differing = (expected: object, found: object): readonly string[] => {
  const [should, is] = [expected as Fields, found as Fields]
  const names = [...new Set([...Object.keys(should), ...Object.keys(is)])].sort()
  return names.filter((name) => !free.has(name) && canonicalOf(should[name]) !== canonicalOf(is[name]))
}

/** Returns a value as text for comparison; bytes are compared by their content. */
const canonicalOf = (value: unknown): string =>
  value === undefined
    ? ""
    : canonical(JSON.parse(JSON.stringify(value, (_, part) => (part instanceof Uint8Array ? [...part] : part))) as Json)
