/** The adapters of one process in the simulation: those of the world, through a line that can fail. */
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

/** Every call of an adapter goes through the line. */
const behind = <P extends object>(port: P, line: Line, failure: () => unknown): P => {
  const calls = Object.entries(port).map(([name, member]) => [
    name,
    typeof member === "function"
      ? (...given: readonly unknown[]) => line({ effect: async () => member.apply(port, given), failure })
      : member
  ])
  return Object.fromEntries(calls) as P
}

/** Returns a store behind a line. Pages and claims are shortened: a reader gets less than it requested. */
export const storeBehind = (store: EventStore, line: Line, chance: Chance, weather: Weather): EventStore => {
  const torn = (limit: number): number => (weather.isCalm || !chance.isOneIn(3) ? limit : 1 + chance.below(limit))
  const { watch: _, within: __, ...calls } = behind(store, line, away)
  return {
    ...calls,
    capabilities: { ...store.capabilities, multiProcess: true, notify: false },
    read: (tenant, after, limit) => calls.read(tenant, after, torn(limit)),
    claim: (tenant, what, options) => calls.claim(tenant, what, { ...options, limit: torn(options.limit) }),
    // The store of the world lives longer than each of its processes.
    close: async () => {}
  }
}

/** Returns keys behind a line. */
export const keysBehind = (keys: KeyStore, line: Line): KeyStore => behind(keys, line, away)

/** Returns a directory behind a line. */
export const directoryBehind = (staff: readonly Person[], line: Line, chance: Chance, weather: Weather): Directory =>
  behind<Directory>(
    {
      person: async (id) => staff.find((one) => one.id === id),
      withRole: async (role) => staff.filter(({ roles }) => roles.includes(role)),
      absence: async () => (!weather.isCalm && chance.isOneIn(20) ? {} : undefined)
    },
    line,
    () => new Error("ldap: no route")
  )

/** Returns a customer directory behind a line. */
export const customersBehind = (known: Readonly<Record<string, CustomerRecord>>, line: Line): CustomerDirectory =>
  behind<CustomerDirectory>({ customer: async (id) => known[id] }, line, () => new Error("crm: timeout"))

/** A message as it was passed to the channel, and how often it arrived. */
export interface Handed {
  readonly message: Outgoing
  arrived: number
  /** Whether the receiving side said that it will never accept it. */
  isRefused: boolean
}

/** Returns a channel whose receiving side notes every message; it does not remove repetitions. */
export const channelBehind = (handed: Handed[], line: Line, chance: Chance, weather: Weather): Channel => ({
  name: "post",
  audiences: ["customer", "staff"],
  needsAddress: false,
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
