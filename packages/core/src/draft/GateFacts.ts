/** What is known of a gate kind without a step: data that forms, measures and the analysis of policies read as well. */

import type { Case } from "../case/Case.ts"
import type { Evidence, Says } from "../case/generated/Command.ts"
import type { GateState } from "../case/track/Gate.ts"
import type { Progress } from "../case/track/Relations.ts"
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
type Fill = (gates: readonly GateState[], c: Case, policy: Policy) => string | undefined

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
  /** It stays open until every action planned there is done. */
  readonly waitsForActions?: true
  /** What it shows, once passed, for every case of the same root cause. */
  readonly brings?: Progress
  /** A failed check sends back to a gate of this kind on its side, where the policy names none. */
  readonly takesFailedChecks?: true
  /** The placeholders of messages that it fills. */
  readonly fills?: Readonly<Record<string, Fill>>
}
