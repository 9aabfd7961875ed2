import type { Contacts } from "../case/track/Submission.ts"
import type { Situation } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import { tellCustomer, tellStaff } from "../draft/messageQueue.ts"
import { nameOf } from "../people/Actor.ts"
import { carry, kept } from "../rule/feedback/companions.ts"
import { readAnew, reread } from "../rule/feedback/rereading.ts"
import { textsRead, wordsOf } from "../rule/feedback/understanding.ts"
import { quote } from "../rule/notice/reactions.ts"
import { isAnswered } from "../rule/relations/landing.ts"
import { defined } from "../value/Optional.ts"
import { brought } from "./Brought.ts"
import { describe, may, must } from "./Description.ts"
import { anybody } from "./Rights.ts"

/** The command by which the engine records that the same customer said the same thing again. */
export const join = describe({
  verb: "join",
  key: "并案",
  acts: "reported",
  until: "closed",
  arguments: {
    contacts: must("number"),
    unanswered: must("number"),
    again: may("yes-no"),
    channel: must("text", "渠道"),
    customer: may("text", "客户"),
    customerName: may("text"),
    customerLanguage: may("language"),
    verbatim: may("text", "客户原话"),
    description: may("text", "客观描述"),
    kind: may("text", "性质"),
    ...brought,
    suggested: may("suggestion")
  },
  example: { do: "join", channel: "phone", contacts: 2, unanswered: 1, verbatim: "My invoice is still wrong." },
  who: anybody,
  reduces: (x, { facts = {} }) => (Object.keys(facts).length === 0 ? readAnew(x) : "kept-back"),
  /** Keeps the message on this case, with its owner and its promises, and tells the customer so. */
  run: (draft, command) => {
    const { channel, contacts, unanswered, again } = command
    const text = wordsOf(command)
    const { channels, isAsked } = draft.state.conversation
    if (again === true && channels.includes(channel)) return []
    // The case exists whatever else the message brings. Fields that the policy does not ask for are left out.
    const along = kept(draft, command)
    const why = "intake.same-case"
    Drafts.emit(
      draft,
      "feedback-joined",
      {
        channel,
        receivedAt: draft.now,
        contacts: again === true ? draft.state.feedback.contacts : counted(draft, { contacts, unanswered }),
        ...defined({
          text: text === "" ? undefined : text,
          customer: command.customer,
          customerName: command.customerName,
          language: command.customerLanguage,
          again: again === true ? again : undefined
        }),
        ...along
      },
      why
    )
    const owner = draft.state.ownership.owner
    tellStaff(draft, "said-again", [owner], {
      values: quote(
        draft,
        command.customer === undefined ? { text, channel } : { text, channel, customer: command.customer }
      )
    })
    if (again === true) return []
    carry(draft, { channel, ...along }, { by: nameOf(draft.meta.actor), why })
    const last = draft.state.conversation.said.at(-1)?.text ?? ""
    reread(draft, isAsked, textsRead(draft.policy, last, draft.meta.gathered.words))
    tellCustomer(draft, "joined")
    return []
  }
})

/**
 * Returns the contacts with one more. Contacts that are older than the policy looks back still count on an open case,
 * so the number never falls; nor does the number of unanswered ones until somebody answers.
 */
const counted = ({ state }: Situation, { contacts, unanswered }: Contacts): Contacts => {
  const { contacts: was } = state.feedback
  const last = state.conversation.said.findLast(({ as }) => as === "feedback")
  const isSpokenTo = last !== undefined && isAnswered(state, last)
  return {
    contacts: Math.max(was.contacts + 1, contacts),
    unanswered: isSpokenTo ? unanswered : Math.max(was.unanswered, unanswered)
  }
}
