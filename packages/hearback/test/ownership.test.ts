/** Who owns a case if the staff changes, two take it up at once, or a host has its own directory. */
import { join } from "node:path"
import type { Directory, Person } from "@hearback/engine"
import { Hearback, type Loop, memory } from "hearback"
import { afterEach, describe, expect, it } from "vitest"

const policy = join(import.meta.dirname, "../../../examples/first/first.policy.yaml")
const open: Loop[] = []

afterEach(async () => {
  for (const loop of open.splice(0)) await loop.close()
})

/** A directory that the test changes while the loop runs. */
class Staff implements Directory {
  readonly people = new Map<string, Person>()
  readonly away = new Map<string, string | undefined>()

  async person(id: string): Promise<Person | undefined> {
    return this.people.get(id)
  }
  async withRole(role: string): Promise<readonly Person[]> {
    return [...this.people.values()].filter((person) => person.roles.includes(role))
  }
  async absence(id: string): Promise<{ readonly deputy?: string } | undefined> {
    const deputy = this.away.get(id)
    return this.away.has(id) ? (deputy === undefined ? {} : { deputy }) : undefined
  }
  hire(...people: readonly Person[]): void {
    for (const person of people) this.people.set(person.id, person)
  }
}

const words = { channel: "phone", customer: "C-17", verbatim: "My invoice is wrong" }
const as = (loop: Loop, id: string) => loop.for({ actor: { id } })

const start = async (staff: Staff): Promise<Loop> => {
  const loop = await Hearback.open({ policy, people: staff, store: memory() })
  open.push(loop)
  return loop
}
const submitted = async (loop: Pick<Loop, "submit">): Promise<string> => {
  const receipt = await loop.submit(words)
  if (receipt.outcome === "quarantined") throw new Error(receipt.reason)
  return receipt.case
}
const agents: readonly Person[] = [
  { id: "ann", roles: ["agent"] },
  { id: "ben", roles: ["agent"] },
  { id: "sue", roles: ["supervisor"] }
]

describe("ownership with a host's directory", () => {
  it("O1 · of two who take it up at the same time, one owns it and the other collaborates", async () => {
    const staff = new Staff()
    const loop = await start(staff)
    const id = await submitted(loop)
    expect((await loop.get(id))?.owner).toBe("system:custodian")
    staff.hire(...agents)
    const answers = await Promise.all(["ann", "ben"].map((who) => as(loop, who).execute(id, { do: "take-up" })))
    expect(answers.map(({ ok }) => ok)).toEqual([true, true])
    const view = await loop.get(id)
    expect([view?.owner, ...(view?.team ?? [])].sort()).toEqual(["ann", "ben"])
  })

  it("O5 · goes to the lead in the same step in which the owner has lost their role", async () => {
    const staff = new Staff()
    staff.hire(...agents)
    const loop = await start(staff)
    const id = await submitted(as(loop, "ann"))
    staff.hire({ id: "ann", roles: [] })
    const answer = await as(loop, "sue").execute(id, { do: "note", text: "who has this?" })
    expect(answer.ok && answer.events.map(({ event }) => event)).toEqual(
      expect.arrayContaining(["owner-assigned", "note-added"])
    )
    expect((await loop.get(id))?.owner).toBe("sue")
  })

  it("O5 · during an absence: the deputy sees the owner's steps, and takes them", async () => {
    const staff = new Staff()
    staff.hire(...agents)
    const loop = await start(staff)
    const id = await submitted(as(loop, "ann"))
    expect((await as(loop, "ben").get(id))?.allowed).not.toContain("pass acknowledged")
    staff.away.set("ann", "ben")
    expect((await as(loop, "ben").get(id))?.allowed).toContain("pass acknowledged")
    const answer = await as(loop, "ben").execute(id, { do: "pass", gate: "acknowledged" })
    expect(answer.ok && answer.events[0]).toMatchObject({ event: "deputy-acted", body: { by: "ben", for: "ann" } })
    expect((await loop.get(id))?.owner).toBe("ann")
  })

  it("A4 · a role that nobody has any more is lent no more", async () => {
    const staff = new Staff()
    const until = Date.now() + 86_400_000
    staff.hire(...agents, { id: "max", roles: ["manager"] })
    staff.hire({ id: "sue", roles: ["agent"], delegates: [{ to: "ben", roles: ["supervisor"], until }] })
    const loop = await start(staff)
    const id = await submitted(as(loop, "ann"))
    await as(loop, "ann").execute(id, { do: "compensate", amount: 600, reason: "sorry" })
    const answer = await as(loop, "ben").execute(id, { do: "approve" })
    expect(answer.ok).toBe(false)
    staff.hire({ id: "sue", roles: ["supervisor"], delegates: [{ to: "ben", roles: ["supervisor"], until }] })
    expect((await as(loop, "ben").execute(id, { do: "approve" })).ok).toBe(true)
  })
})

describe("what the directory says of a person", () => {
  it("decides the language of a notice to them", async () => {
    const staff = new Staff()
    staff.hire({ id: "ann", roles: ["agent"] }, { id: "sue", roles: ["supervisor"], language: "zh-CN" })
    const loop = await start(staff)
    const id = await submitted(as(loop, "ann"))
    const asked = await as(loop, "ann").execute(id, { do: "compensate", amount: 900, reason: "third error" })
    const notice = asked.ok ? asked.events.find(({ event }) => event === "message-queued")?.body : undefined
    expect(notice).toMatchObject({ to: "sue", language: "zh-CN", text: expect.stringMatching(/\p{Script=Han}/u) })
  })
})
