/** The attributes of a decision for telemetry: only words of the engine and of the policy. */
import { type Case, defined, type Policy, type Refusal } from "@hearback/core"
import type { Attributes, Telemetry } from "./Telemetry.ts"

interface Decided {
  readonly refusal?: Refusal.Refusal
  readonly replayed: boolean
  readonly policy: Policy.Policy
  readonly state: Case.Case
}

/** Returns the outcome of a command, the policy by which it was decided, and the rule that refused it. */
export const toldOf = ({ refusal, replayed, policy, state }: Decided): Attributes => {
  const [first] = refusal?.reasons ?? []
  return defined({
    outcome: replayed ? "repeated" : refusal === undefined ? "done" : "refused",
    refusal: first?.code,
    rule: first?.rule,
    case: state.id,
    policy: policy.bundle.content
  }) as Attributes
}

/** Counts a promise as kept or missed. A promise that is kept late was counted when it was missed. */
export const countPromise = (telemetry: Telemetry, event: Case.CaseEvent): void => {
  if (event.event === "clock-met" && event.inTime) telemetry.count("promise", { clock: event.clock, kept: true })
  else if (event.event === "clock-missed") telemetry.count("promise", { clock: event.clock, kept: false })
}
