/**
 * What an action's owner owes: an action with an owner and a date is asked of them, reminded, and, once it is overdue,
 * told to the owner of the case and to the head of the department as well. Source: ISO 9001 10.2, RC-4.
 */

import type { PlannedAction } from "../../case/generated/Command.ts"
import * as Gate from "../../case/track/Gate.ts"
import { clockName, type Timer } from "../../case/track/Timer.ts"
import { meet, startTimer } from "../../draft/clocks.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import { tellStaff } from "../../draft/send.ts"
import { nameOf } from "../../people/Actor.ts"
import type { GateRule } from "../../policy/Bundle.ts"
import type { Instant } from "../../time/Instant.ts"
import { DAY, endOfDay, parseDate, parseInstant } from "../../time/Instant.ts"
import type { Target } from "../../time/Target.ts"
import { civil } from "../../time/Target.ts"
import { toLocal } from "../../time/Zone.ts"
import * as Who from "../../who/Who.ts"

const timerOf = (gate: string, action: number): Timer => ({ _tag: "Action", gate, action })

/** Their owner hears of it once more when so much of the time is over. */
const REMIND = 80

/** Returns when an action is due: the end of a day, or an instant. */
export const dueOf = (d: Situation, { due = "" }: PlannedAction): Instant | undefined => {
  const at = parseInstant(due.trim(), d.policy.zone)
  return at !== undefined && parseDate(due.trim()) !== undefined ? endOfDay(at, d.policy.zone) : at
}

/** Follows the actions that were planned just now, the first of them the `from`th of its gate. */
export const follow = (d: Draft, rule: GateRule, actions: readonly PlannedAction[], from: number): void => {
  for (const [i, action] of actions.entries()) {
    const dueAt = dueOf(d, action)
    if (dueAt === undefined || dueAt <= d.now) continue
    const points = [{ mark: { _tag: "ActionReminder" as const }, at: { _tag: "Share" as const, percent: REMIND } }]
    startTimer(d, timerOf(rule.name, from + i), within(d, action, dueAt), rule.path, { points })
    ask(d, rule.name, from + i)
  }
}

/** The time that is left, as it is said: days up to a date, else to the minute. */
const within = (d: Draft, { due = "" }: PlannedAction, dueAt: Instant): Target => {
  const date = parseDate(due.trim())
  const days = date === undefined ? 0 : date - Math.floor(toLocal(d.now, d.policy.zone) / DAY)
  return days > 0 ? civil(0, days) : { _tag: "Elapsed", ms: dueAt - d.now }
}

/** Who is called by an action: a person, or somebody of a role. */
export const ownerOf = (d: Situation, { owner = "" }: PlannedAction): readonly string[] => {
  const { people } = d.meta.gathered
  return people.some(({ id }) => id === owner) ? [owner] : Who.people(d.policy, d.state, [owner], people, d.now)
}

const ask = (d: Draft, gate: string, number: number): void => {
  const action = Gate.at(d.state.gates, gate).actions[number - 1]
  if (action === undefined) return
  const to = ownerOf(d, action).filter((id) => id !== nameOf(d.by))
  tellStaff(d, "action-asked", to, { clock: clockName(timerOf(gate, number)), reason: action.what })
}

/** An action is overdue, or soon will be. */
export const timeUp = (d: Draft, gate: string, number: number, isDue: boolean): void => {
  if (!isDue) return ask(d, gate, number)
  const action = Gate.at(d.state.gates, gate).actions[number - 1]
  if (action === undefined) return
  const lead = Who.people(d.policy, d.state, ["owner", "head"], d.meta.gathered.people, d.now)
  tellStaff(d, "action-overdue", [...ownerOf(d, action), ...lead], {
    clock: clockName(timerOf(gate, number)),
    reason: action.what
  })
}

/** It was reported done. */
export const done = (d: Draft, gate: string, number: number): void => meet(d, clockName(timerOf(gate, number)), d.now)
