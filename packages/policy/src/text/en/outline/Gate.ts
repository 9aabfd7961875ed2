/** Gates: what each thing is called, and what each key says. */

export const title = {
  GateKind: "a kind of gate",
  Method: "a method of root-cause analysis",
  Methods: "methods of root-cause analysis",
  OutOfOrder: "`refused` or `recorded`",
  Evidence: "`required` or `optional`",
  Prevents: "`recurrence` or `occurrence`",
  Proof: "a proof of effectiveness",
  Meaning: "`adopted`, `later`, `declined` or `other`",
  ConclusionsByName: "a map of conclusions and what they mean",
  Conclusions: "a list of conclusions, or a map of what each means",
  SilenceCloses: "`customer-loop` or `nothing`",
  OrExplain: "comply or explain",
  Silence: "the effect of silence",
  Gate: "a gate"
}

export const says = {
  OrExplain: {
    by: "Who may explain.",
    when: "An explanation is possible only if this condition holds.",
    fields: "Facts that must be known.",
    "sign-off": "All of these must sign the explanation too.",
    tell: "The message to the customer."
  },
  Silence: {
    after: "How long the customer must be silent.",
    attempts: "How many times somebody must have tried to reach the customer.",
    "channels-used": "On how many channels somebody must have tried.",
    closes: "The loop that silence closes; the outcome is `unconfirmed`."
  },
  Gate: {
    needs: "The kind of evidence that the gate asks for.",
    when: "The gate is needed only if this condition holds.",
    after: "The gate opens when these gates are settled.",
    by: "Who may pass the gate.",
    "not-by": "Nobody who passed one of these gates may pass this one.",
    "sign-off": "All of these must sign too.",
    fields: "Facts that must be known.",
    optional: "The loop may close without this gate.",
    within: "Short for a clock with this time limit.",
    from: "Short for a clock with this start.",
    calendar: "Short for a clock on this calendar.",
    "only-within": "The gate may be passed only within this time.",
    "instead-of": "These gates are no longer needed when this one is passed.",
    "or-explain": "Somebody may give a reason instead of the evidence.",
    tell: "The message to the customer.",
    notify: "Who on the staff is notified.",
    "out-of-order": "The reaction if the gate is passed before the gates of `after`.",
    binding: "A policy that extends this one may tighten it, but not loosen or remove it.",
    smart: "Each action needs a metric, a target, an owner and a due date.",
    method: "The method of the root-cause analysis.",
    depth: "The least number of whys.",
    "surface-causes": "Words that do not name a root cause.",
    evidence: "Whether evidence must be attached.",
    prevents: "Whether the action prevents a recurrence of this cause, or the occurrence of another.",
    observe: "How long effectiveness is observed.",
    proof: "The proof that the cause is gone.",
    "if-failed": "The gate at which the case continues after a failed check.",
    "replied-by":
      "Who may enter the customer's answer on their behalf; `customer`: nobody. Default: whoever passes the gate.",
    rounds: "The number of proposals before the arbiter decides.",
    arbiter: "Who decides after the last round.",
    "one-of": "The possible conclusions, and the meaning of each.",
    survey: "The channel of the survey.",
    silence: "The effect of silence of the customer."
  }
}
