/** To the calendars under which it is decided. */
import { moveCalendar as movedCalendar } from "../rule/version/move.ts"
import { describe } from "./Description.ts"
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
  run: movedCalendar
})
