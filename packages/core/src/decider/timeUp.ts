/** What a timer does when its time is up: it acts on the track that it belongs to. */
import { registry } from "../gate/registry.ts"
import * as Authority from "../track/authority/handle.ts"
import type { Mark, Timer } from "../track/clock/State.ts"
import * as Actions from "../track/gate/actions.ts"
import * as Gate from "../track/gate/State.ts"
import { released } from "../track/intake/reread.ts"
import { tellStaff } from "../track/message/send.ts"
import * as Ownership from "../track/ownership/handle.ts"
import { lapsed } from "../track/ownership/onCall.ts"
import * as Team from "../track/ownership/team.ts"
import * as Keep from "../track/record/keep.ts"
import type { Draft } from "./Draft.ts"
import * as Drafts from "./Draft.ts"
import { joinProblem } from "./membership.ts"
import * as Who from "./Who.ts"

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
        { clock: "take-up" }
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
      return Actions.timeUp(d, timer.gate, timer.action, mark.name === "due")
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
      const isAwaited = state.status === (timer._tag === "Later" ? "passed" : "open")
      if (rule !== undefined && isAwaited) registry[rule.kind].timeUp?.({ d, rule, state }, mark)
    }
  }
}
