/**
 * One root cause, many cases: what prevents it on one of them serves them all. The case that shows it tells the
 * problem, and the others and their owners hear of it through the problem.
 */
import type { CaseEvent } from "../../case/Case.ts"
import type { CommandOf, Evidence } from "../../case/generated/Command.ts"
import type { Reason } from "../../case/Refusal.ts"
import type { Progress } from "../../case/track/Relations.ts"
import type { Draft } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellStaff } from "../../draft/send.ts"
import { failWith } from "../lifecycle/verification.ts"

/** Tells the problem what has been shown here. */
export const report = (d: Draft, fresh: readonly CaseEvent[]): void => {
  for (const event of fresh) {
    const { problem } = d.state.relations
    if (event.event !== "gate-passed" || problem === undefined) continue
    const rule = Drafts.loop(d)?.gates.get(event.gate)
    const progress = rule === undefined ? undefined : d.kinds[rule.kind].facts.brings
    if (rule === undefined || progress === undefined || problem.progress === progress) continue
    Drafts.emit(d, "problem-progressed", { problem: problem.id, gate: rule.name, progress }, rule.path)
  }
}

/**
 * Returns what another case of the same problem shows for this one: a person said that their cause is the same
 * (`cause-of`), and its prevention is in place, or has proved effective.
 */
export const served = (d: Draft, by: Progress): Evidence | undefined => {
  const { problem, siblings } = d.state.relations
  if (problem?.by === undefined || !siblings.includes(problem.by)) return undefined
  return by === "live" || problem.progress === by ? { proof: problem.by } : undefined
}

/** The problem has learnt of it from another of its cases: the owner hears where to look. */
export const learn = (d: Draft, c: CommandOf<"progress">): readonly Reason[] => {
  const { problem } = d.state.relations
  if (problem === undefined || problem.id !== c.problem || problem.progress === c.progress) return []
  const { customers, cases, open } = problem
  if (c.progress === "failed") {
    const isServed = served(d, "live") !== undefined
    const told = { problem: c.problem, customers, cases, open, progress: c.progress, by: c.case }
    if (problem.by === c.case) Drafts.emit(d, "problem-told", told, "problems")
    if (problem.by === c.case && isServed) failWith(d, c.case)
    return []
  }
  if (c.progress === "verified") Drafts.emit(d, "problem-closed", { problem: c.problem, by: c.case }, "problems")
  else
    Drafts.emit(
      d,
      "problem-told",
      { problem: c.problem, customers, cases, open, progress: c.progress, by: c.case },
      "problems"
    )
  const message = c.progress === "verified" ? "problem-closed" : "problem-told"
  tellStaff(d, message, [d.state.ownership.owner], { reason: c.case })
  return []
}
