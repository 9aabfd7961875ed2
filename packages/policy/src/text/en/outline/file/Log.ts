/** A log mapping: what each thing is called, and what each key says. */

export const title = {
  LogColumn: "the name of a column",
  LogColumns: "columns of the log",
  LogConstants: "what every case has",
  Happening: "a gate, an event, a word for what happened, or `none`",
  Waiting: "a wait",
  LogWork: "work",
  LogQuestion: "a question to the customer",
  Question: "what the customer is asked",
  LogReply: "an answer of the customer",
  Reply: "what the customer answers",
  LogMeaning: "what an activity means",
  LogDecided: "what was decided then",
  LogGrades: "a map of dimensions and columns",
  LogKept: "a map of clocks and columns",
  LogTime: "how instants are written",
  LogWords: "words of the log and what they are called in the policy",
  LogValues: "words of the log by field, fact or dimension",
  LogMappingFile: "a log mapping",
  Preset: "a preset",
  LogFacts: "a map of facts and columns",
  LogOutcomes: "a map of outcomes and columns",
  LogEvents: "a map of activities and what they mean",
  LogMissing: "a text or a list of texts"
}

export const says = {
  LogColumns: {
    case: "The case that a row belongs to.",
    activity: "What happened; `events` says what it means.",
    at: "When it happened.",
    order: "Which of two rows of one instant comes first.",
    received: "When the case was received; else its first row counts.",
    channel: "The channel that it came by.",
    customer: "The customer.",
    kind: "The kind of feedback.",
    category: "The category.",
    verbatim: "The customer's own words.",
    score: "The score.",
    contacts: "Contacts of this customer about the same matter, this one included.",
    compensated: "What the customer was given.",
    resource: "Who did what the row tells.",
    owner: "Who is handling the case from the row on; where that changes, it was handed over.",
    role: "In which role of the policy they did it.",
    lifecycle:
      "Whether the row tells that work begins (`start`), is interrupted (`suspend`), goes on (`resume`) or is done (`complete`)."
  },
  LogConstants: {
    channel: "The channel of every case.",
    kind: "The kind of every case.",
    category: "The category of every case.",
    facts: "Facts of every case, of which the log has no column."
  },
  Waiting: {
    pause: "The reason for which clocks wait from then on."
  },
  LogWork: {
    work: "The gate that somebody worked on, or an errand such as `approval`; with the column `lifecycle`, how long."
  },
  LogQuestion: {
    asks: "The customer was made a proposal, or asked whether it was put right."
  },
  LogReply: {
    reply: "What the customer answered."
  },
  LogDecided: {
    grades: "Columns of the levels that cases were given, by dimension.",
    kept: "Columns that say whether a promise was kept, by clock."
  },
  LogTime: {
    format: "In letters such as `dd/MM/yyyy HH:mm`; what can be read in one way only needs none.",
    zone: "Where its clock stood; else the policy's time zone."
  },
  LogMappingFile: {
    hearback: "The version of the language.",
    mapping: "Of which log: its name.",
    policy: "The policy file whose names it uses.",
    preset:
      "What is taken from an export that many have: `servicenow` incidents, `xes` logs, `simulated` logs of `hearback simulate --log`. What the file says itself counts before.",
    columns: "Which column is what.",
    constants: "What every case has, where no column says it.",
    facts: "Columns by fact.",
    decided: "Columns of what was decided then.",
    outcomes: "Columns of what came of a case: `yes`, `true` or a number above 0 says that it did.",
    events:
      "What an activity of the log is in the policy: a gate that it passes, an event, `answered`, `customer-wrote`, a wait (`pause`), its end (`resume`), work (`work`), a question to the customer (`asks`), their answer (`reply`), or `none`.",
    values: "What words of the log are called in the policy.",
    missing: "What stands where nothing is known, beside nothing at all.",
    time: "How instants are written."
  }
}
