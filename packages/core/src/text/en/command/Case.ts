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
    says: "Records facts, the kind of cause, another case with the same cause, or an address of the customer.",
    arguments: {
      facts: "Facts by name.",
      causeOf: "Another case with the same cause.",
      cause: "`incidental` or `systemic`.",
      addresses: "Where answers reach the customer, by channel.",
      reason: "Why."
    }
  },
  reclassify: {
    says: "Corrects the classification by the dictionary.",
    arguments: {
      category: "The right category.",
      kind: "The right kind.",
      reason: "Why."
    }
  },
  regrade: {
    says: "Sets a dimension that has rules to a level; a matrix cannot be set.",
    arguments: {
      to: "The level; the dimension follows from it.",
      reason: "Why."
    }
  },
  close: {
    says: "Closes the loops whose gates are all settled, by authority.",
    arguments: {}
  },
  reopen: {
    says: "Sends a loop back, if the policy allows it.",
    arguments: {
      because: "`dissatisfied`, `recurrence`, or an event of the host.",
      reason: "Why."
    }
  },
  forward: {
    says: "Forwards the case to another organisation: the customer loop ends, and the facts that the policy requires are recorded.",
    arguments: {
      fields: "Facts that the ending requires.",
      reason: "Why."
    }
  },
  "turn-away": {
    says: "Does not accept the case, with a reason: the customer loop ends, and the facts that the policy requires are recorded.",
    arguments: {
      reason: "Why.",
      fields: "Facts that the ending requires."
    }
  },
  erase: {
    says: "Records that the customer's key was destroyed.",
    arguments: {
      reason: "Why.",
      by: "Who requested it.",
      customer: "Which customer, if not the customer of the case."
    }
  }
}
