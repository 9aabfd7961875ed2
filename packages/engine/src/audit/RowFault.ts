/** What is wrong with a row, and how two of them are compared. */
import { canonical, defined } from "@hearback/core"
import type { Json } from "../port/Event.ts"
import type { FiledRow, RowKind, RowKinds } from "../port/EventStore.ts"

/** `unreadable`: what is kept is no row at all. */
export interface RowFault<K extends RowKind = RowKind> {
  readonly kind: "row"
  readonly row: K
  readonly key: string
  readonly reason: "missing" | "unexpected" | "differs" | "unreadable"
  /** What differs. */
  readonly fields: readonly string[]
  /** The row as the events have it; absent where they have none. */
  readonly expected?: RowKinds[K]
}

export const unexpected = (row: RowKind, key: string): RowFault => ({
  kind: "row",
  row,
  key,
  reason: "unexpected",
  fields: []
})

/** When a message is tried again, and which work gave rise to it, no event says. */
const free: ReadonlySet<string> = new Set(["notBefore", "trace"])

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

/** Returns the names of what differs. */
export const differing = (expected: object, found: object): readonly string[] => {
  const [should, is] = [expected as Fields, found as Fields]
  const names = [...new Set([...Object.keys(should), ...Object.keys(is)])].sort()
  return names.filter((name) => !free.has(name) && canonicalOf(should[name]) !== canonicalOf(is[name]))
}

/** Bytes are compared by what they hold. */
const canonicalOf = (value: unknown): string =>
  value === undefined
    ? ""
    : canonical(JSON.parse(JSON.stringify(value, (_, part) => (part instanceof Uint8Array ? [...part] : part))) as Json)
