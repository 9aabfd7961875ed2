/** Finds where a message goes: a channel of this process, and the recipient's address there. */
import { Actor, Conversation, defined, Messages, Visible } from "@hearback/core"
import * as Answers from "../context/Answers.ts"
import type { EngineContext } from "../context/Context.ts"
import type { Cases } from "../decide/Cases.ts"
import type * as Stream from "../name/Stream.ts"
import type { Audience, Channel, Correspondent } from "../port/Channel.ts"
import { itemsOf } from "../port/Cursor.ts"

/** The fields of a message that decide where it goes. */
interface Letter {
  readonly audience: Audience
  /** The id of the customer or person. */
  readonly to: string
  /** The channel of the policy on which the customer is answered. */
  readonly channel?: string
  /** The former case of the reader, if that is another customer whom the case answers. */
  readonly party?: string
  readonly stream: Stream.Stream
}

/**
 * `no-address`: no address is known to which a channel can send. `no-channel`: no channel of this process takes the
 * message.
 */
type Undeliverable = "no-address" | "no-channel"

type Destination =
  | { readonly channel: Channel; readonly to: Correspondent; readonly inReplyTo?: string }
  | { readonly undeliverable: Undeliverable }

/** What a case knows about one of its customers. */
interface Known {
  readonly name?: string
  /** Addresses, each with the channel of the policy on which it was given, the last one first. */
  readonly places: readonly (readonly [channel: string, address: string])[]
}

/** Finds the recipients of messages. */
export interface Recipients {
  /** Returns where a message goes now. */
  destinationOf(letter: Letter): Promise<Destination>
}

/** Makes the search for recipients. */
export const makeRecipients = (context: EngineContext, cases: Cases): Recipients => {
  const { routes } = context

  /**
   * Returns whether a channel can send to an address. A text of several lines is refused, since it could forge a mail
   * header.
   */
  const carries = async (channel: Channel, address: string): Promise<boolean> =>
    Visible.isVisibleLine(address) && (await accepts(channel, address))

  const accepts = (channel: Channel, address: string): Promise<boolean> =>
    context.call(
      { port: "channel", operation: "accept", adapter: channel.name, personal: () => [address] },
      async () => (channel.accept === undefined ? true : Answers.yesOrNo(await channel.accept(address)))
    )

  /** Returns the destination for an address, or without one if the channel needs none. */
  const at = async (channel: Channel, who: Correspondent, address: string | undefined): Promise<Destination> => {
    if (address !== undefined && (await carries(channel, address))) return { channel, to: { ...who, address } }
    return channel.needsAddress === false ? { channel, to: who } : { undeliverable: "no-address" }
  }

  const toStaff = async (id: string): Promise<Destination> => {
    const channel = routes.channelFor({ kind: "staff" })
    if (channel === undefined) return { undeliverable: "no-channel" }
    const { directory } = context
    const person = await context.call({ port: "directory", operation: "person" }, async () =>
      Answers.person(await directory?.person(id))
    )
    return at(channel, defined({ id, name: person?.name }), person?.address)
  }

  /** Returns what a case knows about its first customer, or about the customer whose former case was `party`. */
  const onCase = async (id: string, party: string | undefined): Promise<Known> => {
    const { conversation, feedback } = (await cases.load(id)).state
    const other = conversation.others.find((one) => one.case === party)
    const name = party === undefined ? feedback.receipt?.customerName : other?.customerName
    return defined({ name, places: Object.entries(Conversation.addressesOf(conversation, party)).reverse() })
  }

  /** Returns what the customer's latest case with an address knows. */
  const onLatest = async (customer: string): Promise<Known> => {
    const ids: string[] = []
    const rows = itemsOf((place) => context.store.list(context.tenant, { customer, order: "received", ...place }))
    for await (const { id } of rows) ids.unshift(id)
    for (const id of ids) {
      const known = await onCase(id, undefined)
      if (known.places.length > 0) return known
    }
    return { places: [] }
  }

  /**
   * Returns the destination of a message to a customer: the channel on which they are answered; if no address is known
   * for it, another channel with an address; else the address in the host's record.
   */
  const toCustomer = async ({ to, channel: own = "", party, stream }: Letter): Promise<Destination> => {
    const first = routes.channelFor({ kind: "customer", channel: own })
    if (first === undefined) return { undeliverable: "no-channel" }
    const id = Actor.parse(to).kind === "anonymous" ? undefined : to
    const onFile = id === undefined ? undefined : await context.customers(id)
    const { name, places } = stream.kind === "case" ? await onCase(stream.id, party) : await onLatest(to)
    const who: Correspondent = defined({ id, name: onFile?.name ?? name })
    for (const [place, address] of [
      ...places.filter(([given]) => given === own),
      ...places.filter(([given]) => given !== own)
    ]) {
      const channel = routes.channelFor({ kind: "customer", channel: place })
      // A customer whom their own channel reaches without an address is not written to by another one.
      const isTheirs = channel === first || first.needsAddress !== false
      if (channel !== undefined && isTheirs && (await carries(channel, address)))
        return { channel, to: { ...who, address } }
    }
    return at(first, who, onFile?.address)
  }

  /** Returns the channel's reference to the case's message before this one. */
  const before = async ({ stream, to, party }: Letter, by: string): Promise<string | undefined> =>
    stream.kind === "case"
      ? Messages.referenceOf((await cases.load(stream.id)).state.messages, defined({ to, party, by }))
      : undefined

  return {
    destinationOf: async (letter) => {
      const found = await (letter.audience === "staff" ? toStaff(letter.to) : toCustomer(letter))
      if ("undeliverable" in found) return found
      const { channel, to } = found
      const name = to.name === undefined ? {} : { name: Visible.visibleLine(to.name) }
      return { channel, to: { ...to, ...name }, ...defined({ inReplyTo: await before(letter, channel.name) }) }
    }
  }
}
