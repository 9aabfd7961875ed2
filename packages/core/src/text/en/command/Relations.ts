import type { CommandTexts } from "../../shape/Command.ts"
import { matter } from "./Brought.ts"

export const onRelations: CommandTexts<
  "merge" | "split" | "absorb" | "flag" | "found" | "recurred" | "progress" | "count"
> = {
  merge: {
    says: "The case goes on in another one, which answers both customers from then on.",
    arguments: {
      into: "The case that it goes on in.",
      reason: "Why."
    }
  },
  split: {
    says: "A part of it goes on in a case of its own, with what is named here and for the same customers.",
    arguments: {
      text: "What goes on there.",
      kind: "Its kind; else as the words say.",
      category: "Its category; else as the words say.",
      ...matter,
      reason: "Why."
    }
  },
  absorb: {
    says: "The engine: another case was merged into this one.",
    arguments: {
      case: "That case."
    }
  },
  flag: {
    says: "Prevention failed on a case of the same cause.",
    arguments: {
      case: "The other case."
    }
  },
  found: {
    says: "Feedback was found in this piece of routine work.",
    arguments: {
      case: "The case of the feedback."
    }
  },
  recurred: {
    says: "The cause of this case came back in another.",
    arguments: {
      case: "The other case.",
      receivedAt: "When the other case was received.",
      reason: "Why."
    }
  },
  progress: {
    says: "Another case of the problem has shown that its cause is prevented.",
    arguments: {
      problem: "The problem's id.",
      case: "The case that shows it.",
      progress: "`live` in place, or `verified` proved effective."
    }
  },
  count: {
    says: "The problem tells how much it counts.",
    arguments: {
      problem: "The problem's id.",
      customers: "Customers in the window.",
      cases: "Cases in the window.",
      status: "`watching` or `open`."
    }
  }
}
