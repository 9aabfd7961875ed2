/**
 * Which events are a word of the customer's, in whatever way they spoke: a letter, a reply to a question, a score, the same
 * thing said again, also where staff took it down. Whatever waits for the customer has its answer by each of these.
 */
import { isOfCustomer, parse } from "../people/Actor.ts"
import type { ConversationEvents } from "./track/Conversation.ts"
import type { GateEvents } from "./track/Gate.ts"
import type { LifecycleEvents } from "./track/Lifecycle.ts"
import type { EventOf } from "./track/Track.ts"

interface Bodies extends ConversationEvents, GateEvents, LifecycleEvents {}

interface Named {
  readonly event: string
}
type Test = (event: Named) => boolean

const tests: { readonly [T in keyof Bodies]?: (event: EventOf<Bodies, T>) => boolean } = {
  // What a machine wrote is nobody's word; thanks alone are one; a reply has an event of its own.
  "customer-wrote": ({ as }) => as !== "automatic" && as !== "reply",
  // The very message by another channel says nothing new.
  "feedback-joined": ({ again }) => again !== true,
  "proposal-agreed": () => true,
  "proposal-countered": () => true,
  "proposal-refused": () => true,
  "customer-confirmed": () => true,
  "customer-dissatisfied": () => true,
  "survey-answered": ({ gate }) => gate !== undefined,
  "reopening-parked": ({ by }) => isOfCustomer(parse(by)),
  "note-added": ({ by }) => isOfCustomer(parse(by))
}

/** The events that may be a word of the customer's. */
export const customersWords = Object.keys(tests) as (keyof typeof tests)[]

const byName: ReadonlyMap<string, Test> = new Map(Object.entries(tests as Readonly<Record<string, Test>>))

/** Returns whether an event is a word of the customer's. */
export const isCustomersWord = (event: Named): boolean => byName.get(event.event)?.(event) === true
