/** A channel that does not answer beside others that do. */
import { describe, expect, it } from "vitest"
import { heldChannel, makeHosts, quickChannel, settled } from "./Hosts.ts"

const readers = (messages: readonly { readonly to: { readonly id?: string } }[]): readonly string[] =>
  messages.flatMap(({ to }) => to.id ?? []).sort()

const many = Array.from({ length: 12 }, (_, n) => `c-${n + 10}`)

describe("each channel has its own workers", () => {
  it("a channel that does not answer delays no other, however many messages wait for it", async () => {
    const hosts = makeHosts()
    const [email, phone, staff] = [heldChannel("email"), quickChannel(undefined, "phone"), quickChannel()]
    const engine = await hosts.open(email.channel, {
      channels: [email.channel, phone.channel, { ...staff.channel, audiences: ["staff"] }],
      routes: { staff: "post" },
      delivery: { concurrency: 2 }
    })
    for (const id of many) await hosts.submit(engine, `mail-${id}`, { channel: "email" })
    const [first = expect.fail()] = await Promise.all(many.map((id) => hosts.submit(engine, id)))
    await hosts.asks(engine, first, "1")
    const tick = engine.work.tick()
    await email.hasGiven(2)
    await expect.poll(() => readers(phone.given)).toEqual(many)
    await expect.poll(() => readers(staff.given)).toEqual(["sue"])
    expect(email.given).toHaveLength(2)
    // A message that comes meanwhile is sent by the next tick, beside the one that waits.
    await hosts.submit(engine, "c-99")
    void engine.work.tick()
    await expect.poll(() => readers(phone.given)).toEqual([...many, "c-99"])
    while (email.answerAll() > 0) await settled()
    await tick
    expect(email.given).toHaveLength(many.length)
  })

  it("a message that uses another channel, because it lacks an address, takes a worker of that channel", async () => {
    const hosts = makeHosts()
    const [email, phone] = [heldChannel("email"), quickChannel(undefined, "phone")]
    const engine = await hosts.open(phone.channel, {
      channels: [
        { ...email.channel, needsAddress: true, accept: (address) => address.includes("@") },
        { ...phone.channel, needsAddress: true, accept: (address) => /^[0-9]+$/u.test(address) }
      ],
      routes: { staff: false },
      delivery: { concurrency: 2 }
    })
    // The customer wrote mail and has called since, so messages use the phone, whose number is unknown.
    for (const id of many) {
      const own = await hosts.submit(engine, `mail-${id}`, {
        channel: "email",
        addresses: { email: `${id}@example.com` }
      })
      await hosts.writes(engine, own, `mail-${id}`, `${id}/1`, "phone")
      await hosts.tells(engine, own, `${id}/2`)
    }
    for (const id of many) await hosts.submit(engine, id, { addresses: { phone: "13912345678" } })
    const tick = engine.work.tick()
    await email.hasGiven(2)
    await expect.poll(() => readers(phone.given)).toEqual(many)
    expect(email.given).toHaveLength(2)
    while (email.answerAll() > 0) await settled()
    await tick
    expect(readers(email.given)).toEqual(many.flatMap((id) => [`mail-${id}`, `mail-${id}`]))
  })
})
