/** What a gate kind is: what its evidence must show, what happens when it opens, and what its timers do. */

import type { Evidence } from "../case/Command.ts"
import type { Reason } from "../case/Refusal.ts"
import type { GateState } from "../case/track/Gate.ts"
import type { Mark } from "../deadline/Mark.ts"
import type { Draft } from "../draft/Draft.ts"
import type { GateKind, GateRule } from "../policy/Bundle.ts"

export interface GateContext {
  readonly d: Draft
  readonly rule: GateRule
  readonly state: GateState
}

export interface GateModule {
  readonly kind: GateKind
  /** Every reason for which this evidence is not enough; empty = it is. */
  readonly check: (x: GateContext, evidence: Evidence) => readonly Reason[]
  /** Records what the evidence brings; `more` when the gate stays open until something follows. */
  readonly show?: (x: GateContext, evidence: Evidence, by: string) => "complete" | "more"
  readonly opened?: (x: GateContext) => void
  /** The evidence is complete without a command: every action is done, the window has ended. */
  readonly ripe?: (x: GateContext) => Evidence | undefined
  readonly timeUp?: (x: GateContext, mark: Mark) => void
}
