import type { CommandTexts } from "../../shape/Command.ts"

export const onOwnership: CommandTexts<"hand-over" | "accept" | "decline" | "take-up" | "delegate"> = {
  "hand-over": {
    says: "Offers the case to somebody; the owner changes when they accept.",
    arguments: {
      to: "The person.",
      reason: "The reason."
    }
  },
  accept: {
    says: "Accepts the offered handover.",
    arguments: {}
  },
  decline: {
    says: "Declines the offered handover; from whoever offered it, withdraws it.",
    arguments: {
      reason: "The reason."
    }
  },
  "take-up": {
    says: "The owner starts work. A case without an owner goes to the first person who takes it up; the next becomes a collaborator.",
    arguments: {}
  },
  delegate: {
    says: "Delegates authority on this case until a date: never more than the person has, and it cannot be passed on.",
    arguments: {
      to: "Who receives the authority.",
      until: "A date (that day included) or an instant.",
      roles: "Which of the person's roles; without it, all.",
      reason: "The reason."
    }
  }
}
