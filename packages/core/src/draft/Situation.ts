/**
 * What a decision may read, the step being made, and what one gate kind does in it. The three types name each other, so
 * they stand in one file.
 *
 * A rule reaches the kind of a gate through `kinds` alone and never asks which kind it is: `gate/` holds one file a kind.
 * Source: docs/decisions/0016-gate-kinds-are-given.md
 */

import type { Case, CaseEvent, EventName } from "../case/Case.ts"
import type { Meta } from "../case/Gathered.ts"
import type { CommandOf, Evidence } from "../case/generated/Command.ts"
import type { SeenVector } from "../case/Inputs.ts"
import type { RefusalReason } from "../case/Refusal.ts"
import type { GateState, SurveyGiven } from "../case/track/Gate.ts"
import type { Mark } from "../deadline/Mark.ts"
import type { Actor } from "../people/Actor.ts"
import type { GateKind, GateRule } from "../policy/Bundle.ts"
import type { Inputs, Policy } from "../policy/Policy.ts"
import type { Instant } from "../time/Instant.ts"
import type { GateFacts } from "./GateFacts.ts"

/** Everything that a decision may read, without a way to write. */
export interface Situation {
  readonly policy: Policy
  /** The envelope, with what the case says of its actor: powers lent, an owner stood in for. */
  readonly meta: Meta
  readonly state: Case
  /** When what is emitted happens. */
  readonly now: Instant
  /** When a machine can act on it: the record of a command, the instant of a mark. */
  readonly recordedAt: Instant
  /** Who acts: the actor of the command, or time while it settles. */
  readonly by: Actor
  readonly kinds: GateKinds
  /** What tables read of the state when it was last asked for: a memory that saves time and decides nothing. */
  read: SeenVector | undefined
}

/** A step while it is computed: the case so far, and the events on it. */
export interface Draft extends Situation {
  meta: Meta
  readonly events: CaseEvent[]
  state: Case
  now: Instant
  recordedAt: Instant
  by: Actor
  /** Events that every reaction has seen. */
  done: number
  readonly waking: Waking
  /** Reactions that have something to look at, a bit each. */
  awake: number
  /** Events that have woken whom they wake. */
  noticed: number
  /** The inputs by which reactions were woken last. */
  seen: Inputs | undefined
  /** Why grades may change in this step: `facts`, `stream`, or a person's reason. */
  because: string
  /** What others say is taken down; what would take demands away by it is kept back. */
  keepsBack: boolean
}

/**
 * A reaction of the case to its own events, with the triggers on which it runs. One that `hears` runs when one of
 * these events has just happened and is handed what has. Any other looks at the case as it stands: it runs when one of
 * the events `after` has happened since it ran last, or when an input has changed that it `reads`.
 */
export interface Reaction {
  readonly name: string
  readonly hears?: readonly EventName[]
  readonly after?: readonly EventName[]
  readonly reads?: (policy: Policy) => readonly Slot[]
  readonly act: (draft: Draft, fresh: readonly CaseEvent[]) => void
}

/** The place of an input in the vector; undefined where the policy has none of its name. */
type Slot = number | undefined

/** Reactions in their order, the place of each being its bit, and whom an event or an input wakes. */
export interface Waking {
  readonly reactions: readonly Reaction[]
  /** Comes when nothing else follows; its bit is the one after those of the reactions. */
  readonly last: Reaction
  /** Of each event: the reactions that hear it. */
  readonly hearing: ReadonlyMap<EventName, number>
  /** Of each event: the reactions that look at the case after it. */
  readonly after: ReadonlyMap<EventName, number>
  /** Of each input by slot: the reactions that read it. */
  readonly reading: (policy: Policy) => readonly number[]
  /** All reactions that look at the case. */
  readonly all: number
}

/** A gate of the case in a situation. */
export interface GateSituation {
  readonly situation: Situation
  readonly rule: GateRule
  readonly state: GateState
}

/** A gate of the case in a step; `state` as it stood when the kind was asked. */
export interface GateContext extends GateSituation {
  readonly situation: Draft
}

/** Every gate kind by its name. */
export type GateKinds = { readonly [K in GateKind]: GateKindDefinition }

/** What one gate kind does in a step. An optional member that is absent means: nothing special about this kind. */
export interface GateKindDefinition {
  readonly kind: GateKind
  /** What is known of it without a step. */
  readonly facts: GateFacts

  // Passing it.
  /** Returns every reason for which it cannot be passed now, whatever the evidence; empty = it can. */
  readonly against?: (view: GateSituation) => readonly RefusalReason[]
  /** Returns every reason for which this evidence is not enough; empty = it is. */
  readonly check: (view: GateSituation, evidence: Evidence) => readonly RefusalReason[]
  /** Records what the evidence brings; `more` when the gate stays open until something follows. */
  readonly show?: (context: GateContext, evidence: Evidence, by: string) => "complete" | "more"
  /** Returns whether this actor may pass the gate although its `by` does not name them. */
  readonly mayAlsoPass?: (view: GateSituation, actor: Actor) => boolean
  /** Returns evidence that became complete without a command: every action is done, the window has ended. */
  readonly ripe?: (context: GateContext) => Evidence | undefined
  /** Tells the customer that the gate was passed, where the policy names a message. Absent: that message is sent. */
  readonly tellPassed?: (context: GateContext, message: string) => void

  // While it is open, and after.
  /** Acts when the gate opens. */
  readonly opened?: (context: GateContext) => void
  /** Acts when staff wrote to the customer while the gate is open. */
  readonly customerTold?: (context: GateContext, channel: string, by: string) => void
  /** Acts when the customer has said something while the gate is open, in whatever way. */
  readonly customerSpoke?: (context: GateContext, event: CaseEvent) => void
  /** Acts when it has been said what the case is, of which nobody was sure, while the gate is open. */
  readonly madeSure?: (context: GateContext) => void
  /** Acts when the same root cause is back while the gate is open; `by` is the case that shows it. */
  readonly causeBack?: (context: GateContext, why: string, by: string) => void
  /** Acts when a timer of the gate reaches a mark. */
  readonly timeUp?: (context: GateContext, mark: Mark) => void

  // Replies of the customer.
  /** Acts on a reply; returns every reason for which it is not taken. */
  readonly replied?: (context: GateContext, command: CommandOf<"reply">) => readonly RefusalReason[]
  /** Takes answers to the questions of its survey. */
  readonly answered?: (context: GateContext, given: SurveyGiven, channel: string) => void
  /** Puts a reply to a settled gate on record. */
  readonly repliedLate?: (context: GateContext) => void
}
