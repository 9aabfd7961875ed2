/** Messages that are sent together. The policy joins notices to one person within thirty minutes. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Actor, Bundle } from "@hearback/core"
import { type Channel, type Engine, memoryKeyStore, memoryStore, type Outgoing, openEngine } from "@hearback/engine"
import { readPeople } from "@hearback/policy"
import { compileFile } from "@hearback/policy/node"
import { describe, expect, it } from "vitest"
import { directoryOf } from "../src/open/PeopleDirectory.ts"

/** Returns a person of the directory as the engine knows them. */
const person = async (engine: Engine, id: string): Promise<Actor.Actor> => {
  const found = await engine.staff.person(id)
  if (found === undefined) throw new Error(`the directory has no ${id}`)
  return found
}

const cases = join(import.meta.dirname, "scenario/cases")
const bundle = compileFile(join(cases, "standing.policy.yaml")).bundle as Bundle.Bundle
const file = { path: "people.yaml", text: readFileSync(join(cases, "people.yaml"), "utf8") }
const { people } = readPeople(file, bundle)
if (people === undefined) throw new Error("the people file of the cases cannot be read")

const start = async (fate: (n: number) => "sent" | "deferred" = () => "sent") => {
  let now = Date.UTC(2026, 10, 16, 9)
  const sent: Outgoing[] = []
  let tries = 0
  const channel: Channel = {
    name: "test",
    audiences: ["customer", "staff"],
    needsAddress: false,
    send: async (message) => {
      const delivery = fate(tries++)
      if (delivery === "sent") sent.push(message)
      return { delivery }
    }
  }
  const engine = await openEngine({
    bundle,
    store: memoryStore(),
    keys: memoryKeyStore(),
    clock: { now: () => now },
    directory: directoryOf(people),
    channels: [channel]
  })
  const ann = await person(engine, "ann")
  const submit = async (customer: string): Promise<string> => {
    const feedback = { channel: "phone", customer, verbatim: "My invoice is wrong" }
    const taken = await engine.intake.take({ key: customer, channel: "phone", actor: ann, receivedAt: now, feedback })
    if (taken.outcome !== "opened") throw new Error(taken.outcome)
    return taken.case
  }
  const to = (person: string) => sent.filter((message) => message.to.id === person)
  return {
    engine,
    submit,
    to,
    goTo: async (at: string) => {
      now = Date.parse(at)
      await engine.work.tick()
    }
  }
}

describe("digests", () => {
  it("P23 · after six hours without a tick contain each level of each case once, in one message a person", async () => {
    const { submit, to, goTo } = await start()
    const ids = [await submit("c-1"), await submit("c-2"), await submit("c-3")]
    await goTo("2026-11-16T09:00:00Z")
    await goTo("2026-11-16T18:00:00Z")
    for (const person of ["ann", "sue"]) {
      expect(to(person)).toHaveLength(1)
      const contains = to(person)[0]?.contains ?? []
      expect(to(person)[0]?.message).toBe("digest")
      for (const id of ids) {
        expect(contains.filter((one) => one.case === id).length).toBeGreaterThanOrEqual(2)
        expect(to(person)[0]?.text).toContain(id)
      }
    }
    // Two promises of each case were missed and an alarm was raised: each is reported once.
    const overdue = to("sue")[0]?.contains?.filter(({ message }) => message === "overdue") ?? []
    expect(overdue.filter((one) => one.case === ids[0])).toHaveLength(3)
  })

  it("leave a single notice unchanged, and join later ones to a notice that was delayed", async () => {
    let isDown = true
    const { engine, submit, to, goTo } = await start(() => (isDown ? "deferred" : "sent"))
    const id = await submit("c-1")
    const ann = await person(engine, "ann")
    const give = (key: string) =>
      engine.cases.execute({ case: id, command: { do: "compensate", amount: 300, reason: "sorry" }, actor: ann, key })
    await give("1")
    await goTo("2026-11-16T09:00:10Z")
    expect(to("sue")).toEqual([])
    await give("2")
    isDown = false
    await goTo("2026-11-16T09:01:00Z")
    expect(to("sue")).toMatchObject([{ message: "digest", contains: [{ message: "approval-asked" }, {}] }])
    await give("3")
    await goTo("2026-11-16T09:20:00Z")
    expect(to("sue")).toHaveLength(1)
    await goTo("2026-11-16T09:31:00Z")
    expect(to("sue")[1]).toMatchObject({ message: "approval-asked", subject: `${id} needs your decision`, thread: id })
    expect(to("sue")[1]?.contains).toBeUndefined()
  })
})
