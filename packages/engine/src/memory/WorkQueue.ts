/** The waiting work of a tenant in memory: cases that are due and messages of the outbox, given out under leases. */
import { defined } from "@hearback/core"
import type {
  Claim,
  ClaimId,
  ClaimKind,
  ClaimOptions,
  LaneStatus,
  Lease,
  OutboxMessage,
  Settlement,
  StoreStatus,
  UndeliveredLetter,
  UndeliveredQuery,
  Unit
} from "../port/EventStore.ts"
import type { CaseListRow, Page } from "../port/ListRow.ts"
import { handOut } from "./FrozenCopy.ts"
import * as ClaimName from "./LeaseClaim.ts"
import { type LeasedWork, makeLeases } from "./Leases.ts"
import { page } from "./ListPage.ts"

interface Queued extends LeasedWork {
  readonly message: OutboxMessage
  readonly attempts: number
  /** Why it failed the last time. */
  readonly error?: string
  readonly dead?: { readonly reason: string; readonly at: number }
}

/** The waiting work of a tenant. */
export interface WorkQueue {
  readonly take: (unit: Pick<Unit, "writes" | "outbox">) => void
  /** Returns every message in the outbox, in order of id. */
  readonly messages: () => readonly OutboxMessage[]
  readonly drop: (ids: readonly string[]) => void
  readonly claim: (what: ClaimKind, options: ClaimOptions) => readonly Claim[]
  readonly renew: (claims: readonly ClaimId[], lease: Lease) => readonly ClaimId[]
  readonly settle: (results: readonly Settlement[]) => void
  readonly join: (claims: readonly ClaimId[], message: OutboxMessage) => boolean
  readonly undelivered: (query: UndeliveredQuery) => Page<UndeliveredLetter>
  readonly revive: (ids: readonly string[], at: number) => number
  readonly status: () => Omit<StoreStatus, "position">
}

/** Makes the queue of a tenant over the rows of its cases; `lease` returns a new name for each lease. */
export const makeWorkQueue = (
  tenant: string,
  cases: ReadonlyMap<string, CaseListRow>,
  lease: () => string
): WorkQueue => {
  const outbox = new Map<string, Queued>()
  const time = makeLeases(lease)
  const post = makeLeases(lease)

  const dueCases = () => [...cases.values()].flatMap(({ id, dueAt }) => (dueAt === null ? [] : { key: id, at: dueAt }))
  const lanesOf = (queued: readonly Queued[]): readonly LaneStatus[] => {
    const first = new Map<string, number>()
    for (const one of queued) {
      const { lane } = one.message
      first.set(lane, Math.min(first.get(lane) ?? Number.POSITIVE_INFINITY, post.readyAt(one)))
    }
    return [...first].map(([lane, nextAt]) => ({ lane, nextAt })).sort((a, b) => (a.lane < b.lane ? -1 : 1))
  }
  const waiting = () => [...outbox.values()].filter(({ dead }) => dead === undefined)

  const settleDue = (key: string, outcome: Settlement["outcome"]): void => {
    if (outcome === "done") time.release(key)
    else if ("dead" in outcome) time.postpone(key, Number.POSITIVE_INFINITY)
    else time.postpone(key, "untried" in outcome ? outcome.untried : outcome.retryAt)
  }
  const settlePost = (key: string, outcome: Settlement["outcome"]): void => {
    post.release(key)
    const queued = outbox.get(key)
    if (queued === undefined) return
    if (outcome === "done") outbox.delete(key)
    else if ("untried" in outcome) outbox.set(key, { ...queued, at: outcome.untried, attempts: queued.attempts - 1 })
    else {
      const { error: _, ...rest } = queued
      const tried = { ...rest, ...defined({ error: outcome.error }) }
      if ("dead" in outcome) outbox.set(key, { ...tried, dead: { reason: outcome.dead, at: outcome.at } })
      else outbox.set(key, { ...tried, at: outcome.retryAt })
    }
  }
  /** Returns the key of a claim's message while it is held. */
  const heldMessage = (claim: ClaimId): string | undefined => {
    const name = ClaimName.parse(claim)
    return name?.kind === "outbox" ? post.holding(name.lease) : undefined
  }
  const put = (message: OutboxMessage): void => {
    const { id, notBefore: at } = message
    if (!outbox.has(id)) outbox.set(id, { key: id, at, message, attempts: 0 })
  }
  const isFailing = ({ dead, error }: Queued): boolean => dead === undefined && error !== undefined
  const letterOf = (queued: Queued): UndeliveredLetter => {
    const { dead, error, message, attempts } = queued
    const state = dead === undefined ? "failing" : "dead"
    const at = dead?.at ?? post.readyAt(queued)
    return defined({ message: handedOut(message), state, reason: dead?.reason, error, at, attempts })
  }

  return {
    take: ({ writes, outbox: messages }) => {
      // A postponed case is free again, since the append may have removed the reason.
      for (const { row } of writes) if (row) time.wake(row.id)
      for (const message of messages) put(message)
    },
    messages: () =>
      handOut([...outbox.values()].map(({ message }) => message)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    drop: (ids) => {
      for (const id of ids) {
        post.release(id)
        outbox.delete(id)
      }
    },
    claim: (what, options) =>
      what === "due"
        ? time.claim(dueCases(), options).map(([holder, work]) => ({
            kind: "due",
            id: ClaimName.render({ kind: "due", lease: holder }),
            case: work.key,
            dueAt: work.at
          }))
        : post.claim(waiting().filter(isServed(options)), options).map(([holder, work]) => {
            const { message, attempts } = work
            outbox.set(work.key, { ...work, attempts: attempts + 1 })
            const id = ClaimName.render({ kind: "outbox", lease: holder })
            return { kind: "outbox", id, message: handedOut(message), attempts }
          }),
    renew: (claims, lease) =>
      claims.filter((claim) => {
        const name = ClaimName.parse(claim)
        return name !== undefined && (name.kind === "due" ? time : post).renew(name.lease, lease)
      }),
    join: (claims, message) => {
      const held = claims.flatMap((claim) => heldMessage(claim) ?? [])
      if (held.length < claims.length) return false
      for (const key of held) {
        post.release(key)
        outbox.delete(key)
      }
      put(message)
      return true
    },
    settle: (results) => {
      for (const { claim, outcome } of results) {
        const name = ClaimName.parse(claim)
        if (name === undefined) continue
        const key = (name.kind === "due" ? time : post).holding(name.lease)
        if (key !== undefined) (name.kind === "due" ? settleDue : settlePost)(key, outcome)
      }
    },
    undelivered: ({ state, ...query }) => {
      const found = [...outbox.values()].filter((queued) =>
        state === "dead" ? queued.dead !== undefined : isFailing(queued)
      )
      return page(tenant, state, found.map(letterOf), ({ at, message: { id } }) => ({ sort: at, id }), query)
    },
    revive: (ids, at) => {
      let count = 0
      for (const id of new Set(ids)) {
        const queued = outbox.get(id)
        if (queued === undefined || (queued.dead ?? queued.error) === undefined) continue
        outbox.set(id, { key: id, at, message: queued.message, attempts: 0 })
        count += 1
      }
      return count
    },
    status: () => {
      const [due, live] = [dueCases(), waiting()]
      return {
        nextDueAt: earliest(due.map(time.readyAt)),
        oldestDueAt: earliest(due.map(({ at }) => at)),
        outbox: {
          waiting: live.length,
          failing: live.filter(isFailing).length,
          nextAt: earliest(live.map(post.readyAt)),
          lanes: lanesOf(live),
          dead: outbox.size - live.length
        }
      }
    }
  }
}

const isServed =
  ({ lanes }: ClaimOptions) =>
  ({ message: { lane } }: Queued): boolean =>
    lanes === undefined || lanes.includes(lane)

const handedOut = (message: OutboxMessage): OutboxMessage => handOut([message])[0] ?? message

/** Returns the earliest instant; null if there is none or it never comes. */
const earliest = (instants: readonly number[]): number | null => {
  const first = instants.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  return first === Number.POSITIVE_INFINITY ? null : first
}
