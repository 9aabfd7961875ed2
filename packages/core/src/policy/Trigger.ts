/**
 * Triggers: what starts, meets and cancels clocks, after what customers are asked, and from when records are kept.
 *
 * A bundle keeps triggers as text (`passed:told`), since stored bundles and their hashes must not change. Only this
 * module parses the text; all other code uses the union `Trigger`.
 */

/** An event that a policy names as a trigger. */
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
 * forwarded turned-away merged`, `gate:<name>` (settled), `passed:<gate>`, `clock:<name>` (met), `event:<host event>`,
 * `fact:<date fact>`.
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

/** Returns the trigger of a bundle's text. A text of a later version becomes a host event that nobody reports. */
export const parse = (text: TriggerText): Trigger => {
  const word = words.get(text)
  if (word !== undefined) return word
  const colon = text.indexOf(":")
  const make = colon < 0 ? undefined : named.get(text.slice(0, colon))
  return make === undefined ? { _tag: "EventHappened", event: text } : make(text.slice(colon + 1))
}

/** Returns the text of a trigger for a bundle; equal triggers have equal texts. */
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

/**
 * Returns the name in a trigger, that is, of a gate, clock, event or fact; for other triggers their word in policies.
 */
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

/** Returns whether two triggers are the same. */
export const isSame = (a: Trigger, b: Trigger): boolean => a._tag === b._tag && nameOf(a) === nameOf(b)

/** Returns whether a trigger is a statement that people report, so that it may become known late. */
export const isWord = ({ _tag }: Trigger): boolean =>
  _tag === "CustomerWrote" || _tag === "CustomerTold" || _tag === "Answered"

/** Returns the gates whose passing is one of these triggers. */
export const gatesPassed = (triggers: readonly Trigger[]): readonly string[] =>
  triggers.flatMap((trigger) => (trigger._tag === "GatePassed" ? [trigger.gate] : []))
