/**
 * The event store in memory, one process, nothing kept: for tests, simulation and a first look.
 * Invariant: a unit is copied and placed in full before anything is changed, so what throws leaves no trace.
 */
import type { Json, StoredEvent } from "../port/Event.ts"
import type { Appended, Claim, ClaimKind, ClaimOptions, EventStore, Unit } from "../port/EventStore.ts"
import { countCap } from "../port/ListRow.ts"
import { storeError } from "../port/StoreError.ts"
import { freezeUnit, frozen, handOut } from "./FrozenCopy.ts"
import { matches, pageOfCases, pageOfIntake } from "./ListPage.ts"
import { keep, makeTenant, place, recall, type Tenant, versionsAfter } from "./TenantRecord.ts"
import { makeWorkQueue } from "./WorkQueue.ts"

/** Makes an empty store. */
export const memoryStore = (): EventStore => {
  const tenants = new Map<string, Tenant>()
  const order: StoredEvent[] = []
  const queue = makeWorkQueue(tenants)
  const meta = new Map<string, Json>()
  const watchers = new Set<() => void>()
  let closed = false

  const whenOpen = (): void => {
    if (closed) throw storeError("store/closed", "the store is closed")
  }
  const tenantOf = (name: string): Tenant => {
    whenOpen()
    return tenants.get(name) ?? makeTenant()
  }

  const append = (unit: Unit): Appended => {
    const tenant = tenantOf(unit.tenant)
    const before = recall(tenant, unit)
    if (before) return before
    const events = place(tenant, unit, order.length)
    if ("result" in events) return events
    tenants.set(unit.tenant, tenant)
    keep(tenant, unit, events)
    order.push(...events)
    queue.take(unit)
    return { result: "appended", position: order.length, versions: versionsAfter(unit), events: events.map(handOut) }
  }
  const told = <T>(outcome: T): T => {
    for (const listener of watchers) queueMicrotask(listener)
    return outcome
  }

  return {
    capabilities: { multiProcess: false, hostTransaction: false, notify: true, search: true, batch: true },
    load: async ({ tenant, stream }, after = 0) => {
      const events = tenantOf(tenant).streams.get(stream) ?? []
      return { version: events.length, events: events.slice(after).map(handOut) }
    },
    append: async (unit) => told(append(freezeUnit(unit))),
    appendMany: async (units) => told(units.map(freezeUnit).map(append)),
    read: async (after, limit, tenant) => {
      whenOpen()
      const events: StoredEvent[] = []
      let next = after ?? 0
      for (; next < order.length && events.length < limit; next++) {
        const event = order[next]
        if (event && (tenant === undefined || event.tenant === tenant)) events.push(handOut(event))
      }
      return { events, next: next === 0 ? null : next }
    },
    streams: async (tenant, after, limit) =>
      [...tenantOf(tenant).streams]
        .filter(([stream]) => after === null || stream > after)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, limit)
        .flatMap(([stream, events]) => {
          const end = events.at(-1)
          return end ? { stream, version: end.version, hash: end.hash } : []
        }),
    claim: async <K extends ClaimKind>(what: K, options: ClaimOptions) => {
      whenOpen()
      return queue.claim(what, options).filter((claim): claim is Extract<Claim, { kind: K }> => claim.kind === what)
    },
    settle: async (results) => {
      whenOpen()
      queue.settle(results)
    },
    dead: async (tenant, query = {}) => {
      whenOpen()
      return queue.dead(tenant, query)
    },
    revive: async (tenant, ids, at) => {
      whenOpen()
      return queue.revive(tenant, ids, at)
    },
    list: async (tenant, query = {}) => pageOfCases(tenant, [...tenantOf(tenant).cases.values()], query),
    count: async (tenant, query = {}) => {
      const count = [...tenantOf(tenant).cases.values()].filter((row) => matches(row, query)).length
      return { count: Math.min(count, countCap), capped: count > countCap }
    },
    intake: async (tenant, query = {}) => pageOfIntake(tenant, [...tenantOf(tenant).intake.values()], query),
    status: async () => {
      whenOpen()
      return { position: order.length, ...queue.status() }
    },
    meta: async (key) => {
      whenOpen()
      return meta.get(key)
    },
    setMeta: async (key, value) => {
      whenOpen()
      meta.set(key, frozen(value))
    },
    watch: (listener) => {
      watchers.add(listener)
      return () => watchers.delete(listener)
    },
    close: async () => {
      closed = true
      watchers.clear()
    }
  }
}
