/**
 * Which events show that the customer spoke: a message, a reply to a question, a score, or the same matter said again.
 * It makes no difference whether staff entered it. Each of these ends a wait for the customer.
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
  // An automatic reply is not the customer's word; thanks alone are. A reply to a question has an event of its own.
  "customer-wrote": ({ as }) => as !== "automatic" && as !== "reply",
  // The same message by another channel is not a new word.
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

/** The names of the events by which a customer may have spoken. */
export const customersWords = Object.keys(tests) as (keyof typeof tests)[]

const byName: ReadonlyMap<string, Test> = new Map(Object.entries(tests as Readonly<Record<string, Test>>))

/** Returns whether an event shows that the customer spoke. */
export const isCustomersWord = (event: Named): boolean => byName.get(event.event)?.(event) === true
