/**
 * What a decision may read, the step being made, and what one gate kind does in it. The three types refer to each
 * other, so they stand in one file.
 *
 * A rule reaches the kind of a gate only through `kinds` and never asks which kind it is. `gate/` holds one file for
 * each kind. Source: docs/decisions/0016-gate-kinds-are-given.md
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

/** Everything that a decision may read. It has no way to write. */
export interface Situation {
  readonly policy: Policy
  /** The envelope, with the actor as the case sees them: with powers lent, or in the name of an owner. */
  readonly meta: Meta
  readonly state: Case
  /** The instant of the next event. */
  readonly now: Instant
  /** When a machine can act on it: the record of a command, or the instant of a mark. */
  readonly recordedAt: Instant
  /** Who acts: the actor of the command, or time while due instants fire. */
  readonly by: Actor
  readonly kinds: GateKinds
  /** The input vector that was last computed. It saves time and decides nothing. */
  read: SeenVector | undefined
}

/** A step while it is computed: the case so far and the new events. */
export interface Draft extends Situation {
  meta: Meta
  readonly events: CaseEvent[]
  state: Case
  now: Instant
  recordedAt: Instant
  by: Actor
  /** The number of events that every reaction has seen. */
  done: number
  readonly waking: Waking
  /** The reactions that have to run, one bit each. */
  awake: number
  /** The number of events that have woken their reactions. */
  noticed: number
  /** The inputs by which reactions were last woken. */
  seen: Inputs | undefined
  /** Why grades may change in this step: `facts`, `stream`, or a person's reason. */
  because: string
  /** Whether the command only reports what others say. What would remove demands is then kept back. */
  keepsBack: boolean
}

/**
 * A reaction of the case to its own events, with its triggers. A reaction with `hears` runs when one of these events
 * has just happened, and gets these events. Any other reaction looks at the whole case: it runs if an event of `after`
 * has happened since it last ran, or if an input that it `reads` has changed.
 */
export interface Reaction {
  readonly name: string
  readonly hears?: readonly EventName[]
  readonly after?: readonly EventName[]
  readonly reads?: (policy: Policy) => readonly Slot[]
  readonly act: (draft: Draft, fresh: readonly CaseEvent[]) => void
}

/** The index of an input in the vector; undefined if the policy has no such input. */
type Slot = number | undefined

/** The reactions in their order, and which of them each event and each input wakes. A reaction's index is its bit. */
export interface Waking {
  readonly reactions: readonly Reaction[]
  /** Runs when nothing else follows. Its bit is the one after those of the reactions. */
  readonly last: Reaction
  /** The reactions that hear an event, by event name. */
  readonly hearing: ReadonlyMap<EventName, number>
  /** The reactions that look at the case after an event, by event name. */
  readonly after: ReadonlyMap<EventName, number>
  /** The reactions that read an input, by slot. */
  readonly reading: (policy: Policy) => readonly number[]
  /** All reactions that look at the whole case. */
  readonly all: number
}

/** A gate of the case in a situation. */
export interface GateSituation {
  readonly situation: Situation
  readonly rule: GateRule
  readonly state: GateState
}

/** A gate of the case in a step. `state` is the one of the moment when the kind was called. */
export interface GateContext extends GateSituation {
  readonly situation: Draft
}

/** Every gate kind by its name. */
export type GateKinds = { readonly [K in GateKind]: GateKindDefinition }

/** What one gate kind does in a step. An absent optional member means that the kind does nothing special there. */
export interface GateKindDefinition {
  readonly kind: GateKind
  /** What is known of the kind without a step. */
  readonly facts: GateFacts

  // Passing it.
  /** Returns why the gate cannot be passed now by any evidence; empty if it can. */
  readonly against?: (view: GateSituation) => readonly RefusalReason[]
  /** Returns why this evidence is not enough; empty if it is. */
  readonly check: (view: GateSituation, evidence: Evidence) => readonly RefusalReason[]
  /** Records the evidence. Returns `more` if the gate stays open until something else follows. */
  readonly show?: (context: GateContext, evidence: Evidence, by: string) => "complete" | "more"
  /** Returns whether this actor may pass the gate although its `by` does not name them. */
  readonly mayAlsoPass?: (view: GateSituation, actor: Actor) => boolean
  /** Returns evidence that became complete without a command: every action is done, or the window has ended. */
  readonly ripe?: (context: GateContext) => Evidence | undefined
  /** Tells the customer that the gate was passed, if the policy names a message. Absent: that message is sent. */
  readonly tellPassed?: (context: GateContext, message: string) => void

  // While it is open, and after.
  /** Called when the gate opens. */
  readonly opened?: (context: GateContext) => void
  /** Called when staff wrote to the customer while the gate is open. */
  readonly customerTold?: (context: GateContext, channel: string, by: string) => void
  /** Called when the customer has spoken while the gate is open, by any channel. */
  readonly customerSpoke?: (context: GateContext, event: CaseEvent) => void
  /** Called when a person or the words have made an unsure classification sure while the gate is open. */
  readonly madeSure?: (context: GateContext) => void
  /** Called when the same root cause is back while the gate is open. `by` is the case that shows it. */
  readonly causeBack?: (context: GateContext, why: string, by: string) => void
  /** Called when a timer of the gate reaches a mark. */
  readonly timeUp?: (context: GateContext, mark: Mark) => void

  // Replies of the customer.
  /** Called with a reply of the customer. Returns why it is not taken; empty if it is. */
  readonly replied?: (context: GateContext, command: CommandOf<"reply">) => readonly RefusalReason[]
  /** Called with answers to the questions of the gate's survey. */
  readonly answered?: (context: GateContext, given: SurveyGiven, channel: string) => void
  /** Records a reply to a gate that is already settled. */
  readonly repliedLate?: (context: GateContext) => void
}
