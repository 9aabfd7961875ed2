/**
 * An audit of the record: its chains, the checkpoints that were signed of it, an anchor kept elsewhere, and the rows that
 * follow from it. What is found whole is signed; rows that are not as the events have them can be derived again.
 */
import type { EngineContext } from "../context/Context.ts"
import { engineError, isOutage } from "../context/EngineError.ts"
import type { StoredEvent } from "../port/Event.ts"
import type { Refiling, RowKind, RowKinds } from "../port/EventStore.ts"
import { isStoreError } from "../port/StoreError.ts"
import type { Checkpoint } from "../record/Checkpoint.ts"
import { faultOf } from "../record/EventCodec.ts"
import type { EventFault } from "../record/shape/EventFault.ts"
import { type Anchor, type Break, verify } from "../record/Verification.ts"
import { type CheckpointFault, makeCheckpoints } from "./Checkpoints.ts"
import { rowFaults } from "./RowAudit.ts"
import type { RowFault } from "./RowFault.ts"

export type AuditFault =
  | ({ readonly kind: "stream" } & Break)
  | { readonly kind: "event"; readonly fault: EventFault }
  | CheckpointFault
  /** The record up to the anchor is not the one that was anchored. */
  | { readonly kind: "anchor"; readonly position: number }
  | Omit<RowFault, "expected">

export interface AuditReport {
  readonly ok: boolean
  readonly streams: number
  readonly events: number
  readonly faults: readonly AuditFault[]
  /** The last one that was signed. */
  readonly checkpoint?: Pick<Checkpoint, "number" | "at" | "position" | "events">
  /** Of what was walked; null where there are no events. */
  readonly anchor: Anchor | null
}

/** How many rows were put in place, and how many were taken out. */
export interface Rebuilt {
  readonly put: Readonly<Record<RowKind, number>>
  readonly out: Readonly<Record<RowKind, number>>
}

export interface Audit {
  /** Looks at everything, and signs it where it is whole. */
  verify(expected?: Anchor): Promise<AuditReport>
  /** Signs what was appended since the last time; where an adapter fails that is reported, and left to the next time. */
  sign(): Promise<void>
  /** The same, where this was not done within the last minute: a checkpoint takes a commit of the store and one of the keys. */
  signNowAndThen(): Promise<void>
  /**
   * Derives the rows from the events again, and puts right those that are not so. Nobody else may be at work on the store
   * meanwhile: a row that they write could be put back. `restored`: the store was put back on
   * purpose, and is signed anew as it is.
   *
   * Errors: `record/broken` where the events are not whole: nothing is derived from them.
   */
  rebuild(options?: { readonly restored?: boolean }): Promise<Rebuilt>
}

/** Units: ms of real time. */
const A_MINUTE = 60_000

/** Rows are put right so many at a time. */
const rowsPerRefiling = 200

export const makeAudit = (context: EngineContext): Audit => {
  const { store, tenant } = context
  const checkpoints = makeCheckpoints(context)

  /** All that is wrong with the events themselves. */
  const ofEvents = async (expected?: Anchor) => {
    const signed = await checkpoints.signed()
    const readable = (event: StoredEvent) => faultOf(context.keys, event)
    const found = await verify(store, tenant, expected, signed.hashes, readable, signed.order)
    const { streams, events, breaks, displaced, unreadable, anchor, anchored } = found
    const faults: AuditFault[] = breaks.map((one) => ({ kind: "stream", ...one }))
    faults.push(...unreadable.map((fault) => ({ kind: "event", fault }) as const))
    // Where events are gone, their number says nothing further.
    if (displaced !== undefined && faults.length === 0) faults.push({ kind: "checkpoint", reason: "displaced" })
    if (anchored === false && expected !== undefined) faults.push({ kind: "anchor", position: expected.position })
    const unread = new Set(unreadable.map(({ stream }) => stream))
    return { signed, streams, events, anchor, unread, faults: [...faults, ...signed.faults] }
  }

  let signedAt = Number.NEGATIVE_INFINITY
  const sign = async (): Promise<void> => {
    signedAt = Date.now()
    try {
      await checkpoints.sign()
    } catch (cause) {
      if (!isStoreError(cause) && !isOutage(cause)) throw cause
    }
  }

  return {
    verify: async (expected) => {
      const found = await ofEvents(expected)
      const { streams, events, anchor } = found
      const faults = [...found.faults]
      // What does not stand in the record cannot be held against it.
      if (!faults.some(({ kind }) => kind === "stream"))
        for await (const { expected: _, ...fault } of rowFaults(context, found.unread)) faults.push(fault)
      const ok = faults.length === 0
      if (ok) await checkpoints.sign()
      const { last } = ok ? await checkpoints.signed() : found.signed
      return { ok, streams, events, faults, anchor, ...(last === undefined ? {} : { checkpoint: shown(last) }) }
    },
    sign,
    signNowAndThen: async () => {
      if (Math.abs(Date.now() - signedAt) >= A_MINUTE) await sign()
    },
    rebuild: async ({ restored = false } = {}) => {
      if (restored) await checkpoints.sign({ anew: true })
      const { faults } = await ofEvents()
      if (faults.length > 0) throw engineError("record/broken", "the events are not whole: verify says where")
      const rebuilt = { put: { ...noRows }, out: { ...noRows } }
      let batch: RowFault[] = []
      const settle = async (): Promise<void> => {
        await store.refile(tenant, refilingOf(batch))
        batch = []
      }
      for await (const fault of rowFaults(context)) {
        rebuilt[fault.expected === undefined ? "out" : "put"][fault.row] += 1
        if (batch.push(fault) >= rowsPerRefiling) await settle()
      }
      if (batch.length > 0) await settle()
      return rebuilt
    }
  }
}

const noRows: Readonly<Record<RowKind, number>> = { case: 0, arrival: 0, message: 0 }

const shown = ({ number, at, position, events }: Checkpoint) => ({ number, at, position, events })

const refilingOf = (faults: readonly RowFault[]): Refiling => {
  const put = <K extends RowKind>(kind: K): readonly RowKinds[K][] =>
    faults.flatMap(({ row, expected }) => (row === kind && expected !== undefined ? [expected as RowKinds[K]] : []))
  const out = (kind: RowKind): readonly string[] =>
    faults.flatMap(({ row, key, expected }) => (row === kind && expected === undefined ? [key] : []))
  return {
    put: { case: put("case"), arrival: put("arrival"), message: put("message") },
    out: { case: out("case"), arrival: out("arrival"), message: out("message") }
  }
}
