import { reason } from "../case/Refusal.ts"
import * as Drafts from "../draft/Draft.ts"
import { followCalendars } from "../draft/deadlineMove.ts"
import { nameOf } from "../people/Actor.ts"
import { describe, must, own } from "./Description.ts"
import { mover } from "./Rights.ts"

/** The command that moves an open case to changed calendars. A case never moves by itself. */
export const moveCalendar = describe({
  verb: "move-calendar",
  key: "换历",
  acts: "told",
  until: "closed",
  arguments: {
    reason: must("text", "理由")
  },
  example: { do: "move-calendar", reason: "the year is published" },
  who: mover,
  reduces: own,
  run: (draft, command) => {
    if (command.reason.trim() === "") return [reason("reason/missing")]
    const from = draft.state.policy?.calendars
    const { calendarsHash: calendars } = draft.policy.bundle
    if (from === undefined || from === calendars) return []
    Drafts.emit(draft, "calendars-moved", { calendars, from, by: nameOf(draft.meta.actor), reason: command.reason })
    followCalendars(draft)
    return []
  }
})
