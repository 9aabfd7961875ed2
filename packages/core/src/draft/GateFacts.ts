/**
 * What is known of a gate kind from the rule and the state of a gate, without a step: hosts, measures and the analysis of
 * policies read it as well.
 */

import type { Case } from "../case/Case.ts"
import type { Evidence, Says } from "../case/generated/Command.ts"
import type { GateState } from "../case/track/Gate.ts"
import type { CaseOutcome } from "../case/track/Lifecycle.ts"
import type { PreventionProgress } from "../case/track/Relations.ts"
import type { Timer } from "../case/track/Timer.ts"
import type { GateRule, Language } from "../policy/Bundle.ts"
import type { Policy } from "../policy/Policy.ts"

/** A field of evidence that kinds read; `fields` are a matter of every gate. */
type Field = keyof Omit<Evidence, "fields">

/** The fields of evidence that a kind reads; `asked`: required where the gate's rule in the policy asks for them. */
interface EvidenceRead {
  readonly required?: readonly Field[]
  readonly asked?: readonly Field[]
  readonly optional?: readonly Field[]
}

/** Returns what a placeholder says; `gates` are all gates of the kind in the loop of the case. */
type Fill = (gates: readonly GateState[], state: Case, policy: Policy, language: Language) => string | undefined

/** An optional member that is absent means: nothing of the sort. */
export interface GateFacts {
  readonly evidence: EvidenceRead
  /** The replies of the customer that it takes; the first of them settles the gate. */
  readonly replies?: ReadonlySet<Says>
  /** Whoever passes it has word for the customer. */
  readonly speaks?: true
  /** Its message only says that something has arrived: it leaves at once, also in quiet hours. */
  readonly isReceipt?: true
  /** It tells the customer what came of their case. */
  readonly isAnswer?: true
  /** What it shows, once passed, for every case of the same root cause. */
  readonly brings?: PreventionProgress
  /** A failed check sends back to a gate of this kind on its side, where the policy names none. */
  readonly takesFailedChecks?: true
  /** The placeholders of messages that it fills. */
  readonly fills?: Readonly<Record<string, Fill>>
  /** Returns whether a gate that is passed `by: automatic` passes as soon as it is open, with nothing shown. */
  readonly passesAtOnce?: (rule: GateRule) => boolean
  /** Returns whether the gate waits for a reply: then it is not passed by evidence. */
  readonly awaitsReply?: (state: GateState) => boolean
  /** Returns whether a settled gate still puts this reply on record. */
  readonly takesLate?: (state: GateState, says: Says) => boolean
  /** Returns what the gate says of how the customer loop ended, if anything. */
  readonly outcome?: (state: GateState) => CaseOutcome | undefined
  /** Returns the timers that end when the gate is settled or sent back. */
  readonly timers?: (gate: string) => readonly Timer[]
  /** Returns the smallest evidence that passes; undefined where only time or the customer gives it. Absent: none. */
  readonly example?: (rule: GateRule, given: ExampleGiven) => Evidence | undefined
}

/** What people write at a gate in words of their own. */
type Written = "proposal" | "result" | "cause" | "finding" | "action" | "metric" | "target" | "proof" | "reason"

/** What an example of evidence depends on beside its gate. */
export interface ExampleGiven {
  readonly by: string
  /** Today, as `2026-11-20` in the policy's zone. */
  readonly today: string
  /** A gate on the way asks whether the cause is systemic. */
  readonly isSystemic: boolean
  /** Returns words of a person; the `n`-th of several, from 1. */
  readonly words: (what: Written, count?: number) => string
}
