/** Signs what was appended since the last checkpoint, and reads signed checkpoints. */
import { defined } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"
import * as MetaKey from "../name/MetaKey.ts"
import { type Checkpoint, isSigned, json, signatureOf, signedHash } from "../record/Checkpoint.ts"
import * as KeySubject from "../record/KeySubject.ts"
import type { SignedHashes, SignedOrder } from "../record/Verification.ts"

/** The most events in one checkpoint, since a checkpoint is one value of the store. */
const eventsPerCheckpoint = 5_000

/**
 * A fault of the checkpoints. `lost`: the checkpoint marked in the keys is missing, so the record was restored to an
 * earlier state. `forged`: the checkpoint in its place was not signed with the key. `no-key`: there are checkpoints but
 * no key to check them. `displaced`: up to a signed position the store has more or fewer events.
 */
export interface CheckpointFault {
  readonly kind: "checkpoint"
  readonly reason: "lost" | "forged" | "no-key" | "displaced"
}

interface SignedRecord {
  readonly last?: Checkpoint
  readonly hashes: SignedHashes
  readonly order: SignedOrder
  readonly faults: readonly CheckpointFault[]
}

/** Reads and signs checkpoints. */
export interface Checkpoints {
  /** Returns what was signed of the record so far. */
  signed(): Promise<SignedRecord>
  /**
   * Signs what was appended since. Does nothing if the last checkpoint has a fault, since an audit must find that
   * fault. `anew`: signs the record as it is, after it was restored on purpose.
   */
  sign(options?: { readonly anew?: boolean }): Promise<void>
}

/** The chain of signed checkpoints, the newest first. It ends early at a checkpoint with a fault. */
interface SignedChain {
  readonly checkpoints: readonly (readonly [signature: string, checkpoint: Checkpoint])[]
  readonly fault?: CheckpointFault["reason"]
}

/** Makes the checkpoints of a tenant. */
export const makeCheckpoints = ({
  store,
  keys,
  tenant,
  clock
}: Pick<EngineContext, "store" | "keys" | "tenant" | "clock">): Checkpoints => {
  const subject = KeySubject.render({ kind: "checkpoint" })

  const chainFrom = async (secret: Uint8Array, from: string): Promise<SignedChain> => {
    const checkpoints: (readonly [string, Checkpoint])[] = []
    for (let at: string | null = from; at !== null; ) {
      const value = await store.meta(tenant, MetaKey.checkpoint(at))
      if (value === undefined) return { checkpoints, fault: "lost" }
      if (!isSigned(secret, tenant, value, at)) return { checkpoints, fault: "forged" }
      const checkpoint = value as unknown as Checkpoint
      checkpoints.push([at, checkpoint])
      at = checkpoint.before
    }
    return { checkpoints }
  }

  /**
   * Reads the chain. The key file counts; the store may have later checkpoints if an older key file was copied back.
   */
  const chain = async (): Promise<SignedChain> => {
    const [mark, hint] = [await keys.mark(tenant), await store.meta(tenant, MetaKey.lastCheckpoint)]
    const last = typeof hint === "string" ? hint : undefined
    if (mark === undefined && last === undefined) return { checkpoints: [] }
    const secret = await keys.find(tenant, subject)
    if (secret === undefined) return { checkpoints: [], fault: "no-key" }
    const marked = mark === undefined ? undefined : await chainFrom(secret, mark)
    if (last === undefined || last === mark) return marked ?? { checkpoints: [] }
    const ahead = await chainFrom(secret, last)
    const isAhead = mark === undefined || ahead.checkpoints.some(([signature]) => signature === mark)
    return isAhead && ahead.fault === undefined ? ahead : (marked ?? ahead)
  }

  const signed = async (): Promise<SignedRecord> => {
    const { checkpoints, fault } = await chain()
    const hashes = new Map<string, Map<number, string>>()
    // The oldest is first, so that versions ascend.
    for (const [, { heads }] of checkpoints.toReversed())
      for (const [stream, version, hash] of heads) {
        const known = hashes.get(stream)
        if (known === undefined) hashes.set(stream, new Map([[version, hash]]))
        else known.set(version, hash)
      }
    const faults = fault === undefined ? [] : [{ kind: "checkpoint", reason: fault } as const]
    const order = new Map(checkpoints.map(([, { position, events }]) => [position, events]))
    return defined({ last: checkpoints[0]?.[1], hashes, order, faults })
  }

  /** Signs the next checkpoint; returns whether there may be more to sign. */
  const signNext = async (anew: boolean): Promise<boolean> => {
    const mark = await keys.mark(tenant)
    const { checkpoints, fault } = anew ? { checkpoints: [], fault: undefined } : await lastOf(mark)
    if (fault !== undefined) return false
    const [newest] = checkpoints
    const { number = 0, position = null, events = 0 } = newest?.[1] ?? {}
    const moved = await store.moved(tenant, position, eventsPerCheckpoint)
    if (moved.to === null) return false
    const checkpoint: Checkpoint = defined({
      number: number + 1,
      at: clock.now(),
      position: moved.to,
      events: events + moved.events,
      heads: moved.heads.map(({ stream, version, hash }) => [stream, version, signedHash(hash)] as const),
      before: newest?.[0] ?? null,
      lost: anew ? mark : undefined
    })
    const signature = signatureOf(await keys.keyOf(tenant, subject), tenant, checkpoint)
    await store.setMeta(tenant, MetaKey.checkpoint(signature), json(checkpoint))
    // Another process was faster and signed the same.
    if (!(await keys.setMark(tenant, mark, signature))) return false
    await store.setMeta(tenant, MetaKey.lastCheckpoint, signature)
    return moved.events === eventsPerCheckpoint
  }

  /** Reads only the last checkpoint. Earlier ones were checked when it was signed. */
  const lastOf = async (mark: string | undefined): Promise<SignedChain> => {
    if (mark === undefined) {
      const { checkpoints, fault } = await chain()
      return { checkpoints: checkpoints.slice(0, 1), ...defined({ fault }) }
    }
    const secret = await keys.find(tenant, subject)
    const value = await store.meta(tenant, MetaKey.checkpoint(mark))
    if (secret === undefined) return { checkpoints: [], fault: "no-key" }
    if (value === undefined) return { checkpoints: [], fault: "lost" }
    if (!isSigned(secret, tenant, value, mark)) return { checkpoints: [], fault: "forged" }
    return { checkpoints: [[mark, value as unknown as Checkpoint]] }
  }

  return {
    signed,
    sign: async ({ anew = false } = {}) => {
      for (let isFirst = true; await signNext(anew && isFirst); isFirst = false);
    }
  }
}
