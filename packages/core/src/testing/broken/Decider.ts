/** Deciders that are wrong on purpose, so that a law can be shown to fail for them. */
import type { Case, CaseEvent } from "../../case/Case.ts"
import { evolve } from "../../case/Case.ts"
import type { Step } from "../../decide/step.ts"
import type { Decider } from "../World.ts"
import { core } from "../World.ts"

/** A decider that is wrong on purpose. */
export interface BrokenDecider {
  readonly name: string
  /** The name of the law that it breaks. */
  readonly breaks: string
  readonly decider: Decider
}

/** Returns a decider that changes the events of each step; the state is folded from the changed events. */
export const changed = (change: (step: Step, before: Case, asked: string) => readonly CaseEvent[]): Decider => ({
  ...core,
  step: (policy, before, command, meta) => {
    const step = core.step(policy, before, command, meta)
    const events = change(step, before, command.do)
    return events === step.events ? step : { ...step, events, state: events.reduce(evolve, before) }
  }
})
