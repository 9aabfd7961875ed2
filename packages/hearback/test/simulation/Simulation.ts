/**
 * One life of a store with faults, drawn from a seed: one to three processes of the real loop share it, are killed
 * and started again, their clocks jump, their adapters fail, and people call them. All laws are checked after each
 * step; then faults end, and everything promised must be done.
 */
import { type EventStore, type KeyStore, makeIds, memoryKeyStore, memoryStore } from "@hearback/engine"
import { Hearback, isHearbackError, type Loop } from "hearback"
import { channelBehind, customersBehind, directoryBehind, type Handed, keysBehind, storeBehind } from "./Adapters.ts"
import { type Chance, chanceOf } from "./Chance.ts"
import { type Clients, type Host, makeClients } from "./Clients.ts"
import { type Laws, lawsOf } from "./Laws.ts"
import { commandOn, customers, type Order, staff, submission, twoGrants } from "./Orders.ts"
import { bundle } from "./Policy.ts"
import { tenant, type WatchedRecord, watchRecord } from "./Record.ts"
import { placeOf } from "./Thrown.ts"
import { type Outside, onVirtualTime, type VirtualTime } from "./VirtualTime.ts"
import { lineOf, type Process, type Weather } from "./Weather.ts"

/** Monday, 16 November 2026, 09:00 in Beijing. */
const start = Date.UTC(2026, 10, 16, 1)
const [MINUTE, HOUR] = [60_000, 3_600_000]

/** The result of one life. */
export interface Simulated {
  readonly seed: number
  /** What was broken, and after which step. */
  readonly violation?: string
  /** What was done, one line for each step. */
  readonly trace: readonly string[]
  readonly commands: number
  readonly kills: number
  readonly messages: number
}

/** Parts of the world that a test breaks on purpose. */
export interface Parts {
  readonly store: EventStore
  readonly keys: KeyStore
  /** The store by which the laws read the same data, if the store itself fails. */
  readonly seen?: { readonly store: EventStore; readonly keys: KeyStore }
  /** Called when the parts must not fail any more. */
  readonly calm?: () => void
  readonly outside?: Outside
}

const whole = (): Parts => ({ store: memoryStore(), keys: memoryKeyStore() })

/** Returns the command that repeats the life of a seed. */
export const again = (seed: number): string =>
  `node --conditions=source packages/hearback/test/simulation/prove.ts seed ${seed}`

/** Runs the life of a seed. */
export const simulate = (seed: number, make: () => Parts = whole): Promise<Simulated> => simulateOn(seed, make())

/** Runs the life of a seed in a given world. */
export const simulateOn = (seed: number, parts: Parts): Promise<Simulated> => {
  const chance = chanceOf(seed)
  const apart = chanceOf(seed ^ 0x5eed)
  const random = () => apart.below(2 ** 30) / 2 ** 30
  return onVirtualTime(start, random, (time) => new World(seed, chance, time, parts).live(), parts.outside)
}

class World {
  readonly trace: string[] = []
  readonly #seed: number
  readonly #chance: Chance
  readonly #time: VirtualTime
  readonly #parts: Parts
  readonly #weather: Weather
  readonly #handed: Handed[] = []
  readonly #hosts: Host[] = []
  readonly #killers = new Map<Process, () => void>()
  readonly #clients: Clients
  readonly #record: WatchedRecord
  readonly #laws: Laws
  readonly #orders: Order[] = []
  #violation: string | undefined
  /** How far the world's clocks were moved forward. */
  #ahead = 0
  #processes = 0
  #kills = 0

  constructor(seed: number, chance: Chance, time: VirtualTime, parts: Parts) {
    this.#seed = seed
    this.#chance = chance
    this.#time = time
    this.#parts = parts
    this.#weather = { wrong: chance.pick([8, 20, 60, 400]), isCalm: false }
    const seen = parts.seen ?? parts
    this.#record = watchRecord(seen.store, seen.keys)
    this.#laws = lawsOf(bundle, this.#record, seen.store)
    /** Checks the laws. */
    this.#clients = makeClients({
      time,
      chance,
      host: () => (this.#hosts.length === 0 ? undefined : chance.pick(this.#hosts)),
      broken: (what) => this.#broken(what)
    })
  }

  async live(): Promise<Simulated> {
    const steps = 20 + this.#chance.below(30)
    for (let n = 0; n < 1 + this.#chance.below(3); n++) this.#startProcess()
    await this.#time.pass(MINUTE)
    for (let n = 0; n < 3; n++) this.#ask(submission(this.#chance, `s${this.#orders.length}`))
    await this.#time.pass(MINUTE)
    for (let n = 0; n < steps && this.#violation === undefined; n++) {
      this.trace.push(this.#step())
      await this.#time.pass(this.#chance.pick([1, 10, 60, 400, 3_000, 40_000]))
      await this.#hold(`step ${n + 1}`)
    }
    if (this.#violation === undefined) await this.#rest()
    return {
      seed: this.#seed,
      trace: this.trace,
      commands: this.#orders.length,
      kills: this.#kills,
      messages: this.#record.promised.length,
      ...(this.#violation === undefined ? {} : { violation: this.#violation })
    }
  }

  #broken(what: string): void {
    this.#violation ??= what
  }

  /** Looks at the laws. */
  async #hold(when: string): Promise<void> {
    const seen = await this.#record.readOn()
    const found =
      typeof seen === "string" ? seen : this.#laws.afterStep(seen, this.#clients.answered.values(), this.#handed)
    if (found !== undefined) this.#broken(`after ${when}: ${found}`)
  }

  #step(): string {
    const chance = this.#chance
    const draw = chance.below(100)
    const { length: cases } = this.#clients.known
    if (draw < 8 || (cases === 0 && draw < 50)) return this.#ask(submission(chance, `s${this.#orders.length}`))
    if (draw < 18 && cases > 1)
      return twoGrants(chance, this.#clients.known, `g${this.#orders.length}`)
        .map((one) => this.#ask(one))
        .join(", ")
    if (draw < 62 && cases > 0) return this.#ask(commandOn(chance, this.#clients.known, `k${this.#orders.length}`))
    if (draw < 68 && this.#orders.length > 0) return this.#askAgain()
    if (draw < 80) return this.#tick()
    if (draw < 90) return this.#jump(chance.pick([MINUTE, HOUR, 3 * HOUR, 20 * HOUR, 80 * HOUR, 400 * HOUR]))
    if (draw < 96) return this.#kill()
    return this.#startProcess()
  }

  #ask(order: Order): string {
    this.#orders.push(order)
    this.#clients.ask(order)
    if (this.#chance.isOneIn(6)) this.#clients.ask(order)
    return `${order.key}: ${order.kind === "submit" ? "submit" : `${order.command.do} on ${order.case}`}`
  }

  #askAgain(): string {
    const order = this.#chance.pick(this.#orders)
    this.#clients.ask(order)
    return `${order.key} again`
  }

  #tick(): string {
    const host = this.#hosts.length === 0 ? undefined : this.#chance.pick(this.#hosts)
    if (host === undefined) return "nobody is there to tick"
    host.loop.tick().catch((error: unknown) => this.#thrown("tick", error))
    return `${host.process.name} ticks`
  }

  #jump(ms: number): string {
    this.#ahead += ms
    return `all clocks go on by ${ms / MINUTE} minutes`
  }

  #kill(): string {
    const host = this.#hosts.length === 0 ? undefined : this.#chance.pick(this.#hosts)
    if (host === undefined) return this.#startProcess()
    this.#hosts.splice(this.#hosts.indexOf(host), 1)
    host.process.isAlive = false
    this.#killers.get(host.process)?.()
    this.#kills += 1
    if (this.#chance.isOneIn(2) || this.#hosts.length === 0) this.#startProcess()
    return `${host.process.name} is killed`
  }

  #thrown(what: string, error: unknown): void {
    if (isHearbackError(error) && error.retryable) return
    this.#broken(`${what} threw what cannot be tried again: ${placeOf(error)}`)
  }

  #startProcess(): string {
    const chance = this.#chance
    const process: Process = { name: `process ${++this.#processes}`, isAlive: true }
    const end = new Promise<"killed">((resolve) => this.#killers.set(process, () => resolve("killed")))
    /** How far its clock is wrong. */
    const off = chance.pick([0, 0, 0, 40_000, -90_000, -HOUR])
    const clock = { now: () => this.#time.now() + this.#ahead + off }
    const open = async (): Promise<void> => {
      for (;;) {
        const loop = await this.#open(process, clock).catch((error: unknown) => this.#thrown("open", error))
        if (loop !== undefined) {
          this.#hosts.push({ process, loop, end })
          return
        }
        await new Promise<void>((resolve) => this.#time.after(1_000, resolve))
      }
    }
    void open()
    return `${process.name} starts, its clock off by ${off / 1000} s`
  }

  #open(process: Process, clock: { readonly now: () => number }): Promise<Loop> {
    const [chance, weather, { store, keys }] = [this.#chance, this.#weather, this.#parts]
    const line = lineOf(process, this.#time, chance, weather)
    return Hearback.open({
      policy: bundle,
      store: { events: storeBehind(store, line, chance, weather), keys: keysBehind(keys, line) },
      people: directoryBehind(staff, line, chance, weather),
      customers: customersBehind(customers, line),
      channels: [channelBehind(this.#handed, line, chance, weather)],
      clock,
      ids: makeIds((size) => Uint8Array.from({ length: size }, () => chance.below(256)))
    })
  }

  /** Ends all faults: waiting calls are answered, due work fires, and promised messages are sent. */
  async #rest(): Promise<void> {
    this.#weather.isCalm = true
    this.#parts.calm?.()
    for (const host of this.#hosts.splice(0)) {
      host.process.isAlive = false
      this.#killers.get(host.process)?.()
    }
    this.#startProcess()
    await this.#time.pass(5 * MINUTE)
    const [host] = this.#hosts
    if (host === undefined) return this.#broken("no process can be opened any more")
    // Retries of a channel are up to six hours apart, and a promise of the policy is up to a month ahead.
    for (let n = 0; n < 14 && this.#violation === undefined; n++) {
      await this.#time.until(host.loop.tick().catch((error: unknown) => this.#thrown("tick at rest", error)))
      await this.#time.pass(MINUTE)
      await this.#hold("the storm")
      this.#ahead += n < 8 ? 7 * HOUR : 400 * HOUR
    }
    if (this.#violation !== undefined) return
    await this.#time.until(host.loop.tick())
    await this.#hold("the storm")
    const [left] = this.#clients.waiting
    if (left !== undefined) return this.#broken(`${left.key} is never answered`)
    const found = await this.#laws.atRest(this.#clients.answered.values(), this.#handed, this.#now())
    if (found !== undefined) return this.#broken(`at rest: ${found}`)
    const verified = await this.#time.until(host.loop.verify())
    if (!verified.ok) this.#broken(`at rest: the record does not verify: ${JSON.stringify(verified.breaks[0])}`)
    const { position } = await this.#parts.store.status(tenant)
    if (position === 0) this.#broken("nothing was recorded")
  }

  #now(): number {
    return this.#time.now() + this.#ahead - HOUR
  }
}
