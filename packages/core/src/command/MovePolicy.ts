import { reason } from "../case/Refusal.ts"
import type { ClockState } from "../case/track/Clocks.ts"
import { factsOf, live } from "../case/track/Clocks.ts"
import * as Gate from "../case/track/Gate.ts"
import type { Mark } from "../deadline/Mark.ts"
import { recordedMarks } from "../deadline/Mark.ts"
import { targetOf } from "../draft/clockLine.ts"
import { cancel, start } from "../draft/clocks.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import { moveIfElsewhere } from "../draft/deadlineMove.ts"
import { closeTimers } from "../draft/timers.ts"
import { nameOf } from "../people/Actor.ts"
import type { LoopClock } from "../policy/Policy.ts"
import { relabel } from "../rule/feedback/rereading.ts"
import { react as regrade } from "../rule/grade/reactions.ts"
import { chooseLoop } from "../rule/lifecycle/loop.ts"
import { isSame } from "../time/Target.ts"
import { describe, must } from "./Description.ts"
import { mover } from "./Rights.ts"

/**
 * The command that moves an open case to another version of its policy. A case never moves by itself. The step runs on
 * the policy to which the case is moved.
 *
 * The new version's grades, loop and gates apply at once. Its rule for a running clock says what happens to the clock.
 * A clock that it does not have is cancelled for that reason, so a version without clocks switches a policy off.
 */
export const movePolicy = describe({
  verb: "move-policy",
  key: "换版",
  acts: "told",
  until: "closed",
  arguments: {
    reason: must("text", "理由")
  },
  example: { do: "move-policy", reason: "from the new year on" },
  who: mover,
  run: (draft, command) => {
    const from = draft.state.policy
    const { id, content, calendarsHash: calendars } = draft.policy.bundle
    if (command.reason.trim() === "") return [reason("reason/missing")]
    if (from !== undefined && from.id !== id)
      return [reason("governing/other-policy", undefined, { policy: from.id, other: id })]
    if (from === undefined || (from.content === content && from.calendars === calendars)) return []
    draft.because = because
    const policy = { id, content, calendars }
    Drafts.emit(draft, "policy-moved", { policy, from, by: nameOf(draft.meta.actor), reason: command.reason })
    relabel(draft)
    regrade(draft)
    chooseLoop(draft)
    leaveGates(draft)
    const loop = Drafts.loop(draft)
    for (const clock of Object.values(draft.state.clocks)) {
      if (!live(clock) || clock.timer !== undefined) continue
      const rule = loop?.clocks.get(clock.name)
      if (rule === undefined) cancel(draft, clock.name, because)
      else take(draft, rule, clock)
    }
    return []
  }
})

/** The reason that clocks and gates record when a case is moved. */
const because = "policy"

/**
 * Ends gates that the new version does not have, and gates that it adds to a closed loop. The system loop of an open
 * case opens again if the case now demands it.
 */
const leaveGates = (draft: Draft): void => {
  const loop = Drafts.loop(draft)
  const leave = (gate: string): void =>
    Drafts.emit(
      draft,
      "gate-not-needed",
      { gate, reason: because },
      loop?.gates.get(gate)?.path ?? loop?.rule.path ?? "loops"
    )
  for (const [gate, state] of Object.entries(draft.state.gates)) {
    if (loop?.gates.has(gate) === true) continue
    if (!Gate.isSettled(state)) leave(gate)
    closeTimers(draft, gate, "gate-settled")
  }
  const { customerLoop, systemLoop } = draft.state.lifecycle
  for (const { name, side } of loop?.rule.gates ?? []) {
    const isClosed = (side === "customer-loop" ? customerLoop : systemLoop) !== undefined
    if (isClosed && !Gate.isSettled(Gate.at(draft.state.gates, name))) leave(name)
  }
}

const take = (draft: Draft, rule: LoopClock, clock: ClockState): void => {
  const target = targetOf(draft, rule, clock.startedAt)
  // Without a target in the new version the clock is cancelled, with that reason.
  if (target === undefined) return
  switch (rule.onNewVersion) {
    case "keep": {
      const marks = clock.marks.filter(({ mark }) => isKnown(rule, mark))
      if (isSame(target, clock.keeps ?? clock.target) && marks.length === clock.marks.length) return
      return Drafts.emit(draft, "clock-kept", { clock: clock.name, target, marks: recordedMarks(marks) }, rule.path)
    }
    case "recompute": {
      const { manual: _, legs, ...facts } = factsOf(clock)
      const byOwner = rule.calendar === "of-owner"
      const calendar = byOwner ? facts.calendar : rule.calendar
      const counted = { ...facts, calendar, target, ...(byOwner && legs !== undefined ? { legs } : {}) }
      return moveIfElsewhere(draft, rule, clock, counted, {
        cause: "policy",
        reason: "",
        calendar,
        legs: counted.legs ?? []
      })
    }
    case "restart":
      return start(draft, rule, draft.now, { cause: "policy" })
  }
}

/** Returns whether the new version's rule still has this mark. */
const isKnown = (rule: LoopClock, mark: Mark): boolean => {
  if (mark._tag === "Reminder") return mark.step <= rule.remind.length
  return mark._tag !== "Escalation" || mark.step <= rule.escalate.length
}
