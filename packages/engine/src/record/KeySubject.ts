/**
 * Under whose key an event is sealed: that of the customer who said it or is told it. So erasing one customer takes all
 * of theirs and nothing else.
 */
import type { Case } from "@hearback/core"
import { Actor, Messages } from "@hearback/core"

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

/** Returns the name under which the key store has the key. */
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

/** Returns whose key seals what is said about a case to whoever asked: that of its customer. */
export const ofCase = ({ id, feedback }: Case.Case): KeySubject => customerOr(feedback.receipt?.customer, id)

/** Returns whose key seals an event of a case, as the case stands after it. */
export const subjectOf = ({ id, feedback, conversation, messages }: Case.Case, event: Case.CaseEvent): KeySubject => {
  // Why somebody was erased is kept as long as the record, and no new key is made for whom it concerns.
  if (event.event === "customer-erased") return { kind: "case", id }
  const first = feedback.receipt?.customer
  const concerned = concernedBy(event, messages)
  const other = conversation.others.find(
    ({ customer }) => customer === concerned || (customer === undefined && concerned === "anonymous")
  )
  // The own customer of an anonymous case is called anonymous as well.
  return other === undefined || concerned === undefined || concerned === (first ?? "anonymous")
    ? customerOr(first, id)
    : customerOr(other.customer, other.case)
}

/** The customer who spoke or is spoken to, where the event says which. */
const concernedBy = (event: Case.CaseEvent, messages: Messages.MessageState): string | undefined => {
  switch (event.event) {
    case "message-queued":
      return event.audience === "customer" ? event.to : undefined
    case "message-handed-over":
      return event.to
    case "message-bounced":
      return Messages.letterOf(messages, event.id)?.to
    case "feedback-joined":
      // Feedback of a merged case may come from a customer who is not known.
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

/** The customer whom the record names; of the staff nobody is erased with a case. */
const customerNamed = (name: Actor.ActorName): string | undefined => {
  const actor = Actor.parse(name)
  return Actor.isOfCustomer(actor) ? Actor.customerOf(actor) : undefined
}
