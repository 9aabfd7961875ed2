/** The adapters of one process in the simulation: those of the world, reached through a line that may fail. */
import type {
  Channel,
  CustomerDirectory,
  CustomerRecord,
  Directory,
  EventStore,
  KeyStore,
  Outgoing,
  Person
} from "@hearback/engine"
import { storeError } from "@hearback/engine"
import type { Chance } from "./Chance.ts"
import type { Line, Weather } from "./Weather.ts"

const away = () => storeError("store/unavailable", "the store is away")

/** A store behind a line. Pages and claims are torn: a reader is given less than it asked for. */
export const storeBehind = (store: EventStore, line: Line, chance: Chance, weather: Weather): EventStore => {
  const on = <T>(effect: () => Promise<T>): Promise<T> => line({ effect, failure: away })
  const torn = (limit: number): number => (weather.isCalm || !chance.isOneIn(3) ? limit : 1 + chance.below(limit))
  const { appendMany } = store
  if (appendMany === undefined) throw new Error("the store takes many units at once")
  return {
    capabilities: { ...store.capabilities, multiProcess: true, notify: false },
    load: (ref, after) => on(() => store.load(ref, after)),
    append: (unit) => on(() => store.append(unit)),
    appendMany: (units) => on(() => appendMany(units)),
    read: (tenant, after, limit) => {
      const part = torn(limit)
      return on(() => store.read(tenant, after, part))
    },
    streams: (tenant, after, limit) => on(() => store.streams(tenant, after, limit)),
    claim: (tenant, what, options) => {
      const part = { ...options, limit: torn(options.limit) }
      return on(() => store.claim(tenant, what, part))
    },
    settle: (tenant, results) => on(() => store.settle(tenant, results)),
    list: (tenant, query) => on(() => store.list(tenant, query)),
    count: (tenant, query) => on(() => store.count(tenant, query)),
    intake: (tenant, query) => on(() => store.intake(tenant, query)),
    dead: (tenant, query) => on(() => store.dead(tenant, query)),
    revive: (tenant, ids, at) => on(() => store.revive(tenant, ids, at)),
    status: (tenant) => on(() => store.status(tenant)),
    meta: (tenant, key) => on(() => store.meta(tenant, key)),
    setMeta: (tenant, key, value) => on(() => store.setMeta(tenant, key, value)),
    // The store of the world outlives each of its processes.
    close: async () => {}
  }
}

export const keysBehind = (keys: KeyStore, line: Line): KeyStore => {
  const on = <T>(effect: () => Promise<T>): Promise<T> => line({ effect, failure: away })
  return {
    keyOf: (tenant, customer) => on(() => keys.keyOf(tenant, customer)),
    find: (tenant, customer) => on(() => keys.find(tenant, customer)),
    destroy: (tenant, customer) => on(() => keys.destroy(tenant, customer))
  }
}

export const directoryBehind = (staff: readonly Person[], line: Line, chance: Chance, weather: Weather): Directory => {
  const on = <T>(effect: () => T): Promise<T> =>
    line({ effect: async () => effect(), failure: () => new Error("ldap: no route") })
  return {
    person: (id) => on(() => staff.find((one) => one.id === id)),
    withRole: (role) => on(() => staff.filter(({ roles }) => roles.includes(role))),
    absence: () => on(() => (!weather.isCalm && chance.isOneIn(20) ? {} : undefined))
  }
}

export const customersBehind = (known: Readonly<Record<string, CustomerRecord>>, line: Line): CustomerDirectory => ({
  customer: (id) => line({ effect: async () => known[id], failure: () => new Error("crm: timeout") })
})

/** A message as it was handed to the channel, and whether it arrived. */
export interface Handed {
  readonly message: Outgoing
  arrived: number
  /** Whether the far side said that it will never take it. */
  isRefused: boolean
}

/** A channel whose far side notes what it is handed; it does not drop what it is handed twice. */
export const channelBehind = (handed: Handed[], line: Line, chance: Chance, weather: Weather): Channel => ({
  name: "post",
  capabilities: { receipts: "sent", threads: true, dedupes: false },
  send: (message) => {
    const one: Handed = { message, arrived: 0, isRefused: false }
    handed.push(one)
    const isStorm = !weather.isCalm && chance.isOneIn(weather.wrong)
    const answer = isStorm ? chance.pick(["refused", "bounced", "deferred"] as const) : "delivered"
    return line({
      failure: () => new Error("smtp: connection reset"),
      effect: async () => {
        if (answer === "delivered") {
          one.arrived += 1
          return { delivery: answer }
        }
        if (answer === "deferred") return { delivery: answer, retryAfterMs: 1_000 }
        one.isRefused = true
        return { delivery: answer, reason: "no such mailbox" }
      }
    })
  }
})
