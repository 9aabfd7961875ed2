/**
 * A case that comes out of another: a part that goes on by itself, or what a customer says after it was over. The
 * first one records what goes on; the new one is opened from that record.
 */

import type { Case } from "../../case/Case.ts"
import type { CommandOf } from "../../case/generated/Command.ts"
import type { Party } from "../../case/track/Conversation.ts"
import type { Receipt } from "../../case/track/Feedback.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { channel as channelActor, customerOf, nameOf } from "../../people/Actor.ts"
import type { Instant } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"

/** What a customer says after a case is over, and too late to reopen it, opens the next one. Returns whether it did. */
export const followUp = (d: Draft, text: string, channel: string, rule?: string): boolean => {
  const { fresh } = d.meta.gathered
  if (fresh === undefined || text.trim() === "") return false
  const by = nameOf(channelActor(channel))
  const other = partyOf(d.state, customerOf(d.meta.actor))
  const customer = defined({ customer: other?.customer })
  Drafts.emit(
    d,
    "case-followed",
    { to: fresh, as: "follow-up", text, receivedAt: d.now, by, channel, ...customer },
    rule
  )
  return true
}

/** Another customer whom the case answers since theirs was merged into it. */
const partyOf = ({ feedback, conversation }: Case, id: string): Party | undefined =>
  feedback.receipt?.customer === id ? undefined : conversation.others.find(({ customer }) => customer === id)

/** How a case that came out of another is opened. */
export interface Opening {
  readonly command: CommandOf<"submit">
  readonly receivedAt: Instant
  /** Whoever split it owns it first; nobody does where the customer wrote. */
  readonly by: string
}

/** Returns how the case `id` that came out of this one is opened; undefined where there is none. */
export const openingOf = (c: Case, id: string): Opening | undefined => {
  const offshoot = c.relations.offshoots[id]
  const { receipt, facts } = c.feedback
  if (offshoot === undefined || receipt === undefined) return undefined
  // What another customer says goes on as theirs: the facts of the first one's case are none of theirs.
  const theirs = offshoot.customer === undefined ? undefined : partyOf(c, offshoot.customer)
  const { customer, customerName, customerAddress, customerLanguage } =
    theirs === undefined ? receipt : personOf(theirs)
  const { as, text, receivedAt, by, channel, kind, category } = offshoot
  return {
    receivedAt,
    by,
    command: defined({
      do: "submit",
      case: id,
      of: { case: c.id, as },
      channel,
      verbatim: text,
      facts: { ...(theirs === undefined ? facts : {}), ...offshoot.facts },
      customer,
      customerName,
      customerAddress,
      customerLanguage,
      kind,
      category
    })
  }
}

const personOf = ({ customer, customerName, language }: Party): Partial<Receipt> =>
  defined({ customer, customerName, customerLanguage: language })
