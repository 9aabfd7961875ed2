/**
 * What is known of a gate kind from the rule and the state of a gate, without a step. Hosts, measures and the analysis
 * of policies read it, too.
 */

import type { Case } from "../case/Case.ts"
import type { Evidence, Says } from "../case/generated/Command.ts"
import type { GateState } from "../case/track/Gate.ts"
import type { CaseOutcome } from "../case/track/Lifecycle.ts"
import type { PreventionProgress } from "../case/track/Relations.ts"
import type { Timer } from "../case/track/Timer.ts"
import type { GateRule, Language } from "../policy/Bundle.ts"
import type { Policy } from "../policy/Policy.ts"

/** A field of evidence that a kind reads. `fields` is left out, since every gate has it. */
type Field = keyof Omit<Evidence, "fields">

/** The fields of evidence that a kind reads. `asked`: required if the gate's rule in the policy asks for them. */
interface EvidenceRead {
  readonly required?: readonly Field[]
  readonly asked?: readonly Field[]
  readonly optional?: readonly Field[]
}

/** Returns the text of a placeholder. `gates` are all gates of the kind in the loop of the case. */
type Fill = (gates: readonly GateState[], state: Case, policy: Policy, language: Language) => string | undefined

/** The facts of a gate kind. An absent optional member means that the kind has nothing of the sort. */
export interface GateFacts {
  readonly evidence: EvidenceRead
  /** The customer's replies that it takes; the first of them settles the gate. */
  readonly replies?: ReadonlySet<Says>
  /** Whether whoever passes it tells the customer something. */
  readonly speaks?: true
  /** Whether its message only confirms that something arrived. Such a message leaves at once, also in quiet hours. */
  readonly isReceipt?: true
  /** Whether it tells the customer the result of their case. */
  readonly isAnswer?: true
  /** The progress that it shows, once passed, for every case of the same root cause. */
  readonly brings?: PreventionProgress
  /** Whether a failed check reopens a gate of this kind on its side, if the policy names no gate. */
  readonly takesFailedChecks?: true
  /** The placeholders of messages that it fills. */
  readonly fills?: Readonly<Record<string, Fill>>
  /** Returns whether a gate that passes `by: automatic` passes as soon as it is open, without evidence. */
  readonly passesAtOnce?: (rule: GateRule) => boolean
  /** Returns whether the gate waits for a reply and so is not passed by evidence. */
  readonly awaitsReply?: (state: GateState) => boolean
  /** Returns whether a settled gate still records this reply. */
  readonly takesLate?: (state: GateState, says: Says) => boolean
  /** Returns how the customer loop ended, if the gate decides it. */
  readonly outcome?: (state: GateState) => CaseOutcome | undefined
  /** Returns the timers that end when the gate is settled or reopened. */
  readonly timers?: (gate: string) => readonly Timer[]
  /**
   * Returns the smallest evidence that passes; undefined if only time or the customer gives it. Absent: no evidence.
   */
  readonly example?: (rule: GateRule, given: ExampleGiven) => Evidence | undefined
}

/** What people write at a gate in their own words. */
type Written = "proposal" | "result" | "cause" | "finding" | "action" | "metric" | "target" | "proof" | "reason"

/** What an example of evidence depends on beside its gate. */
export interface ExampleGiven {
  readonly by: string
  /** Today's date in the policy's zone, such as `2026-11-20`. */
  readonly today: string
  /** Whether an earlier gate asks if the cause is systemic. */
  readonly isSystemic: boolean
  /** Returns words as a person would write them; `count` numbers them from 1 if there are several. */
  readonly words: (what: Written, count?: number) => string
}
