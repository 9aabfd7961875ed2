import type { CommandOf } from "../case/generated/Command.ts"
import type { RefusalReason } from "../case/Refusal.ts"
import * as Gate from "../case/track/Gate.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import { tellWords } from "../draft/messageQueue.ts"
import type { Meant } from "../language/Meaning.ts"
import { customerOf, isOfCustomer, nameOf } from "../people/Actor.ts"
import { carry, kept } from "../rule/feedback/companions.ts"
import { called, isCourtesy, mayThank } from "../rule/feedback/courtesy.ts"
import { readAnew, reread } from "../rule/feedback/rereading.ts"
import { readText, wordsIn } from "../rule/feedback/understanding.ts"
import { park } from "../rule/lifecycle/parkedWords.ts"
import { endedEarly, reopen } from "../rule/lifecycle/reopening.ts"
import { type CustomerStatement, followUp } from "../rule/relations/offshoot.ts"
import { brought } from "./Brought.ts"
import { describe, may, must } from "./Description.ts"
import { staffOrCustomer } from "./Rights.ts"

/** The command by which the customer says more, or staff write to the customer outside a gate. */
export const write = describe({
  verb: "write",
  key: "来信",
  acts: "reported",
  until: "expired",
  arguments: {
    text: must("text", "文字"),
    channel: may("text", "渠道"),
    automatic: may("yes-no", "自动回复"),
    ...brought
  },
  example: { do: "write", text: "Any news?" },
  who: staffOrCustomer,
  reduces: readAnew,
  run: (draft, command) => {
    const { actor } = draft.meta
    if (command.automatic === true) return filed(draft, command, "automatic")
    if (isOfCustomer(actor)) return wrote(draft, command)
    return told(draft, command)
  }
})

/** Records thanks or an automatic reply. No clock starts, nothing is reopened, and nobody is answered. */
const filed = (draft: Draft, command: CommandOf<"write">, as: "courtesy" | "automatic"): readonly RefusalReason[] => {
  Drafts.emit(
    draft,
    "customer-wrote",
    {
      text: command.text,
      channel: command.channel ?? draft.state.conversation.lastChannel ?? "",
      as,
      ...kept(draft, command)
    },
    as === "courtesy" ? "dictionary.signals.courtesy" : undefined
  )
  return []
}

/**
 * Reads the customer's new words with the earlier ones. After the end of the case they reopen it or open another case.
 */
const wrote = (draft: Draft, command: CommandOf<"write">): readonly RefusalReason[] => {
  const { isAsked, lastChannel } = draft.state.conversation
  const texts = readText(draft.policy, command.text, draft.meta.gathered.words)
  const more = kept(draft, command)
  const isBare = Object.keys(more).every((name) => name === "addresses")
  if (isBare && isThanks(draft, command.text, texts)) return filed(draft, command, "courtesy")
  const channel = command.channel ?? lastChannel ?? ""
  Drafts.emit(draft, "customer-wrote", { text: command.text, channel, customer: customerOf(draft.meta.actor), ...more })
  const said = { ...more, text: command.text, channel }
  if (draft.state.lifecycle.customerLoop !== undefined) {
    again(draft, said)
    return []
  }
  carry(draft, said, { by: nameOf(draft.meta.actor) })
  reread(draft, isAsked, texts)
  return []
}

/** Returns whether words only thank. The reading of the words is not needed if none of them thanks. */
const isThanks = (draft: Draft, text: string, texts: readonly Meant[]): boolean =>
  mayThank(texts) &&
  isCourtesy(
    draft.policy,
    text,
    wordsIn(draft.policy, texts).found,
    called(draft.meta.gathered, draft.state.feedback.receipt?.customerName)
  )

/** Reopens the case within the policy's window; after it, or without one, opens another case. */
const again = (draft: Draft, said: CustomerStatement): void => {
  const early = endedEarly(draft)
  const refused = early === undefined ? reopened(draft, said) : []
  const isReopened = early === undefined && refused.length === 0
  // A person looks at a case that was reopened too often; the customer gets no automatic answer.
  if (isReopened || park(draft, "dissatisfied", refused, said.text)) return
  const [first] = refused
  // A loop without reopenings has no rule to name, so the loop's own rule is named.
  const why = first?.code === "loop/not-reopenable" ? Drafts.loop(draft)?.rule.path : first?.rule
  followUp(draft, said, early === undefined ? why : `endings.${early}`)
}

/** Takes what came with the words into the reopened case; without a reopening it goes to the case that follows. */
const reopened = (draft: Draft, said: CustomerStatement): readonly RefusalReason[] =>
  Drafts.allOrNothing(draft, () => {
    carry(draft, said, { by: nameOf(draft.meta.actor) })
    return reopen(draft, "dissatisfied", "dissatisfied")
  })

const told = (draft: Draft, command: CommandOf<"write">): readonly RefusalReason[] => {
  const { actor } = draft.meta
  Drafts.emit(draft, "customer-told", { text: command.text, by: nameOf(actor) })
  for (const rule of Drafts.loop(draft)?.gates.values() ?? []) {
    const state = Gate.at(draft.state.gates, rule.name)
    if (state.status === "open")
      draft.kinds[rule.kind].customerTold?.(
        { situation: draft, rule, state },
        command.channel ?? draft.state.conversation.lastChannel ?? "",
        nameOf(actor)
      )
  }
  tellWords(draft, command.text, command.channel ?? draft.state.conversation.lastChannel)
  return []
}
