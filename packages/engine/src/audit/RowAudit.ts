/**
 * Rows held against the events that they follow from: those of cases, which lists and due times are made of, those of
 * arrivals, and messages that wait in the outbox. A message that has left leaves no row, so one that was taken out is
 * missed only where its gate still waits for it.
 */
import { Case, canonical, defined } from "@hearback/core"
import type { Context } from "../context/Context.ts"
import { outboxOf } from "../decide/CaseTransaction.ts"
import { worklistRow } from "../decide/WorklistRow.ts"
import * as EventType from "../name/EventType.ts"
import * as MessageId from "../name/MessageId.ts"
import * as Stream from "../name/Stream.ts"
import type { Json, StoredEvent } from "../port/Event.ts"
import type { FiledRow, OutboxMessage, RowKind, Rows } from "../port/EventStore.ts"
import type { IntakeRow, IntakeState } from "../port/ListRow.ts"
import { decode, decodeClear } from "../record/EventCodec.ts"

/** `unreadable`: what is kept is no row at all. */
export interface RowFault<K extends RowKind = RowKind> {
  readonly kind: "row"
  readonly row: K
  readonly key: string
  readonly reason: "missing" | "unexpected" | "differs" | "unreadable"
  /** What differs. */
  readonly fields: readonly string[]
  /** The row as the events have it; absent where they have none. */
  readonly expected?: Rows[K]
}

const pageSize = 200

/** Gives every row that does not follow from the events. */
export async function* rowFaults(context: Context): AsyncGenerator<RowFault, void, undefined> {
  const [cases, arrivals] = [await filedOf(context, "case"), await filedOf(context, "arrival")]
  const letters = lettersByStream(await filedOf(context, "message"))
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<Context["store"]["histories"]>> = await context.store.histories(
      context.tenant,
      after,
      pageSize
    )
    for (const { stream, events } of page) {
      const parsed = Stream.parse(stream)
      const mine = letters.get(stream) ?? []
      letters.delete(stream)
      if (parsed?.kind === "case") yield* caseFaults(context, parsed.id, events, take(cases, parsed.id), mine)
      else yield* otherLetterFaults(events, mine)
      if (parsed?.kind === "arrival") yield* arrivalFault(parsed.id, events, take(arrivals, parsed.id))
    }
    after = page.at(-1)?.stream ?? null
    if (after === null) break
  }
  for (const key of cases.keys()) yield unexpected("case", key)
  for (const key of arrivals.keys()) yield unexpected("arrival", key)
  for (const rest of letters.values()) for (const { key } of rest) yield unexpected("message", key)
}

const unexpected = (row: RowKind, key: string): RowFault => ({
  kind: "row",
  row,
  key,
  reason: "unexpected",
  fields: []
})

const take = <T>(all: Map<string, T>, key: string): T | undefined => {
  const found = all.get(key)
  all.delete(key)
  return found
}

const filedOf = async <K extends RowKind>({ store, tenant }: Context, kind: K): Promise<Map<string, FiledRow<K>>> => {
  const rows = new Map<string, FiledRow<K>>()
  for (let after: string | null = null; ; ) {
    const page: readonly FiledRow<K>[] = await store.filed(tenant, kind, after, pageSize)
    for (const row of page) rows.set(row.key, row)
    after = page.at(-1)?.key ?? null
    if (after === null) return rows
  }
}

type Letter = FiledRow<"message"> & { readonly id: MessageId.MessageId }

/** Messages by the stream of the event that they follow from. Several that were joined to one stand by no event. */
const lettersByStream = (filed: ReadonlyMap<string, FiledRow<"message">>): Map<string, Letter[]> => {
  const found = new Map<string, Letter[]>()
  for (const row of filed.values()) {
    const id = MessageId.parse(row.key)
    if (id === undefined) continue
    const stream = Stream.render(id.stream)
    found.set(stream, [...(found.get(stream) ?? []), { ...row, id }])
  }
  return found
}

async function* caseFaults(
  context: Context,
  id: string,
  events: readonly StoredEvent[],
  filed: FiledRow<"case"> | undefined,
  letters: readonly Letter[]
): AsyncGenerator<RowFault, void, undefined> {
  let state = Case.empty(id)
  /** The case after the unit of each event. */
  const after: Case.Case[] = []
  for (const [n, stored] of events.entries()) {
    state = Case.evolve(state, decodeClear(stored))
    if (events[n + 1]?.command !== stored.command) while (after.length <= n) after.push(state)
  }
  const policy = await context.policies.of(state.policy?.content, state.policy?.calendars)
  const row = worklistRow(policy, state, events.at(-1)?.recordedAt ?? 0)
  yield* compared("case", id, row, filed)
  const expectedBy = async (version: number): Promise<readonly OutboxMessage[]> => {
    const [stored, then] = [events[version - 1], after[version - 1]]
    if (stored === undefined || then === undefined) return []
    const event = await decode(context.keys, stored)
    return outboxOf(then, event, stored, { version, now: stored.recordedAt })
  }
  for (const letter of letters)
    yield* compared("message", letter.key, (await expectedBy(letter.id.version))[letter.id.index], letter)
  const kept = new Set(letters.map(({ key }) => key))
  for (const [n, stored] of events.entries()) {
    const event = decodeClear(stored)
    if (event.event !== "message-queued" || !Object.hasOwn(state.messages.underway, event.id)) continue
    const [expected] = await expectedBy(n + 1)
    if (expected !== undefined && !kept.has(expected.id)) yield* compared("message", expected.id, expected, undefined)
  }
}

/** Of a message of another stream it is known which event it follows from, and what of it is sealed. */
function* otherLetterFaults(events: readonly StoredEvent[], letters: readonly Letter[]): Generator<RowFault, void> {
  for (const { key, row, torn, id } of letters) {
    const stored = events[id.version - 1]
    const sealed = row?.sealed
    const isOther = sealed !== undefined && canonicalOf(sealed) !== canonicalOf(stored?.sealed)
    if (stored === undefined) yield unexpected("message", key)
    else if (row === null) yield { kind: "row", row: "message", key, reason: "unreadable", fields: [] }
    else if (isOther || torn.length > 0)
      yield { kind: "row", row: "message", key, reason: "differs", fields: isOther ? ["sealed", ...torn] : torn }
  }
}

const states: Readonly<Record<string, IntakeState>> = {
  "feedback-received": "received",
  "feedback-opened": "opened",
  "feedback-joined": "joined",
  quarantined: "quarantined",
  released: "released"
}

function* arrivalFault(
  key: string,
  events: readonly StoredEvent[],
  filed: FiledRow<"arrival"> | undefined
): Generator<RowFault, void> {
  const [first, last] = [events[0], events.at(-1)]
  if (first === undefined || last === undefined) return
  const received = first.clear as { readonly channel?: string; readonly receivedAt?: number }
  const { case: caseId, reason } = last.clear as { readonly case?: string; readonly reason?: string }
  const state = states[EventType.parse(last.type).name] ?? "received"
  const row: IntakeRow = defined({
    key,
    // Whoever releases it may say by which channel and when it came.
    channel: (state === "released" ? filed?.row?.channel : undefined) ?? received.channel ?? "",
    receivedAt: (state === "released" ? filed?.row?.receivedAt : undefined) ?? received.receivedAt ?? first.at,
    state,
    caseId,
    reason: state === "quarantined" ? reason : undefined
  })
  yield* compared("arrival", key, row, filed)
}

/** When a message is tried again is no matter of events. */
const free: ReadonlySet<string> = new Set(["notBefore"])

function* compared<K extends RowKind>(
  row: K,
  key: string,
  expected: Rows[K] | undefined,
  filed: FiledRow<K> | undefined
): Generator<RowFault, void> {
  const said = { kind: "row", row, key, ...defined({ expected }) } as const
  if (expected === undefined) yield unexpected(row, key)
  else if (filed === undefined) yield { ...said, reason: "missing", fields: [] }
  else if (filed.row === null) yield { ...said, reason: "unreadable", fields: [] }
  else {
    const [should, is] = [expected as unknown as Fields, filed.row as unknown as Fields]
    const names = [...new Set([...Object.keys(should), ...Object.keys(is)])].sort()
    const fields = names.filter((name) => !free.has(name) && canonicalOf(should[name]) !== canonicalOf(is[name]))
    const all = [...new Set([...fields, ...filed.torn])]
    if (all.length > 0) yield { ...said, reason: "differs", fields: all }
  }
}

type Fields = Readonly<Record<string, unknown>>

/** Bytes are compared by what they hold. */
const canonicalOf = (value: unknown): string =>
  value === undefined
    ? ""
    : canonical(JSON.parse(JSON.stringify(value, (_, part) => (part instanceof Uint8Array ? [...part] : part))) as Json)
