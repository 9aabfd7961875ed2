/** Who may act on a case, with the loop that a host opens. */
import { join } from "node:path"
import { type ActorReference, type Command, Hearback, type Loop, memory } from "hearback"
import { afterEach, describe, expect, it } from "vitest"

const policy = join(import.meta.dirname, "../../../examples/first/first.policy.yaml")
const people = [
  { id: "ann", name: "Ann", roles: ["agent"] },
  { id: "bob", name: "Bob", roles: ["agent"] },
  { id: "sue", name: "Sue", roles: ["supervisor"] },
  { id: "olga", name: "Olga", roles: ["warehouse"] },
  // A directory can contain anything: these ids belong to no person.
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
  )("F-R1 · refuse $command.do by $by as $code, and every promise stays as it was", async ({ command, by, code }) => {
    const { loop, id } = await start()
    const before = await loop.get(id)
    const answer = await loop.for({ actor: by }).execute(id, command)
    expect(answer.ok ? "done" : answer.rejection.reasons.map((one) => one.code)).toContain(code)
    const after = await loop.get(id)
    expect(after?.clocks.length).toBeGreaterThan(0)
    expect([after?.clocks, after?.waits]).toEqual([before?.clocks, before?.waits])
  })

  it.each([{ id: undefined }, { id: "" }, { id: " " }, {}, { id: "ann", customer: "C-17" }, { anonymous: false }])(
    "F-R2 · treat %j as nobody, never as the host",
    (actor) =>
      expect(() => start().then(({ loop }) => loop.for({ actor } as never))).rejects.toMatchObject({
        code: "actor/invalid"
      })
  )

  /** Ids that are said to be persons, but look like other actors in the record. */
  const disguised = [
    { id: "system:x" },
    { id: "system:host" },
    { id: "customer:C-17" },
    { id: "channel:email" },
    { id: "anonymous" }
  ]

  it.each(disguised)("F-R2 · refuse commands of $id, even if the directory has it", async (actor) => {
    const { loop, id } = await start()
    const before = await loop.get(id)
    for (const command of [...ofStaff, { do: "withdraw" }, { do: "set", facts: { amount: 1 } }] as readonly Command[]) {
      const answer = await loop.for({ actor }).execute(id, command)
      expect(answer.ok ? "done" : answer.rejection.reasons.map((one) => one.code)).toEqual(["people/unknown"])
    }
    expect((await loop.get(id))?.version).toBe(before?.version)
  })

  it.each(disguised)("F-R2 · keep feedback of $id, as received by its channel", async (actor) => {
    const { loop } = await start()
    const receipt = await loop.for({ actor }).submit({ channel: "phone", customer: "C-20", verbatim: "It is late" })
    expect(receipt.outcome).toBe("opened")
    if (receipt.outcome === "quarantined") throw new Error(receipt.reason)
    const names: string[] = []
    for await (const event of loop.events({ case: receipt.case })) names.push(JSON.stringify(event))
    expect(names.join("\n")).not.toContain(`"${actor.id}"`)
  })

  it("F-R2 · treat a person and a customer with one id as two, each with the rights of their kind", async () => {
    const { loop } = await start()
    const receipt = await loop.submit({ channel: "phone", customer: "ann", verbatim: "My invoice is wrong" })
    if (receipt.outcome === "quarantined") throw new Error(receipt.reason)
    const noted = await loop.for({ actor: { customer: "ann" } }).execute(receipt.case, { do: "note", text: "x" })
    expect(noted).toMatchObject({ ok: false, rejection: { code: "command/wrong-person" } })
    const byStaff = await loop.for({ actor: { id: "ann" } }).execute(receipt.case, { do: "note", text: "x" })
    expect(byStaff.ok).toBe(true)
  })

  /** Feedback claims a customer; a desk can claim no more than its actor may. */
  const claims: readonly (readonly [ActorReference, object, string])[] = [
    [{ customer: "mallory" }, { customer: "C-17" }, "customer"],
    [{ customer: "mallory" }, { customer: { id: "C-17", name: "Ida" } }, "customer"],
    [{ customer: "mallory" }, { automatic: true }, "automatic"],
    [{ anonymous: true }, { customer: "C-17" }, "customer"],
    [{ anonymous: true }, { automatic: true }, "automatic"],
    [{ id: "ghost" }, { customer: "C-17", thread: "of the case" }, "thread"],
    [{ id: "ghost" }, { automatic: true }, "automatic"]
  ]

  it.each(claims)(
    "F-R1 · put feedback of %j that claims %j into quarantine, and the case is unchanged",
    async (by, says, field) => {
      const { loop, id } = await start()
      const before = await loop.get(id)
      const desk = loop.for({ actor: by })
      const receipt = await desk.submit({ channel: "phone", verbatim: "It is settled", ...says, thread: id })
      expect(receipt).toMatchObject({ outcome: "quarantined", reason: `intake/not-yours ${field}` })
      expect((await loop.get(id))?.version).toBe(before?.version)
      const [waiting] = await loop.quarantine.list()
      expect(waiting?.raw).toContain("It is settled")
      // After release it claims no more than before; the staff decide whose it is.
      const again = await loop.quarantine.release(
        receipt.case,
        { channel: "phone", verbatim: "x", ...says, thread: id } as never,
        {
          actor: by
        }
      )
      expect(again.outcome).toBe("quarantined")
    }
  )

  it("F-R1 · treat feedback on the desk of a customer as theirs", async () => {
    const { loop } = await start()
    const receipt = await loop.for({ actor: { customer: "C-40" } }).submit({ channel: "phone", verbatim: "It is late" })
    expect((await loop.get(receipt.case))?.customer).toBe("C-40")
  })

  it.each([{}, { foo: 1 }, { customer: " " }, { id: "sue", customer: "C-17" }, null])(
    "F-R2 · let nobody release from quarantine as %j",
    async (actor) => {
      const { loop } = await start()
      const receipt = await loop.submit({ channel: "phone" })
      const released = loop.quarantine.release(receipt.case, { channel: "phone", verbatim: "late" }, { actor } as never)
      await expect(released).rejects.toMatchObject({ code: "actor/invalid" })
    }
  )

  it.each([
    ...[undefined, null, 5, "", " ", "customer:C-17", [], {}, { customer: " " }, { anonymous: true }],
    // A person is a text here; otherwise an object that names one would be taken for a customer without an id.
    ...[{ id: "sue" }, { id: "system:host" }, { customer: "C-17", id: "sue" }, { customer: "C-17", roles: ["manager"] }]
  ])("F-R2 · let nobody erase as %j", async (by) => {
    const { loop } = await start()
    const erased = loop.customers.erase("C-17", { by: by as never, reason: "asked", evenIfKept: true })
    await expect(erased).rejects.toMatchObject({ code: "actor/invalid" })
  })

  it("F-R2 · read all members of an actor, own or inherited", () =>
    expect(() =>
      start().then(({ loop }) => loop.for({ actor: Object.assign(Object.create({ id: "sue" }), { customer: "C-1" }) }))
    ).rejects.toMatchObject({ code: "actor/invalid" }))

  it("refuse an invalid command with its shape", async () => {
    const { loop, id } = await start()
    for (const command of [null, undefined, 5, "close", []])
      expect(await loop.execute(id, command as never)).toMatchObject({
        ok: false,
        rejection: { code: "command/shape" }
      })
  })

  /** What a step and a list both depend on: the same case, people, ledger and time. */
  describe("a list of permissions agrees with the answers to commands", () => {
    const listed = async (loop: Loop, id: string, actor: ActorReference, command: string) =>
      (await loop.for({ actor }).get(id))?.permissions.find((one) => one.command === command)

    it("F-R1 · for an unknown id, with the reason that a command gives", async () => {
      const { loop } = await start()
      const receipt = await loop.submit({ channel: "phone", verbatim: "My parcel is late" })
      if (receipt.outcome === "quarantined") throw new Error(receipt.reason)
      const view = await loop.for({ actor: { id: "ghost" } }).get(receipt.case)
      expect(view?.permissions.length).toBeGreaterThan(10)
      expect(view?.permissions.filter((one) => one.allowed)).toEqual([])
      expect(new Set(view?.permissions.map((one) => one.reasons[0]?.code))).toEqual(new Set(["people/unknown"]))
    })

    it("for a person of the directory without a role of the policy", async () => {
      const { loop, id } = await start()
      expect(await listed(loop, id, { id: "olga" }, "note")).toMatchObject({ allowed: true })
      const noted = await loop.for({ actor: { id: "olga" } }).execute(id, { do: "note", text: "seen" })
      expect(noted.ok).toBe(true)
    })

    it("for closing while gates are open, and for a second handover", async () => {
      const { loop, id } = await start()
      const close = await listed(loop, id, { id: "ann" }, "close")
      expect(close?.allowed).toBe(false)
      expect(new Set(close?.reasons.map((one) => one.code))).toEqual(new Set(["loop/gates-open"]))
      const offered = { do: "hand-over", to: "bob", reason: "leave" } as const
      expect((await loop.for({ actor: { id: "ann" } }).execute(id, offered)).ok).toBe(true)
      const again = await listed(loop, id, { id: "ann" }, "hand-over")
      expect(again).toMatchObject({ allowed: false, reasons: [{ code: "ownership/offer-pending" }] })
    })

    it("for an approval, which counts grants on other cases in the list, too", async () => {
      const { loop, id } = await start()
      const sue = loop.for({ actor: { id: "sue" } })
      // A supervisor's month ends at 40,000.
      for (let i = 0; i < 20; i++) {
        const other = await loop.submit({ channel: "phone", customer: `C-${i + 30}`, verbatim: "My invoice is wrong" })
        const given = await sue.execute(other.case, { do: "compensate", amount: 2000, reason: "x" })
        expect(given.ok).toBe(true)
      }
      await loop.for({ actor: { id: "ann" } }).execute(id, { do: "compensate", amount: 600, reason: "x" })
      const approve = await listed(loop, id, { id: "sue" }, "approve")
      expect(approve).toMatchObject({ allowed: false, reasons: [{ code: "authority/over-limit" }] })
      const answer = await sue.execute(id, { do: "approve" })
      expect(answer.ok ? [] : answer.rejection.reasons.map((one) => one.code)).toEqual(
        approve?.reasons.map((one) => one.code)
      )
    })
  })
})
