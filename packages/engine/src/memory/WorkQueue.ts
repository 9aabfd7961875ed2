/** Work of a tenant that waits in memory: cases that are due and messages in the outbox, handed out under leases. */
import type {
  Claim,
  ClaimKind,
  ClaimOptions,
  DeadLetter,
  EventStore,
  OutboxMessage,
  Settlement,
  StoreStatus,
  Unit
} from "../port/EventStore.ts"
import type { CaseRow, Page } from "../port/ListRow.ts"
import * as ClaimName from "./ClaimName.ts"
import { handOut } from "./FrozenCopy.ts"
import { makeLeases, type Work } from "./Leases.ts"
import { page } from "./ListPage.ts"

interface Queued extends Work {
  readonly message: OutboxMessage
  readonly attempts: number
  readonly dead?: { readonly reason: string; readonly at: number }
}

export interface WorkQueue {
  readonly take: (unit: Unit) => void
  readonly claim: (what: ClaimKind, options: ClaimOptions) => readonly Claim[]
  readonly settle: (results: readonly Settlement[]) => void
  readonly dead: (query: NonNullable<Parameters<EventStore["dead"]>[1]>) => Page<DeadLetter>
  readonly revive: (ids: readonly string[], at: number) => number
  readonly status: () => Omit<StoreStatus, "position">
}

/** Makes the queue of a tenant over the rows of its cases; `lease` names each lease otherwise than any other. */
export const makeWorkQueue = (tenant: string, cases: ReadonlyMap<string, CaseRow>, lease: () => string): WorkQueue => {
  const outbox = new Map<string, Queued>()
  const time = makeLeases(lease)
  const post = makeLeases(lease)

  const dueCases = () => [...cases.values()].flatMap(({ id, dueAt }) => (dueAt === null ? [] : { key: id, at: dueAt }))
  const waiting = () => [...outbox.values()].filter(({ dead }) => dead === undefined)

  const settleDue = (key: string, outcome: Settlement["outcome"]): void => {
    if (outcome === "done") time.release(key)
    else time.postpone(key, "dead" in outcome ? Number.POSITIVE_INFINITY : outcome.retryAt)
  }
  const settlePost = (key: string, outcome: Settlement["outcome"]): void => {
    post.release(key)
    const queued = outbox.get(key)
    if (queued === undefined) return
    if (outcome === "done") outbox.delete(key)
    else if ("dead" in outcome) outbox.set(key, { ...queued, dead: { reason: outcome.dead, at: outcome.at } })
    else outbox.set(key, { ...queued, at: outcome.retryAt })
  }
  const given = (): readonly DeadLetter[] =>
    [...outbox.values()].flatMap((queued) =>
      queued.dead === undefined ? [] : [{ ...queued.dead, message: handOut(queued.message), attempts: queued.attempts }]
    )

  return {
    take: ({ writes, outbox: messages }) => {
      // A case that was kept back is free again: the append may have removed the reason.
      for (const { row } of writes) if (row) time.wake(row.id)
      for (const message of messages)
        if (!outbox.has(message.id))
          outbox.set(message.id, { key: message.id, at: message.notBefore, message, attempts: 0 })
    },
    claim: (what, options) =>
      what === "due"
        ? time.claim(dueCases(), options).map(([holder, work]) => ({
            kind: "due",
            id: ClaimName.render({ kind: "due", lease: holder }),
            case: work.key,
            dueAt: work.at
          }))
        : post.claim(waiting(), options).map(([holder, work]) => {
            const { message, attempts } = work
            outbox.set(work.key, { ...work, attempts: attempts + 1 })
            const id = ClaimName.render({ kind: "outbox", lease: holder })
            return { kind: "outbox", id, message: handOut(message), attempts }
          }),
    settle: (results) => {
      for (const { claim, outcome } of results) {
        const name = ClaimName.parse(claim)
        if (name === undefined) continue
        const key = (name.kind === "due" ? time : post).holding(name.lease)
        if (key !== undefined) (name.kind === "due" ? settleDue : settlePost)(key, outcome)
      }
    },
    dead: (query) => page(tenant, "dead", given(), ({ at, message: { id } }) => ({ sort: at, id }), query),
    revive: (ids, at) => {
      const found = ids.map((id) => outbox.get(id)).filter((queued) => queued?.dead !== undefined)
      for (const queued of found)
        if (queued !== undefined) {
          const { dead: _, ...rest } = queued
          outbox.set(queued.key, { ...rest, at, attempts: 0 })
        }
      return found.length
    },
    status: () => ({
      nextDueAt: earliest(dueCases().map(time.readyAt)),
      oldestDueAt: earliest(dueCases().map(({ at }) => at)),
      outbox: {
        waiting: waiting().length,
        nextAt: earliest(waiting().map(post.readyAt)),
        dead: outbox.size - waiting().length
      }
    })
  }
}

/** Returns the first instant; null where there is none or it never comes. */
const earliest = (instants: readonly number[]): number | null => {
  const first = instants.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  return first === Number.POSITIVE_INFINITY ? null : first
}
