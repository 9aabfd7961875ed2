import type { CommandTexts } from "../../shape/Command.ts"
import { matter } from "./Brought.ts"

export const onRelations: CommandTexts<
  "merge" | "split" | "absorb" | "flag" | "found" | "recurred" | "progress" | "count"
> = {
  merge: {
    says: "Merges the case into another one, which then answers both customers.",
    arguments: {
      into: "The case into which it is merged.",
      reason: "The reason."
    }
  },
  split: {
    says: "Moves a part of the case into a new case for the same customers.",
    arguments: {
      text: "The text of the new case.",
      kind: "Its kind; without it, read from the words.",
      category: "Its category; without it, read from the words.",
      ...matter,
      reason: "The reason."
    }
  },
  absorb: {
    says: "By the engine: another case was merged into this one.",
    arguments: {
      case: "The other case."
    }
  },
  flag: {
    says: "Prevention failed in a case with the same cause.",
    arguments: {
      case: "The other case."
    }
  },
  found: {
    says: "Feedback was found in this case of a routine.",
    arguments: {
      case: "The case of the feedback."
    }
  },
  recurred: {
    says: "The cause of this case recurred in another.",
    arguments: {
      case: "The other case.",
      receivedAt: "When the other case was received.",
      reason: "The reason."
    }
  },
  progress: {
    says: "Another case of the problem has shown that its cause is prevented.",
    arguments: {
      problem: "The problem's id.",
      case: "The case that shows it.",
      progress: "`live` (in place) or `verified` (proved effective)."
    }
  },
  count: {
    says: "The problem reports its counts.",
    arguments: {
      problem: "The problem's id.",
      customers: "The number of customers within the time window.",
      cases: "The number of cases within the time window.",
      status: "`watching` or `open`."
    }
  }
}
