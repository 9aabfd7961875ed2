/**
 * What a case sends out: messages, and commands to other streams. It is computed from one event, so no second list
 * exists.
 */

import type { Case, CaseEvent } from "../case/Case.ts"
import type { LedgerEntry } from "../case/Gathered.ts"
import type { Command } from "../case/generated/Command.ts"
import type { Power } from "../case/track/Authority.ts"
import type { QueuedMessage } from "../case/track/Message.ts"
import { defined } from "../value/Optional.ts"
import type { CustomerCommand } from "./Customer.ts"
import type { ProblemCommand } from "./Problem.ts"

/** One thing that a case sends out: a message, or a command to another stream. */
export type Outbound =
  | { readonly to: "channel"; readonly message: QueuedMessage }
  | { readonly to: "problem"; readonly problem: string; readonly command: ProblemCommand }
  | { readonly to: "case"; readonly case: string; readonly command: Command }
  | { readonly to: "customer"; readonly customer: string; readonly command: CustomerCommand }
  /** Nothing keeps this case's personal data any more; its customer may have other cases that do. */
  | { readonly to: "erasure"; readonly case: string }

/** Returns what an event sends out. `state` is the case after the step. */
export const outbound = (state: Case, event: CaseEvent): readonly Outbound[] => {
  switch (event.event) {
    case "message-queued": {
      const { event: _, at: __, why: ___, ...message } = event
      return [{ to: "channel", message }]
    }
    case "case-linked": {
      if (event.as === "same-cause")
        return [
          {
            to: "case",
            case: event.to,
            command: { do: "recurred", case: state.id, reason: "recurrence", ...since(state) }
          }
        ]
      if (event.as === "found-in") return [{ to: "case", case: event.to, command: { do: "found", case: state.id } }]
      if (event.as !== "problem") return []
      const customer = state.feedback.receipt?.customer
      const member = defined({ case: state.id, at: state.feedback.receipt?.receivedAt ?? event.at, customer })
      return [{ to: "problem", problem: event.to, command: { do: "count-in", member } }]
    }
    case "problem-progressed": {
      const { problem, progress } = event
      return [{ to: "problem", problem, command: { do: "progress", case: state.id, progress } }]
    }
    case "verification-failed":
      // Goes to cases of the same cause, except the one that shows the failure. The reason stays sealed on this case.
      return state.relations.siblings
        .filter((other) => other !== event.case)
        .map((other) => ({ to: "case", case: other, command: { do: "flag", case: state.id } }))
    case "case-split":
    case "case-followed":
      // Names only who and where. The customer's words stay sealed on this case and are read from there.
      return [
        {
          to: "case",
          case: event.to,
          command: { do: "submit", case: event.to, of: { case: state.id, as: event.as }, channel: event.channel }
        }
      ]
    case "case-opened":
      return event.of === undefined ? given(event.receipt) : []
    case "feedback-joined":
      return event.from === undefined ? given(event) : []
    case "customer-wrote":
      return given({ customer: event.customer ?? state.feedback.receipt?.customer, ...event })
    case "survey-due":
      return [
        { to: "customer", customer: event.customer, command: { do: "ask", channel: event.channel, case: state.id } }
      ]
    case "case-merged":
      return [{ to: "case", case: event.into, command: { do: "absorb", case: state.id } }]
    case "record-expired":
      return [{ to: "erasure", case: state.id }]
    case "case-unlinked":
      return [{ to: "problem", problem: event.from, command: { do: "count-out", case: state.id } }]
    default:
      return []
  }
}

const since = ({ feedback: { receipt } }: Case) => defined({ receivedAt: receipt?.receivedAt })

/**
 * Returns the consents that an event records. They are kept in the customer's own stream, with whichever case they
 * came. Consent that a case passes on was given earlier, so its time does not begin again.
 */
const given = ({
  customer,
  consent = []
}: {
  readonly customer?: string | undefined
  readonly consent?: readonly string[]
}): readonly Outbound[] =>
  customer === undefined || consent.length === 0
    ? []
    : [{ to: "customer", customer, command: { do: "consent", give: consent } }]

const power: Readonly<Record<string, Power>> = {
  compensated: "compensate",
  discounted: "discount",
  "resources-granted": "grant"
}

/**
 * Returns the ledger entry of a grant. It counts against the approver if there was one, else against who granted it.
 */
export const ledgerLine = (
  state: Case,
  event: CaseEvent
): { readonly actor: string; readonly entry: LedgerEntry } | undefined => {
  if (event.event !== "compensated" && event.event !== "discounted" && event.event !== "resources-granted")
    return undefined
  return {
    actor: event.approvedBy ?? event.by,
    entry: { case: state.id, power: power[event.event] ?? "compensate", amount: event.amount, at: event.at }
  }
}

/** Returns the other case of an event that joins two matters, if that case does not learn it in the same step. */
export const oneMatterWith = (event: CaseEvent): string | undefined => {
  if (event.event === "case-merged") return event.into
  const isOneMatter = event.event === "case-linked" && (event.as === "earlier" || event.as === "same-cause")
  return isOneMatter ? event.to : undefined
}
