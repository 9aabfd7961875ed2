/** Loops, endings and alarms: what each thing is called, and what each key says. */

export const title = {
  Gates: "a map of gates",
  Reopening: "a way to reopen",
  Loop: "a loop",
  Reopenings: "a map of `dissatisfied`, `recurrence` or events",
  Loops: "a map of loops",
  EndingCloses: "`customer-loop` or `both-loops`",
  Ending: "an ending",
  Endings: "a map of endings",
  Alarm: "an alarm",
  Alarms: "a map of alarms"
}

export const says = {
  Reopening: {
    when: "Reopens only then.",
    within: "How long after the close.",
    "back-to": "The gate it goes back to.",
    "at-most": "How often.",
    clocks: "What clocks do."
  },
  Loop: {
    when: "The cases that take it; exactly one loop fits a case.",
    "customer-loop": "Gates before the customer loop closes.",
    "system-loop": "Gates before the system loop closes.",
    reopen: "What reopens the case, and at which gate."
  },
  Ending: {
    by: "Who may end it so.",
    fields: "Facts that must be known.",
    tell: "The message to the customer.",
    closes: "What it closes."
  },
  Endings: {
    withdrawn: "The customer takes it back.",
    forwarded: "Another body answers for it.",
    "turned-away": "It is not accepted, and why.",
    merged: "It is part of another case."
  },
  Alarm: {
    when: "Raised once each time this becomes true.",
    notify: "Who hears of it.",
    send: "The notice; else `alarm`."
  }
}
