/** What an imported event log says that people and customers did. A simulation of the log is estimated from it. */
import type { Says } from "../case/generated/Command.ts"

/** What a customer is asked. */
export type AskedQuestion = "proposal" | "confirmation"

/** What customers may answer, by what they were asked. */
export const answers = {
  proposal: ["agree", "counter", "refuse"],
  confirmation: ["satisfied", "dissatisfied"]
} as const satisfies Readonly<Record<AskedQuestion, readonly Says[]>>

/** The steps of work on a gate or another task: started, suspended, resumed, completed. */
export const steps = ["start", "suspend", "resume", "complete"] as const
/** A step of work on a gate or another task. */
export type DeedStep = (typeof steps)[number]

/** One act of a person or a customer in an event log. */
export type Deed =
  /** `on`: the gate, or the other task. */
  | { readonly _tag: "Worked"; readonly on: string }
  | { readonly _tag: "Asked"; readonly question: AskedQuestion }
  | { readonly _tag: "Answered"; readonly says: Says }
