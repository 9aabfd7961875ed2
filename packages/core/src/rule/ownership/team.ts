/**
 * The virtual team: the owner coordinates, every department concerned owes its part by a due of its own. A part that
 * is overdue is escalated where it is owed; the owner stays answerable for the whole.
 */

import type { CommandOf } from "../../case/generated/Command.ts"
import { departments } from "../../case/Inputs.ts"
import type { Reason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import { clockOf } from "../../case/track/Clocks.ts"
import { clockName, type Timer } from "../../case/track/Timer.ts"
import { meet, startTimer } from "../../draft/clocks.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import * as Drafts from "../../draft/Draft.ts"
import { departmentTitle } from "../../draft/placeholder.ts"
import { tellStaff } from "../../draft/send.ts"
import { nameOf } from "../../people/Actor.ts"
import type { TeamRule } from "../../policy/Bundle.ts"
import { holds } from "../../policy/Policy.ts"
import { defined } from "../../value/Optional.ts"
import * as Who from "../../who/Who.ts"

const path = "ownership.team"
const timerOf = (department: string): Timer => ({ _tag: "Part", department })

const isDepartment = (d: Draft, who: string): boolean => d.policy.bundle.departments[who] !== undefined

const concerned = (d: Draft, { members }: TeamRule): readonly string[] => {
  const own = members.includes("department") ? d.state.ownership.department : undefined
  return [
    ...new Set([
      ...(members.includes("departments") ? departments(d.state, d.policy) : []),
      ...(own === undefined ? [] : [own]),
      ...members.filter((who) => isDepartment(d, who))
    ])
  ]
}

/** A part that the end of the case cut off is owed anew once the case is reopened. */
const isCutOff = (d: Draft, department: string): boolean =>
  d.state.ownership.parts[department]?.answeredAt === undefined &&
  clockOf(d.state.clocks, timerOf(department))?.endedBecause === "loop-closed"

/** Forms the team when the policy asks for one, and asks every department that comes to be concerned. */
export const team = (d: Draft): void => {
  const rule = d.policy.bundle.ownership.team
  const { owner, team: formed, parts } = d.state.ownership
  if (rule === undefined || d.state.lifecycle.closedAt !== undefined) return
  if (formed === undefined && holds(rule.when, Drafts.vector(d)) !== "yes") return
  const { people } = d.meta.gathered
  const asked = concerned(d, rule).filter((name) => parts[name] === undefined || isCutOff(d, name))
  if (formed === undefined) {
    const others = rule.members.filter((who) => who !== "departments" && who !== "department" && !isDepartment(d, who))
    const contacts = asked.flatMap((name) => Who.ofDepartment(d.policy, name, "contact", people).slice(0, 1))
    const named = Who.people(d.policy, d.state, others, people)
    const members = [...new Set([...contacts, ...named])].filter((id) => id !== owner)
    Drafts.emit(d, "team-formed", { owner, departments: asked, members }, rule.when?.rule ?? path)
    tellStaff(
      d,
      "team-formed",
      named.filter((id) => id !== owner)
    )
  }
  for (const name of asked) ask(d, rule, name)
}

const ask = (d: Draft, { answerWithin }: TeamRule, department: string): void => {
  const [contact] = Who.ofDepartment(d.policy, department, "contact", d.meta.gathered.people)
  const timer = timerOf(department)
  if (answerWithin !== undefined) startTimer(d, timer, answerWithin, `${path}.answer-within`)
  const dueAt = answerWithin === undefined ? null : (clockOf(d.state.clocks, timer)?.dueAt ?? null)
  Drafts.emit(d, "department-asked", defined({ department, dueAt, contact }), `${path}.members`)
  if (contact !== undefined)
    tellStaff(
      d,
      "department-asked",
      Who.people(d.policy, d.state, ["department"], d.meta.gathered.people, d.now, department),
      {
        clock: clockName(timer),
        before: dueAt,
        values: { "department.asked": (v) => departmentTitle(d, department, v.language) }
      }
    )
}

/** A part was not answered in time: whoever the policy names hears of it, the head of that department by default. */
export const overdue = (d: Draft, department: string): void => {
  const { people } = d.meta.gathered
  const rule = d.policy.bundle.ownership.team
  if (rule === undefined || d.state.lifecycle.closedAt !== undefined) return
  const told = Who.people(d.policy, d.state, rule.overdue, people, d.now, department)
  const owner = Who.people(d.policy, d.state, ["owner"], people, d.now)
  tellStaff(d, "overdue", [...told, ...owner], { clock: clockName(timerOf(department)) })
}

/** Returns the departments for whose part this actor may answer, of those that still owe it. */
const owedBy = (d: Situation): readonly string[] =>
  Object.entries(d.state.ownership.parts)
    .filter(([name, part]) => {
      const { actor } = d.meta
      return part.answeredAt === undefined && (part.contact === nameOf(actor) || Who.isContact(d.policy, name, actor))
    })
    .map(([name]) => name)

/** Returns why this actor owes no part of the case. */
export const mayAnswerPart = (x: Situation): readonly Reason[] => {
  if (owedBy(x).length > 0) return []
  const open = Object.entries(x.state.ownership.parts).filter(([, part]) => part.answeredAt === undefined)
  return [
    reason("ownership/no-part", path, {
      actor: nameOf(x.meta.actor),
      open: open.map(([name]) => name)
    })
  ]
}

/** A department's contact reports its part done: that of every department they speak for. */
export const answer = (d: Draft, c: CommandOf<"act-done">): readonly Reason[] => {
  for (const department of owedBy(d)) {
    const text = defined({ text: c.evidence })
    Drafts.emit(d, "department-answered", { department, by: nameOf(d.meta.actor), ...text }, `${path}.members`)
    meet(d, clockName(timerOf(department)), d.now)
  }
  return []
}
