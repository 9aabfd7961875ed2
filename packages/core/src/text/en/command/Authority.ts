import type { CommandTexts } from "../../shape/Command.ts"

export const onAuthority: CommandTexts<"compensate" | "discount" | "grant" | "approve" | "deny" | "spot-check"> = {
  compensate: {
    says: "Grants money. Above the limit it waits for approval.",
    arguments: {
      amount: 'A number in the policy\'s units, or text with its unit: `"600 CNY"`, `"10%"`.',
      reason: "The reason."
    }
  },
  discount: {
    says: "Grants a discount.",
    arguments: {
      amount: 'A number in the policy\'s units, or text with its unit: `"600 CNY"`, `"10%"`.',
      reason: "The reason."
    }
  },
  grant: {
    says: "Grants units of resources, such as days of work.",
    arguments: {
      amount: 'A number in the policy\'s units, or text with its unit: `"600 CNY"`, `"10%"`.',
      reason: "The reason."
    }
  },
  approve: {
    says: "Approves a waiting request, which is then carried out in the name of whoever asked. Nobody approves their own request.",
    arguments: {
      approval: "The request's id; without it, the oldest."
    }
  },
  deny: {
    says: "Denies a waiting request.",
    arguments: {
      approval: "The request's id; without it, the oldest.",
      reason: "The reason."
    }
  },
  "spot-check": {
    says: "States whether a spot-checked decision is right.",
    arguments: {
      decision: "The decision's id; without it, the first that nobody has checked.",
      finds: "`right` or `wrong`.",
      reason: "The reason; required if the decision is wrong."
    }
  }
}
