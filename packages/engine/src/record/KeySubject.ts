/** Under whose key an event is sealed: that of whoever said it or is told it, so that erasing one customer takes all of theirs and nothing else. */
import type { Case } from "@hearback/core"

/** Where no customer is known, the case has a key of its own. */
export const caseSubject = (id: string): string => `case:${id}`

/** Returns the key's name for an event of a case, as the case stands after it. */
export const subjectOf = ({ id, feedback, conversation }: Case.Case, event: Case.CaseEvent): string => {
  const first = feedback.receipt?.customer
  const concerned = concernedBy(event)
  const other = conversation.others.find(
    ({ customer }) => customer === concerned || (customer === undefined && concerned === "anonymous")
  )
  // An anonymous case tells its own customer as nobody, too.
  return other === undefined || concerned === undefined || concerned === (first ?? "anonymous")
    ? (first ?? caseSubject(id))
    : (other.customer ?? caseSubject(other.case))
}

/** The customer who spoke or is spoken to, where the event says which. */
const concernedBy = (event: Case.CaseEvent): string | undefined => {
  switch (event.event) {
    case "message-queued":
      return event.audience === "customer" ? event.to : undefined
    case "feedback-joined":
      // Of a merged case that nobody is known of.
      return event.customer ?? (event.from === undefined ? undefined : "anonymous")
    case "customer-wrote":
    case "case-followed":
      return event.customer
    case "proposal-countered":
    case "proposal-refused":
    case "customer-dissatisfied":
    case "reopening-parked":
    case "case-withdrawn":
      return event.by
    default:
      return undefined
  }
}
