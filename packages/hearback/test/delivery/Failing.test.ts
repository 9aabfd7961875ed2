/** Channels with wrong answers or errors: the effect on their message and on others, and who is told. */
import type { Channel, Failure, Outgoing } from "@hearback/engine"
import { Hearback, type Logger, memory } from "hearback"
import { describe, expect, it, onTestFinished } from "vitest"

const policy = new URL("../../../../examples/first/first.policy.yaml", import.meta.url).pathname
const feedback = (customer: string) => ({
  channel: "phone",
  customer: { id: customer, name: "Zoë Quill", address: "zoe.quill@example.com" },
  verbatim: "My invoice is wrong, call 13912345678"
})
const personal = /Zoë|Quill|example\.com|13912345678|invoice is wrong/

/** A loop whose channel answers each message as the test says. */
const start = async (answer: (message: Outgoing) => unknown) => {
  let now = Date.parse("2026-11-16T01:40:00Z")
  const sent: Outgoing[] = []
  const failures: Failure[] = []
  const logged: string[] = []
  const log = (message: string): void => void logged.push(message)
  const logger: Logger = { info: () => {}, warn: log, error: log }
  const channel: Channel = {
    name: "post",
    audiences: ["customer", "staff"],
    needsAddress: false,
    send: async (message) => {
      const given = await answer(message)
      if (given === good) sent.push(message)
      return given as never
    }
  }
  const loop = await Hearback.open({
    policy,
    store: memory(),
    channels: [channel],
    clock: { now: () => now },
    onError: (failure) => failures.push(failure),
    logger
  })
  onTestFinished(() => loop.close())
  return {
    loop,
    sent,
    failures,
    logged,
    passes: (ms: number) => {
      now += ms
    }
  }
}

const toBad = ({ to }: Outgoing): boolean => to.id === "C-BAD"
const good = { delivery: "sent" }

describe("F-D6 · a wrong answer fails only its own message", () => {
  it.each<readonly [string, () => unknown, RegExp]>([
    [
      "a word of its own",
      () => ({ delivery: "ok" }),
      /`delivery` of its answer is "ok"; expected: "sent", "delivered"/
    ],
    ["nothing", () => undefined, /it answered undefined; expected: an object/],
    ["null", () => null, /it answered null/],
    ["a text", () => "sent", /it answered a text; expected: an object/],
    ["a list", () => [{ delivery: "sent" }], /it answered a list/],
    ["an empty object", () => ({}), /`delivery` of its answer is undefined/],
    [
      "a refusal without a reason",
      () => ({ delivery: "refused" }),
      /`reason` of its answer is undefined; expected: a text/
    ],
    [
      "a pause that is none",
      () => ({ delivery: "deferred", retryAfterMs: "soon" }),
      /`retryAfterMs` of its answer is a text/
    ],
    ["an endless pause", () => ({ delivery: "deferred", retryAfterMs: Number.POSITIVE_INFINITY }), /is Infinity/],
    ["a pause that ends at no instant", () => ({ delivery: "deferred", retryAfterMs: 1e300 }), /from 0 to those of/],
    ["a reference that is none", () => ({ delivery: "sent", reference: 42 }), /`reference` of its answer is a number/],
    ["an error", () => Promise.reject(new Error("550 no route")), /failed: 550 no route/],
    ["an error that is none", () => Promise.reject("down"), /failed: down/],
    ["undefined, thrown", () => Promise.reject(undefined), /failed: undefined/]
  ])("%s", async (_, bad, said) => {
    const { loop, sent, failures } = await start((message) => (toBad(message) ? bad() : good))
    for (const id of ["C-1", "C-BAD", "C-2"]) await loop.submit(feedback(id))
    for (let n = 0; n < 3; n++) expect(await loop.tick()).toMatchObject({ more: false })
    const customers = sent.map(({ to }) => to.id ?? "").filter((to) => to.startsWith("C-"))
    expect(customers.toSorted()).toEqual(["C-1", "C-2"])
    const [failed = expect.fail()] = (await loop.undelivered.list()).filter(({ to }) => to === "C-BAD")
    expect(failed).toMatchObject({ state: "retrying", attempts: 1, error: expect.stringMatching(said) })
    expect(failures.filter(({ port }) => port === "channel")).toHaveLength(1)
  })

  it("clocks continue, and the message is sent once its channel works again", async () => {
    let isBroken = true
    const { loop, sent, passes } = await start(() => (isBroken ? { delivery: "ok" } : good))
    const { case: id } = await loop.submit(feedback("C-BAD"))
    for (let n = 0; n < 40; n++) {
      await loop.tick()
      passes(3_600_000)
    }
    expect((await loop.explain(id)).lines.some(({ event }) => event === "clock-missed")).toBe(true)
    expect(sent).toEqual([])
    isBroken = false
    const ids = (await loop.undelivered.list()).map((one) => one.id)
    expect(await loop.undelivered.retry(ids)).toBe(ids.length)
    await loop.tick()
    expect(sent.filter(({ to }) => to.id === "C-BAD")).not.toEqual([])
    expect(new Set(sent.map(({ key }) => key)).size).toBe(sent.length)
    expect(await loop.undelivered.list()).toEqual([])
  })
})

describe("F-D7 · an error of a channel is visible", () => {
  const blab = ({ to, text }: Outgoing): never => {
    throw new TypeError(`cannot read properties of undefined for ${JSON.stringify(to)}: ${text}`)
  }

  it("in `onError` and the log with case, message and cause, and nothing personal", async () => {
    const { loop, failures, logged } = await start((message) => (toBad(message) ? blab(message) : good))
    const { case: id } = await loop.submit(feedback("C-BAD"))
    await loop.tick()
    const [failure = expect.fail(), ...rest] = failures
    expect(rest).toEqual([])
    expect(failure).toMatchObject({ port: "channel", operation: "send", adapter: "post", case: id, late: false })
    expect(failure.message).toMatch(/^the channel `post` \(send\) failed: cannot read properties of undefined/)
    expect(failure.cause).toMatchObject({ name: "TypeError" })
    expect(logged).toEqual([failure.message])
    expect(`${failure.message} ${failure.cause.stack} ${failure.cause.message}`).not.toMatch(personal)
  })

  it("in `undelivered` and in `health`, until the message is sent", async () => {
    let isBroken = true
    const { loop, failures, passes } = await start((message) => (isBroken && toBad(message) ? blab(message) : good))
    const { case: id } = await loop.submit(feedback("C-BAD"))
    await loop.tick()
    const [failed = expect.fail()] = await loop.undelivered.list()
    expect(failed).toMatchObject({ case: id, to: "C-BAD", state: "retrying", error: failures[0]?.message, attempts: 1 })
    expect(failed.nextTryAt?.getTime()).toBeGreaterThan(Date.parse("2026-11-16T01:40:00Z"))
    expect(failed.givenUpAt).toBeUndefined()
    const { outbox } = await loop.health()
    expect(outbox).toMatchObject({ failing: 1, dead: 0, lastError: failures[0]?.message })
    expect(JSON.stringify([failed, outbox])).not.toMatch(personal)
    isBroken = false
    passes(24 * 3_600_000)
    await loop.tick()
    expect(await loop.undelivered.list()).toEqual([])
    expect((await loop.health()).outbox).not.toHaveProperty("lastError")
  })

  it("after the message was given up, until another try", async () => {
    const { loop, failures, passes } = await start((message) => (toBad(message) ? blab(message) : good))
    await loop.submit(feedback("C-BAD"))
    for (let n = 0; n < 60; n++) {
      await loop.tick()
      passes(6 * 3_600_000)
    }
    const given = (await loop.undelivered.list()).filter(({ state }) => state === "given-up")
    expect(given[0]).toMatchObject({ reason: "given up", error: failures[0]?.message, attempts: 30 })
    expect(await loop.undelivered.retry(given.map((one) => one.id))).toBe(given.length)
    expect((await loop.undelivered.list()).filter(({ state }) => state === "given-up")).toEqual([])
  })
})

describe("the reason why a message was refused", () => {
  const told = async (reason: string | ((message: Outgoing) => string)) => {
    const { loop, sent, passes } = await start((message) => {
      if (!toBad(message)) return good
      return { delivery: "bounced", reason: typeof reason === "string" ? reason : reason(message) }
    })
    const { case: id } = await loop.submit(feedback("C-BAD"))
    await loop.tick()
    passes(3_600_000)
    await loop.tick()
    const [given = expect.fail()] = await loop.undelivered.list()
    const notices = sent.filter(({ message }) => message === "digest").map(({ text }) => text)
    const { lines } = await loop.explain(id)
    const bounces = lines.filter(({ event }) => event === "message-bounced")
    expect([bounces.length, notices.length]).toEqual([1, 1])
    return {
      kept: given.reason,
      everything: JSON.stringify([given, bounces, notices]),
      parked: (await loop.undelivered.list()).length
    }
  }

  it.each<readonly [string, string | ((message: Outgoing) => string), string]>([
    ["is kept as it is said", "mailbox full", "mailbox full"],
    ["is one line", "550 5.1.1\r\n  user unknown\n", "550 5.1.1 user unknown"],
    ["has no address in it", "550 <zoe.quill@example.com> unknown", "550 <…> unknown"],
    ["has no name in it", "Zoë Quill has left", "… has left"],
    ["moves no cursor", "full\u001b[2J", "full␛[2J"],
    ["is said by the engine where the channel says nothing", " \n", "bounced"]
  ])("%s", async (_, reason, kept) => {
    const seen = await told(reason)
    expect(seen.kept).toBe(kept)
    expect(seen.parked).toBe(1)
    expect(seen.everything).not.toMatch(/Zoë|Quill|example\.com/)
  })

  it("contains nothing of the message, and is cut at 300 characters", async () => {
    const { kept = "", everything } = await told(({ text, subject }) => `552 ${subject} ${text} `.repeat(20_000))
    expect([...kept].length).toBeLessThanOrEqual(300)
    expect(everything).not.toMatch(personal)
    const long = await told(`552 ${"😀".repeat(400)}`)
    expect(long.kept).toBe(`552 ${"😀".repeat(295)}…`)
    expect(long.everything.length).toBeLessThan(20_000)
  })

  it("a reference that is too long is not kept, and the message is not sent again", async () => {
    const { loop, sent, passes } = await start((message) => {
      sent.push(message)
      return { delivery: "sent", reference: "x".repeat(1_001) }
    })
    await loop.submit(feedback("C-1"))
    await loop.tick()
    passes(24 * 3_600_000)
    await loop.tick()
    expect(await loop.undelivered.list()).toEqual([])
    expect(new Set(sent.map(({ key }) => key)).size).toBe(sent.length)
    expect(sent.some(({ inReplyTo }) => inReplyTo !== undefined)).toBe(false)
  })
})

describe("an error of a channel while it sends the receipt", () => {
  it.each([
    [
      "what the customer wrote, which the receipt does not say",
      "smtp down: Third time my invoice is wrong",
      "smtp down: [personal]"
    ],
    ["no common words", "connect ECONNREFUSED: the server is not there for now", undefined]
  ])("is reported without %s", async (_, thrown, hidden) => {
    const { loop, failures, logged } = await start(() => Promise.reject(new Error(thrown)))
    await loop.submit({ ...feedback("C-1"), verbatim: "Third time my invoice is wrong. The server is down" })
    await loop.tick()
    const said = hidden ?? thrown
    expect(failures[0]?.cause.message).toBe(said)
    const waiting = (await loop.undelivered.list()).map(({ error }) => error)
    const all = [
      ...failures.map(({ message }) => message),
      ...logged,
      ...waiting,
      (await loop.health()).outbox.lastError
    ]
    expect(all.length).toBeGreaterThan(3)
    for (const each of all) expect(each).toContain(said)
  })
})
