/**
 * Every call that a host can make on a loop, with random arguments; two tenants use the same names for everything.
 */
import type { Command, Loop } from "hearback"
import type { Chance } from "../simulation/Chance.ts"
import { customers, staff } from "../simulation/Orders.ts"
import { bundle } from "../simulation/Policy.ts"

const nextVersion = { ...bundle, content: "simulated-2" }

/** A tenant with what its calls know. */
export interface Tenant {
  readonly loop: Loop
  readonly chance: Chance
  /** Cases and entries that it was told of. */
  readonly cases: string[]
  readonly waiting: string[]
  /** Returns the key of the n-th call. */
  readonly key: string
  pass(ms: number): void
}

const all = async <T>(items: AsyncIterable<T>): Promise<readonly T[]> => {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

const customer = ({ chance }: Tenant): string => chance.pick(Object.keys(customers))
const feedback = (tenant: Tenant) => ({
  channel: tenant.chance.pick(["email", "phone", "nowhere"]),
  customer: customer(tenant),
  verbatim: `The ${tenant.chance.pick(["invoice", "parcel"])} is wrong`
})
const id = ({ chance, cases }: Tenant): string => (cases.length === 0 ? "2611-NONE00" : chance.pick(cases))
const person = ({ chance }: Tenant) => ({ id: chance.pick(staff).id })

const command = ({ chance, key, cases }: Tenant): Command =>
  chance.pick<Command>([
    { do: "take-up" },
    { do: "pass", gate: "acknowledged" },
    { do: "pass", gate: "agreed", proposal: "a new invoice" },
    { do: "compensate", amount: 40 + chance.below(60), reason: key },
    { do: "note", text: key },
    { do: "write", text: key },
    { do: "withdraw", reason: key },
    { do: "merge", into: cases[0] ?? "2611-NONE00", reason: key }
  ])

/** The calls, by the names of the methods. */
export const calls: Readonly<Record<string, (tenant: Tenant) => unknown>> = {
  submit: async (t) => {
    const receipt = await t.loop.submit(feedback(t), { key: t.chance.pick([t.key, "mail-1", "mail-2"]) })
    ;(receipt.outcome === "quarantined" ? t.waiting : t.cases).push(receipt.case)
    return receipt
  },
  submitMany: (t) => all(t.loop.submitMany([1, 2].map((n) => ({ feedback: feedback(t), key: `${t.key}/${n}` })))),
  execute: (t) => t.loop.execute(id(t), command(t), { key: t.key }),
  for: (t) => t.loop.for({ actor: person(t) }).execute(id(t), command(t), { key: t.key }),
  within: async (t) => t.loop.within({ query: async () => [] }).get(id(t)),
  preview: (t) => t.loop.preview(feedback(t)),
  get: (t) => t.loop.get(id(t)),
  list: (t) => t.loop.list({ limit: 5 }),
  count: (t) => t.loop.count({ customer: customer(t) }),
  explain: async (t) => (t.cases.length === 0 ? undefined : t.loop.explain(id(t))),
  events: (t) => all(t.loop.events()),
  forCustomer: async (t) => {
    const desk = t.loop.forCustomer(customer(t))
    return [await desk.list(), await desk.get(id(t))]
  },
  signal: (t) => t.loop.signal("delivered", { customer: customer(t) }, { key: t.key }),
  "customers.get": (t) => t.loop.customers.get(customer(t)),
  "customers.set": (t) =>
    t.loop.customers.set(customer(t), { questions: t.chance.pick(["refused", "welcome"]) }, { key: t.key }),
  "customers.erase": (t) =>
    t.loop.customers.erase(customer(t), { by: "system:host", reason: t.key, evenIfKept: true }, { key: t.key }),
  form: (t) => t.loop.form("email"),
  measures: (t) => t.loop.measures(),
  review: (t) => t.loop.review("weekly"),
  saidAndDone: (t) => t.loop.saidAndDone(),
  "policy.versions": (t) => t.loop.policy.versions(),
  "policy.publish": (t) => t.loop.policy.publish(nextVersion, { by: person(t).id, reason: t.key }, { key: t.key }),
  "policy.preview": (t) => t.loop.policy.preview(),
  "policy.move": (t) => t.loop.policy.move({ by: "system:host", reason: t.key, key: t.key }),
  "quarantine.list": (t) => t.loop.quarantine.list(),
  "quarantine.page": (t) => t.loop.quarantine.page({ limit: 2 }),
  "quarantine.put": (t) =>
    t.loop.quarantine.put({ key: t.chance.pick([t.key, "row-1"]), channel: "email", raw: t.key, reason: "unreadable" }),
  "quarantine.settle": (t) => t.loop.quarantine.settle("row-1", {}),
  "quarantine.release": (t) =>
    t.loop.quarantine.release(t.waiting.at(-1) ?? "q-none", { ...feedback(t), channel: "email" }),
  receive: (t) => t.loop.receive().stop(),
  // Its hash covers encrypted bytes, which differ in every store.
  "record.anchor": async (t) => (await t.loop.record.anchor()) !== undefined,
  "record.rebuild": (t) => t.loop.record.rebuild(),
  "undelivered.list": (t) => t.loop.undelivered.list(),
  "undelivered.retry": async (t) => t.loop.undelivered.retry((await t.loop.undelivered.list()).map((one) => one.id)),
  tick: async (t) => {
    t.pass(t.chance.pick([60_000, 3_600_000, 86_400_000]))
    return t.loop.tick()
  },
  work: (t) => t.loop.work().stop(),
  verify: (t) => t.loop.verify(),
  health: (t) => t.loop.health(),
  consume: async (t) => {
    const seen: unknown[] = []
    const consumer = await t.loop.consume("mirror", async (event) => void seen.push(event))
    await consumer.stop()
    return seen
  }
}
