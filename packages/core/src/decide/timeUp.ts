/** What a timer does when its time is up: it acts on the track that it belongs to. */

import * as Gate from "../case/track/Gate.ts"
import { clockName, type Timer } from "../case/track/Timer.ts"
import type { Mark } from "../deadline/Mark.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import { tellStaff } from "../draft/send.ts"
import * as Authority from "../rule/approval/handle.ts"
import { released } from "../rule/feedback/reread.ts"
import * as Actions from "../rule/gate/actions.ts"
import { leaveQueue } from "../rule/ownership/assign.ts"
import * as Ownership from "../rule/ownership/handle.ts"
import { lapsed } from "../rule/ownership/onCall.ts"
import * as Team from "../rule/ownership/team.ts"
import * as Keep from "../rule/record/keep.ts"
import { joinProblem } from "../rule/relations/membership.ts"
import * as Who from "../who/Who.ts"

/** What a person set has stood its time. A closed case keeps what it was closed with. */
const overrideOver = (d: Draft, of: string): void => {
  if (d.state.lifecycle.closedAt !== undefined) return
  if (of === "category") {
    released(d)
    // Time alone moves the case to another problem here, and must do so when it is over.
    return joinProblem(d)
  }
  if (d.state.grades[of]?.by !== undefined)
    Drafts.emit(d, "override-ended", { dimension: of }, "dictionary.override-lasts")
}

/** Timers act on the track they belong to. */
export const timeUp = (d: Draft, timer: Timer, mark: Mark): void => {
  switch (timer._tag) {
    case "TakeUp":
      if (d.state.ownership.takenUp || d.state.lifecycle.closedAt !== undefined) return
      if (leaveQueue(d)) return
      return tellStaff(
        d,
        "overdue",
        Who.people(
          d.policy,
          d.state,
          ["owner", d.policy.bundle.ownership.handover.arbiter],
          d.meta.gathered.people,
          d.now
        ),
        { clock: clockName(timer) }
      )
    case "Handover":
      return Ownership.offerLapsed(d, timer.offer)
    case "OnCall":
      return lapsed(d, timer.call, "unanswered")
    case "Shift":
      // The end of a shift is looked at like anything else that has changed.
      return
    case "Part":
      return Team.overdue(d, timer.department)
    case "Action":
      return Actions.timeUp(d, timer.gate, timer.action, mark._tag === "Due")
    case "Approval":
      return Authority.lapse(d, timer.approval)
    case "Door":
      if (!Gate.isSettled(Gate.at(d.state.gates, timer.gate)))
        Drafts.emit(
          d,
          "gate-lapsed",
          { gate: timer.gate, reason: "too-late" },
          `${Drafts.loop(d)?.gates.get(timer.gate)?.path ?? "loops"}.only-within`
        )
      return
    case "Retention":
      return Keep.expire(d)
    case "Override":
      return overrideOver(d, timer.of)
    case "Silence":
    case "Observation":
    case "Later": {
      const rule = Drafts.loop(d)?.gates.get(timer.gate)
      const state = Gate.at(d.state.gates, timer.gate)
      if (rule !== undefined) d.kinds[rule.kind].timeUp?.({ d, rule, state }, mark)
    }
  }
}
