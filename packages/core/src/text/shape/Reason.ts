/** What each refusal says: its code, and the parameters that its sentence reads, in every language. */
import type { RefusalCode } from "../../case/Refusal.ts"
import type { Wording } from "./Voice.ts"

/** A parameter without its marks: `known*` is a list; without `known?` and `known*?` the sentence reads well too. */
type Name<P extends string> = P extends `${infer N}*?` | `${infer N}*` | `${infer N}?` ? N : P

type SaidAs<P extends string> = {
  readonly [K in P as Name<K>]: K extends `${string}*` | `${string}*?` ? readonly string[] : string
}

const authority = {
  "authority/over-limit": ["actor?", "asked?", "amount?", "limit?", "window?"],
  "authority/none": ["actor?", "by*?"],
  "authority/self-approval": ["actor?"],
  "authority/apart": ["actor", "duty", "other"],
  "authority/nobody": [],
  "authority/gate-lost": ["gate", "actor?", "roles*?"],
  "authority/grade-weaker": ["dimension", "from", "to?", "actor?", "roles*?"],
  "authority/deadline-later": ["clock", "from?", "to?", "actor?", "roles*?"],
  "authority/no-request": ["open*", "ended?"],
  "authority/amount": ["amount", "unit?"],
  "authority/no-rate": ["amount", "currency?"],
  "authority/not-drawn": ["open*"],
  "authority/own-decision": ["actor?"],
  "grade/unknown-level": ["level", "known*?"],
  "grade/derived": ["dimension"]
} as const

const ofCase = {
  "case/unknown": ["case", "waits?"],
  "case/closed": [],
  "case/expired": [],
  "case/moved-on": ["version?"],
  "case/exists": ["case"],
  "intake/no-words": [],
  "intake/off-scale": ["channel", "score", "low", "high"],
  "intake/automatic": [],
  "intake/unknown-event": ["event", "known*?"],
  "address/unknown-channel": ["channel", "known*?"],
  "address/unusable": ["channel"],
  "merge/itself": ["case"],
  "merge/not-open": ["case"],
  "merge/owes-more": ["gate", "case", "actor?", "roles*?"],
  "asking/unknown-consent": ["consent", "known*?"],
  "asking/no-opt-out": [],
  "split/no-words": [],
  "classification/unknown": ["category", "known*?"],
  "survey/unanswered": ["questions*"],
  "survey/not-asked": ["question", "asked*?"],
  "fact/unknown": ["fact", "known*?"],
  "fact/wrong-type": ["fact", "value", "expected?", "allowed*?"],
  "fact/wrong-person": ["fact", "by*", "actor", "owner?"],
  "people/unknown": ["person"],
  "command/wrong-person": ["command", "by*"],
  "command/unknown": ["expected*?", "found?"],
  "command/shape": ["argument?", "expected*?", "found?"]
} as const

const clock = {
  "clock/unknown": ["clock", "known*?"],
  "clock/not-running": ["clock"],
  "clock/pause-not-allowed": ["reason", "allowed*?"],
  "clock/pause-used-up": ["reason", "clock"],
  "clock/not-extendable": ["clock"],
  "clock/extended-enough": ["clock", "times"],
  "clock/already-due": ["clock"],
  "clock/no-date": ["clock", "until"],
  "clock/date-past": ["clock", "until"],
  "clock/too-far": ["clock", "until", "most"],
  "loop/gates-open": ["gate", "status"],
  "loop/not-reopenable": ["cause", "known*?"],
  "loop/not-reopened-now": ["cause"],
  "loop/reopen-too-late": ["cause", "within"],
  "loop/ended-early": ["outcome"],
  "loop/reopened-enough": ["times"],
  "loop/reopened-too-fast": ["times"],
  "ending/not-offered": ["ending"]
} as const

const evidence = {
  "findings/none": [],
  "root-cause/method": ["method?", "allowed*"],
  "root-cause/depth": ["found", "depth"],
  "root-cause/field": ["field", "method", "known*"],
  "root-cause/surface": ["word"],
  "root-cause/evidence": [],
  "root-cause/undecided": [],
  "action/none": [],
  "action/not-smart": ["action", "missing*"],
  "action/no-date": ["action", "due"],
  "action/nobody": ["action", "owner"],
  "action/unknown": ["action"],
  "action/open": ["gate"],
  "proposal/none": ["gate?"],
  "proposal/awaiting-reply": ["round"],
  "proposal/rounds-over": ["rounds", "arbiter"],
  "decision/not-offered": ["decision", "allowed*?"],
  "decision/no-date": ["until"],
  "result/missing": [],
  "reason/missing": [],
  "effectiveness/too-early": ["until?"],
  "effectiveness/proof": [],
  "effectiveness/no-metric": [],
  "confirmation/no-reply": [],
  "reply/not-understood": ["says", "gate"]
} as const

const gate = {
  "gate/unknown": ["gate", "known*?"],
  "gate/not-open": ["gate?", "status?"],
  "gate/order": ["gate", "after*"],
  "gate/settled": ["gate", "status"],
  "gate/wrong-person": ["gate", "by*", "actor", "owner?"],
  "gate/same-person": ["gate", "other", "actor"],
  "gate/fields-missing": ["gate", "missing*"],
  "gate/not-yet-known": ["gate"],
  "gate/signature-not-asked": ["gate", "asked*"],
  "gate/cannot-explain": ["gate"]
} as const

const governing = {
  "governing/other-policy": ["policy", "other"],
  "governing/unsaid": ["act", "actor"],
  "governing/wrong-person": ["act", "actor", "by*"],
  "publish/in-force": ["content"],
  "publish/other-currency": ["currency", "other"],
  "publish/same-person": ["actor", "by*"],
  "publish/waits": ["content", "asker", "by*"]
} as const

const ownership = {
  "ownership/not-owner": ["owner", "actor"],
  "ownership/unknown-person": ["person", "known*?"],
  "ownership/away": ["person", "until?", "deputy?"],
  "ownership/to-oneself": ["person"],
  "ownership/offer-pending": ["to"],
  "ownership/no-offer": ["to?", "actor?"],
  "ownership/too-many-handovers": ["hops", "arbiter"],
  "ownership/recused": ["actor", "owner"],
  "ownership/not-yours-to-lend": ["actor", "role"],
  "ownership/already-over": ["until"],
  "ownership/no-part": ["actor", "open*?"],
  "ownership/outside-department": ["to"]
} as const

const areas = { authority, case: ofCase, clock, evidence, gate, governing, ownership }

/** The parameters of each code, with their marks. */
export const parameters: Readonly<Record<RefusalCode, readonly string[]>> = {
  ...authority,
  ...ofCase,
  ...clock,
  ...evidence,
  ...gate,
  ...governing,
  ...ownership
}

/** The sentences of one area in one language: a code without its sentence does not compile. */
export type Sentences<A extends keyof typeof areas> = {
  readonly [Code in keyof (typeof areas)[A]]: (typeof areas)[A][Code] extends readonly (infer P extends string)[]
    ? (details: SaidAs<P>, wording: Wording) => string
    : never
}

/** The sentence of each code in one language. */
export interface Refusals
  extends Sentences<"authority">,
    Sentences<"case">,
    Sentences<"clock">,
    Sentences<"evidence">,
    Sentences<"gate">,
    Sentences<"governing">,
    Sentences<"ownership"> {}
