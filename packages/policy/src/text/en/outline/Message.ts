/** Messages, learning and retention: what each thing is called, and what each key says. */

export const title = {
  MessageSentence: "a text",
  MessageText: "a text",
  VaryingText: "a text, or a table of texts",
  Placeholders: "a list of placeholders",
  Placeholder: "a placeholder",
  Message: "a message",
  Messages: "a map of messages",
  TextOrMessage: "a text, or a map of `subject`, `text`, `file` and `must-say`",
  Redact: "a map of personal data and who may read them",
  Sending: "rules of sending",
  Targets: "a map of measures and cells",
  GroupTargets: "a map of groups and their targets",
  TargetsBy: "a map of what cases are grouped by",
  Learning: "learning",
  Reviews: "a map of reviews and frequencies",
  Retention: "retention",
  Accepted: "an accepted finding",
  PolicyPath: "a place in the policy",
  AcceptedFindings: "a list of accepted findings"
}

export const says = {
  Message: {
    subject: "What it is about, in one line; without one the case is named.",
    text: "Its text, or a table of texts by condition; `{placeholder}` stands for a value.",
    file: "A file with the text, one for each language.",
    "must-say": "Placeholders that no rewriting may leave out."
  },
  Redact: {
    phone: "Who may read telephone numbers; `none`: nobody.",
    "id-card": "Who may read numbers of Chinese identity cards; `none`: nobody.",
    "bank-card": "Who may read numbers of bank cards; `none`: nobody.",
    "e-mail": "Who may read mail addresses; `none`: nobody.",
    plate: "Who may read number plates; `none`: nobody.",
    "of-others": "Who may read what facts that are `of-others` say, wherever it is said again; `none`: nobody."
  },
  Sending: {
    quiet: "Hours in which only receipts leave.",
    "quiet-questions": "Hours in which no question to a customer leaves.",
    "quiet-except": "Levels and messages that leave even then.",
    "opt-out": "Customers may refuse questions, never answers.",
    digest: "Notices to one person within it become one.",
    redact: "What messages are told without where they quote, and who may read it all the same."
  },
  Learning: {
    targets: "Measures and their targets.",
    "targets-by": "Targets of a person, department, category, kind, channel, grade or fact, over those of all.",
    reviews: "Reviews and how often.",
    "you-said-we-did": "How often customers read what was done.",
    "procedure-after": "After how many alike cases a procedure is due."
  },
  Retention: {
    keep: "How long, as it is when the case is closed.",
    from: "From which event."
  },
  Accepted: {
    finding: "Its code.",
    where: "Its place in the policy.",
    because: "Why it is accepted.",
    expires: "Until when."
  }
}
