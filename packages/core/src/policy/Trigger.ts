/**
 * What starts, meets and cancels clocks, what customers are asked after, and where the time of a record begins.
 *
 * A bundle keeps triggers as text (`passed:told`): bundles are stored beside the cases that are pinned to them, and
 * their hash covers the text. Only this module knows it; whoever decides reads the union.
 */

export type Trigger =
  | { readonly _tag: "Received" | "Logged" | "CustomerWrote" | "CustomerTold" | "Answered" | "Closed" | "Reopened" }
  | { readonly _tag: "Ended"; readonly as: "withdrawn" | "forwarded" | "turned-away" | "merged" }
  /** Passed, explained, waived or lapsed. */
  | { readonly _tag: "GateSettled"; readonly gate: string }
  | { readonly _tag: "GatePassed"; readonly gate: string }
  | { readonly _tag: "ClockMet"; readonly clock: string }
  /** An event of the host. */
  | { readonly _tag: "EventHappened"; readonly event: string }
  /** The date that a fact of the case names. */
  | { readonly _tag: "DateReached"; readonly fact: string }

/**
 * A trigger as a bundle keeps it: `received logged customer-wrote told-customer answered closed reopened withdrawn
 * forwarded turned-away merged`, `gate:<name>` (settled), `passed:<gate>`, `clock:<name>` (met), `event:<host event>`, `fact:<date fact>`.
 */
export type TriggerText = string

const words: ReadonlyMap<TriggerText, Trigger> = new Map<TriggerText, Trigger>([
  ["received", { _tag: "Received" }],
  ["logged", { _tag: "Logged" }],
  ["customer-wrote", { _tag: "CustomerWrote" }],
  ["told-customer", { _tag: "CustomerTold" }],
  ["answered", { _tag: "Answered" }],
  ["closed", { _tag: "Closed" }],
  ["reopened", { _tag: "Reopened" }],
  ["withdrawn", { _tag: "Ended", as: "withdrawn" }],
  ["forwarded", { _tag: "Ended", as: "forwarded" }],
  ["turned-away", { _tag: "Ended", as: "turned-away" }],
  ["merged", { _tag: "Ended", as: "merged" }]
])

const named: ReadonlyMap<string, (name: string) => Trigger> = new Map<string, (name: string) => Trigger>([
  ["gate", (gate) => ({ _tag: "GateSettled", gate })],
  ["passed", (gate) => ({ _tag: "GatePassed", gate })],
  ["clock", (clock) => ({ _tag: "ClockMet", clock })],
  ["event", (event) => ({ _tag: "EventHappened", event })],
  ["fact", (fact) => ({ _tag: "DateReached", fact })]
])

/** Returns what the text of a bundle means. Total: a text of a later version names an event that nobody reports. */
export const parse = (text: TriggerText): Trigger => {
  const word = words.get(text)
  if (word !== undefined) return word
  const colon = text.indexOf(":")
  const make = colon < 0 ? undefined : named.get(text.slice(0, colon))
  return make === undefined ? { _tag: "EventHappened", event: text } : make(text.slice(colon + 1))
}

/** Returns the text that a bundle keeps; equal triggers have the same. */
export const render = (trigger: Trigger): TriggerText => {
  switch (trigger._tag) {
    case "Received":
      return "received"
    case "Logged":
      return "logged"
    case "CustomerWrote":
      return "customer-wrote"
    case "CustomerTold":
      return "told-customer"
    case "Answered":
      return "answered"
    case "Closed":
      return "closed"
    case "Reopened":
      return "reopened"
    case "Ended":
      return trigger.as
    case "GateSettled":
      return `gate:${trigger.gate}`
    case "GatePassed":
      return `passed:${trigger.gate}`
    case "ClockMet":
      return `clock:${trigger.clock}`
    case "EventHappened":
      return `event:${trigger.event}`
    case "DateReached":
      return `fact:${trigger.fact}`
  }
}

/** Returns the name of the gate, clock, event or fact, else the word itself: what the policy writes. */
export const nameOf = (trigger: Trigger): string => {
  switch (trigger._tag) {
    case "GateSettled":
    case "GatePassed":
      return trigger.gate
    case "ClockMet":
      return trigger.clock
    case "EventHappened":
      return trigger.event
    case "DateReached":
      return trigger.fact
    default:
      return render(trigger)
  }
}

export const isSame = (a: Trigger, b: Trigger): boolean => a._tag === b._tag && nameOf(a) === nameOf(b)

/** Returns whether it is something said: reported by people, so it may become known late. */
export const isWord = ({ _tag }: Trigger): boolean =>
  _tag === "CustomerWrote" || _tag === "CustomerTold" || _tag === "Answered"

/** Returns the gates whose passing is one of these triggers. */
export const gatesPassed = (triggers: readonly Trigger[]): readonly string[] =>
  triggers.flatMap((trigger) => (trigger._tag === "GatePassed" ? [trigger.gate] : []))
