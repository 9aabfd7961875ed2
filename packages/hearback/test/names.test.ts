/** A directory, a form and a file can contain any name, also one that every JavaScript object has. */
import { join } from "node:path"
import { type Command, Hearback, isHearbackError, type Loop, memory } from "hearback"
import { afterEach, beforeEach, describe, expect, it } from "vitest"

const policy = join(import.meta.dirname, "../../../examples/first/first.policy.yaml")
const names = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "prototype"]
const people = [
  ...names.map((id) => ({ id, name: id, roles: ["agent", "supervisor"] })),
  { id: "ann", name: "Ann", roles: ["agent"] },
  { id: "max", name: "Max", roles: ["manager"] }
]
let loop: Loop

beforeEach(async () => {
  loop = await Hearback.open({
    policy,
    people: {
      person: async (id) => people.find((one) => one.id === id),
      withRole: async (role) => people.filter(({ roles }) => roles.includes(role)),
      absence: async () => undefined
    },
    store: memory()
  })
})
afterEach(() => loop.close())

const give = { do: "compensate", amount: 400, reason: "goodwill" } as const
const caseOf = async (customer: string): Promise<string> =>
  (await loop.submit({ channel: "phone", customer, verbatim: "My invoice is wrong" })).case

const about = (name: string): readonly Command[] =>
  [
    { do: "set", facts: { [name]: 1 } },
    { do: "pass", gate: name },
    { do: "waive", gate: name, reason: "x" },
    { do: "extend", clock: name, reason: "x" },
    { do: "regrade", to: name, reason: "x" },
    { do: "reclassify", category: name, reason: "x" },
    { do: "approve", approval: name },
    { do: "event", name },
    { do: "pause", reason: name },
    { do: "merge", into: name },
    { do: "split", text: "x", category: name },
    { do: "hand-over", to: name, reason: "x" },
    { do: "delegate", to: name, until: "2099-01-01", roles: [name] }
  ] as readonly Command[]

describe("a person or thing with the name of an object's property", () => {
  it.each(names)("F-R6 · %s asks, is asked, grants and is granted to like any other", async (name) => {
    const id = await caseOf(name)
    const desk = loop.for({ actor: { id: name } })
    expect(await desk.execute(id, give)).toMatchObject({ ok: true })
    expect(await loop.for({ actor: { id: "ann" } }).execute(id, give)).toMatchObject({ ok: true })
    expect((await loop.get(id))?.approvals).toHaveLength(1)
    expect(await loop.for({ actor: { id: "max" } }).execute(id, { do: "approve" })).toMatchObject({ ok: true })
    expect((await loop.get(id))?.compensated).toBe(800)
    expect((await loop.forCustomer(name).list()).items).toHaveLength(1)
    expect((await loop.list({ for: name })).items.length).toBeLessThanOrEqual(1)
  })

  it.each(names)("F-R6 · %s as a word of a command is refused or accepted, never a crash", async (name) => {
    const id = await caseOf("c-1")
    for (const command of about(name))
      expect(await loop.for({ actor: { id: "max" } }).execute(id, command)).toHaveProperty("ok")
    for (const feedback of [{ facts: { [name]: 1 } }, { channel: name }, { kind: name }, { consent: [name] }])
      expect(
        await loop.submit({ channel: "phone", customer: "c-2", verbatim: "It is wrong", ...feedback })
      ).toHaveProperty("outcome", "quarantined")
    for (const query of [{ gate: name }, { kind: name }, { category: name }, { grades: { [name]: name } }])
      await expect(loop.list(query)).rejects.toSatisfy(isHearbackError)
  })
})
