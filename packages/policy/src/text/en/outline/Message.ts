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
  Redact: "a map of kinds of personal data and who may read them",
  Sending: "rules for sending",
  Targets: "a map of measures and cells",
  GroupTargets: "a map of groups and targets",
  TargetsBy: "a map of groupings and their targets",
  Learning: "learning",
  Reviews: "a map of reviews and frequencies",
  Retention: "retention",
  Accepted: "an accepted finding",
  PolicyPath: "a place in the policy",
  AcceptedFindings: "a list of accepted findings"
}

export const says = {
  Message: {
    subject: "The subject, one line. Default: the id of the case.",
    text: "The text, or a table of texts by condition; `{placeholder}` stands for a value.",
    file: "A file with the text, one for each language.",
    "must-say": "Placeholders that every text of this message must contain."
  },
  Redact: {
    phone: "Who may read telephone numbers; `none`: nobody.",
    "id-card": "Who may read numbers of Chinese identity cards; `none`: nobody.",
    "bank-card": "Who may read numbers of bank cards; `none`: nobody.",
    "e-mail": "Who may read mail addresses; `none`: nobody.",
    plate: "Who may read number plates; `none`: nobody.",
    "of-others": "Who may read the values of facts with `of-others`, wherever they are repeated; `none`: nobody."
  },
  Sending: {
    quiet: "The hours in which only receipts are sent.",
    "quiet-questions": "The hours in which no questions are sent to customers.",
    "quiet-except": "Levels and messages that are sent even then.",
    "opt-out": "Whether customers may refuse questions; answers are always sent.",
    digest: "Notices to one person within this time are sent as one message.",
    redact: "The data that messages hide in quotations, and who may read it."
  },
  Learning: {
    targets: "The target of each measure.",
    "targets-by":
      "Targets of a person, department, category, kind, channel, grade or fact, which replace the targets for all.",
    reviews: "The reviews and their frequency.",
    "you-said-we-did": "How often the report for customers is written.",
    "procedure-after": "The number of similar cases after which a procedure is due."
  },
  Retention: {
    keep: "How long a record is kept; the value at the close counts.",
    from: "The event from which the time counts."
  },
  Accepted: {
    finding: "The code of the finding.",
    where: "The place in the policy.",
    because: "The reason.",
    expires: "The day on which the acceptance ends."
  }
}
