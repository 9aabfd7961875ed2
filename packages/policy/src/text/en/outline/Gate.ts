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
  Silence: "what silence does",
  Gate: "a gate"
}

export const says = {
  OrExplain: {
    by: "Who may explain.",
    when: "Explaining is open only then.",
    fields: "Facts that must be known.",
    "sign-off": "All of these must sign.",
    tell: "The message to the customer."
  },
  Silence: {
    after: "How long the customer is silent.",
    attempts: "How often the customer was tried.",
    "channels-used": "On how many channels.",
    closes: "What it closes; the outcome is `unconfirmed`."
  },
  Gate: {
    needs: "What must be shown.",
    when: "The gate is needed only then.",
    after: "Opens when these gates are settled.",
    by: "Who passes it.",
    "not-by": "Not whoever passed these gates.",
    "sign-off": "All of these must sign too.",
    fields: "Facts that must be known.",
    optional: "A door that may be used; it never holds a loop.",
    within: "Short for a clock: how soon.",
    from: "Short for a clock: from when.",
    calendar: "Short for a clock: in which calendar.",
    "only-within": "The door shuts then.",
    "instead-of": "Passing it makes these gates not needed.",
    "or-explain": "Comply, or explain why not.",
    tell: "The message to the customer.",
    notify: "Who on the staff hears of it.",
    "out-of-order": "What happens when it is passed before its `after`.",
    binding: "Heirs may tighten it, not loosen or remove it.",
    smart: "Each action has metric, target, owner and due.",
    method: "How the root cause is found.",
    depth: "How many whys at least.",
    "surface-causes": "Words that are no root cause.",
    evidence: "Whether evidence must be given.",
    prevents: "Recurrence of this, or occurrence of another.",
    observe: "How long effectiveness is watched.",
    proof: "What shows that the cause is gone.",
    "if-failed": "The gate it goes back to.",
    "replied-by":
      "Who may enter the customer's answer on their behalf; `customer`: nobody. Else whoever passes the gate.",
    rounds: "How many proposals before the arbiter.",
    arbiter: "Who decides after the last round.",
    "one-of": "The conclusions to choose from, and what each means.",
    survey: "The channel that asks the customer.",
    silence: "What silence of the customer does."
  }
}
