/** What happens when the time of a timer is up. It acts on the track that the timer belongs to. */

import * as Gate from "../case/track/Gate.ts"
import { clockName, type Timer } from "../case/track/Timer.ts"
import type { Mark } from "../deadline/Mark.ts"
import type { Draft } from "../draft/Draft.ts"
import * as Drafts from "../draft/Draft.ts"
import { tellStaff } from "../draft/messageQueue.ts"
import * as Authority from "../rule/approval/requests.ts"
import { released } from "../rule/feedback/rereading.ts"
import * as Actions from "../rule/gate/actions.ts"
import { leaveQueue } from "../rule/ownership/assignment.ts"
import * as Ownership from "../rule/ownership/handover.ts"
import { lapsed } from "../rule/ownership/onCall.ts"
import * as Team from "../rule/ownership/team.ts"
import * as Keep from "../rule/record/retention.ts"
import { joinProblem } from "../rule/relations/membership.ts"
import * as Who from "../who/Who.ts"

/** Ends the time for which a person's setting holds. A closed case keeps what it was closed with. */
const overrideOver = (draft: Draft, of: string): void => {
  if (draft.state.lifecycle.closedAt !== undefined) return
  if (of === "category") {
    released(draft)
    // No command follows that could move the case to the problem of its category, so the timer does it.
    return joinProblem(draft)
  }
  if (draft.state.grades[of]?.by !== undefined)
    Drafts.emit(draft, "override-ended", { dimension: of }, "dictionary.override-lasts")
}

/** Acts on the track of a timer whose time is up. */
export const timeUp = (draft: Draft, timer: Timer, mark: Mark): void => {
  switch (timer._tag) {
    case "TakeUp":
      if (draft.state.ownership.takenUp || draft.state.lifecycle.closedAt !== undefined) return
      if (leaveQueue(draft)) return
      return tellStaff(
        draft,
        "overdue",
        Who.people(
          draft.policy,
          draft.state,
          ["owner", draft.policy.bundle.ownership.handover.arbiter],
          draft.meta.gathered.people,
          draft.now
        ),
        { clock: clockName(timer) }
      )
    case "Handover":
      return Ownership.offerLapsed(draft, timer.offer)
    case "OnCall":
      return lapsed(draft, timer.call, "unanswered")
    case "Shift":
      // At the end of a shift the case only reacts like to any other change.
      return
    case "Part":
      return Team.overdue(draft, timer.department)
    case "Action":
      return Actions.timeUp(draft, timer.gate, timer.action, mark._tag === "Due")
    case "Approval":
      return Authority.lapse(draft, timer.approval)
    case "Door":
      if (!Gate.isSettled(Gate.at(draft.state.gates, timer.gate)))
        Drafts.emit(
          draft,
          "gate-lapsed",
          { gate: timer.gate, reason: "too-late" },
          `${Drafts.loop(draft)?.gates.get(timer.gate)?.path ?? "loops"}.only-within`
        )
      return
    case "Retention":
      return Keep.expire(draft)
    case "Override":
      return overrideOver(draft, timer.of)
    case "Silence":
    case "Observation":
    case "Later": {
      const rule = Drafts.loop(draft)?.gates.get(timer.gate)
      const state = Gate.at(draft.state.gates, timer.gate)
      if (rule !== undefined) draft.kinds[rule.kind].timeUp?.({ situation: draft, rule, state }, mark)
    }
  }
}
