/**
 * Two tenants of one store make all calls in any order: each gets the answers that it would get alone. They use the
 * same names for everything, also for their cases, so that a call which ignores its tenant finds something.
 */
import { type Channel, type CustomerDirectory, type Directory, makeIds } from "@hearback/engine"
import { Hearback, memory, type Store } from "hearback"
import { chanceOf } from "../simulation/Chance.ts"
import { customers, staff } from "../simulation/Orders.ts"
import { bundle } from "../simulation/Policy.ts"
import { calls, type Tenant } from "./Calls.ts"

const tenants = ["acme", "other"] as const
const start = Date.UTC(2026, 10, 16, 1)
const length = 30

const directory: Directory = {
  person: async (id) => staff.find((one) => one.id === id),
  withRole: async (role) => staff.filter(({ roles }) => roles.includes(role)),
  absence: async () => undefined
}
const directoryOfCustomers: CustomerDirectory = {
  customer: async (id) => new Map<string, object>(Object.entries(customers)).get(id)
}

/** Notes what is sent; every fifth message is refused. */
const channelOf = (sent: unknown[]): Channel => ({
  name: "post",
  audiences: ["customer", "staff"],
  needsAddress: false,
  send: async (message) => {
    sent.push(message)
    return sent.length % 5 === 0 ? { delivery: "refused", reason: "no such mailbox" } : { delivery: "sent" }
  }
})

/** Replaces positions, because they grow over all tenants of a store; only their order belongs to a tenant. */
const shown = (answer: unknown): string =>
  JSON.stringify(answer, (key, value: unknown) => (key === "position" ? undefined : value)) ?? "nothing"

interface Life {
  readonly answers: string[]
  next(): Promise<void>
  close(): Promise<void>
}

type Calls = readonly (readonly [name: string, call: (tenant: Tenant) => unknown])[]

const lifeOf = async (seed: number, name: string, store: Store, known: Calls): Promise<Life> => {
  let now = start
  const chance = chanceOf(seed)
  const [sent, answers]: [unknown[], string[]] = [[], []]
  const loop = await Hearback.open({
    policy: bundle,
    store,
    tenant: name,
    people: directory,
    customers: directoryOfCustomers,
    channels: [channelOf(sent)],
    // One after another, because which of two calls of an adapter is answered first does not depend on the tenant.
    delivery: { concurrency: 1 },
    clock: { now: () => now },
    ids: makeIds((size) => Uint8Array.from({ length: size }, () => chance.below(256)))
  })
  const own: Omit<Tenant, "key"> = {
    loop,
    chance,
    cases: [],
    waiting: [],
    pass: (ms) => {
      now += ms
    }
  }
  return {
    answers,
    next: async () => {
      const [what, call] = chance.pick(known)
      const before = sent.length
      const answer = await Promise.resolve()
        .then(() => call({ ...own, key: `k${answers.length}` }))
        .catch((error: Error) => `${error.name}: ${error.message}`)
      answers.push(`${what}: ${shown(answer)} ${shown(sent.slice(before))}`)
    },
    close: () => loop.close()
  }
}

const alone = async (...given: Parameters<typeof lifeOf>): Promise<readonly string[]> => {
  const life = await lifeOf(...given)
  for (let n = 0; n < length; n++) await life.next()
  await life.close()
  return life.answers
}

interface Observing {
  /** Makes the store of both. */
  readonly make?: () => Store | Promise<Store>
  /** Makes a store in which one is alone. */
  readonly makeApart?: () => Store | Promise<Store>
  /** Calls that are not made. */
  readonly without?: readonly string[]
}

/** Returns what a tenant could notice of the other, or of what the other changed. */
export const observed = async (
  seed: number,
  { make = memory, makeApart = memory, without = [] }: Observing = {}
): Promise<string | undefined> => {
  const known = Object.entries(calls).filter(([name]) => !without.includes(name))
  const order = chanceOf(seed ^ 0x7e)
  const store = await make()
  const lives: Life[] = []
  for (const [n, name] of tenants.entries()) lives.push(await lifeOf(seed * 2 + n, name, store, known))
  const left = tenants.map(() => length)
  while (left.some((calls) => calls > 0)) {
    const both = left.flatMap((calls, n) => (calls > 0 ? [n] : []))
    // Sometimes both call at the same time.
    const now = order.isOneIn(4) ? both : [order.pick(both)]
    for (const n of now) left[n] = (left[n] ?? 0) - 1
    await Promise.all(now.map((n) => lives[n]?.next()))
  }
  for (const life of lives) await life.close()
  for (const [n, name] of tenants.entries()) {
    const expected = await alone(seed * 2 + n, name, await makeApart(), known)
    const at = expected.findIndex((answer, call) => answer !== lives[n]?.answers[call])
    if (at >= 0)
      return `${name}, call ${at + 1}: alone it is ${expected[at]}, beside the other ${lives[n]?.answers[at]}`
  }
  return undefined
}

/**
 * Does the same on a server, where no seed decides how far work has come when it is stopped, or in which order a tick
 * does what is due at the same time.
 */
export const observedOnServer = (seed: number, make: () => Promise<Store>): Promise<string | undefined> =>
  observed(seed, { make, makeApart: make, without: ["work", "consume", "tick"] })
