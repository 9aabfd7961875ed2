import type { Channel, Correspondent, Outgoing } from "../../port/Channel.ts"
import type { Broken } from "./Broken.ts"
import type { Arrived, ChannelFixture } from "./ChannelLaws.ts"

interface Held extends Arrived {
  readonly key: string
  readonly thread: string | undefined
  readonly who: Correspondent
}

type Send = NonNullable<Channel["send"]>

/** Returns a receiving side in memory and a channel to it that keeps every law. */
const whole = () => {
  const held: Held[] = []
  let isDown = false
  let isStalled = false
  const put = ({ key, text, thread, to: who }: Outgoing): void =>
    void held.push({ key, thread, who, to: who.address ?? "", text })
  const send: Send = async (message, { signal }) => {
    if (isStalled)
      return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }))
    if (isDown) throw new Error("the far side is down")
    if (!held.some(({ key }) => key === message.key)) put(message)
    return { delivery: "sent" }
  }
  const letGo = (isTheirs: (one: Held) => boolean): void => {
    for (const one of held.filter(isTheirs)) held.splice(held.indexOf(one), 1)
  }
  const erase: NonNullable<Channel["erase"]> = async ({ addresses, cases }) =>
    letGo(
      ({ who, thread = "" }) =>
        [who.id, who.address].some((each) => addresses.includes(each ?? "")) || cases.includes(thread)
    )
  const channel: Channel = {
    name: "post",
    audiences: ["customer", "staff"],
    accept: (address) => /^[^\s@]+@[^\s@]+$/.test(address),
    send,
    erase
  }
  return {
    channel,
    held,
    put,
    send,
    letGo,
    fixture: (changed: Channel): ChannelFixture => ({
      channel: changed,
      arrived: async () => [...held],
      fail: (down) => {
        isDown = down
      },
      stall: () => {
        isStalled = true
      }
    })
  }
}

const broken = (
  law: string,
  fault: string,
  change: (world: ReturnType<typeof whole>) => Partial<Channel>
): Broken<ChannelFixture> => ({
  law,
  fault,
  make: async () => {
    const world = whole()
    return world.fixture({ ...world.channel, ...change(world) })
  }
})

const changing = (law: string, fault: string, change: (message: Outgoing) => Outgoing): Broken<ChannelFixture> =>
  broken(law, fault, ({ send }) => ({ send: (message, options) => send(change(message), options) }))

const answers = "it says whom it sends to, and answers each message with a delivery of the port"
const arrives = "what it says is sent has arrived, whole and once"
const atOnce = "messages that are sent at once arrive, each at its own reader"
const keys = "two keys are two messages, though they say the same, and however alike they look"
const once = "a key that was sent is not sent again, also by two at once"
const failed = "what failed is not said to be sent, and another try under the same key delivers it"
const accepts = "it says of any text whether it is an address that it carries to"
const forges = "a line feed in a name or a subject forges nothing"
const erases = "it lets go of what it holds of an erased customer, and of nothing else"

/** Channels that are each wrong in one way. */
export const brokenChannels: readonly Broken<ChannelFixture>[] = [
  broken(answers, "answers in words of its own", ({ put }) => ({
    send: async (message) => {
      put(message)
      return { delivery: "ok" } as never
    }
  })),
  broken(answers, "sends to nobody", () => ({ audiences: [] })),
  broken(arrives, "counts what it has queued as sent", () => ({ send: async () => ({ delivery: "sent" }) })),
  changing(arrives, "sends the first line", (message) => ({ ...message, text: message.text.split("\n")[0] ?? "" })),
  changing(arrives, "loses what is not ASCII", (message) => ({
    ...message,
    text: message.text.replace(/[^\p{ASCII}]/gu, "?")
  })),
  broken(arrives, "sends twice", ({ put }) => ({
    send: async (message) => {
      put(message)
      put(message)
      return { delivery: "sent" }
    }
  })),
  broken(atOnce, "keeps one reader for all", ({ send }) => {
    let current: Correspondent = {}
    return {
      send: async (message, options) => {
        current = message.to
        await new Promise((resolve) => setImmediate(resolve))
        return send({ ...message, to: current }, options)
      }
    }
  }),
  changing(keys, "goes by what a message says", (message) => ({ ...message, key: message.text })),
  changing(keys, "cuts keys short", (message) => ({ ...message, key: message.key.slice(0, 100) })),
  changing(keys, "takes keys that look alike for one", (message) => ({
    ...message,
    key: message.key.toLowerCase().replace(/[^a-z0-9]/g, "_")
  })),
  broken(once, "drops no key", ({ put }) => ({
    send: async (message) => {
      put(message)
      return { delivery: "sent" }
    }
  })),
  broken(once, "looks, waits, and sends", ({ held, put }) => ({
    send: async (message) => {
      const isKnown = held.some(({ key }) => key === message.key)
      await new Promise((resolve) => setImmediate(resolve))
      if (!isKnown) put(message)
      return { delivery: "sent" }
    }
  })),
  broken(failed, "takes note of the key before it sends", ({ send }) => {
    const seen = new Set<string>()
    return {
      send: async (message, options) => {
        if (seen.has(message.key)) return { delivery: "sent" }
        seen.add(message.key)
        return send(message, options)
      }
    }
  }),
  broken(failed, "swallows errors", ({ send }) => ({
    send: (message, options) => send(message, options).catch(() => ({ delivery: "sent" as const }))
  })),
  broken(failed, "refuses for good what failed once", ({ send }) => ({
    send: (message, options) =>
      send(message, options).catch(() => ({ delivery: "refused" as const, reason: "the far side is down" }))
  })),
  broken("a send ends with its signal", "is deaf to it", ({ send }) => ({
    send: (message, options) => send(message, { ...options, signal: new AbortController().signal })
  })),
  broken(accepts, "throws for what it cannot read", () => ({
    accept: (address) => {
      if (!address.includes("@")) throw new TypeError("no domain")
      return true
    }
  })),
  broken(accepts, "answers with what it found", () => ({ accept: (address) => address.match(/@/) as never })),
  broken(accepts, "refuses everybody", () => ({ accept: () => false })),
  broken(forges, "writes headers as they come", ({ put }) => ({
    send: async (message) => {
      put(message)
      const forged = /^To: (.+)$/m.exec(message.to.name?.replace(/\r/g, "") ?? "")?.[1]
      if (forged !== undefined) put({ ...message, key: `${message.key}+`, to: { address: forged } })
      return { delivery: "sent" }
    }
  })),
  broken(erases, "erases nothing", () => ({ erase: async () => {} })),
  broken(erases, "forgets what was said of their cases", ({ letGo }) => ({
    erase: async ({ addresses }) => letGo(({ who }) => addresses.includes(who.address ?? ""))
  })),
  broken(erases, "goes by parts of addresses", ({ letGo }) => ({
    erase: async ({ addresses, cases }) =>
      letGo(
        ({ who, thread = "" }) =>
          addresses.some((address) => who.address?.includes(address)) || cases.some((id) => thread.startsWith(id))
      )
  }))
]
