import type { CommandTexts } from "../../shape/Command.ts"

export const onGate: CommandTexts<"pass" | "sign" | "explain" | "waive" | "act-done"> = {
  pass: {
    says: "Passes a gate by giving the evidence it asks for.",
    arguments: {
      gate: "The gate's name in the policy.",
      fields: "Facts that the gate asks for.",
      category: "Classification: the right category.",
      actions: "Correction and prevention: `what`, `metric`, `target`, `owner`, `due`.",
      method: "Root cause: the method.",
      whys: "Root cause: the chain of causes, from the symptom down.",
      causes: "Root cause: causes by fishbone branch or by question.",
      cause: "Root cause: `incidental` or `systemic`.",
      evidence: "Root cause: the proof.",
      proof: "Effectiveness: the figure that was measured.",
      proposal: "Proposal: the text of the proposal.",
      decision: "Decision: one of `one-of`.",
      reason: "Decision: the reason. Classification: the reason for the correction.",
      result: "Result: the result for the customer.",
      shortfall:
        "Result: what could not be done, and why. Effectiveness: by how much the metric was missed; the check then fails.",
      until: "Decision `later`: the date of the next review; without it, half a year later.",
      publish:
        "Decision and prevention: `yes` releases the reason, or what is planned, for the report to customers. Write nothing that identifies a person."
    }
  },
  sign: {
    says: "Gives one of the signatures that a gate asks for.",
    arguments: {
      gate: "The gate's name in the policy."
    }
  },
  explain: {
    says: "Gives an explanation instead of the evidence, if `or-explain` allows it.",
    arguments: {
      gate: "The gate's name in the policy.",
      reason: "The reason.",
      fields: "Facts that the explanation asks for."
    }
  },
  waive: {
    says: "Waives a gate, by authority.",
    arguments: {
      gate: "The gate's name in the policy.",
      reason: "The reason."
    }
  },
  "act-done": {
    says: "Reports a planned action done; without a number, the part of the actor's department.",
    arguments: {
      gate: "The gate that planned it; without it, the first with such an open action.",
      action: "Its number, counted from 1; without it, the part of a department.",
      evidence: "The proof that it is done."
    }
  }
}
