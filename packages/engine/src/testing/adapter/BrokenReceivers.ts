/** Channels that receive wrongly, each in one way. */
import type { Channel, Inbound } from "../../port/Channel.ts"
import type { Broken } from "./Broken.ts"
import type { ReceivingFixture } from "./ReceivingLaws.ts"

type Receive = NonNullable<Channel["receive"]>

/** Returns a remote side in memory that keeps a message until it is acknowledged. */
const farSide = () => {
  const waiting: Inbound[] = []
  let count = 0
  const put = (message: Omit<Inbound, "key">): void => void waiting.push({ key: `n${++count}`, ...message })
  const acknowledge = (message: Inbound): void => {
    const at = waiting.indexOf(message)
    if (at >= 0) waiting.splice(at, 1)
  }
  return { waiting, put, acknowledge }
}

type Far = ReturnType<typeof farSide>

const never = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener("abort", () => resolve())))

/** Passes on waiting messages, and keeps those that could not be stored for the next time. */
const whole =
  ({ waiting, acknowledge }: Far): Receive =>
  async (take, { signal }) => {
    for (const message of [...waiting]) {
      if (signal.aborted) return
      await take(message).then(
        () => acknowledge(message),
        () => {}
      )
    }
  }

const broken = (law: string, fault: string, receive: (far: Far) => Receive): Broken<ReceivingFixture> => ({
  law,
  fault,
  make: async () => {
    const far = farSide()
    return {
      channel: { name: "post", audiences: ["customer"], receive: receive(far) },
      patienceMs: 200,
      comes: ({ from, text }) => far.put({ from: { address: from }, verbatim: text }),
      comesUnreadable: (raw) => far.put({ raw })
    }
  }
})

/** Returns a channel that changes each message. */
const changing = (law: string, fault: string, change: (message: Inbound) => Inbound): Broken<ReceivingFixture> =>
  broken(law, fault, (far) => (take, options) => whole(far)((message) => take(change(message)), options))

const given = "what comes is taken in whole, with who wrote it, and once"
const keys = "the same words twice are two messages, with two keys"
const again = "what could not be stored is given again, under the same key"
const inHand = "what was not stored before it ended is given when it begins again; what was stored is not"
const ends = "it ends with its signal, and gives nothing afterwards"
const unreadable = "what it cannot read it gives as it came, and goes on"

/** Channels that receive wrongly. */
export const brokenReceivers: readonly Broken<ReceivingFixture>[] = [
  changing(given, "gives the first line", ({ verbatim, ...rest }) => ({
    ...rest,
    ...(verbatim === undefined ? {} : { verbatim: verbatim.split("\n")[0] ?? "" })
  })),
  changing(given, "leaves out who wrote it", ({ from: _, ...rest }) => rest),
  broken(given, "makes a key at every look, and acknowledges nothing", ({ waiting }) => {
    let looks = 0
    return async (take) => {
      // It looks twice at once, since the pause before the next call depends on the machine.
      for (const message of [...waiting, ...waiting]) await take({ ...message, key: `look-${++looks}` })
    }
  }),
  changing(keys, "goes by what was said", (message) => ({ ...message, key: message.verbatim ?? "raw" })),
  changing(keys, "has no keys", (message) => ({ ...message, key: "" })),
  broken(again, "acknowledges what it gives, stored or not", ({ waiting, acknowledge }) => async (take) => {
    for (const message of [...waiting]) {
      acknowledge(message)
      await take(message).catch(() => {})
    }
  }),
  broken(again, "gives it another key the next time", (far) => {
    let tries = 0
    return (take, options) => whole(far)((message) => take({ ...message, key: `${message.key}/${++tries}` }), options)
  }),
  broken(inHand, "empties the far side when it begins", ({ waiting }) => async (take, { signal }) => {
    const mine = waiting.splice(0)
    for (const message of mine) if (!signal.aborted) await take(message).catch(() => {})
  }),
  broken(inHand, "acknowledges nothing", ({ waiting }) => async (take, { signal }) => {
    for (const message of [...waiting]) if (!signal.aborted) await take(message).catch(() => {})
  }),
  broken(ends, "is deaf to it", (far) => {
    let isOn = false
    return async (take, { signal }) => {
      if (!isOn) setInterval(() => void whole(far)(take, { signal: new AbortController().signal }), 5).unref()
      isOn = true
      await never(signal)
    }
  }),
  broken(unreadable, "drops it", (far) => (take, options) => {
    for (const message of [...far.waiting]) if (message.raw !== undefined) far.acknowledge(message)
    return whole(far)(take, options)
  }),
  broken(unreadable, "stops at it", (far) => async (take, options) => {
    if (far.waiting[0]?.raw !== undefined) throw new SyntaxError("no message")
    await whole(far)(take, options)
  })
]

/** A receiving channel that keeps every law. */
export const wholeReceiver = broken("", "", whole).make
