/**
 * What an imported event log says happened to a case, for a backtest. It is taken as it is: neither rights nor evidence
 * are checked. The policy decides what follows, by the same reactions as in any step.
 */
import type { Case } from "../case/Case.ts"
import type { Meta } from "../case/Gathered.ts"
import type { Understanding } from "../case/track/Feedback.ts"
import * as Gate from "../case/track/Gate.ts"
import type { ProblemLink } from "../case/track/Relations.ts"
import type { Facts } from "../case/track/Submission.ts"
import { followed, type Step } from "../decide/step.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import { nameOf } from "../people/Actor.ts"
import type { Policy } from "../policy/Policy.ts"
import { pause, resume } from "../rule/clock/pauses.ts"
import { correct } from "../rule/feedback/override.ts"
import { settle } from "../rule/gate/reactions.ts"
import { defined } from "../value/Optional.ts"

/** One thing that happened to a case according to an event log. */
export type Happened =
  | { readonly _tag: "FactsRecorded"; readonly facts: Facts; readonly cause?: "incidental" | "systemic" }
  /** A person said what it is. */
  | { readonly _tag: "Reclassified"; readonly understanding: Understanding }
  /** How much the problem counted that the case belongs to. */
  | { readonly _tag: "ProblemTold"; readonly told: Omit<ProblemLink, "id"> & { readonly problem: string } }
  | { readonly _tag: "GatePassed"; readonly gate: string }
  | { readonly _tag: "CustomerTold" }
  | { readonly _tag: "CustomerWrote" }
  | { readonly _tag: "EventHappened"; readonly event: string }
  | { readonly _tag: "Paused"; readonly reason: string }
  | { readonly _tag: "Resumed" }
  /** Nothing but time. */
  | { readonly _tag: "TimePassed" }

/** Records what happened at `meta.occurredAt`, and lets the case react to it. */
export const happen = (policy: Policy, state: Case, what: Happened, meta: Meta): Step =>
  followed(policy, state, meta, (d) => put(d, what))

const put = (draft: Draft, what: Happened): void => {
  const by = nameOf(draft.meta.actor)
  switch (what._tag) {
    case "FactsRecorded":
      return Drafts.emit(draft, "facts-recorded", defined({ facts: what.facts, cause: what.cause, by }))
    case "Reclassified": {
      const { category } = what.understanding
      const isKnown = draft.policy.bundle.dictionary.categories.some(({ name }) => name === category)
      if (category === undefined || isKnown) correct(draft, what.understanding, by, "recorded")
      return
    }
    case "ProblemTold": {
      const { problem, customers, cases, open } = what.told
      return Drafts.emit(draft, "problem-told", { problem, customers, cases, open }, "problems")
    }
    case "GatePassed": {
      const rule = Drafts.loop(draft)?.gates.get(what.gate)
      if (rule !== undefined && !Gate.isSettled(Gate.at(draft.state.gates, what.gate))) settle(draft, rule, by, {})
      return
    }
    case "CustomerTold":
      return Drafts.emit(draft, "customer-told", { text: "", by })
    case "CustomerWrote":
      return Drafts.emit(draft, "customer-wrote", { text: "", channel: draft.state.conversation.lastChannel ?? "" })
    case "EventHappened":
      if (draft.policy.bundle.events.includes(what.event))
        Drafts.emit(draft, "event-happened", { name: what.event, by })
      return
    case "Paused":
      // If no promise allows a pause for the reason, the case waited while every clock ran.
      pause(draft, { do: "pause", reason: what.reason })
      return
    case "Resumed":
      resume(draft)
      return
    case "TimePassed":
      return
  }
}
