/** What two policies decide differently on one case. Each difference has the lines of both policies that decided. */
import type { Policy } from "@hearback/core"
import type { DemandShift, TracedAspect } from "../report/Trace.ts"
import type { ComparedAnswers, ViewedAnswer } from "./ComparedAnswers.ts"

/** One difference between two decisions on the same case. */
export interface ReplayChange {
  readonly of: TracedAspect
  readonly name: string
  readonly from: string
  readonly to: string
  readonly sense: DemandShift
  readonly before?: string
  readonly after?: string
}

/**
 * Returns every difference between two decisions on a case. Grades and roles are in the order of the candidate
 * policy.
 */
export const changesOf = (
  { bundle }: Policy.Policy,
  before: ComparedAnswers,
  after: ComparedAnswers
): readonly ReplayChange[] => {
  const ladder = bundle.authority.limits.map(({ role }) => role)
  const found: ReplayChange[] = []
  const note = (
    of: TracedAspect,
    name: string,
    from: ViewedAnswer | undefined,
    to: ViewedAnswer | undefined,
    sense: DemandShift
  ): void => {
    found.push({
      of,
      name,
      from: from?.value ?? "",
      to: to?.value ?? "",
      sense,
      ...(from?.rule === undefined ? {} : { before: from.rule }),
      ...(to?.rule === undefined ? {} : { after: to.rule })
    })
  }
  const compare = (
    of: TracedAspect,
    name: string,
    from: ViewedAnswer | undefined,
    to: ViewedAnswer | undefined,
    sense: DemandShift
  ): void => {
    if (from !== undefined && to !== undefined && from.value !== to.value) note(of, name, from, to, sense)
  }
  compare("loop", "", before.loop, after.loop, "other")
  for (const { name, levels } of bundle.grading) {
    const [from, to] = [before.grades[name], after.grades[name]]
    compare("grade", name, from && deciding(from), to && deciding(to), sense(levels, from, to))
  }
  compare("owner", "", before.owner, after.owner, "other")
  compare("department", "", before.department, after.department, "other")
  for (const name in after.clocks) {
    const [from, to] = [before.clocks[name], after.clocks[name]]
    if (from === undefined || to === undefined) continue
    if (from.dueAt !== undefined && to.dueAt !== undefined && from.dueAt !== to.dueAt)
      note(
        "due",
        name,
        dueOf(from),
        dueOf(to),
        (to.dueAt ?? Infinity) > (from.dueAt ?? Infinity) ? "weaker" : "stronger"
      )
    compare(
      "clock",
      name,
      { ...ruled(from.rule), value: from.verdict },
      { ...ruled(to.rule), value: to.verdict },
      "other"
    )
  }
  if (before.gates !== undefined && after.gates !== undefined) {
    const [was, is] = [before.gates, after.gates]
    for (const gate in is)
      if (was[gate] === undefined) note("gate", gate, undefined, { value: "yes", ...ruled(is[gate]) }, "stronger")
    for (const gate in was)
      if (is[gate] === undefined) note("gate", gate, { value: "yes", ...ruled(was[gate]) }, undefined, "weaker")
  }
  for (const power of ["close", "compensate"] as const) {
    const [from, to] = [before.approvers?.[power], after.approvers?.[power]]
    if (from === undefined || to === undefined || from.value === to.value) continue
    const named = ({ value, rule }: { readonly value: string | null; readonly rule: string }): ViewedAnswer => ({
      value: value ?? "",
      rule
    })
    note(
      "approver",
      power,
      named(from),
      named(to),
      rank(ladder, to.value) > rank(ladder, from.value) ? "stronger" : "weaker"
    )
  }
  return found
}

/** Returns the answer that a lift rule gave, or the answer of the table if nothing was lifted. */
const deciding = ({ value, rule, lifted }: ComparedAnswers["grades"][string]): ViewedAnswer => ({
  value,
  ...ruled(lifted === undefined ? rule : (lifted.rule ?? rule))
})

const ruled = (rule: string | undefined): { readonly rule?: string } => (rule === undefined ? {} : { rule })

const sense = (
  levels: readonly string[],
  from: ViewedAnswer | undefined,
  to: ViewedAnswer | undefined
): DemandShift => {
  const [was, is] = [levels.indexOf(from?.value ?? ""), levels.indexOf(to?.value ?? "")]
  if (was < 0 || is < 0) return "other"
  return is > was ? "weaker" : "stronger"
}

const dueOf = ({ dueAt, rule }: ComparedAnswers["clocks"][string]): ViewedAnswer => ({
  value: dueAt === null || dueAt === undefined ? "" : String(dueAt),
  ...ruled(rule)
})

/** Compares approvers by power: that no role may approve counts as higher than the highest role. */
const rank = (ladder: readonly string[], role: string | null): number =>
  role === null ? ladder.length : ladder.indexOf(role)
