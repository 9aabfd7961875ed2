/** An open case moved to calendars that were changed since: always by a command, never by itself. */

import * as Drafts from "../draft/Draft.ts"
import { followCalendars } from "../draft/move.ts"
import { describe, own } from "./Description.ts"
import { administrator } from "./Rights.ts"

export const moveCalendar = describe({
  verb: "move-calendar",
  name: { en: "move to other calendars", "zh-CN": "换历" },
  says: { en: "To the calendars under which it is decided.", "zh-CN": "换用作出决定所依据的日历。" },
  acts: "told",
  until: "closed",
  arguments: {},
  example: { do: "move-calendar" },
  who: administrator,
  reduces: own,
  run: (d) => {
    const from = d.state.policy?.calendars
    const { calendarsHash: calendars } = d.policy.bundle
    if (from === undefined || from === calendars) return []
    Drafts.emit(d, "calendars-moved", { calendars, from })
    followCalendars(d)
    return []
  }
})
