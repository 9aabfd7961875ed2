/** The customer says more; from staff it is word to the customer, outside a gate. */

import type { CommandOf } from "../case/generated/Command.ts"
import type { Reason } from "../case/Refusal.ts"
import * as Gate from "../case/track/Gate.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import { tellWords } from "../draft/send.ts"
import type { Meant } from "../language/Meaning.ts"
import { customerOf, isOfCustomer, nameOf } from "../people/Actor.ts"
import { carry, kept } from "../rule/feedback/carry.ts"
import { called, isCourtesy, mayThank } from "../rule/feedback/courtesy.ts"
import { readAnew, reread } from "../rule/feedback/reread.ts"
import { readText, wordsIn } from "../rule/feedback/understand.ts"
import { park } from "../rule/lifecycle/park.ts"
import { endedEarly, reopen } from "../rule/lifecycle/reopen.ts"
import { followUp, type Statement } from "../rule/relations/offshoot.ts"
import { brought } from "./Brought.ts"
import { describe, may, must } from "./Description.ts"
import { staffOrCustomer } from "./Rights.ts"

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
  run: (d, c) => {
    const { actor } = d.meta
    if (c.automatic === true) return filed(d, c, "automatic")
    if (isOfCustomer(actor)) return wrote(d, c)
    return told(d, c)
  }
})

/** On file, and nothing follows from it: no clock starts, nothing is reopened, nobody is answered. */
const filed = (d: Draft, c: CommandOf<"write">, as: "courtesy" | "automatic"): readonly Reason[] => {
  Drafts.emit(
    d,
    "customer-wrote",
    { text: c.text, channel: c.channel ?? d.state.conversation.lastChannel ?? "", as, ...kept(d, c) },
    as === "courtesy" ? "dictionary.signals.courtesy" : undefined
  )
  return []
}

/** The customer said more: it is read with what they said before; after the end it reopens the case, or opens the next. */
const wrote = (d: Draft, c: CommandOf<"write">): readonly Reason[] => {
  const { isAsked, lastChannel } = d.state.conversation
  const texts = readText(d.policy, c.text, d.meta.gathered.words)
  const more = kept(d, c)
  const isBare = Object.keys(more).every((name) => name === "addresses")
  if (isBare && isThanks(d, c.text, texts)) return filed(d, c, "courtesy")
  const channel = c.channel ?? lastChannel ?? ""
  Drafts.emit(d, "customer-wrote", { text: c.text, channel, customer: customerOf(d.meta.actor), ...more })
  const said = { ...more, text: c.text, channel }
  if (d.state.lifecycle.customerLoop !== undefined) {
    again(d, said)
    return []
  }
  carry(d, said, { by: nameOf(d.meta.actor) })
  reread(d, isAsked, texts)
  return []
}

/** What words come to is not asked where none of them thanks. */
const isThanks = (d: Draft, text: string, texts: readonly Meant[]): boolean =>
  mayThank(texts) &&
  isCourtesy(
    d.policy,
    text,
    wordsIn(d.policy, texts).found,
    called(d.meta.gathered, d.state.feedback.receipt?.customerName)
  )

/** Within the policy's window the case is open again; after it, or where there is none, another one follows. */
const again = (d: Draft, said: Statement): void => {
  const early = endedEarly(d)
  const refused = early === undefined ? reopened(d, said) : []
  const isReopened = early === undefined && refused.length === 0
  // Reopened too often: a person looks at it, and the customer is not answered by machine.
  if (isReopened || park(d, "dissatisfied", refused, said.text)) return
  const [first] = refused
  // A loop that offers no reopening has no line that says so.
  const why = first?.code === "loop/not-reopenable" ? Drafts.loop(d)?.rule.path : first?.rule
  followUp(d, said, early === undefined ? why : `endings.${early}`)
}

/** What comes along counts for the reopening; where there is none, it goes on in the case that follows. */
const reopened = (d: Draft, said: Statement): readonly Reason[] =>
  Drafts.allOrNothing(d, () => {
    carry(d, said, { by: nameOf(d.meta.actor) })
    return reopen(d, "dissatisfied", "dissatisfied")
  })

const told = (d: Draft, c: CommandOf<"write">): readonly Reason[] => {
  const { actor } = d.meta
  Drafts.emit(d, "customer-told", { text: c.text, by: nameOf(actor) })
  for (const rule of Drafts.loop(d)?.gates.values() ?? []) {
    const state = Gate.at(d.state.gates, rule.name)
    if (state.status === "open")
      d.kinds[rule.kind].customerTold?.(
        { situation: d, rule, state },
        c.channel ?? d.state.conversation.lastChannel ?? "",
        nameOf(actor)
      )
  }
  tellWords(d, c.text, c.channel ?? d.state.conversation.lastChannel)
  return []
}
