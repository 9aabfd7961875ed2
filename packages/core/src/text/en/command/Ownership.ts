import type { CommandTexts } from "../../shape/Command.ts"

export const onOwnership: CommandTexts<"hand-over" | "accept" | "decline" | "take-up" | "delegate"> = {
  "hand-over": {
    says: "Offers the case to somebody; it moves when they accept.",
    arguments: {
      to: "The person.",
      reason: "Why."
    }
  },
  accept: {
    says: "Accepts the offered handover.",
    arguments: {}
  },
  decline: {
    says: "Declines the offered handover; whoever offered it takes it back.",
    arguments: {
      reason: "Why."
    }
  },
  "take-up": {
    says: "The owner begins. A case without an owner goes to the first who takes it up; the next becomes a collaborator.",
    arguments: {}
  },
  delegate: {
    says: "Lends powers on this case until a date: never more than one has, and never on.",
    arguments: {
      to: "Who may use them.",
      until: "A date, that day included, or an instant.",
      roles: "Which of one's roles; else all.",
      reason: "Why."
    }
  }
}
