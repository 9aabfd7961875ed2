import type { CommandTexts } from "../../shape/Command.ts"

export const onClock: CommandTexts<"pause" | "resume" | "extend" | "time" | "move-calendar" | "move-policy"> = {
  pause: {
    says: "Clocks that allow this reason wait. It is a fact, so it may be recorded late.",
    arguments: {
      reason: "A reason that `pause` lists."
    }
  },
  resume: {
    says: "The waiting is over.",
    arguments: {}
  },
  extend: {
    says: "Moves a deadline, before it is due; the customer is told. The owner may set an earlier date without more.",
    arguments: {
      clock: "The clock's name.",
      until:
        "A date, that day included, or an instant; later than the due it may lie no further than one extension leads.",
      reason: "Why."
    }
  },
  time: {
    says: "It is now as late as the record says.",
    arguments: {}
  },
  "move-calendar": {
    says: "To the calendars under which it is decided.",
    arguments: {
      reason: "Why."
    }
  },
  "move-policy": {
    says: "To the version of the policy under which it is decided.",
    arguments: {
      reason: "Why."
    }
  }
}
