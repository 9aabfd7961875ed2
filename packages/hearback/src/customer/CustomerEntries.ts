/**
 * Selects the events of a case that a customer sees: their own words, and messages to them. All others are for the
 * staff.
 */
import { Actor, type Case, defined } from "@hearback/core"
import { type StoredCaseEvent, Stream } from "@hearback/engine"

/** One thing that the customer said or was told. */
export interface CustomerEntry {
  /** The id of the case. */
  readonly case: string
  /** The position of the event: give it to `events({ after })` to continue from here. */
  readonly position: number
  readonly at: Date
  /** The customer, or the company (`us`). */
  readonly from: "customer" | "us"
  /** From the customer: `feedback`, `word` (something further) or `reply`. To the customer: `message`. */
  readonly as: "feedback" | "word" | "reply" | "message"
  readonly text: string
  readonly channel?: string
}

/** Returns whether a case is a customer's: it was opened for them, or theirs was merged into it. */
export const isParty = ({ feedback, conversation }: Case.Case, customer: string): boolean =>
  feedback.receipt?.customer === customer || conversation.others.some((party) => party.customer === customer)

/** An entry and its customer: `of` names the customer; without it, it is the one for whom the case was opened. */
interface Said {
  readonly as: CustomerEntry["as"]
  readonly at: number
  readonly text: string
  readonly channel?: string
  readonly of?: string
}

type Reads = { readonly [Name in Case.EventName]?: (event: Case.EventNamed<Name>) => Said | undefined }

const replied = ({ at, by, text = "" }: { readonly at: number; readonly by: string; readonly text?: string }): Said => {
  const actor = Actor.parse(by)
  return defined({ as: "reply" as const, at, text, of: actor.kind === "customer" ? actor.id : undefined })
}

/**
 * Returns whether an event is the customer's own word. What a machine wrote is none, nor is the same text through
 * another channel.
 */
const reads: Reads = {
  "case-opened": ({ receipt: { receivedAt, verbatim = "", description = "", channel, customer } }) => {
    const text = [verbatim, description].filter((part) => part !== "").join("\n")
    return defined({ as: "feedback" as const, at: receivedAt, text, channel, of: customer })
  },
  "feedback-joined": ({ receivedAt, text = "", channel, customer, from, again }) => {
    if (again === true || (from !== undefined && customer === undefined)) return undefined
    return defined({ as: "feedback" as const, at: receivedAt, text, channel, of: customer })
  },
  "customer-wrote": ({ at, as, text, channel, customer }) =>
    as === "automatic" || as === "reply"
      ? undefined
      : defined({ as: "word" as const, at, text, channel, of: customer }),
  "proposal-agreed": replied,
  "proposal-countered": replied,
  "proposal-refused": replied,
  "customer-confirmed": replied,
  "customer-dissatisfied": replied,
  "message-queued": ({ at, audience, text, channel, to }) =>
    audience === "customer" ? defined({ as: "message" as const, at, text, channel, of: to }) : undefined
}

const byName: ReadonlyMap<string, (event: Case.CaseEvent) => Said | undefined> = new Map(
  Object.entries(reads as Readonly<Record<string, (event: Case.CaseEvent) => Said | undefined>>)
)

/** Returns the entry of an event with a test of whether it is the customer's; undefined if no customer sees it. */
export const entryOf = (
  { stored, event }: StoredCaseEvent,
  customer: string
): { readonly entry: CustomerEntry; readonly isOf: (state: Case.Case) => boolean } | undefined => {
  const said = byName.get(event.event)?.(event)
  const id = Stream.caseIn(stored.stream)
  if (said === undefined || id === undefined) return undefined
  const { as, at, text, channel, of } = said
  const from = as === "message" ? ("us" as const) : ("customer" as const)
  return {
    entry: defined({ case: id, position: stored.position, at: new Date(at), from, as, text, channel }),
    isOf: ({ feedback }) => (of ?? feedback.receipt?.customer) === customer
  }
}
