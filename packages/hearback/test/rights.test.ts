/** Who may act on a case, through the loop that a host opens. */
import { join } from "node:path"
import { type Command, Hearback, type Loop, memory } from "hearback"
import { afterEach, describe, expect, it } from "vitest"

const policy = join(import.meta.dirname, "../../../examples/first/first.policy.yaml")
const people = [
  { id: "ann", name: "Ann", roles: ["agent"] },
  // A directory may hold anything: these ids are nobody's.
  ...["system:x", "system:host", "customer:C-17", "channel:email", "anonymous"].map((id) => ({
    id,
    name: id,
    roles: ["agent", "supervisor", "manager"]
  }))
]
const open: Loop[] = []

afterEach(async () => {
  for (const loop of open.splice(0)) await loop.close()
})

const start = async (): Promise<{ readonly loop: Loop; readonly id: string }> => {
  const staff = {
    person: async (id: string) => people.find((one) => one.id === id),
    withRole: async () => people,
    absence: async () => undefined
  }
  const loop = await Hearback.open({ policy, people: staff, store: memory() })
  open.push(loop)
  const receipt = await loop.submit({ channel: "phone", customer: "C-17", verbatim: "My invoice is wrong" })
  if (receipt.outcome === "quarantined") throw new Error(receipt.reason)
  return { loop, id: receipt.case }
}

const ofStaff: readonly Command[] = [
  { do: "note", text: "seen" },
  { do: "pause", reason: "waiting" },
  { do: "resume" },
  { do: "write", text: "out of office", automatic: true }
]

describe("rights", () => {
  it.each(
    ofStaff.flatMap((command) => [
      { command, by: { id: "mallory" }, code: "people/unknown" },
      { command, by: { id: "system:host" }, code: "people/unknown" },
      { command, by: { customer: "C-18" }, code: "command/wrong-person" }
    ])
  )(
    "F-R1 · $command.do by $by is refused as $code, and every promise stands as it stood",
    async ({ command, by, code }) => {
      const { loop, id } = await start()
      const before = await loop.get(id)
      const answer = await loop.for({ actor: by }).execute(id, command)
      expect(answer.ok ? "done" : answer.rejection.reasons.map((one) => one.code)).toContain(code)
      const after = await loop.get(id)
      expect(after?.clocks.length).toBeGreaterThan(0)
      expect([after?.clocks, after?.waits]).toEqual([before?.clocks, before?.waits])
    }
  )

  it.each([{ id: undefined }, { id: "" }, { id: " " }, {}, { id: "ann", customer: "C-17" }, { anonymous: false }])(
    "F-R2 · %j is nobody, never the host",
    (actor) =>
      expect(() => start().then(({ loop }) => loop.for({ actor } as never))).rejects.toMatchObject({
        code: "actor/invalid"
      })
  )

  /** Each is said to be a person, and is named as the record names others. */
  const disguised = [
    { id: "system:x" },
    { id: "system:host" },
    { id: "customer:C-17" },
    { id: "channel:email" },
    { id: "anonymous" }
  ]

  it.each(disguised)("F-R2 · $id, though the directory has it, gives no command", async (actor) => {
    const { loop, id } = await start()
    const before = await loop.get(id)
    for (const command of [...ofStaff, { do: "withdraw" }, { do: "set", facts: { amount: 1 } }] as readonly Command[]) {
      const answer = await loop.for({ actor }).execute(id, command)
      expect(answer.ok ? "done" : answer.rejection.reasons.map((one) => one.code)).toEqual(["people/unknown"])
    }
    expect((await loop.get(id))?.version).toBe(before?.version)
  })

  it.each(disguised)("F-R2 · feedback that $id hands in is kept, as taken by its channel", async (actor) => {
    const { loop } = await start()
    const receipt = await loop.for({ actor }).submit({ channel: "phone", customer: "C-20", verbatim: "It is late" })
    expect(receipt.outcome).toBe("opened")
    if (receipt.outcome === "quarantined") throw new Error(receipt.reason)
    const names: string[] = []
    for await (const event of loop.events({ case: receipt.case })) names.push(JSON.stringify(event))
    expect(names.join("\n")).not.toContain(`"${actor.id}"`)
  })

  it("F-R2 · a person and a customer of one id are two: each may what their own kind may", async () => {
    const { loop } = await start()
    const receipt = await loop.submit({ channel: "phone", customer: "ann", verbatim: "My invoice is wrong" })
    if (receipt.outcome === "quarantined") throw new Error(receipt.reason)
    const noted = await loop.for({ actor: { customer: "ann" } }).execute(receipt.case, { do: "note", text: "x" })
    expect(noted).toMatchObject({ ok: false, rejection: { code: "command/wrong-person" } })
    const byStaff = await loop.for({ actor: { id: "ann" } }).execute(receipt.case, { do: "note", text: "x" })
    expect(byStaff.ok).toBe(true)
  })
})
