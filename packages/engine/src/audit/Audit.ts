/**
 * An audit of the record: its hash chains, the signed checkpoints, an anchor kept elsewhere, and the rows derived from
 * the events. A record without faults is signed. Rows that differ from the events can be derived again.
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

/** A fault that an audit has found. */
export type AuditFault =
  | ({ readonly kind: "stream" } & Break)
  | { readonly kind: "event"; readonly fault: EventFault }
  | CheckpointFault
  /** The record up to the anchor is not the one that was anchored. */
  | { readonly kind: "anchor"; readonly position: number }
  | Omit<RowFault, "expected">

/** The result of an audit. */
export interface AuditReport {
  readonly ok: boolean
  readonly streams: number
  readonly events: number
  readonly faults: readonly AuditFault[]
  /** The last checkpoint that was signed. */
  readonly checkpoint?: Pick<Checkpoint, "number" | "at" | "position" | "events">
  /** The anchor of the audited events; null if there are none. */
  readonly anchor: Anchor | null
}

/** The numbers of rows that were written and that were removed. */
export interface Rebuilt {
  readonly put: Readonly<Record<RowKind, number>>
  readonly out: Readonly<Record<RowKind, number>>
}

/** Audits, signs and rebuilds the record of a tenant. */
export interface Audit {
  /** Checks everything, and signs it if there is no fault. */
  verify(expected?: Anchor): Promise<AuditReport>
  /** Signs what was appended since the last checkpoint. A failing adapter is reported, and the next call signs it. */
  sign(): Promise<void>
  /**
   * Signs like `sign`, but at most once a minute, since a checkpoint takes a commit of the store and one of the keys.
   */
  signNowAndThen(): Promise<void>
  /**
   * Derives the rows from the events again and corrects those that differ. Nobody else may write to the store
   * meanwhile, since their rows could be reverted. `restored`: the store was restored on purpose and is signed as it
   * is.
   *
   * Errors: `record/broken` if the events have a fault, since nothing can be derived from them.
   */
  rebuild(options?: { readonly restored?: boolean }): Promise<Rebuilt>
}

/** The shortest time between two signatures by `signNowAndThen`.  Units: ms of real time. */
const A_MINUTE = 60_000

/** The number of rows that are corrected in one call of the store. */
const rowsPerRefiling = 200

/** Makes the audit of an engine. */
export const makeAudit = (context: EngineContext): Audit => {
  const { store, tenant } = context
  const checkpoints = makeCheckpoints(context)

  /** Returns all faults of the events themselves. */
  const ofEvents = async (expected?: Anchor) => {
    const signed = await checkpoints.signed()
    const readable = (event: StoredEvent) => faultOf(context.keys, event)
    const found = await verify(store, tenant, expected, signed.hashes, readable, signed.order)
    const { streams, events, breaks, displaced, unreadable, anchor, anchored } = found
    const faults: AuditFault[] = breaks.map((one) => ({ kind: "stream", ...one }))
    faults.push(...unreadable.map((fault) => ({ kind: "event", fault }) as const))
    // If events are missing, their number adds no information.
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
      // Only faults of streams are reported, since the rest cannot be compared with the record.
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
