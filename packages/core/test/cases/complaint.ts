import type { Command } from "../../src/case/generated/Command.ts"
import type { Wishes } from "../../src/testing/Build.ts"
import { action, policy, rootCause } from "../../src/testing/Build.ts"
import type { TestDesk } from "../../src/testing/Spec.ts"
import { desk, submit } from "../../src/testing/Spec.ts"

/** A Monday. */
export const MON = "2026-11-16"
/** The Tuesday after it. */
export const TUE = "2026-11-17"

/** Acknowledges the complaint. */
export const ack: Command = { do: "pass", gate: "acknowledged" }
/** Makes a proposal. */
export const propose = (proposal = "we redo it"): Command => ({ do: "pass", gate: "agreed", proposal })
/** Accepts the proposal. */
export const agree: Command = { do: "reply", says: "agree" }
/** Corrects the case. */
export const correct: Command = { do: "pass", gate: "corrected", actions: [{ what: "redone" }] }
/** Tells the customer the result. */
export const tell: Command = { do: "pass", gate: "told", result: "it is redone" }
/** Confirms that it was put right. */
export const satisfied: Command = { do: "reply", says: "satisfied" }
/** Says that it was not put right. */
export const dissatisfied: Command = { do: "reply", says: "dissatisfied", text: "still wrong" }
/** Shows the root cause. */
export const analyse: Command = { do: "pass", gate: "investigated", ...rootCause }
/** Plans the prevention. */
export const plan: Command = { do: "pass", gate: "prevented", actions: [action("alarm on a missed run")] }
/** Reports the planned action as done. */
export const done: Command = { do: "act-done", gate: "prevented", action: 1, evidence: "alarm 17" }

/** A complaint worked up to and including the result, on Monday. */
export const told = (wishes: Wishes = {}, more = {}): TestDesk => {
  const d = desk(policy(wishes))
  d.does(`${MON} 09:00`, "ann", submit({ facts: { slow: true }, ...more }))
  d.does(`${MON} 09:10`, "ann", ack)
  d.does(`${MON} 09:20`, "ann", propose())
  d.does(`${MON} 09:30`, "carl", agree)
  d.does(`${MON} 09:40`, "ann", correct)
  d.does(`${MON} 09:50`, "ann", tell)
  return d
}
/** The complaint of `told`, with a systemic root cause and its prevention in place. */
export const prevented = (wishes: Wishes = {}): TestDesk => {
  const d = told({ limits: [{ role: "agent", close: "all" }], ...wishes }, { facts: {} })
  d.does(`${MON} 10:00`, "ann", analyse)
  d.does(`${MON} 10:10`, "ann", plan)
  d.does(`${MON} 10:20`, "ben", done)
  return d
}
