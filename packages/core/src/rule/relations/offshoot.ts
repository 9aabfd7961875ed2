/**
 * Cases that come out of another: a part that continues by itself, or a customer's message after the end of the case.
 * The first case records what continues, and the new case is opened from that record.
 */

import type { Case } from "../../case/Case.ts"
import type { CommandOf } from "../../case/generated/Command.ts"
import { saidBy } from "../../case/track/Conversation.ts"
import type { FeedbackReceipt } from "../../case/track/Feedback.ts"
import type { Offshoot } from "../../case/track/Relations.ts"
import { type Brought, broughtBy, type OriginGiven, type Party } from "../../case/track/Submission.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { channel as channelActor, customerOf, nameOf } from "../../people/Actor.ts"
import type { Instant } from "../../time/Instant.ts"
import { defined } from "../../value/Optional.ts"
import { valid } from "../feedback/companions.ts"
import { told } from "../feedback/factSetting.ts"
import { againstScore } from "../feedback/understanding.ts"

/** Something that a customer said, with what came with it. */
export interface CustomerStatement extends Brought {
  readonly text: string
  readonly channel: string
}

/** Opens another case for a customer's message that is too late to reopen this one. Returns whether it did. */
export const followUp = (draft: Draft, said: CustomerStatement, rule?: string): boolean => {
  const { fresh } = draft.meta.gathered
  if (fresh === undefined || said.text.trim() === "") return false
  const { text, channel } = said
  const customer = partyOf(draft.state, customerOf(draft.meta.actor))?.customer
  Drafts.emit(
    draft,
    "case-followed",
    {
      to: fresh,
      as: "follow-up",
      text,
      receivedAt: draft.now,
      by: nameOf(channelActor(channel)),
      channel,
      ...defined({ customer }),
      ...openable(draft, said)
    },
    rule
  )
  return true
}

/**
 * Returns what another case may be opened with. Facts and scores that the policy refuses are kept only with the words.
 */
const openable = (draft: Draft, { text: _, channel, ...along }: CustomerStatement): Brought => {
  const { set: facts } = told(draft, valid(draft, along.facts))
  const score = againstScore(draft.policy, { channel, ...along }).length === 0 ? along.score : undefined
  const { score: __, ...rest } = along
  return broughtBy({ ...rest, ...defined({ score }), facts })
}

/** Returns another customer whom the case answers because their case was merged into it. */
const partyOf = ({ feedback, conversation }: Case, id: string): Party | undefined =>
  feedback.receipt?.customer === id ? undefined : conversation.others.find(({ customer }) => customer === id)

/** How a case that came out of another one is opened. */
export interface OffshootOpening {
  readonly command: CommandOf<"submit">
  readonly receivedAt: Instant
  /** The first owner: whoever split the case; nobody if the customer's message opened it. */
  readonly by: string
}

/** Returns how the case `id` that came out of this one is opened; undefined if there is no such case. */
export const openingOf = (state: Case, id: string): OffshootOpening | undefined => {
  const offshoot = state.relations.offshoots[id]
  const { receipt } = state.feedback
  if (offshoot === undefined || receipt === undefined) return undefined
  // Another customer's message opens a case of that customer, so nothing of the first customer goes with it.
  const theirs = offshoot.customer === undefined ? undefined : partyOf(state, offshoot.customer)
  const { customer, customerName, customerLanguage } = theirs === undefined ? receipt : personOf(theirs)
  const { text, receivedAt, by, channel, kind, category } = offshoot
  return {
    receivedAt,
    by,
    command: {
      ...defined({
        do: "submit" as const,
        case: id,
        of: originOf(state, offshoot, theirs),
        channel,
        verbatim: text,
        customer,
        customerName,
        customerLanguage,
        kind,
        category
      }),
      ...takenAlong(state, offshoot, theirs)
    }
  }
}

/**
 * Returns what goes to a customer's next case: everything that came with the first one, replaced by newer values. A
 * part that is split off gets the values that the person named. Consents and addresses hold for both.
 */
const takenAlong = ({ feedback, conversation }: Case, offshoot: Offshoot, theirs: Party | undefined): Brought => {
  const own = broughtBy(offshoot)
  const said = saidBy(conversation, theirs)
  const consent = [...new Set([...said.flatMap((one) => one.consent ?? []), ...(own.consent ?? [])])]
  const addresses = { ...(theirs ?? conversation).addresses, ...own.addresses }
  if (offshoot.as === "split" || feedback.receipt === undefined) return broughtBy({ ...own, consent, addresses })
  const { happenedAt, where, demand, hopedForBy } = theirs === undefined ? feedback.receipt : {}
  const attachments = [...new Set([...said.flatMap((one) => one.attachments ?? []), ...(own.attachments ?? [])])]
  const facts = { ...(theirs === undefined ? feedback.facts : {}), ...own.facts }
  return broughtBy({
    ...defined({ happenedAt, where, demand, hopedForBy }),
    ...own,
    consent,
    attachments,
    facts,
    addresses
  })
}

/**
 * Returns the origin of the new case. It answers the same customers; a customer who continues alone is counted anew.
 */
const originOf = (state: Case, { as }: Offshoot, theirs: Party | undefined): OriginGiven => {
  const { contacts, unanswered } = state.feedback.contacts
  const isNext = as === "follow-up" && theirs === undefined
  return {
    case: state.id,
    as,
    ...(theirs === undefined && state.conversation.others.length > 0 ? { parties: state.conversation.others } : {}),
    ...(isNext ? { contacts: { contacts: contacts + 1, unanswered } } : {})
  }
}

const personOf = ({ customer, customerName, language }: Party): Partial<FeedbackReceipt> =>
  defined({ customer, customerName, customerLanguage: language })
