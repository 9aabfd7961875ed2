import type { CommandTexts } from "../../shape/Command.ts"

export const onCase: CommandTexts<
  "note" | "set" | "reclassify" | "regrade" | "close" | "reopen" | "forward" | "turn-away" | "erase"
> = {
  note: {
    says: "Adds a note for the staff.",
    arguments: {
      text: "The text."
    }
  },
  set: {
    says: "Records facts, the kind of cause, another case with the same cause, or an address of the customer.",
    arguments: {
      facts: "Facts by name.",
      causeOf: "Another case with the same cause.",
      cause: "`incidental` or `systemic`.",
      addresses: "The addresses for answers to the customer, by channel.",
      reason: "The reason."
    }
  },
  reclassify: {
    says: "Corrects the classification by the dictionary.",
    arguments: {
      category: "The right category.",
      kind: "The right kind.",
      reason: "The reason."
    }
  },
  regrade: {
    says: "Sets a dimension that has rules to a level; a matrix cannot be set.",
    arguments: {
      to: "The level; the dimension follows from it.",
      reason: "The reason."
    }
  },
  close: {
    says: "Closes the loops whose gates are all settled, by authority.",
    arguments: {}
  },
  reopen: {
    says: "Reopens a loop, if the policy allows it.",
    arguments: {
      because: "`dissatisfied`, `recurrence`, or an event of the host.",
      reason: "The reason."
    }
  },
  forward: {
    says: "Forwards the case to another organisation: the customer loop ends, and the facts that the policy requires are recorded.",
    arguments: {
      fields: "Facts that the ending requires.",
      reason: "The reason."
    }
  },
  "turn-away": {
    says: "Does not accept the case, with a reason: the customer loop ends, and the facts that the policy requires are recorded.",
    arguments: {
      reason: "The reason.",
      fields: "Facts that the ending requires."
    }
  },
  erase: {
    says: "Records that the customer's key was destroyed.",
    arguments: {
      reason: "The reason.",
      by: "Who requested it.",
      customer: "The customer, if not the customer of the case."
    }
  }
}
