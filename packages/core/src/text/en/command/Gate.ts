import type { CommandTexts } from "../../shape/Command.ts"

export const onGate: CommandTexts<"pass" | "sign" | "explain" | "waive" | "act-done"> = {
  pass: {
    says: "Shows the evidence that a gate asks for.",
    arguments: {
      gate: "The gate's name in the policy.",
      fields: "Facts that the gate asks for.",
      category: "Classification: the right category.",
      actions: "Correction and prevention: `what`, `metric`, `target`, `owner`, `due`.",
      method: "Root cause: the method.",
      whys: "Root cause: the chain of causes, from the symptom down.",
      causes: "Root cause: causes by bone or by question.",
      cause: "Root cause: `incidental` or `systemic`.",
      evidence: "Root cause: what proves it.",
      proof: "Effectiveness: the figure that was measured.",
      proposal: "Proposal: what we mean to do.",
      decision: "Decision: one of `one-of`.",
      reason: "Decision: why. Classification: why it was corrected.",
      result: "Result: what came of it.",
      shortfall:
        "Result: what could not be done, and why. Effectiveness: by how much the metric was missed; the check fails.",
      until: "Decision `later`: the day on which it comes up again; half a year on where none is named.",
      publish:
        "Decision and prevention: `yes` releases the reason, or what is planned, for the report to customers. Write nothing that tells who somebody is."
    }
  },
  sign: {
    says: "Gives one of the signatures that a gate asks for.",
    arguments: {
      gate: "The gate's name in the policy."
    }
  },
  explain: {
    says: "Gives a reason instead of the evidence, where `or-explain` allows it.",
    arguments: {
      gate: "The gate's name in the policy.",
      reason: "Why.",
      fields: "Facts that the explanation asks for."
    }
  },
  waive: {
    says: "Lets a gate go, by authority.",
    arguments: {
      gate: "The gate's name in the policy.",
      reason: "Why."
    }
  },
  "act-done": {
    says: "A planned action is done; without a number, the part of the case that the actor's department owes.",
    arguments: {
      gate: "The gate that planned it; else the first with such an open action.",
      action: "Its number, counted from 1; none: the part of a department.",
      evidence: "What shows that it is done."
    }
  }
}
