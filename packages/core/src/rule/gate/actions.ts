/**
 * Follows planned actions. An action with an owner and a date is asked of its owner, who gets a reminder. Once it is
 * overdue the owner of the case and the head of the department are notified as well. Source: ISO 9001 10.2, RC-4.
 */

import type { PlannedAction } from "../../case/generated/Command.ts"
import * as Gate from "../../case/track/Gate.ts"
import { clockName, type Timer } from "../../case/track/Timer.ts"
import { meet, startTimer } from "../../draft/clocks.ts"
import type { Draft, Situation } from "../../draft/Draft.ts"
import { tellStaff } from "../../draft/messageQueue.ts"
import { nameOf } from "../../people/Actor.ts"
import type { GateRule } from "../../policy/Bundle.ts"
import type { Instant } from "../../time/Instant.ts"
import { DAY, endOfDay, parseDate, parseInstant } from "../../time/Instant.ts"
import type { Target } from "../../time/Target.ts"
import { civil } from "../../time/Target.ts"
import { toLocal } from "../../time/Zone.ts"
import * as Who from "../../who/Who.ts"

const timerOf = (gate: string, action: number): Timer => ({ _tag: "Action", gate, action })

/** The share of the time after which the owner of an action gets a reminder.  Units: percent. */
const REMIND = 80

/** Returns when an action is due: the end of a day, or an instant. */
export const dueOf = (situation: Situation, { due = "" }: PlannedAction): Instant | undefined => {
  const at = parseInstant(due.trim(), situation.policy.zone)
  return at !== undefined && parseDate(due.trim()) !== undefined ? endOfDay(at, situation.policy.zone) : at
}

/** Starts the timers of actions that were just planned. The first of them is number `from` at its gate. */
export const follow = (draft: Draft, rule: GateRule, actions: readonly PlannedAction[], from: number): void => {
  for (const [i, action] of actions.entries()) {
    const dueAt = dueOf(draft, action)
    if (dueAt === undefined || dueAt <= draft.now) continue
    const points = [{ mark: { _tag: "ActionReminder" as const }, at: { _tag: "Share" as const, percent: REMIND } }]
    startTimer(draft, timerOf(rule.name, from + i), within(draft, action, dueAt), rule.path, { points })
    ask(draft, rule.name, from + i)
  }
}

/** Returns the time that is left, as messages say it: in days for a date, else to the minute. */
const within = (draft: Draft, { due = "" }: PlannedAction, dueAt: Instant): Target => {
  const date = parseDate(due.trim())
  const days = date === undefined ? 0 : date - Math.floor(toLocal(draft.now, draft.policy.zone) / DAY)
  return days > 0 ? civil(0, days) : { _tag: "Elapsed", ms: dueAt - draft.now }
}

/** Returns the people who have to do an action: a person, or somebody with a role. */
export const ownerOf = (situation: Situation, { owner = "" }: PlannedAction): readonly string[] => {
  const { people } = situation.meta.gathered
  return people.some(({ id }) => id === owner)
    ? [owner]
    : Who.people(situation.policy, situation.state, [owner], people, situation.now)
}

const ask = (draft: Draft, gate: string, number: number): void => {
  const action = Gate.at(draft.state.gates, gate).actions[number - 1]
  if (action === undefined) return
  const to = ownerOf(draft, action).filter((id) => id !== nameOf(draft.by))
  tellStaff(draft, "action-asked", to, { clock: clockName(timerOf(gate, number)), reason: action.what })
}

/** Sends a notice about an action that is overdue or soon will be. */
export const timeUp = (draft: Draft, gate: string, number: number, isDue: boolean): void => {
  if (!isDue) return ask(draft, gate, number)
  const action = Gate.at(draft.state.gates, gate).actions[number - 1]
  if (action === undefined) return
  const lead = Who.people(draft.policy, draft.state, ["owner", "head"], draft.meta.gathered.people, draft.now)
  tellStaff(draft, "action-overdue", [...ownerOf(draft, action), ...lead], {
    clock: clockName(timerOf(gate, number)),
    reason: action.what
  })
}

/** Records that an action was reported done. */
export const done = (draft: Draft, gate: string, number: number): void =>
  meet(draft, clockName(timerOf(gate, number)), draft.now)
