/**
 * What a record from elsewhere says people and customers did, beside what happened to a case: a simulation of the record
 * is estimated from it.
 */
import type { Says } from "../case/generated/Command.ts"

/** What a customer is asked. */
export type AskedQuestion = "proposal" | "confirmation"

/** What customers answer, by what they were asked. */
export const answers = {
  proposal: ["agree", "counter", "refuse"],
  confirmation: ["satisfied", "dissatisfied"]
} as const satisfies Readonly<Record<AskedQuestion, readonly Says[]>>

/** The steps of work at a gate or on another task: begun, interrupted, continued, done. */
export const steps = ["start", "suspend", "resume", "complete"] as const
export type DeedStep = (typeof steps)[number]

export type Deed =
  /** `on`: a gate or an errand. */
  | { readonly _tag: "Worked"; readonly on: string }
  | { readonly _tag: "Asked"; readonly question: AskedQuestion }
  | { readonly _tag: "Answered"; readonly says: Says }
