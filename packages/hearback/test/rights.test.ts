/** Who may act on a case, through the loop that a host opens. */
import { join } from "node:path"
import { type ActorReference, type Command, Hearback, type Loop, memory } from "hearback"
import { afterEach, describe, expect, it } from "vitest"

const policy = join(import.meta.dirname, "../../../examples/first/first.policy.yaml")
const people = [
  { id: "ann", name: "Ann", roles: ["agent"] },
  { id: "bob", name: "Bob", roles: ["agent"] },
  { id: "sue", name: "Sue", roles: ["supervisor"] },
  { id: "olga", name: "Olga", roles: ["warehouse"] },
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

  /** Feedback speaks for a customer: a desk says no more than its actor may. */
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
    "F-R1 · feedback of %j that says %j waits in quarantine, and the case stands",
    async (by, says, field) => {
      const { loop, id } = await start()
      const before = await loop.get(id)
      const desk = loop.for({ actor: by })
      const receipt = await desk.submit({ channel: "phone", verbatim: "It is settled", ...says, thread: id })
      expect(receipt).toMatchObject({ outcome: "quarantined", reason: `intake/not-yours ${field}` })
      expect((await loop.get(id))?.version).toBe(before?.version)
      const [waiting] = await loop.quarantine.list()
      expect(waiting?.raw).toContain("It is settled")
      // Released for them it says no more than before; the staff decide whose it is.
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

  it("F-R1 · feedback on the desk of a customer is theirs", async () => {
    const { loop } = await start()
    const receipt = await loop.for({ actor: { customer: "C-40" } }).submit({ channel: "phone", verbatim: "It is late" })
    expect((await loop.get(receipt.case))?.customer).toBe("C-40")
  })

  it.each([{}, { foo: 1 }, { customer: " " }, { id: "sue", customer: "C-17" }, null])(
    "F-R2 · nothing is released from quarantine by %j",
    async (actor) => {
      const { loop } = await start()
      const receipt = await loop.submit({ channel: "phone" })
      const released = loop.quarantine.release(receipt.case, { channel: "phone", verbatim: "late" }, { actor } as never)
      await expect(released).rejects.toMatchObject({ code: "actor/invalid" })
    }
  )

  it.each([
    ...[undefined, null, 5, "", " ", "customer:C-17", [], {}, { customer: " " }, { anonymous: true }],
    // A person is a text here: an object that names one would otherwise be taken for a customer without an id.
    ...[{ id: "sue" }, { id: "system:host" }, { customer: "C-17", id: "sue" }, { customer: "C-17", roles: ["manager"] }]
  ])("F-R2 · nobody is erased by %j", async (by) => {
    const { loop } = await start()
    const erased = loop.customers.erase("C-17", { by: by as never, reason: "asked", evenIfKept: true })
    await expect(erased).rejects.toMatchObject({ code: "actor/invalid" })
  })

  it("F-R2 · an actor is what an object says itself or inherits, whole", () =>
    expect(() =>
      start().then(({ loop }) => loop.for({ actor: Object.assign(Object.create({ id: "sue" }), { customer: "C-1" }) }))
    ).rejects.toMatchObject({ code: "actor/invalid" }))

  it("a command that is none is refused with its shape", async () => {
    const { loop, id } = await start()
    for (const command of [null, undefined, 5, "close", []])
      expect(await loop.execute(id, command as never)).toMatchObject({
        ok: false,
        rejection: { code: "command/shape" }
      })
  })

  /** What a step decides on and what a list is read from: the same case, the same people, the same ledger, the same time. */
  describe("what is listed is what a command is answered", () => {
    const listed = async (loop: Loop, id: string, actor: ActorReference, command: string) =>
      (await loop.for({ actor }).get(id))?.permissions.find((one) => one.command === command)

    it("F-R1 · an id that nobody has is listed nothing, for the reason that a command gives", async () => {
      const { loop } = await start()
      const receipt = await loop.submit({ channel: "phone", verbatim: "My parcel is late" })
      if (receipt.outcome === "quarantined") throw new Error(receipt.reason)
      const view = await loop.for({ actor: { id: "ghost" } }).get(receipt.case)
      expect(view?.permissions.length).toBeGreaterThan(10)
      expect(view?.permissions.filter((one) => one.allowed)).toEqual([])
      expect(new Set(view?.permissions.map((one) => one.reasons[0]?.code))).toEqual(new Set(["people/unknown"]))
    })

    it("somebody of the directory without a role of the policy is listed what they may do", async () => {
      const { loop, id } = await start()
      expect(await listed(loop, id, { id: "olga" }, "note")).toMatchObject({ allowed: true })
      const noted = await loop.for({ actor: { id: "olga" } }).execute(id, { do: "note", text: "seen" })
      expect(noted.ok).toBe(true)
    })

    it("closing is not listed while gates are open, nor a second handover", async () => {
      const { loop, id } = await start()
      const close = await listed(loop, id, { id: "ann" }, "close")
      expect(close?.allowed).toBe(false)
      expect(new Set(close?.reasons.map((one) => one.code))).toEqual(new Set(["loop/gates-open"]))
      const offered = { do: "hand-over", to: "bob", reason: "leave" } as const
      expect((await loop.for({ actor: { id: "ann" } }).execute(id, offered)).ok).toBe(true)
      const again = await listed(loop, id, { id: "ann" }, "hand-over")
      expect(again).toMatchObject({ allowed: false, reasons: [{ code: "ownership/offer-pending" }] })
    })

    it("an approval counts what was given on other cases, in the list as in the answer", async () => {
      const { loop, id } = await start()
      const sue = loop.for({ actor: { id: "sue" } })
      // The month of a supervisor ends at 40,000.
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
