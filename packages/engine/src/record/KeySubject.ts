/**
 * Whose key seals an event: the key of the customer who said it or to whom it is said. Erasing one customer then
 * deletes all of their data and nothing else.
 */
import type { Case } from "@hearback/core"
import { Actor, Messages } from "@hearback/core"

/** Whose key it is. */
export type KeySubject =
  | { readonly kind: "customer"; readonly id: string }
  /** A case of which no customer is known. */
  | { readonly kind: "case"; readonly id: string }
  /** What staff say of the policy itself. */
  | { readonly kind: "policy" }
  /** No seal but a signature: that of the checkpoints of the record. */
  | { readonly kind: "checkpoint" }
  /** An arrival of nobody known, named by the command that brings it to its case. */
  | { readonly kind: "arrival"; readonly command: string }
  /** What spot checks are drawn by; nothing is sealed under it. */
  | { readonly kind: "draws" }
  /** What cases of nobody known are found by; nothing is sealed under it. */
  | { readonly kind: "anonymous" }
  /** What free texts are numbered by in figures; nothing is sealed under it. */
  | { readonly kind: "figures" }

/** Returns the name of the key in the key store. */
export const render = (subject: KeySubject): string => {
  switch (subject.kind) {
    case "customer":
      return `customer:${subject.id}`
    case "case":
      return `case:${subject.id}`
    case "policy":
    case "checkpoint":
    case "draws":
    case "anonymous":
    case "figures":
      return subject.kind
    case "arrival":
      return `intake:${subject.command}`
  }
}

const customerOr = (customer: string | undefined, id: string): KeySubject =>
  customer === undefined ? { kind: "case", id } : { kind: "customer", id: customer }

/** Returns whose key seals answers about a case: its customer's. */
export const ofCase = ({ id, feedback }: Case.Case): KeySubject => customerOr(feedback.receipt?.customer, id)

/** Returns whose key seals an event of a case, by the state of the case after it. */
export const subjectOf = ({ id, feedback, conversation, messages }: Case.Case, event: Case.CaseEvent): KeySubject => {
  // Why a customer was erased is kept as long as the record, and no new key is made for that customer.
  if (event.event === "customer-erased") return { kind: "case", id }
  const first = feedback.receipt?.customer
  const concerned = concernedBy(event, messages)
  const other = conversation.others.find(
    ({ customer }) => customer === concerned || (customer === undefined && concerned === "anonymous")
  )
  // The customer of an anonymous case is named anonymous as well.
  return other === undefined || concerned === undefined || concerned === (first ?? "anonymous")
    ? customerOr(first, id)
    : customerOr(other.customer, other.case)
}

/** Returns the customer who spoke or was told something, if the event names one. */
const concernedBy = (event: Case.CaseEvent, messages: Messages.MessageState): string | undefined => {
  switch (event.event) {
    case "message-queued":
      return event.audience === "customer" ? event.to : undefined
    case "message-handed-over":
      return event.to
    case "message-bounced":
      return Messages.letterOf(messages, event.id)?.to
    case "feedback-joined":
      // Feedback of a merged case may come from an anonymous customer.
      return event.customer ?? (event.from === undefined ? undefined : "anonymous")
    case "customer-wrote":
    case "case-followed":
      return event.customer
    case "proposal-countered":
    case "proposal-refused":
    case "customer-dissatisfied":
    case "case-withdrawn":
      return customerNamed(event.onBehalfOf ?? event.by)
    case "facts-recorded":
    case "facts-suggested":
    case "reopening-parked":
      return customerNamed(event.by)
    default:
      return undefined
  }
}

/** Returns the customer that a name in the record means; undefined for staff, who are not erased with a case. */
const customerNamed = (name: Actor.ActorName): string | undefined => {
  const actor = Actor.parse(name)
  return Actor.isOfCustomer(actor) ? Actor.customerOf(actor) : undefined
}
