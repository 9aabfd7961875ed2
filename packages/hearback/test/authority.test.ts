/**
 * Grants at the same time: both are decided before either is stored, on every store. An agent may give 100 a case and
 * 150 a month.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Bundle } from "@hearback/core"
import { Actor } from "@hearback/core"
import { type Engine, type EventStore, memoryKeyStore, memoryStore, openEngine } from "@hearback/engine"
import { readPeople } from "@hearback/policy"
import { compileFile } from "@hearback/policy/node"
import { sqlite } from "@hearback/store-sql"
import { afterEach, describe, expect, it } from "vitest"
import { directoryOf } from "../src/open/PeopleDirectory.ts"

/** Returns a person of the directory as the engine knows them. */
const person = async (engine: Engine, id: string): Promise<Actor.Actor> => {
  const found = await engine.staff.person(id)
  if (found === undefined) throw new Error(`the directory has no ${id}`)
  return found
}

const cases = join(import.meta.dirname, "scenario/cases")
const bundle = compileFile(join(cases, "uk.policy.yaml")).bundle as Bundle.Bundle
const peopleFile = { path: "people.yaml", text: readFileSync(join(cases, "people.yaml"), "utf8") }
const people = readPeople(peopleFile, bundle).people
if (people === undefined) throw new Error("the people file of the cases cannot be read")

const closing: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** Lets appends through in pairs, so that both were decided on the same versions. */
const inPairs = (store: EventStore, isOn: () => boolean, meet: () => Promise<void>): EventStore =>
  new Proxy(store, {
    get: (target, key) => {
      if (key !== "append") return Reflect.get(target, key, target)
      return async (unit: Parameters<EventStore["append"]>[0]) => {
        if (isOn()) await meet()
        return target.append(unit)
      }
    }
  })

/** Returns two workers on one store, each with its own memory. */
const workers = async (open: () => readonly [EventStore, EventStore]) => {
  const waiting: (() => void)[] = []
  let racing = false
  let met = 0
  const meet = (): Promise<void> => {
    // After the pair is let through, the one that lost decides again alone.
    if (met >= 2) return Promise.resolve()
    met += 1
    return new Promise((go) => {
      waiting.push(go)
      if (waiting.length === 2) for (const next of waiting.splice(0)) next()
    })
  }
  const keys = memoryKeyStore()
  const at = Date.UTC(2026, 10, 16, 10)
  const engines: Engine[] = []
  for (const store of open())
    engines.push(
      await openEngine({
        bundle,
        store: inPairs(store, () => racing, meet),
        keys,
        clock: { now: () => at },
        directory: directoryOf(people)
      })
    )
  const [one, two] = engines
  if (one === undefined || two === undefined) throw new Error("two workers were to be opened")
  const opened = async (key: string, customer: string): Promise<string> => {
    const ann = await person(one, "ann")
    const feedback = { channel: "phone", customer, verbatim: `My invoice ${key} is wrong` }
    const taken = await one.intake.take({ key, channel: "phone", actor: ann, receivedAt: at, feedback })
    if (taken.outcome !== "opened") throw new Error(taken.outcome)
    return taken.case
  }
  const give = (engine: Engine, id: string, actor: Actor.Actor, amount: number) =>
    engine.cases.execute({
      case: id,
      command: { do: "compensate", amount, reason: "sorry" },
      actor,
      key: `${Actor.nameOf(actor)}:${id}`
    })
  const race = async (grants: readonly (readonly [engine: Engine, id: string, by: string, amount: number])[]) => {
    const actors = await Promise.all(grants.map(([engine, , by]) => person(engine, by)))
    racing = true
    const answers = await Promise.all(
      grants.map(([engine, id, , amount], i) => give(engine, id, actors[i] as Actor.Actor, amount))
    )
    return answers.map(({ events }) =>
      events.some(({ event }) => event.event === "compensated")
        ? "given"
        : events.some(({ event }) => event.event === "approval-asked")
          ? "pending"
          : "nothing"
    )
  }
  return { one, two, opened, race }
}

const memory = (): readonly [EventStore, EventStore] => {
  const store = memoryStore()
  return [store, store]
}

const file = (): readonly [EventStore, EventStore] => {
  const folder = mkdtempSync(join(tmpdir(), "hearback-"))
  const stores = [sqlite(join(folder, "loop.db")), sqlite(join(folder, "loop.db"))] as const
  closing.push(() => rmSync(folder, { recursive: true, force: true }))
  for (const store of stores) closing.push(() => store.close())
  return stores
}

describe.each([
  ["in memory", memory],
  ["SQLite", file]
] as const)("two grants at the same time, %s", (_, open) => {
  it("A2 · by two agents on one case: one is given, one is pending", async () => {
    const { one, two, opened, race } = await workers(open)
    const id = await opened("A", "c-1")
    const outcomes = await race([
      [one, id, "ann", 60],
      [two, id, "bob", 60]
    ])
    expect(outcomes.toSorted()).toEqual(["given", "pending"])
    const { state } = await one.cases.load(id)
    expect(state.authority.grants.map(({ amount }) => amount)).toEqual([6000])
  })

  it("A2 · by one agent on two cases in one month: one is given, one is pending", async () => {
    const { one, two, opened, race } = await workers(open)
    const [a, b] = [await opened("A", "c-1"), await opened("B", "c-2")]
    const outcomes = await race([
      [one, a, "ann", 90],
      [two, b, "ann", 90]
    ])
    expect(outcomes.toSorted()).toEqual(["given", "pending"])
  })

  it("A2 · by two agents on two linked cases: speed does not allow splitting an amount", async () => {
    const { one, two, opened, race } = await workers(open)
    const [a, b] = [await opened("A", "c-1"), await opened("B", "c-2")]
    const quin = await person(one, "quin")
    await one.cases.execute({ case: b, command: { do: "set", causeOf: a }, actor: quin, key: "link" })
    await one.work.tick()
    const outcomes = await race([
      [one, a, "ann", 60],
      [two, b, "bob", 60]
    ])
    expect(outcomes.toSorted()).toEqual(["given", "pending"])
  })

  it("A2 · that both fit are both given", async () => {
    const { one, two, opened, race } = await workers(open)
    const [a, b] = [await opened("A", "c-1"), await opened("B", "c-2")]
    const outcomes = await race([
      [one, a, "ann", 60],
      [two, b, "ann", 60]
    ])
    expect(outcomes).toEqual(["given", "given"])
  })
})

describe("an amount in another currency", () => {
  it("A3 · is converted once for each decision by the host's rate, and the record keeps it", async () => {
    const asked: unknown[] = []
    const engine = await openEngine({
      bundle,
      store: memoryStore(),
      keys: memoryKeyStore(),
      clock: { now: () => Date.UTC(2026, 10, 16, 10) },
      directory: directoryOf(people),
      rates: (currency, x) => {
        asked.push([currency, x.to])
        return currency === "EUR" ? { rate: "0.8831", of: "2026-11-13" } : undefined
      }
    })
    const ann = await person(engine, "ann")
    const feedback = { channel: "phone", customer: "c-1", verbatim: "My invoice is wrong" }
    const taken = await engine.intake.take({
      key: "A",
      channel: "phone",
      actor: ann,
      receivedAt: engine.clock.now(),
      feedback
    })
    if (taken.outcome !== "opened") throw new Error(taken.outcome)
    const give = (amount: string, key: string) =>
      engine.cases.execute({
        case: taken.case,
        command: { do: "compensate", amount, reason: "sorry" },
        actor: ann,
        key
      })
    await give("50 EUR", "1")
    await give("20 GBP", "2")
    const { events } = await give("10 USD", "3")
    expect(asked).toEqual([
      ["EUR", "GBP"],
      ["USD", "GBP"]
    ])
    expect(events.map(({ event }) => event.event)).toContain("approval-asked")
    const { state } = await engine.cases.load(taken.case)
    expect(state.authority.grants.map(({ amount }) => amount)).toEqual([4416, 2000])
    const stored = (await engine.cases.history(taken.case)).find(({ event }) => event.event === "compensated")
    expect(stored?.stored.clear).toMatchObject({ exchanged: { amount: "50", currency: "EUR", rate: "0.8831" } })
  })
})

describe("a limit that was raised", () => {
  it("A5 · counts by the policy in force, for a case that is pinned to the old one", async () => {
    const [store, keys] = [memoryStore(), memoryKeyStore()]
    const common = { store, keys, clock: { now: () => Date.UTC(2026, 10, 16, 10) }, directory: directoryOf(people) }
    const before = await openEngine({ ...common, bundle })
    const [ann, sue] = [await person(before, "ann"), await person(before, "sue")]
    const feedback = { channel: "phone", customer: "c-1", verbatim: "My invoice is wrong" }
    const received = { key: "A", channel: "phone", actor: ann, receivedAt: common.clock.now(), feedback }
    const taken = await before.intake.take(received)
    if (taken.outcome !== "opened") throw new Error(taken.outcome)
    const order = { case: taken.case, command: { do: "compensate", amount: 600, reason: "all of it" } as const }
    await before.cases.execute({ ...order, actor: ann, key: "ask" })
    const approve = { case: taken.case, command: { do: "approve" } as const, actor: sue }
    expect((await before.cases.execute({ ...approve, key: "1" })).refusal?.reasons[0]?.code).toBe(
      "authority/over-limit"
    )

    const limits = bundle.authority.limits.map((limit) =>
      limit.role === "supervisor" ? { ...limit, compensate: { perCase: 80_000 } } : limit
    )
    const raised = { ...bundle, content: "raised", authority: { ...bundle.authority, limits } }
    const after = await openEngine({ ...common, bundle: raised, publishFreely: true })
    const { events, state } = await after.cases.execute({ ...approve, key: "2" })
    expect(events.map(({ event }) => event)).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ event: "approved", by: "sue", policy: "raised" }),
        expect.objectContaining({ event: "compensated", amount: 60_000, under: "raised" })
      ])
    )
    expect(state.policy?.content).toBe(bundle.content)
    const asked = (await after.cases.history(taken.case)).find(({ event }) => event.event === "approval-asked")
    expect(asked?.stored.clear).toMatchObject({ approval: { policy: bundle.content } })
  })
})
