/**
 * The event store in memory, for one process, without persistence: for tests, simulations and first experiments.
 *
 * Invariant: a unit is copied and placed completely before anything changes, so an error leaves the store unchanged.
 */
import type { ClearEvent, StoredEvent } from "../port/Event.ts"
import type { Appended, Claim, ClaimKind, ClaimOptions, EventStore, Unit } from "../port/EventStore.ts"
import { countCap } from "../port/ListRow.ts"
import { needWhole, storeError } from "../port/StoreError.ts"
import { copySealed, freezeMessage, freezeUnit, frozen, handOut } from "./FrozenCopy.ts"
import { matches, pageOfCases, pageOfIntake } from "./ListPage.ts"
import {
  coverageIn,
  filedIn,
  firstIndex,
  historiesOf,
  indexIn,
  keep,
  lastPosition,
  latestIn,
  makeTenant,
  movedIn,
  namesAfter,
  place,
  recall,
  refileIn,
  type Tenant,
  versionsAfter
} from "./TenantRecord.ts"

/** Makes an empty store. */
export const memoryStore = (): EventStore => {
  const tenants = new Map<string, Tenant>()
  let position = 0
  let leases = 0
  let closed = false

  const tenantOf = (name: string): Tenant => {
    if (closed) throw storeError("store/closed", "the store is closed")
    const known = tenants.get(name) ?? makeTenant(name, () => `${++leases}`)
    tenants.set(name, known)
    return known
  }

  const append = (unit: Unit): Appended => {
    const tenant = tenantOf(unit.tenant)
    const before = recall(tenant, unit)
    if (before) return before
    const events = place(tenant, unit, position)
    if ("result" in events) return events
    keep(tenant, unit, events)
    position += events.length
    for (const listener of tenant.watchers) queueMicrotask(listener)
    return {
      result: "appended",
      position: lastPosition(tenant),
      versions: versionsAfter(unit),
      events: handOut(events)
    }
  }

  return {
    capabilities: { multiProcess: false, hostTransaction: false, notify: true, batch: true },
    load: async ({ tenant, stream }, after = 0) => {
      const events = tenantOf(tenant).streams.get(stream) ?? []
      return { version: events.length, events: handOut(events.slice(after)) }
    },
    append: async (unit) => append(freezeUnit(unit)),
    appendMany: async (units) => units.map(freezeUnit).map(append),
    read: async (tenant, after, limit) => {
      const { order } = tenantOf(tenant)
      const from = after === null ? 0 : firstIndex(order, ({ position: at }) => at > after)
      const events = handOut(order.slice(from, from + limit))
      return { events, next: events.at(-1)?.position ?? after }
    },
    histories: async (name, after, limit) => historiesOf(tenantOf(name), after, limit, handOut),
    clearHistories: async (name, after, limit) =>
      historiesOf(tenantOf(name), after, limit, (events) => events.map(clearOf)),
    moved: async (name, after, limit) => movedIn(tenantOf(name), after, limit),
    filed: async (name, kind, after, limit) => filedIn(tenantOf(name), kind, after, limit),
    refile: async (name, rows) => refileIn(tenantOf(name), rows),
    streams: async (name, after, limit) => {
      const tenant = tenantOf(name)
      return namesAfter(tenant, after, limit).flatMap((stream) => {
        const end = tenant.streams.get(stream)?.at(-1)
        return end ? { stream, version: end.version, hash: end.hash } : []
      })
    },
    claim: async <K extends ClaimKind>(tenant: string, what: K, options: ClaimOptions) => {
      needWhole([options.now, options.now + options.leaseMs])
      const claims = tenantOf(tenant).queue.claim(what, options)
      return claims.filter((claim): claim is Extract<Claim, { kind: K }> => claim.kind === what)
    },
    settle: async (tenant, results) => {
      needWhole(results.flatMap(({ outcome }) => (outcome === "done" ? [] : Object.values(outcome))))
      tenantOf(tenant).queue.settle(results)
    },
    renew: async (tenant, claims, lease) => {
      needWhole([lease.now + lease.leaseMs])
      return tenantOf(tenant).queue.renew(claims, lease)
    },
    join: async (tenant, claims, message) => tenantOf(tenant).queue.join(claims, freezeMessage(message)),
    undelivered: async (tenant, query) => tenantOf(tenant).queue.undelivered(query),
    revive: async (tenant, ids, at) => {
      needWhole([at])
      return tenantOf(tenant).queue.revive(ids, at)
    },
    list: async (tenant, query = {}) => pageOfCases(tenant, [...tenantOf(tenant).cases.values()], query),
    count: async (tenant, query = {}) => {
      const count = [...tenantOf(tenant).cases.values()].filter((row) => matches(row, query)).length
      return { count: Math.min(count, countCap), capped: count > countCap }
    },
    intake: async (tenant, query = {}) => pageOfIntake(tenant, [...tenantOf(tenant).intake.values()], query),
    countIntake: async (tenant, state) =>
      [...tenantOf(tenant).intake.values()].filter((row) => row.state === state).length,
    latest: async (name, customer, before, limit) => latestIn(tenantOf(name), customer, before).slice(0, limit),
    coverage: async (name, of, edition) => coverageIn(tenantOf(name), of, edition),
    index: async (name, indexing) => indexIn(tenantOf(name), indexing),
    segments: async (name, of, after, limit) =>
      tenantOf(name)
        .index.segments(of, after, limit)
        .map((segment) => ({ ...segment, sealed: copySealed(segment.sealed) })),
    dropIndex: async (name, of) => tenantOf(name).index.drop(of),
    projection: async (name, projection) => {
      const tenant = tenantOf(name)
      return { mark: tenant.projections.mark(projection), settled: lastPosition(tenant) }
    },
    project: async (name, projection, step) => tenantOf(name).projections.step(projection, step),
    projected: async (name, projection, query) => tenantOf(name).projections.rows(projection, query),
    status: async (name) => {
      const tenant = tenantOf(name)
      return { position: lastPosition(tenant), ...tenant.queue.status() }
    },
    meta: async (tenant, key) => tenantOf(tenant).meta.get(key),
    setMeta: async (tenant, key, value) => void tenantOf(tenant).meta.set(key, frozen(value)),
    watch: (tenant, listener) => {
      const { watchers } = tenantOf(tenant)
      watchers.add(listener)
      return () => watchers.delete(listener)
    },
    close: async () => {
      closed = true
      for (const { watchers } of tenants.values()) watchers.clear()
    }
  }
}

const clearOf = ({ version, type, at, recordedAt, clear }: StoredEvent): ClearEvent => ({
  version,
  type,
  at,
  recordedAt,
  clear
})
