import type { CommandTexts } from "../../shape/Command.ts"

export const onAuthority: CommandTexts<"compensate" | "discount" | "grant" | "approve" | "deny" | "spot-check"> = {
  compensate: {
    says: "Grants money. Over the limit it waits for approval.",
    arguments: {
      amount: 'A number in the policy\'s units, or text with its unit: `"600 CNY"`, `"10%"`.',
      reason: "Why."
    }
  },
  discount: {
    says: "Grants a discount.",
    arguments: {
      amount: 'A number in the policy\'s units, or text with its unit: `"600 CNY"`, `"10%"`.',
      reason: "Why."
    }
  },
  grant: {
    says: "Grants units of resources, such as days of work.",
    arguments: {
      amount: 'A number in the policy\'s units, or text with its unit: `"600 CNY"`, `"10%"`.',
      reason: "Why."
    }
  },
  approve: {
    says: "Approves what waits, and it is done in the asker's name. Never one's own request.",
    arguments: {
      approval: "The request's id; else the oldest."
    }
  },
  deny: {
    says: "Denies what waits.",
    arguments: {
      approval: "The request's id; else the oldest.",
      reason: "Why."
    }
  },
  "spot-check": {
    says: "Says whether a decision that was drawn is right.",
    arguments: {
      decision: "The decision's id; else the first that nobody has looked at.",
      finds: "`right` or `wrong`.",
      reason: "Why; must be there when it is wrong."
    }
  }
}
