/**
 * Lanes of the outbox: which workers can take a message. Every worker takes the engine's own commands. Messages go by
 * their audience, and those to customers by the channel of the policy on which the customer is answered.
 *
 * Invariant: `parse(render(lane))` is the lane, whatever characters the channel has.
 */

/** A lane of the outbox. */
export type Lane =
  | { readonly kind: "command" }
  | { readonly kind: "staff" }
  /** `channel` is a name of the policy; empty where none is known. */
  | { readonly kind: "customer"; readonly channel: string }

const customer = "customer/"

/** Returns the text of a lane, as the store contains it. */
export const render = (lane: Lane): string => (lane.kind === "customer" ? customer + lane.channel : lane.kind)

/** Returns the lane in a text; undefined for a text that the engine does not write. */
export const parse = (text: string): Lane | undefined => {
  if (text.startsWith(customer)) return { kind: "customer", channel: text.slice(customer.length) }
  return text === "command" || text === "staff" ? { kind: text } : undefined
}

/** Returns the lane of a message by its audience and its channel. */
export const ofMessage = ({
  audience,
  channel = ""
}: {
  readonly audience: "customer" | "staff"
  readonly channel?: string
}): Lane => (audience === "staff" ? { kind: "staff" } : { kind: "customer", channel })
