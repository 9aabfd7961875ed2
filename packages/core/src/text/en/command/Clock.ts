import type { CommandTexts } from "../../shape/Command.ts"

export const onClock: CommandTexts<"pause" | "resume" | "extend" | "time" | "move-calendar" | "move-policy"> = {
  pause: {
    says: "Pauses the clocks that allow this reason. It may be recorded late.",
    arguments: {
      reason: "A reason that `pause` lists."
    }
  },
  resume: {
    says: "Ends the pause.",
    arguments: {}
  },
  extend: {
    says: "Moves a deadline before it is due; the customer is told. The owner may set an earlier date without approval.",
    arguments: {
      clock: "The clock's name.",
      until: "A date (that day included) or an instant; it may be later than the deadline by one extension at most.",
      reason: "The reason."
    }
  },
  time: {
    says: "Tells the case the time.",
    arguments: {}
  },
  "move-calendar": {
    says: "Moves the case to the current calendars.",
    arguments: {
      reason: "The reason."
    }
  },
  "move-policy": {
    says: "Moves the case to the current version of the policy.",
    arguments: {
      reason: "The reason."
    }
  }
}
