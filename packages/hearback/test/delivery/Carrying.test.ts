/**
 * The properties of a channel are used: the length of texts, threads, HTML and delays; and what it receives is
 * submitted.
 */
import type { Channel, Delivery, Inbound, Outgoing, Taken } from "@hearback/engine"
import { Hearback, type Loop, memory, type OpenOptions } from "hearback"
import { describe, expect, it, onTestFinished } from "vitest"
import { testLoop } from "../../src/testing.ts"
import { shop } from "../Shop.ts"

const policy = `
messages:
  receipt: "We have it. **Ann** answers for it & <b>you</b> will hear."
`
const people = `
people:
  ann: { name: Ann, roles: [agent], address: ann@shop.example }
customers:
  c-1: { name: Ida }
`
const files = () => shop({ policy, people })
const mail = (more: Partial<Channel> = {}, answer: (n: number) => Delivery = () => ({ delivery: "sent" })) => {
  const sent: Outgoing[] = []
  const channel: Channel = {
    name: "email",
    audiences: ["customer", "staff"],
    send: async (message) => {
      sent.push(message)
      return answer(sent.length)
    },
    ...more
  }
  return { channel, sent, toCustomer: () => sent.filter(({ audience }) => audience === "customer") }
}
const start = (channel: Channel) => testLoop(files(), { at: "2026-11-16 09:00", channels: [channel] })
const ida = { channel: "email", customer: { id: "c-1", address: "ida@example.com" }, verbatim: "The invoice is wrong." }
const asAnn = { actor: { id: "ann" } } as const

describe("F-D8 · a property of a channel", () => {
  it("F-D8 · maxLength: a longer text is sent in numbered parts, nothing of it is lost, and another try repeats their keys", async () => {
    const { channel, sent, toCustomer } = mail({ maxLength: 60, threads: true })
    const loop = await start(channel)
    const { case: id = "" } = await loop.submit(ida)
    await loop.tick()
    sent.length = 0
    const text = `Dear Ida, ${"we looked at the invoice again. ".repeat(12)}You are right 👩‍👩‍👧.`
    await loop.for(asAnn).execute(id, { do: "write", text })
    await loop.tick()
    const parts = toCustomer()
    expect(parts.length).toBeGreaterThan(5)
    expect(parts.every((one) => one.text.length <= 60)).toBe(true)
    expect(parts.map(({ part }) => part)).toEqual(parts.map((_, n) => ({ number: n + 1, of: parts.length })))
    expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length)
    expect(parts.map((one) => one.text.replace(/ \(\d+\/\d+\)$/, "")).join(" ")).toBe(text)
    expect(parts[0]?.text).toMatch(/\(1\/\d+\)$/)
  })

  it("F-D8 · maxLength: a part that was delayed is sent again with those before it, with the same keys", async () => {
    let isFull = true
    const { channel, toCustomer } = mail({ maxLength: 40, threads: true }, (n) =>
      n === 2 && isFull ? { delivery: "deferred", retryAfterMs: 60_000 } : { delivery: "sent" }
    )
    const loop = await start(channel)
    const { case: id = "" } = await loop.submit(ida)
    await loop.tick()
    isFull = false
    await loop.advance("2 minutes")
    const keys = toCustomer().flatMap(({ key, thread }) => (thread === id ? [key] : []))
    expect(keys.length).toBeGreaterThan(2)
    expect(new Set(keys).size).toBeLessThan(keys.length)
    expect(await loop.undelivered.list()).toEqual([])
  })

  it("F-D8 · threads: a channel whose replies name no case gets a text with the case", async () => {
    for (const threads of [true, false]) {
      const { channel, toCustomer } = mail({ threads })
      const loop = await start(channel)
      const { case: id = "" } = await loop.submit(ida)
      await loop.for(asAnn).execute(id, { do: "write", text: `It is about ${id}.` })
      await loop.tick()
      const [receipt, word] = toCustomer()
      expect(receipt?.thread).toBe(id)
      expect(receipt?.text.endsWith(`\n\nReference: ${id}`)).toBe(!threads)
      expect(word?.text).toBe(`It is about ${id}.`)
    }
  })

  it("F-D8 · reference: it is kept with the case, and later messages to the same person have it", async () => {
    const { channel, sent } = mail({ threads: true }, (n) => ({ delivery: "sent", reference: `<${n}@mail>` }))
    const loop = await start(channel)
    const { case: id = "" } = await loop.submit(ida)
    await loop.tick()
    const other = await loop.submit({ ...ida, customer: { id: "c-2", address: "two@example.com" } })
    await loop.tick()
    await loop.for(asAnn).execute(id, { do: "write", text: "One." })
    await loop.tick()
    await loop.for(asAnn).execute(id, { do: "write", text: "Two." })
    await loop.tick()
    const mine = sent.flatMap((one, n) =>
      one.thread === id && one.audience === "customer" ? [{ ...one, n: n + 1 }] : []
    )
    expect(mine.length).toBeGreaterThan(2)
    expect(mine.map(({ inReplyTo }) => inReplyTo)).toEqual([
      undefined,
      ...mine.slice(0, -1).map(({ n }) => `<${n}@mail>`)
    ])
    expect(
      sent.find(({ thread, audience }) => thread === other.case && audience === "customer")?.inReplyTo
    ).toBeUndefined()
    await loop.crash()
    await loop.for(asAnn).execute(id, { do: "write", text: "Three." })
    await loop.tick()
    expect(sent.at(-1)?.inReplyTo).toBe(`<${mine.at(-1)?.n}@mail>`)
  })

  it("F-D8 · html: only a channel that accepts it gets it, and texts of people never become a tag or a link", async () => {
    const { channel, toCustomer } = mail({ html: true, threads: true })
    const loop = await start(channel)
    const { case: id = "" } = await loop.submit(ida)
    await loop.tick()
    await loop
      .for(asAnn)
      .execute(id, { do: "write", text: "Two:\n\n- one\n- <script>x</script>\n\n[here](javascript:x)\nEnd" })
    await loop.tick()
    const [receipt, word] = toCustomer()
    expect(receipt?.html).toBe(
      '<div lang="en"><p>We have it. <strong>Ann</strong> answers for it &amp; &lt;b&gt;you&lt;/b&gt; will hear.</p></div>'
    )
    expect(word?.html).toBe(
      '<div lang="en"><p>Two:</p><ul><li>one</li><li>&lt;script&gt;x&lt;/script&gt;</li></ul><p>[here](javascript:x)<br>End</p></div>'
    )
    const plain = mail()
    const other = await start(plain.channel)
    await other.submit(ida)
    await other.tick()
    expect(plain.sent.some((one) => "html" in one)).toBe(false)
  })

  it("F-D8 · retryAfterMs: a message is not sent again before this time, and then it is", async () => {
    const { channel, toCustomer } = mail({ threads: true }, (n) =>
      // Some channels use fractions of a millisecond.
      n === 1 ? { delivery: "deferred", retryAfterMs: 45 * 60_000 - 0.5 } : { delivery: "sent" }
    )
    const loop = await start(channel)
    await loop.submit(ida)
    await loop.tick()
    await loop.advance("44 minutes")
    expect(toCustomer()).toHaveLength(1)
    await loop.advance("1 minute")
    expect(toCustomer()).toHaveLength(2)
  })
})

describe("F-D8 · what a channel receives", () => {
  const open = async (channels: readonly Channel[], more: Partial<OpenOptions> = {}): Promise<Loop> => {
    const loop = await Hearback.open({ policy: files(), store: memory(), channels, ...more })
    onTestFinished(() => loop.close())
    return loop
  }
  /** A channel that submits what it is given, until its signal. */
  const inbox = (name = "email") => {
    type Take = (message: Inbound) => Promise<Taken>
    let isOpen = (_: Take): void => {}
    const opened = new Promise<Take>((resolve) => {
      isOpen = resolve
    })
    const state = { ended: false }
    const channel: Channel = {
      name,
      audiences: [],
      receive: async (take, { signal }) => {
        isOpen(take)
        await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()))
        state.ended = true
      }
    }
    return { channel, state, give: async (one: Inbound) => (await opened)(one) }
  }
  const message: Inbound = {
    key: "m-1",
    from: { id: "c-1", address: "ida@example.com" },
    verbatim: "The invoice is wrong."
  }

  it("F-D8 · receive: is submitted like any feedback, once for each key, with its address, and a reply goes to its case", async () => {
    const { channel: post, toCustomer } = mail({ name: "post", threads: true })
    const box = inbox()
    const loop = await open([post, box.channel])
    const reception = loop.receive()
    const first = await box.give(message)
    expect(first).toEqual({ outcome: "opened", case: expect.any(String) })
    expect(await box.give(message)).toEqual(first)
    expect(await box.give({ key: "m-2", raw: "=?broken", from: { address: "x@example.com" } })).toMatchObject({
      outcome: "quarantined",
      reason: "intake/unreadable"
    })
    expect(
      await box.give({ key: "m-3", from: { address: "nobody@example.com" }, verbatim: "The parcel never arrived." })
    ).toMatchObject({ outcome: "opened" })
    expect(await box.give({ ...message, key: "m-4", channel: "fax" })).toMatchObject({
      reason: "intake/unknown-channel"
    })
    expect(await box.give({ ...message, key: "m-5", automatic: true })).toMatchObject({ reason: "intake/automatic" })
    expect(await loop.quarantine.list()).toHaveLength(3)
    const { case: id = "" } = first as { readonly case?: string }
    const reply = { ...message, key: "m-6", verbatim: "Any news of it?", thread: id }
    expect(await box.give(reply)).toEqual({ outcome: "joined", case: id })
    await loop.tick()
    const reached = new Set(toCustomer().map(({ to }) => to.address))
    expect(reached).toEqual(new Set(["ida@example.com", "nobody@example.com"]))
    await reception.stop()
    expect(box.state.ended).toBe(true)
    await expect(loop.list()).resolves.toBeDefined()
  })

  it("F-D8 · receive: keys of two channels are different, and those of `submit` are different from both", async () => {
    const [one, two] = [inbox(), inbox("phone")]
    const loop = await open([one.channel, two.channel])
    loop.receive()
    await one.give(message)
    await two.give({ ...message, from: { id: "c-2" } })
    await loop.submit({ channel: "web", customer: "c-3", verbatim: "Another matter." }, { key: "m-1" })
    expect((await loop.list()).items).toHaveLength(3)
  })

  it("F-D8 · receive: an error is reported and the channel is asked again; what it gives twice is submitted once", async () => {
    let calls = 0
    const told: string[] = []
    let isDone = (): void => {}
    const done = new Promise<void>((resolve) => {
      isDone = resolve
    })
    const channel: Channel = {
      name: "email",
      audiences: [],
      receive: async (take) => {
        calls += 1
        await take(message)
        if (calls < 3) throw new Error(`connection of ${message.from?.address} lost`)
        isDone()
      }
    }
    const loop = await open([channel], {
      onError: ({ message: said }: { readonly message: string }) => void told.push(said)
    })
    const reception = loop.receive()
    await done
    await reception.stop()
    expect((await loop.list()).items).toHaveLength(1)
    expect(told).toHaveLength(2)
    expect(told[0]).toContain("(receive)")
  })

  it("F-D8 · receive: closing the loop ends it and waits for current submissions", async () => {
    const box = inbox()
    const loop = await Hearback.open({ policy: files(), store: memory(), channels: [box.channel] })
    loop.receive()
    await box.give(message)
    await loop.close()
    expect(box.state.ended).toBe(true)
    expect(() => loop.receive()).toThrow(/closed/)
    await expect(box.give({ ...message, key: "m-2" })).rejects.toMatchObject({ code: "closed" })
  })
})
