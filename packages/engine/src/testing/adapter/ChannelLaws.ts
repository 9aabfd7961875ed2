/** Laws of a channel that sends: the result that it returns for a message is what really happened to it. */
import assert from "node:assert/strict"
import * as Answers from "../../context/Answers.ts"
import type { Channel, Correspondent, Delivery, Outgoing } from "../../port/Channel.ts"
import { type Disposable, type Law, law } from "../laws/Law.ts"

/** A message as it arrived at the far side of a channel. */
export interface Arrived {
  /** The receiver as the far side shows it, in any form: the same person always looks the same. */
  readonly to: string
  readonly text: string
}

/** A channel under test, with a view of what arrives at its far side. */
export interface ChannelFixture extends Disposable {
  /** The channel. It has sent nothing yet. */
  readonly channel: Channel
  /** Returns what the far side has received, in any order. */
  readonly arrived: () => Promise<readonly Arrived[]>
  /** Two people whom the channel can reach. Default: two with an id, a mail address and a name. */
  readonly people?: readonly [Correspondent, Correspondent]
  /** Makes every send fail while `isDown` is true. Needed for the capability `outage`. */
  readonly fail?: (isDown: boolean) => Promise<void> | void
  /** Makes the far side give no answer from now on. Needed for the capability `stall`. */
  readonly stall?: () => Promise<void> | void
}

/**
 * What a channel or its fixture can do. `once`: it drops a key that it has sent. `outage` and `stall`: the fixture can
 * cause them. `erase`: the channel keeps what it sent.
 */
export type ChannelAbility = "once" | "outage" | "stall" | "erase"

/** A law of a channel that sends. */
export type ChannelLaw = Law<ChannelFixture, ChannelAbility>

const channelLaw = (
  name: string,
  because: string,
  needs: readonly ChannelAbility[],
  body: (fixture: ChannelFixture) => Promise<void>
): ChannelLaw => law<ChannelFixture, ChannelAbility>({ name, because, needs }, body)

const peopleOf = ({ people }: ChannelFixture): readonly [Correspondent, Correspondent] =>
  people ?? [
    { id: "c-1", address: "ida@example.com", name: "Ida" },
    { id: "c-2", address: "bo@example.org", name: "薄先生" }
  ]

const messageOf = ({ channel }: ChannelFixture, to: Correspondent, change: Partial<Outgoing> = {}): Outgoing => {
  const { maxLength = Number.POSITIVE_INFINITY } = channel
  const { text = "We have received your message.\n\n您好，我们已收到 📨。", ...rest } = change
  return {
    key: "case/2611-LAW001/m1",
    audience: channel.audiences[0] ?? "customer",
    to,
    thread: "2611-LAW001",
    message: "receipt",
    subject: "We have received your message",
    language: "en",
    ...rest,
    text: text.slice(0, maxLength)
  }
}

/** The most time that a channel may take to send one message of a law.  Units: ms. */
const patienceMs = 10_000

const send = async ({ channel }: ChannelFixture, message: Outgoing, signal?: AbortSignal): Promise<Delivery> => {
  assert.ok(channel.send !== undefined, "it cannot send")
  return channel.send(message, { signal: signal ?? AbortSignal.timeout(patienceMs), attempt: 1 })
}

/** Sends a message that has to arrive. */
const sends = async (fixture: ChannelFixture, message: Outgoing): Promise<void> => {
  const { delivery } = await send(fixture, message)
  assert.ok(delivery === "sent" || delivery === "delivered", `a message like any other is ${delivery}`)
}

const texts = async ({ arrived }: ChannelFixture): Promise<readonly string[]> =>
  (await arrived()).map(({ text }) => text.trim()).toSorted()

/** The laws of channels that send. */
export const channelLaws: readonly ChannelLaw[] = [
  channelLaw(
    "it says whom it sends to, and answers each message with a delivery of the port",
    "another answer is the failure of the message: it is tried again, and its reader may have it many times",
    [],
    async (fixture) => {
      const { name, audiences } = fixture.channel
      assert.ok(typeof name === "string" && name.trim() !== "", "it has no name")
      assert.ok(audiences.length > 0 && audiences.every((each) => each === "customer" || each === "staff"))
      const [one, other] = peopleOf(fixture)
      const contains = [{ case: "2611-LAW001", message: "overdue" }]
      const { thread: _, ...digest } = messageOf(fixture, other, { key: "digest/1", message: "digest", contains })
      for (const message of [messageOf(fixture, one), digest]) Answers.delivery(await send(fixture, message))
    }
  ),

  channelLaw(
    "what it says is sent has arrived, whole and once",
    "the loop counts the message as told: nobody writes to the customer again",
    [],
    async (fixture) => {
      const [to] = peopleOf(fixture)
      const lines = Array.from({ length: 40 }, (_, n) => `Line ${n}: 第 ${n} 行 — “quoted”, 100 % <b>&amp;</b> 📨`)
      const long = messageOf(fixture, to, { text: lines.join("\n") })
      await sends(fixture, long)
      assert.deepEqual(await texts(fixture), [long.text.trim()])
    }
  ),

  channelLaw(
    "messages that are sent at once arrive, each at its own reader",
    "one customer would read what another was written",
    [],
    async (fixture) => {
      const [one, other] = peopleOf(fixture)
      const all = Array.from({ length: 12 }, (_, index) => {
        const text = `to ${index % 2 === 0 ? "one" : "other"}, number ${index}`
        return messageOf(fixture, index % 2 === 0 ? one : other, { key: `case/2611-LAW001/m${index}`, text })
      })
      await Promise.all(all.map((message) => sends(fixture, message)))
      assert.deepEqual(await texts(fixture), all.map(({ text }) => text).toSorted())
      const readers = (who: string) =>
        fixture.arrived().then((found) => found.filter(({ text }) => text.includes(`to ${who},`)).map(({ to }) => to))
      const [first, second] = [new Set(await readers("one")), new Set(await readers("other"))]
      assert.deepEqual([first.size, second.size], [1, 1], "messages to one person went to several")
      assert.notDeepEqual([...first], [...second], "messages to two people went to one")
    }
  ),

  channelLaw(
    "two keys are two messages, though they say the same, and however alike they look",
    "a reminder would be taken for the one before it, and never arrive",
    [],
    async (fixture) => {
      const [to] = peopleOf(fixture)
      const keys = ["case/a b/m1", "case/a_b/m1", "CASE/A B/M1", `${"k".repeat(300)}1`, `${"k".repeat(300)}2`]
      for (const key of keys) await sends(fixture, messageOf(fixture, to, { key }))
      assert.equal((await fixture.arrived()).length, keys.length)
    }
  ),

  channelLaw(
    "a key that was sent is not sent again, also by two at once",
    "a process that was killed before it took note of it sends once more, and the reader has it twice",
    ["once"],
    async (fixture) => {
      const [to] = peopleOf(fixture)
      const message = messageOf(fixture, to)
      await Promise.all([sends(fixture, message), sends(fixture, message)])
      await sends(fixture, message)
      assert.equal((await fixture.arrived()).length, 1)
    }
  ),

  channelLaw(
    "what failed is not said to be sent, and another try under the same key delivers it",
    "the message would be lost: the loop does not offer it again, or the channel takes it for one that it knows",
    ["outage"],
    async (fixture) => {
      const { fail } = fixture
      assert.ok(fail !== undefined, "the fixture can bring about no outage")
      const [to] = peopleOf(fixture)
      const message = messageOf(fixture, to)
      await fail(true)
      const answer = await send(fixture, message).then(Answers.delivery, () => undefined)
      assert.ok(answer === undefined || answer.delivery === "deferred", `a failed send is ${answer?.delivery}`)
      assert.deepEqual(await texts(fixture), [], "a part of it has arrived")
      await fail(false)
      await sends(fixture, message)
      assert.deepEqual(await texts(fixture), [message.text.trim()])
    }
  ),

  channelLaw(
    "a send ends with its signal",
    "it would go on after its time is over, beside the next try of the same message",
    ["stall"],
    async (fixture) => {
      const { stall } = fixture
      assert.ok(stall !== undefined, "the fixture can bring about no stall")
      await stall()
      const ending = new AbortController()
      const [to] = peopleOf(fixture)
      const ended = send(fixture, messageOf(fixture, to), ending.signal).then(
        ({ delivery }) => delivery,
        () => "ended"
      )
      setImmediate(() => ending.abort(new Error("its time is over")))
      const waited = new Promise((resolve) => setTimeout(() => resolve("goes on"), patienceMs / 10).unref())
      const found = await Promise.race([ended, waited])
      assert.ok(found === "ended" || found === "deferred", `after its signal it ${found}`)
    }
  ),

  channelLaw(
    "it says of any text whether it is an address that it carries to",
    "an error is an outage: one odd address would be tried again for days, instead of another being found",
    [],
    async (fixture) => {
      const { channel } = fixture
      const accept = async (address: string): Promise<unknown> => channel.accept?.(address) ?? true
      for (const { address } of peopleOf(fixture))
        if (address !== undefined) assert.equal(await accept(address), true, "it refuses whom it reaches")
      const odd = [
        "",
        " ",
        "constructor",
        "a@b",
        "+86 139 1234 5678",
        "张三",
        "x".repeat(100_000),
        "a\r\nBcc: b@c.de",
        "\u0000"
      ]
      for (const address of odd) assert.equal(typeof (await accept(address)), "boolean")
    }
  ),

  channelLaw(
    "a line feed in a name or a subject forges nothing",
    "whoever gives feedback chooses their name: they could write to others by it",
    [],
    async (fixture) => {
      const [one, other] = peopleOf(fixture)
      await sends(fixture, messageOf(fixture, other, { key: "case/2611-LAW001/m0" }))
      const [usual] = await fixture.arrived()
      const forged = `x\r\nTo: ${other.address ?? other.id}\r\nCc: ${other.address ?? other.id}\r\n\r\nforged`
      const to = { ...one, name: `${one.name} ${forged}` }
      const message = messageOf(fixture, to, { subject: forged, text: "as it is" })
      const { delivery } = await send(fixture, message)
      const found = (await fixture.arrived()).filter(({ text }) => text.trim() === "as it is")
      assert.equal(found.length, delivery === "refused" ? 0 : 1, "its text was changed, or it has arrived twice")
      assert.ok(
        found.every((each) => each.to !== usual?.to),
        "it went to somebody else"
      )
      assert.equal((await fixture.arrived()).length, found.length + 1)
    }
  ),

  channelLaw(
    "it lets go of what it holds of an erased customer, and of nothing else",
    "what was erased would stand in an outbox, or the messages of others would be gone with it",
    ["erase"],
    async (fixture) => {
      const { channel } = fixture
      const [one, other] = peopleOf(fixture)
      const erase = async (who: Correspondent, cases: readonly string[]): Promise<void> => {
        const addresses = [who.id, who.address].flatMap((each) => each ?? [])
        await channel.erase?.({ addresses, cases }, { signal: AbortSignal.timeout(patienceMs) })
      }
      assert.ok(channel.erase !== undefined, "it cannot erase")
      const written = [
        messageOf(fixture, one, { key: "1", text: "to the customer" }),
        messageOf(fixture, other, { key: "2", text: "to another, about the case" }),
        messageOf(fixture, other, { key: "3", thread: "2611-LAW002", text: "to another, of theirs" }),
        messageOf(fixture, other, { key: "4", thread: "2611-LAW0011", text: "of a case with a longer name" })
      ]
      for (const message of written) await sends(fixture, message)
      await erase({ id: "c-9", address: "example.com" }, ["2611-LAW"])
      assert.equal((await fixture.arrived()).length, 4, "a stranger was erased with others")
      for (let n = 0; n < 2; n++) await erase(one, ["2611-LAW001"])
      assert.deepEqual(await texts(fixture), ["of a case with a longer name", "to another, of theirs"])
      await sends(fixture, messageOf(fixture, other, { key: "5", text: "later" }))
      assert.equal((await fixture.arrived()).length, 3)
    }
  )
]
