/**
 * Compares rows with the events from which they follow: rows of cases, from which lists and due times are made, rows of
 * arrivals, and messages in the outbox.
 */
import { Case, defined } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"
import { worklistRow } from "../decide/WorklistRow.ts"
import * as EventType from "../name/EventType.ts"
import * as Stream from "../name/Stream.ts"
import type { StoredEvent } from "../port/Event.ts"
import type { FiledRow, RowKind } from "../port/EventStore.ts"
import type { IntakeRow, IntakeState } from "../port/ListRow.ts"
import { decodeClear } from "../record/EventCodec.ts"
import { type LetterAudit, makeLetterAudit } from "./LetterAudit.ts"
import { compared, type RowFault, unexpected } from "./RowFault.ts"

const pageSize = 200

/**
 * Yields every row that does not follow from the events. A stream that changes during the audit is left to the next
 * one, since its rows and events were not read at the same moment. Rows of unreadable streams are left out.
 */
export async function* rowFaults(
  context: EngineContext,
  unread: ReadonlySet<string> = new Set()
): AsyncGenerator<RowFault, void, undefined> {
  const { position: until } = await context.store.status(context.tenant)
  const [cases, arrivals] = [await filedOf(context, "case"), await filedOf(context, "arrival")]
  const letters = makeLetterAudit(context, (await filedOf(context, "message")).values())
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<EngineContext["store"]["histories"]>> = await context.store.histories(
      context.tenant,
      after,
      pageSize
    )
    for (const { stream, events } of page) {
      const { kind, id = "" } = Stream.parse(stream) ?? {}
      const [row, arrival] = [
        kind === "case" ? take(cases, id) : undefined,
        kind === "arrival" ? take(arrivals, id) : undefined
      ]
      if (unread.has(stream) || (events.at(-1)?.position ?? 0) > until) letters.skip(stream)
      else if (kind === "case") yield* caseFaults(context, id, events, row, letters)
      else {
        yield* letters.ofOther(stream, events)
        if (kind === "arrival") yield* arrivalFault(id, events, arrival)
      }
    }
    after = page.at(-1)?.stream ?? null
    if (after === null) break
  }
  for (const key of cases.keys()) yield unexpected("case", key)
  for (const key of arrivals.keys()) yield unexpected("arrival", key)
  yield* letters.rest()
}

const take = <T>(all: Map<string, T>, key: string): T | undefined => {
  const found = all.get(key)
  all.delete(key)
  return found
}

const filedOf = async <K extends RowKind>(
  { store, tenant }: EngineContext,
  kind: K
): Promise<Map<string, FiledRow<K>>> => {
  const rows = new Map<string, FiledRow<K>>()
  for (let after: string | null = null; ; ) {
    const page: readonly FiledRow<K>[] = await store.filed(tenant, kind, after, pageSize)
    for (const row of page) rows.set(row.key, row)
    after = page.at(-1)?.key ?? null
    if (after === null) return rows
  }
}

async function* caseFaults(
  context: EngineContext,
  id: string,
  events: readonly StoredEvent[],
  filed: FiledRow<"case"> | undefined,
  letters: LetterAudit
): AsyncGenerator<RowFault, void, undefined> {
  let state = Case.empty(id)
  /** The state of the case after the unit of each event. */
  const after: Case.Case[] = []
  for (const [n, stored] of events.entries()) {
    state = Case.evolve(state, decodeClear("case", stored, stored.stream))
    if (events[n + 1]?.command !== stored.command) while (after.length <= n) after.push(state)
  }
  const policy = await context.policies.of(state.policy?.content, state.policy?.calendars)
  const row = worklistRow(policy, state, events.at(-1)?.recordedAt ?? 0)
  yield* compared("case", id, row, filed)
  yield* letters.ofCase(state, events, after)
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
  // A notification about an arrival does not change its state.
  const moves = events.filter(({ type }) => EventType.parse(type).name !== "message-queued")
  const [first, last] = [moves[0], moves.at(-1)]
  if (first === undefined || last === undefined) return
  const came = decodeClear("arrival", first, first.stream)
  const [received, now] = [
    came.event === "feedback-received" ? came : undefined,
    decodeClear("arrival", last, last.stream)
  ]
  const state = states[now.event] ?? "received"
  const row: IntakeRow = defined({
    key,
    // Whoever releases an arrival may name its channel and when it came.
    channel: (state === "released" ? filed?.row?.channel : undefined) ?? received?.channel ?? "",
    receivedAt: (state === "released" ? filed?.row?.receivedAt : undefined) ?? received?.receivedAt ?? first.at,
    state,
    caseId: "case" in now ? now.case : undefined,
    reason: now.event === "quarantined" ? now.reason : undefined
  })
  yield* compared("arrival", key, row, filed)
}
