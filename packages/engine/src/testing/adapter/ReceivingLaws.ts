/** Laws of a channel that receives: a message is passed on completely, until it is stored, and never as another one. */
import assert from "node:assert/strict"
import type { Channel, Inbound, Taken } from "../../port/Channel.ts"
import { type Disposable, type Law, law } from "../laws/Law.ts"

/** A message as the remote side gets it. */
interface Coming {
  /** The sender, as the remote side names them. */
  readonly from: string
  readonly text: string
}

/** A channel that receives, under test, with a way to give messages to its far side. */
export interface ReceivingFixture extends Disposable {
  /** The channel. It has received nothing yet. */
  readonly channel: Channel
  /** Gives a message to the far side, for the channel to receive. */
  readonly comes: (message: Coming) => Promise<void> | void
  /** Two senders whom the far side can name. Default: two mail addresses. */
  readonly senders?: readonly [string, string]
  /** How long the tests wait for a message; longer than the channel needs.  Units: ms. Default 5,000. */
  readonly patienceMs?: number
  /** Gives the far side something that cannot be read as a message. Needed for the capability `unreadable`. */
  readonly comesUnreadable?: (bytes: string) => Promise<void> | void
}

/** What a fixture can do. `unreadable`: its remote side can carry something that is not a message. */
export type ReceivingAbility = "unreadable"

/** A law of a channel that receives. */
export type ReceivingLaw = Law<ReceivingFixture, ReceivingAbility>

const momentMs = 20

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * A loop that stores what it takes. A message is added to `given` each time it is offered, and to `stored` once for
 * each key.
 */
interface Desk {
  readonly given: Inbound[]
  readonly stored: Map<string, Inbound>
  /**
   * Waits until a condition holds, at most as long as the channel may take, and then a moment longer, since nothing
   * else may follow.
   */
  readonly until: (holds: () => boolean) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Called for each offered message; it throws if the desk cannot store it. */
type Answer = (message: Inbound, offers: number) => void

/** Runs a receiving channel as the engine does. */
const deskOf = ({ channel, patienceMs = 5_000 }: ReceivingFixture, answer: Answer = () => {}): Desk => {
  assert.ok(channel.receive !== undefined, "it takes nothing in")
  const given: Inbound[] = []
  const stored = new Map<string, Inbound>()
  const ending = new AbortController()
  const take = async (message: Inbound): Promise<Taken> => {
    given.push(message)
    await pause(1)
    answer(message, given.filter(({ key }) => key === message.key).length)
    if (!stored.has(message.key)) stored.set(message.key, message)
    return { outcome: "received", id: message.key, reason: "stored" }
  }
  const kept = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      // A channel that throws is called again; the laws look at what it passed on.
      await channel.receive?.(take, { signal: ending.signal }).catch(() => {})
      await pause(momentMs)
    }
  }
  const done = kept()
  return {
    given,
    stored,
    until: async (holds) => {
      for (let waited = 0; !holds() && waited < patienceMs; waited += momentMs) await pause(momentMs)
      await pause(3 * momentMs)
    },
    stop: async () => {
      ending.abort()
      const ended = await Promise.race([done.then(() => true), pause(patienceMs).then(() => false)])
      assert.ok(ended, "it goes on after its signal")
    }
  }
}

/** Returns what is stored once there are `count` keys, or nothing more comes. */
const untilStored = async ({ stored, until }: Desk, count: number): Promise<readonly Inbound[]> => {
  await until(() => stored.size >= count)
  return [...stored.values()]
}

const sendersOf = ({ senders = ["ida@example.com", "bo@example.org"] }: ReceivingFixture) => senders

const words = (message: Inbound): string => (message.verbatim ?? "").replaceAll("\r\n", "\n").trim()

const receivingLaw = (
  name: string,
  because: string,
  needs: readonly ReceivingAbility[],
  body: (fixture: ReceivingFixture) => Promise<void>
): ReceivingLaw => law<ReceivingFixture, ReceivingAbility>({ name, because, needs }, body)

/** The laws of channels that receive. */
export const receivingLaws: readonly ReceivingLaw[] = [
  receivingLaw(
    "what comes is taken in whole, with who wrote it, and once",
    "what is left out here nobody ever sees, and what is taken twice is answered twice",
    [],
    async (fixture) => {
      const [one, other] = sendersOf(fixture)
      const long = Array.from({ length: 40 }, (_, n) => `Line ${n}: 第 ${n} 行 — “quoted”, 100 % <b>&amp;</b> 📨`)
      const coming = [
        { from: one, text: long.join("\n") },
        { from: other, text: "短" }
      ]
      for (const each of coming) await fixture.comes(each)
      const desk = deskOf(fixture)
      const found = await untilStored(desk, 2)
      await desk.stop()
      assert.deepEqual(found.map(words).toSorted(), coming.map(({ text }) => text).toSorted())
      for (const { from, text } of coming) {
        const who = found.find((each) => words(each) === text)?.from
        assert.ok(who?.address === from || who?.id === from, `what ${from} wrote is from ${JSON.stringify(who)}`)
      }
    }
  ),

  receivingLaw(
    "the same words twice are two messages, with two keys",
    "the second is taken for the first, and a customer who asks again is not heard",
    [],
    async (fixture) => {
      const [from] = sendersOf(fixture)
      const desk = deskOf(fixture)
      for (let n = 0; n < 2; n++) await fixture.comes({ from, text: "where is it?" })
      const found = await untilStored(desk, 2)
      await desk.stop()
      assert.equal(found.length, 2)
      assert.ok(
        found.every(({ key }) => typeof key === "string" && key.trim() !== ""),
        "a message has no key"
      )
    }
  ),

  receivingLaw(
    "what could not be stored is given again, under the same key",
    "the store was away for a moment, and what a customer wrote in it is lost",
    [],
    async (fixture) => {
      const [one, other] = sendersOf(fixture)
      await fixture.comes({ from: one, text: "first" })
      await fixture.comes({ from: other, text: "second" })
      const desk = deskOf(fixture, (message, offers) => {
        if (words(message) === "first" && offers < 3) throw new Error("the store is away")
      })
      const found = await untilStored(desk, 2)
      await desk.stop()
      assert.deepEqual(found.map(words).toSorted(), ["first", "second"])
      const keys = new Set(desk.given.filter((each) => words(each) === "first").map(({ key }) => key))
      assert.equal(keys.size, 1, "it was given under another key")
    }
  ),

  receivingLaw(
    "what was not stored before it ended is given when it begins again; what was stored is not",
    "a process that was stopped or killed loses what it had in hand",
    [],
    async (fixture) => {
      const [from] = sendersOf(fixture)
      await fixture.comes({ from, text: "stored" })
      const first = deskOf(fixture)
      await untilStored(first, 1)
      await first.stop()
      const away = deskOf(fixture, () => {
        throw new Error("the store is away")
      })
      await fixture.comes({ from, text: "in hand" })
      await away.until(() => away.given.length > 0)
      await away.stop()
      const next = deskOf(fixture)
      const found = await untilStored(next, 1)
      await next.stop()
      assert.deepEqual(found.map(words), ["in hand"])
    }
  ),

  receivingLaw(
    "it ends with its signal, and gives nothing afterwards",
    "a loop that closes would wait for it, or be given a message when its store is closed",
    [],
    async (fixture) => {
      const [from] = sendersOf(fixture)
      const desk = deskOf(fixture)
      await fixture.comes({ from, text: "before" })
      await untilStored(desk, 1)
      await desk.stop()
      const { length } = desk.given
      await fixture.comes({ from, text: "after" })
      await pause(5 * momentMs)
      assert.equal(desk.given.length, length, "it gave a message after its end")
    }
  ),

  receivingLaw(
    "what it cannot read it gives as it came, and goes on",
    "it would be dropped without a word, or whatever stands behind it would wait for ever",
    ["unreadable"],
    async (fixture) => {
      const { comesUnreadable } = fixture
      assert.ok(comesUnreadable !== undefined, "the fixture can bring about nothing unreadable")
      const [from] = sendersOf(fixture)
      await comesUnreadable("\u0000{not a message")
      await fixture.comes({ from, text: "behind it" })
      const desk = deskOf(fixture)
      const found = await untilStored(desk, 2)
      await desk.stop()
      const odd = found.find(({ verbatim }) => verbatim === undefined)
      assert.ok(odd?.raw?.includes("not a message"), "what came is not among what was given")
      assert.ok(
        found.some((each) => words(each) === "behind it"),
        "what stood behind it was not given"
      )
    }
  )
]
