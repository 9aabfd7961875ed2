/**
 * Decides which channel of this process takes which messages. The order: the host's setting, the channel with the name
 * of the customer's own channel, the host's channel for all other customers, the only channel that sends to customers.
 */
import type { Bundle } from "@hearback/core"
import * as Lane from "../name/Lane.ts"
import type { Channel } from "../port/Channel.ts"

/** Which channel sends which messages, by the names of your channels. `false`: another process sends them. */
export interface RouteOptions {
  /** The channel for notices to staff. */
  readonly staff?: string | false
  /** The channel for answers to customers, by the policy's channel on which they are answered. */
  readonly channels?: Readonly<Record<string, string | false>>
  /** The channel for all other customers. */
  readonly customers?: string | false
}

/** The routes of a process. */
export interface Routes {
  /** Returns the channel that takes messages of a lane; undefined if this process has none. */
  readonly channelFor: (lane: Lane.Lane) => Channel | undefined
  /** Returns the name of the channel that takes messages of a lane; undefined if this process has none. */
  readonly takerOf: (lane: string) => string | undefined
  /** Returns those of the lanes whose messages this process takes. Every process takes the engine's own commands. */
  readonly served: (lanes: readonly string[]) => readonly string[]
  /** Returns whether another process takes messages of a lane, by the host's setting. */
  readonly isElsewhere: (lane: Lane.Lane) => boolean
  /** Whether this process sends messages at all. */
  readonly isSending: boolean
}

/** Returns the lanes of all messages that a policy sends. */
export const lanesOf = ({ channels }: Pick<Bundle.Bundle, "channels">): readonly Lane.Lane[] => [
  { kind: "staff" },
  ...Object.keys(channels).map((channel) => ({ kind: "customer" as const, channel }))
]

/** Makes the routes of a process. */
export const makeRoutes = (channels: readonly Channel[], options: RouteOptions = {}): Routes => {
  const senders = channels.filter(({ send }) => send !== undefined)
  const to = (audience: "customer" | "staff") => senders.filter(({ audiences }) => audiences.includes(audience))
  const [customers, staff] = [to("customer"), to("staff")]
  const named = (among: readonly Channel[], name: string | false | undefined): Channel | undefined =>
    among.find((channel) => channel.name === name)
  const only = (among: readonly Channel[]): Channel | undefined => (among.length === 1 ? among[0] : undefined)

  /** Returns the host's setting for a lane; undefined if there is none. */
  const said = (lane: Lane.Lane): string | false | undefined => {
    if (lane.kind !== "customer") return lane.kind === "staff" ? options.staff : undefined
    const { channels: own = {} } = options
    if (Object.hasOwn(own, lane.channel)) return own[lane.channel]
    return named(customers, lane.channel)?.name ?? options.customers
  }
  const channelFor = (lane: Lane.Lane): Channel | undefined => {
    if (lane.kind === "command") return undefined
    const among = lane.kind === "staff" ? staff : customers
    const name = said(lane)
    return name === undefined ? only(among) : named(among, name)
  }
  const takerOf = (name: string): string | undefined => {
    const lane = Lane.parse(name)
    return lane === undefined ? undefined : channelFor(lane)?.name
  }
  return {
    channelFor,
    takerOf,
    served: (lanes) => lanes.filter((name) => Lane.parse(name)?.kind === "command" || takerOf(name) !== undefined),
    isElsewhere: (lane) => said(lane) === false,
    isSending: senders.length > 0
  }
}
