import type { CommandTexts } from "../../shape/Command.ts"

export const onCase: CommandTexts<
  "note" | "set" | "reclassify" | "regrade" | "close" | "reopen" | "forward" | "turn-away" | "erase"
> = {
  note: {
    says: "Adds a note for the staff.",
    arguments: {
      text: "The words."
    }
  },
  set: {
    says: "Records facts, the nature of the cause, another case of the same cause, or where the customer is reached.",
    arguments: {
      facts: "Facts by name.",
      causeOf: "Another case with the same cause.",
      cause: "`incidental` or `systemic`.",
      addresses: "Where answers reach the customer, by channel.",
      reason: "Why."
    }
  },
  reclassify: {
    says: "Corrects what the dictionary read.",
    arguments: {
      category: "The right category.",
      kind: "The right kind.",
      reason: "Why."
    }
  },
  regrade: {
    says: "Sets a dimension of rules to a level; a matrix is never set.",
    arguments: {
      to: "The level; it says which dimension.",
      reason: "Why."
    }
  },
  close: {
    says: "Closes the loops whose gates are all settled, by authority.",
    arguments: {}
  },
  reopen: {
    says: "Sends a loop back, where the policy allows it.",
    arguments: {
      because: "`dissatisfied`, `recurrence`, or an event of the host.",
      reason: "Why."
    }
  },
  forward: {
    says: "Another body answers for it: the customer loop ends, what the policy asks to be recorded is recorded.",
    arguments: {
      fields: "Facts that the ending asks for.",
      reason: "Why."
    }
  },
  "turn-away": {
    says: "It is not accepted, and why: the customer loop ends, what the policy asks to be recorded is recorded.",
    arguments: {
      reason: "Why.",
      fields: "Facts that the ending asks for."
    }
  },
  erase: {
    says: "The customer's key was destroyed.",
    arguments: {
      reason: "Why.",
      by: "Who had it done.",
      customer: "Who, where it is not the customer of the case itself."
    }
  }
}
