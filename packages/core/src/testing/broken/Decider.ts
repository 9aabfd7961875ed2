/** A decider that is wrong on purpose. */
import type { Case, CaseEvent } from "../../case/Case.ts"
import { evolve } from "../../case/Case.ts"
import type { Step } from "../../decide/step.ts"
import type { Decider } from "../World.ts"
import { core } from "../World.ts"

export interface BrokenDecider {
  readonly name: string
  /** The law that it breaks. */
  readonly breaks: string
  readonly decider: Decider
}

/** A decider whose steps are changed after the fact; the state follows the events. */
export const changed = (change: (step: Step, before: Case, asked: string) => readonly CaseEvent[]): Decider => ({
  ...core,
  step: (policy, before, command, meta) => {
    const step = core.step(policy, before, command, meta)
    const events = change(step, before, command.do)
    return events === step.events ? step : { ...step, events, state: events.reduce(evolve, before) }
  }
})
