/**
 * Returns the command that completes a task: with the smallest evidence that the gate accepts, and with random
 * decisions.
 */

import { type Bundle, type Command, Conclusion, exampleEvidence, gateFacts } from "@hearback/core"
import { nextDraw } from "../world/LiveCase.ts"
import type { LiveCase, SimulatedWorker, Task } from "../world/Scene.ts"
import { drawFor, type SimulatedWorld } from "../world/World.ts"
import { wordsOf } from "./CustomerTexts.ts"

/** Returns the command for a completed task; undefined if only time or the customer completes it. */
export const commandFor = (world: SimulatedWorld, task: Task, worker: SimulatedWorker): Command.Command | undefined => {
  const { live, work } = task
  const { plan } = world
  const words = wordsOf(plan.policy)
  switch (work.as) {
    case "gate":
    case "ruling":
      return passing(world, live, work.gate ?? "", worker)
    case "approval":
      return isLucky(world, live, "denied", plan.work.denied)
        ? { do: "deny", approval: work.approval ?? "", reason: words("deny") }
        : { do: "approve", approval: work.approval ?? "" }
    case "spot-check":
      return isLucky(world, live, "found wrong", plan.work.foundWrong)
        ? { do: "spot-check", decision: work.decision ?? "", finds: "wrong", reason: words("found-wrong") }
        : { do: "spot-check", decision: work.decision ?? "", finds: "right" }
    case "handover":
    case "on-call":
      return { do: "accept" }
    case "review":
      return { do: "reclassify", ...category(world, live), reason: words("reclassify") }
    case "reopening":
      return { do: "reopen", because: live.state.lifecycle.parked?.cause ?? "dissatisfied", reason: words("reopen") }
    case "part":
      return { do: "act-done" }
    case "action":
      return { do: "act-done", gate: work.gate ?? "", action: work.action ?? 1 }
    case "closing":
      return { do: "close" }
    case "signature":
      return { do: "sign", gate: work.gate ?? "" }
  }
}

/** Draws whether something happens that has a probability of `share`. */
export const isLucky = (world: SimulatedWorld, live: LiveCase, purpose: string, share: number): boolean =>
  share > 0 && drawFor(world, live, purpose, nextDraw(live, purpose)) < share

/**
 * Returns what a person reads in words that the dictionary was not sure of: its likeliest category, else the one for
 * all other words.
 */
const category = ({ plan }: SimulatedWorld, { state }: LiveCase): { readonly category?: string } => {
  const { categories, otherwise } = plan.policy.bundle.dictionary
  const found = state.feedback.understanding?.category ?? otherwise ?? categories[0]?.name
  return found === undefined ? {} : { category: found }
}

const ruleOf = ({ plan }: SimulatedWorld, { state }: LiveCase, gate: string): Bundle.GateRule | undefined =>
  plan.policy.loops.get(state.lifecycle.loop ?? "")?.gates.get(gate)

const passing = (
  world: SimulatedWorld,
  live: LiveCase,
  gate: string,
  worker: SimulatedWorker
): Command.Command | undefined => {
  const { plan, now } = world
  const rule = ruleOf(world, live, gate)
  if (rule === undefined) return undefined
  const isSystemic = live.fault !== undefined || drawFor(world, live, "systemic") < plan.work.systemic
  const evidence = exampleEvidence(plan.policy, live.state, rule, {
    by: worker.id,
    now,
    isSystemic,
    words: wordsOf(plan.policy)
  })
  if (evidence === undefined) return undefined
  const offered = rule.oneOf ?? (evidence.decision === undefined ? [] : Object.keys(Conclusion.meanings))
  const decision =
    evidence.decision === undefined
      ? undefined
      : plan.work.decision(offered, drawFor(world, live, `decision ${gate}`, nextDraw(live, `decision ${gate}`)))
  return { do: "pass", gate, ...evidence, ...(decision === undefined ? {} : { decision }) }
}

/** Returns whether a gate tells the customer what is proposed or what came of it. */
export const isTelling = (world: SimulatedWorld, live: LiveCase, gate: string): boolean => {
  const rule = ruleOf(world, live, gate)
  if (rule === undefined) return false
  const { isAnswer, replies } = gateFacts[rule.kind]
  return isAnswer === true || replies?.has("agree") === true
}
