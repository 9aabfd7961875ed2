/** Messages go to the address of their receiver, or nowhere. */
import type { Channel, Outgoing } from "@hearback/engine"
import { memory } from "hearback"
import { describe, expect, it } from "vitest"
import { type TestLoopOptions, testLoop } from "../../src/testing.ts"
import { shop } from "../Shop.ts"

const people = `
people:
  ann: { name: Ann, roles: [agent], address: ann@shop.example, contact: service@shop.example }
  sue: { name: Sue, roles: [supervisor] }
  max: { name: Max, roles: [manager] }
customers:
  c-1: { name: Ida }
  c-9: { name: Nora, address: nora@file.example }
`

/** A channel that keeps what it sends, only to addresses. */
const mail = (name: string, more: Partial<Channel> = {}): Channel & { readonly sent: Outgoing[] } => {
  const sent: Outgoing[] = []
  return {
    name,
    audiences: ["customer", "staff"],
    send: async (message) => {
      sent.push(message)
      return { delivery: "sent" }
    },
    ...more,
    sent
  }
}

const start = async (
  channels: readonly Channel[],
  { policy = "", ...more }: { readonly policy?: string } & Partial<TestLoopOptions> = {}
) => testLoop(shop({ policy, people }), { at: "2026-11-16 09:00", channels, ...more })
const words = { channel: "email", verbatim: "The invoice is wrong." }
const addresses = ({ sent }: { readonly sent: readonly Outgoing[] }, audience = "customer") => [
  ...new Set(sent.flatMap((one) => (one.audience === audience ? [one.to.address] : [])))
]

describe("F-D1 · the address of a message", () => {
  it("F-D1 · is the one that the customer gave; staff have theirs in the directory", async () => {
    const post = mail("post")
    const loop = await start([post])
    const { case: id } = await loop.submit({ ...words, customer: { id: "c-1", address: "ida@example.com" } })
    await loop.tick()
    await loop.for({ actor: { id: "ann" } }).execute(id ?? "", { do: "take-up" })
    await loop.advance("5 working days")
    expect(post.sent.find(({ audience }) => audience === "customer")?.to).toEqual({
      id: "c-1",
      name: "Ida",
      address: "ida@example.com"
    })
    expect(addresses(post, "staff")).toEqual(["ann@shop.example"])
    // Nothing goes to an id, and a public contact is no address.
    expect(JSON.stringify(post.sent.map(({ to }) => to.address))).not.toMatch(/c-1|"ann"|"sue"|service@/)
  })

  it("F-D1 · is that of the channel that the customer used last, and never another customer's", async () => {
    const post = mail("post")
    const loop = await start([post])
    const ida = { id: "c-1", address: "ida@example.com" }
    await loop.submit({ ...words, customer: ida })
    await loop.tick()
    await loop.submit({ ...words, channel: "phone", customer: { id: "c-1", address: "+44 1" } })
    await loop.tick()
    await loop.submit({ ...words, customer: { id: "c-2", address: "two@example.com" } })
    await loop.tick()
    expect(addresses(post)).toEqual(["ida@example.com", "+44 1", "two@example.com"])
    expect(new Set(post.sent.filter(({ to }) => to.id === "c-2").map(({ to }) => to.address))).toEqual(
      new Set(["two@example.com"])
    )
  })

  it("F-D1 · is another one that the customer gave if there is none for the channel, else the one on file", async () => {
    const post = mail("post")
    const loop = await start([post])
    await loop.submit({ ...words, customer: { id: "c-1", address: "ida@example.com" } })
    await loop.submit({ ...words, channel: "phone", customer: "c-1" })
    await loop.submit({ ...words, channel: "phone", customer: "c-9" })
    await loop.tick()
    expect(addresses(post)).toEqual(["ida@example.com", "nora@file.example"])
  })

  it("F-D1 · is the next one if a channel declines the first", async () => {
    const post = mail("post", { accept: (address) => address.includes("@") })
    const loop = await start([post])
    await loop.submit({ ...words, customer: { id: "c-1", address: "ida@example.com" } })
    await loop.submit({ ...words, channel: "phone", customer: { id: "c-1", address: "+44 1" } })
    await loop.tick()
    expect(addresses(post)).toEqual(["ida@example.com"])
  })

  it.each<readonly [string, object]>([
    ["a customer without an address", { customer: "c-1" }],
    ["nobody known", {}],
    ["a customer with a blank address", { customer: { id: "c-1", address: " " } }]
  ])("F-D1 · does not exist for %s, so nothing is sent, which is visible", async (_, customer) => {
    const post = mail("post")
    const loop = await start([post])
    const { case: id = "" } = await loop.submit({ ...words, ...customer })
    await loop.tick()
    expect(addresses(post)).toEqual([])
    const undelivered = await loop.undelivered.list()
    expect(undelivered.length).toBeGreaterThan(0)
    expect(undelivered[0]).toMatchObject({ case: id, reason: "no-address" })
    expect((await loop.health()).outbox.dead).toBe(undelivered.length)
    const explained = JSON.stringify(await loop.explain(id))
    expect(explained).toContain("was not delivered: no address is known")
    // Once the address is known, another try reaches them.
    const ann = loop.for({ actor: { id: "ann" } })
    const set = await ann.execute(id, { do: "set", addresses: { email: "late@example.com" } })
    expect(set.ok).toBe(true)
    await loop.undelivered.retry(undelivered.map((one) => one.id))
    await loop.tick()
    expect(addresses(post)).toEqual(["late@example.com"])
  })

  it("F-D1 · of staff is never their id", async () => {
    const post = mail("post")
    const loop = await start([post])
    await loop.for({ actor: { id: "sue" } }).submit({ ...words, customer: { id: "c-1", address: "ida@example.com" } })
    await loop.advance("20 working days")
    const letters = await loop.undelivered.list()
    expect(letters).toContainEqual(expect.objectContaining({ to: "sue", reason: "no-address" }))
    expect(addresses(post, "staff")).not.toContain("sue")
  })

  it("F-D1 · is the id for a channel that needs no address, also for an anonymous customer", async () => {
    const page = mail("page", { needsAddress: false })
    const loop = await start([page])
    const { case: id } = await loop.submit(words)
    await loop.submit({ ...words, customer: "c-1" })
    await loop.tick()
    const to = page.sent.filter(({ audience }) => audience === "customer").map((one) => [one.thread, one.to])
    expect(to).toContainEqual([id, {}])
    expect(to).toContainEqual([expect.any(String), { id: "c-1", name: "Ida" }])
  })

  it("F-D1 · is their own for both customers of a merged case, also if one is anonymous", async () => {
    const post = mail("post")
    const loop = await start([post])
    const ann = loop.for({ actor: { id: "ann" } })
    const from = async (address: string, customer?: string) => {
      const given = customer === undefined ? {} : { customer: { id: customer, address } }
      const receipt = await ann.submit({ ...words, verbatim: `${address}: the invoice is wrong.`, ...given })
      if (customer === undefined) await ann.execute(receipt.case ?? "", { do: "set", addresses: { email: address } })
      return receipt.case ?? ""
    }
    const [one, two, three] = [
      await from("one@example.com"),
      await from("two@example.com"),
      await from("c@example.com", "c-3")
    ]
    for (const id of [two, three]) await ann.execute(id, { do: "merge", into: one, reason: "one matter" })
    await loop.tick()
    post.sent.length = 0
    await ann.execute(one, { do: "pass", gate: "acknowledged" })
    await loop.tick()
    // The first customer has a receipt; the other two are told that the case is theirs, too.
    const written = post.sent.filter(({ audience }) => audience === "customer")
    expect(written.map(({ to, thread }) => [thread, to.address]).sort()).toEqual([
      [one, "c@example.com"],
      [one, "two@example.com"]
    ])
  })

  it("F-D1 · stays known for a case that was split off, and for a word after the end", async () => {
    const post = mail("post")
    const loop = await start([post])
    const ann = loop.for({ actor: { id: "ann" } })
    const { case: id = "" } = await ann.submit({ ...words, customer: { id: "c-1", address: "ida@example.com" } })
    await ann.execute(id, { do: "split", text: "And the parcel was broken." })
    await loop.tick()
    await loop.tick()
    const cases = new Set(post.sent.filter(({ audience }) => audience === "customer").map(({ thread }) => thread))
    expect(cases.size).toBe(2)
    expect(addresses(post)).toEqual(["ida@example.com"])
  })

  it("F-D1 · is encrypted, goes with the case, and is erased with the customer", async () => {
    const post = mail("post")
    const store = memory()
    const loop = await start([post], { store })
    const { case: id = "" } = await loop.submit({ ...words, customer: { id: "c-1", address: "ida@example.com" } })
    await loop.tick()
    const clear = async () => JSON.stringify((await store.events.read("default", null, 500)).events.map((e) => e.clear))
    expect(await clear()).not.toContain("ida@")
    expect((await loop.get(id))?.addresses).toEqual({ email: "ida@example.com" })
    const erased = await loop.customers.erase("c-1", { by: "max", reason: "asked", evenIfKept: true })
    expect(erased).toMatchObject({ erased: true })
    const told: unknown[] = [await loop.get(id), await loop.explain(id), await loop.undelivered.list()]
    expect(JSON.stringify(told)).not.toContain("ida@")
    post.sent.length = 0
    await loop.advance("10 working days")
    expect(addresses(post)).toEqual([])
  })

  it("F-D1 · of an erased customer is forgotten by channels, and that of others on the case is not", async () => {
    const told: Parameters<NonNullable<Channel["erase"]>>[0][] = []
    const post = mail("post", { erase: async (customer) => void told.push(customer) })
    const loop = await start([post])
    const ann = loop.for({ actor: { id: "ann" } })
    const from = async (id: string, text: string) => {
      const customer = { id, address: `${id}@example.com` }
      return (await ann.submit({ ...words, verbatim: text, customer })).case ?? ""
    }
    const [one, two] = [await from("c-1", words.verbatim), await from("c-2", "My invoice is wrong, too.")]
    await ann.execute(two, { do: "merge", into: one, reason: "one matter" })
    await loop.tick()
    for (const id of ["c-2", "c-1"]) await loop.customers.erase(id, { by: "max", reason: "asked", evenIfKept: true })
    expect(told.map((each) => each.addresses)).toEqual([
      ["c-2", "c-2@example.com"],
      ["c-1", "c-1@example.com"]
    ])
    expect(told.map(({ cases }) => [...cases].sort())).toEqual([[one, two].sort(), [one]])
  })

  it("F-D1 · can be seen and set by staff, for channels of the policy and in one line", async () => {
    const loop = await start([mail("post")])
    const ann = loop.for({ actor: { id: "ann" } })
    const { case: id = "" } = await ann.submit({ ...words, customer: { id: "c-1", address: "ida@example.com" } })
    expect((await ann.get(id))?.addresses).toEqual({ email: "ida@example.com" })
    const set = (addresses: Readonly<Record<string, string>>) => ann.execute(id, { do: "set", addresses })
    expect(await set({ emial: "x@example.com" })).toMatchObject({
      ok: false,
      rejection: { code: "address/unknown-channel" }
    })
    for (const bad of ["", " ", "a@example.com\nBcc: all@example.com"])
      expect(await set({ email: bad })).toMatchObject({ ok: false, rejection: { code: "address/unusable" } })
    expect((await set({ phone: "+44 1" })).ok).toBe(true)
    expect((await ann.get(id))?.addresses).toEqual({ email: "ida@example.com", phone: "+44 1" })
    const customer = await loop.forCustomer("c-1").get(id)
    expect(JSON.stringify(customer)).not.toContain("ida@")
  })

  it("F-D1 · is one line like name and subject, so that no text forges a header", async () => {
    const post = mail("post", { needsAddress: false })
    const subject = `messages: { receipt: { subject: "Dear {customer.name}" } }\n`
    const loop = await start([post], { policy: subject })
    const customer = {
      id: "c-5",
      name: "Eve\r\nBcc: all@example.com",
      address: "eve@example.com\nBcc: all@example.com"
    }
    await loop.submit({ ...words, customer })
    await loop.tick()
    const heads = post.sent.flatMap(({ to, subject }) => [to.address ?? "", to.name ?? "", subject])
    expect(heads.join("").length).toBeGreaterThan(0)
    expect(heads.some((one) => /[\r\n]/.test(one))).toBe(false)
    expect(addresses(post)).toEqual([undefined])
  })
})

describe("F-D2 · the channel of a message", () => {
  const slack = () => mail("slack", { audiences: ["staff"], needsAddress: false })
  const email = (name = "email") => mail(name, { audiences: ["customer"] })

  it("F-D2 · depends first on the audience: staff never share a channel with customers because it is the first", async () => {
    const [staff, post] = [slack(), email()]
    const loop = await start([staff, post])
    for (const channel of ["email", "phone", "web"])
      await loop.submit({ ...words, channel, customer: { id: `c-${channel}`, address: `${channel}@example.com` } })
    await loop.advance("5 working days")
    expect(staff.sent.length).toBeGreaterThan(0)
    expect(new Set(staff.sent.map(({ audience }) => audience))).toEqual(new Set(["staff"]))
    expect(addresses(post).sort()).toEqual(["email@example.com", "phone@example.com", "web@example.com"])
    expect(addresses(post, "staff")).toEqual([])
  })

  it("F-D2 · depends then on the customer's own channel, else on the host's route", async () => {
    const [staff, post, sms] = [slack(), email(), email("phone")]
    const loop = await start([staff, sms, post], { routes: { customers: "email", channels: { web: "phone" } } })
    for (const channel of ["email", "phone", "web", "chat"])
      await loop.submit({ ...words, channel, customer: { id: `c-${channel}`, address: channel } })
    await loop.tick()
    expect(addresses(post).sort()).toEqual(["chat", "email"])
    expect(addresses(sms).sort()).toEqual(["phone", "web"])
  })

  it("F-D2 · receives audience, address, subject and language with every message", async () => {
    const post = mail("post", { needsAddress: false })
    const loop = await start([post])
    await loop.submit({ ...words, customer: { id: "c-1", address: "ida@example.com", language: "zh-CN" } })
    await loop.advance("15 working days")
    for (const one of post.sent) {
      expect(one).toMatchObject({ audience: expect.stringMatching(/^(customer|staff)$/), language: expect.any(String) })
      expect(one.subject).not.toBe("")
    }
    expect(post.sent.find(({ audience }) => audience === "customer")?.language).toBe("zh-CN")
  })

  it.each<readonly [string, () => readonly Channel[], object, RegExp]>([
    ["nobody sends to staff", () => [email()], {}, /no channel sends to staff.*routes: \{ staff: false \}/],
    ["nobody sends to customers", () => [slack()], {}, /no channel answers customers who write by .*`phone`/],
    [
      "several could",
      () => [slack(), email(), email("sms")],
      {},
      /customers who write by .*`phone`.* one of `email`, `sms`/
    ],
    [
      "several send to staff",
      () => [mail("a"), mail("b")],
      { customers: "a" },
      /`routes: \{ staff: … \}` one of `a`, `b`/
    ]
  ])("F-D2 · is refused at `open` if %s", async (_, channels, routes, message) => {
    await expect(start(channels(), { routes })).rejects.toMatchObject({
      code: "channels/no-route",
      message: expect.stringMatching(message)
    })
  })

  it.each<readonly [string, object, RegExp]>([
    ["a channel that there is not", { customers: "emial" }, /`routes.customers` is `emial` \(did you mean `email`\?\)/],
    ["one for another audience", { staff: "email" }, /`routes.staff` is `email`: to staff send `slack`/],
    [
      "a channel that the policy has not",
      { channels: { fone: "email" } },
      /`fone`, which is not a channel of the policy/
    ],
    ["a key of no meaning", { custmers: "email" }, /no option `custmers` \(did you mean `customers`\?\)/],
    ["no name", { channels: { phone: true } }, /`phone` of `routes.channels` is true/]
  ])("F-D2 · is refused for routes that name %s", async (_, routes, message) => {
    await expect(start([slack(), email()], { routes })).rejects.toMatchObject({
      code: "call/invalid",
      message: expect.stringMatching(message)
    })
  })

  it("F-D2 · can belong to another process, for which the message waits", async () => {
    const store = memory()
    const [staff, post] = [slack(), email()]
    const here = await start([staff], { store, routes: { customers: false } })
    await here.submit({ ...words, customer: { id: "c-1", address: "ida@example.com" } })
    await here.advance("1 working day")
    expect(staff.sent.length).toBeGreaterThan(0)
    expect((await here.health()).outbox).toMatchObject({ waiting: expect.any(Number), dead: 0 })
    expect((await here.health()).outbox).not.toHaveProperty("noRoute")
    const before = staff.sent.length
    const there = await start([post], { store, at: here.now(), routes: { staff: false } })
    await there.tick()
    expect(addresses(post)).toEqual(["ida@example.com"])
    expect(staff.sent.length).toBe(before)
  })

  it("F-D2 · is reported in `health` if it is missing for a message of a later policy", async () => {
    const store = memory()
    const none = await start([], { store })
    await none.submit({ ...words, channel: "web", customer: { id: "c-1", address: "ida@example.com" } })
    await none.tick()
    expect((await none.health()).outbox).toMatchObject({ waiting: expect.any(Number), failing: 0, dead: 0 })
    const channels = [slack(), email(), email("sms")]
    const routes = { channels: { phone: "sms", hotline: "sms", chat: "sms" } }
    const later = await start(channels, {
      store,
      at: none.now(),
      routes,
      policy: `channels: { web: removed }\n`
    })
    await later.tick()
    expect((await later.health()).outbox).toMatchObject({ noRoute: [{ to: "customer", channel: "web" }] })
    expect(channels.flatMap(({ sent }) => sent.filter(({ audience }) => audience === "customer"))).toEqual([])
  })
})
