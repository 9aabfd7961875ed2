/**
 * A refusal is a value and is never thrown. It says what was asked, every rule that refuses it, and what is allowed
 * instead.
 */
import type { RuleId } from "../policy/Bundle.ts"

/** What a refusal code means beside its sentence. */
interface CodeRule {
  /** The refusal is recorded on the case, for any command. */
  readonly onFile?: true
}

/** The code of every reason for which a command can be refused. */
const codes = {
  "case/unknown": {},
  "case/closed": {},
  "case/expired": {},
  "case/moved-on": {},
  "case/exists": {},
  "intake/no-words": {},
  "intake/off-scale": {},
  "intake/automatic": {},
  "intake/unknown-event": {},
  "address/unknown-channel": {},
  "address/unusable": {},
  "merge/itself": {},
  "merge/not-open": {},
  "merge/owes-more": {},
  "split/no-words": {},
  "asking/unknown-consent": {},
  "asking/no-opt-out": {},
  "gate/unknown": {},
  "gate/not-open": {},
  "gate/order": {},
  "gate/settled": {},
  "gate/wrong-person": {},
  "gate/same-person": {},
  "gate/fields-missing": {},
  "gate/not-yet-known": {},
  "gate/signature-not-asked": {},
  "gate/cannot-explain": {},
  "classification/unknown": {},
  "root-cause/method": {},
  "root-cause/depth": {},
  "root-cause/field": {},
  "root-cause/surface": {},
  "root-cause/evidence": {},
  "root-cause/undecided": {},
  "action/none": {},
  "action/not-smart": {},
  "action/no-date": {},
  "action/nobody": {},
  "action/unknown": {},
  "action/open": {},
  "proposal/none": {},
  "proposal/awaiting-reply": {},
  "proposal/rounds-over": {},
  "decision/not-offered": {},
  "decision/no-date": {},
  "result/missing": {},
  "reason/missing": {},
  "effectiveness/too-early": {},
  "effectiveness/proof": {},
  "effectiveness/no-metric": {},
  "confirmation/no-reply": {},
  "reply/not-understood": {},
  "ownership/not-owner": {},
  "ownership/unknown-person": {},
  "ownership/away": {},
  "ownership/to-oneself": {},
  "ownership/offer-pending": {},
  "ownership/no-offer": {},
  "ownership/too-many-handovers": {},
  "ownership/outside-department": {},
  "ownership/recused": {},
  "ownership/not-yours-to-lend": {},
  "ownership/already-over": {},
  "ownership/no-part": {},
  "authority/over-limit": { onFile: true },
  "authority/gate-lost": { onFile: true },
  "authority/grade-weaker": { onFile: true },
  "authority/deadline-later": { onFile: true },
  "authority/none": { onFile: true },
  "authority/self-approval": { onFile: true },
  "authority/apart": { onFile: true },
  "authority/nobody": { onFile: true },
  "authority/no-request": { onFile: true },
  "authority/amount": { onFile: true },
  "authority/no-rate": { onFile: true },
  "authority/not-drawn": { onFile: true },
  "authority/own-decision": { onFile: true },
  "grade/unknown-level": {},
  "grade/derived": {},
  "clock/unknown": {},
  "clock/not-running": {},
  "clock/pause-not-allowed": {},
  "clock/pause-used-up": {},
  "clock/not-extendable": {},
  "clock/extended-enough": {},
  "clock/already-due": {},
  "clock/no-date": {},
  "clock/date-past": {},
  "clock/too-far": {},
  "loop/gates-open": {},
  "loop/not-reopenable": {},
  "loop/not-reopened-now": {},
  "loop/reopen-too-late": {},
  "loop/ended-early": {},
  "loop/reopened-enough": {},
  "loop/reopened-too-fast": {},
  "ending/not-offered": {},
  "findings/none": {},
  "survey/unanswered": {},
  "survey/not-asked": {},
  "fact/unknown": {},
  "fact/wrong-type": {},
  "fact/wrong-person": {},
  "people/unknown": {},
  "publish/in-force": {},
  "publish/same-person": {},
  "publish/waits": {},
  "publish/other-currency": {},
  "governing/other-policy": {},
  "governing/unsaid": {},
  "governing/wrong-person": {},
  "command/wrong-person": {},
  "command/unknown": {},
  "command/shape": {}
} as const satisfies Readonly<Record<string, CodeRule>>

/** The code of a reason for which a command can be refused. */
export type RefusalCode = keyof typeof codes

/** Returns whether a refusal with this code is recorded on the case, for any command. */
export const isOnFile = (code: RefusalCode): boolean => "onFile" in codes[code]

/**
 * The values that a refusal's sentence names: names, amounts, and instants as text. Lists are joined in the sentence.
 */
export type Says = Readonly<Record<string, string | number | readonly string[]>>

/** One rule that refuses a command. */
export interface RefusalReason {
  readonly code: RefusalCode
  readonly rule?: RuleId
  readonly says: Says
}

/** The refusal of a command, with every reason. */
export interface Refusal {
  readonly asked: string
  readonly reasons: readonly RefusalReason[]
  /** The commands that this actor could give now. */
  readonly allowed: readonly string[]
  /**
   * Whether the refusal is recorded on the case, as refusals for authority, for pauses and of closing past a gate are.
   */
  readonly onFile: boolean
  readonly needs?: { readonly role: string; readonly people: readonly string[] }
}

/** Returns a reason for a refusal. */
export const reason = (code: RefusalCode, rule?: RuleId, says: Says = {}): RefusalReason =>
  rule === undefined ? { code, says } : { code, rule, says }
