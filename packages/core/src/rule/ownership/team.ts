/**
 * The virtual team: the owner coordinates, and every department concerned owes a part by its own due. An overdue part
 * is escalated in its department; the owner stays accountable for the whole.
 */

import type { CommandOf } from "../../case/generated/Command.ts"
import { departments } from "../../case/Inputs.ts"
import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import { clockOf } from "../../case/track/Clocks.ts"
import { clockName, type Timer } from "../../case/track/Timer.ts"
import { meet, startTimer } from "../../draft/clocks.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { tellStaff } from "../../draft/messageQueue.ts"
import { departmentTitle } from "../../draft/placeholder.ts"
import { nameOf } from "../../people/Actor.ts"
import type { TeamRule } from "../../policy/Bundle.ts"
import { holds } from "../../policy/Policy.ts"
import { defined } from "../../value/Optional.ts"
import * as Who from "../../who/Who.ts"

const path = "ownership.team"
const timerOf = (department: string): Timer => ({ _tag: "Part", department })

const isDepartment = (draft: Draft, who: string): boolean => draft.policy.bundle.departments[who] !== undefined

const concerned = (draft: Draft, { members }: TeamRule): readonly string[] => {
  const own = members.includes("department") ? draft.state.ownership.department : undefined
  return [
    ...new Set([
      ...(members.includes("departments") ? departments(draft.state, draft.policy) : []),
      ...(own === undefined ? [] : [own]),
      ...members.filter((who) => isDepartment(draft, who))
    ])
  ]
}

/** Returns whether the end of the case cut a part off. Such a part is owed again after a reopening. */
const isCutOff = (draft: Draft, department: string): boolean =>
  draft.state.ownership.parts[department]?.answeredAt === undefined &&
  clockOf(draft.state.clocks, timerOf(department))?.endedBecause === "loop-closed"

/** Forms the team if the policy asks for one, and asks every department that becomes concerned. */
export const team = (draft: Draft): void => {
  const rule = draft.policy.bundle.ownership.team
  const { owner, team: formed, parts } = draft.state.ownership
  if (rule === undefined || draft.state.lifecycle.closedAt !== undefined) return
  if (formed === undefined && holds(rule.when, Drafts.vector(draft)) !== "yes") return
  const { people } = draft.meta.gathered
  const asked = concerned(draft, rule).filter((name) => parts[name] === undefined || isCutOff(draft, name))
  if (formed === undefined) {
    const others = rule.members.filter(
      (who) => who !== "departments" && who !== "department" && !isDepartment(draft, who)
    )
    const contacts = asked.flatMap((name) => Who.ofDepartment(draft.policy, name, "contact", people).slice(0, 1))
    const named = Who.people(draft.policy, draft.state, others, people)
    const members = [...new Set([...contacts, ...named])].filter((id) => id !== owner)
    Drafts.emit(draft, "team-formed", { owner, departments: asked, members }, rule.when?.rule ?? path)
    tellStaff(
      draft,
      "team-formed",
      named.filter((id) => id !== owner)
    )
  }
  for (const name of asked) ask(draft, rule, name)
}

const ask = (draft: Draft, { answerWithin }: TeamRule, department: string): void => {
  const [contact] = Who.ofDepartment(draft.policy, department, "contact", draft.meta.gathered.people)
  const timer = timerOf(department)
  if (answerWithin !== undefined) startTimer(draft, timer, answerWithin, `${path}.answer-within`)
  const dueAt = answerWithin === undefined ? null : (clockOf(draft.state.clocks, timer)?.dueAt ?? null)
  Drafts.emit(draft, "department-asked", defined({ department, dueAt, contact }), `${path}.members`)
  if (contact !== undefined)
    tellStaff(
      draft,
      "department-asked",
      Who.people(draft.policy, draft.state, ["department"], draft.meta.gathered.people, draft.now, department),
      {
        clock: clockName(timer),
        before: dueAt,
        values: { "department.asked": (v) => departmentTitle(draft, department, v.language) }
      }
    )
}

/** Notifies of an overdue part whoever the policy names, by default the head of its department. */
export const overdue = (draft: Draft, department: string): void => {
  const { people } = draft.meta.gathered
  const rule = draft.policy.bundle.ownership.team
  if (rule === undefined || draft.state.lifecycle.closedAt !== undefined) return
  const told = Who.people(draft.policy, draft.state, rule.overdue, people, draft.now, department)
  const owner = Who.people(draft.policy, draft.state, ["owner"], people, draft.now)
  tellStaff(draft, "overdue", [...told, ...owner], { clock: clockName(timerOf(department)) })
}

/** Returns the departments for which this actor may report a part that is still owed. */
const owedBy = (situation: Situation): readonly string[] =>
  Object.entries(situation.state.ownership.parts)
    .filter(([name, part]) => {
      const { actor } = situation.meta
      return (
        part.answeredAt === undefined &&
        (part.contact === nameOf(actor) || Who.isContact(situation.policy, name, actor))
      )
    })
    .map(([name]) => name)

/** Returns why this actor owes no part of the case. */
export const mayAnswerPart = (situation: Situation): readonly RefusalReason[] => {
  if (owedBy(situation).length > 0) return []
  const open = Object.entries(situation.state.ownership.parts).filter(([, part]) => part.answeredAt === undefined)
  return [
    reason("ownership/no-part", path, {
      actor: nameOf(situation.meta.actor),
      open: open.map(([name]) => name)
    })
  ]
}

/** Records the parts of all departments that the actor speaks for as done. */
export const answer = (draft: Draft, command: CommandOf<"act-done">): readonly RefusalReason[] => {
  for (const department of owedBy(draft)) {
    const text = defined({ text: command.evidence })
    Drafts.emit(draft, "department-answered", { department, by: nameOf(draft.meta.actor), ...text }, `${path}.members`)
    meet(draft, clockName(timerOf(department)), draft.now)
  }
  return []
}
