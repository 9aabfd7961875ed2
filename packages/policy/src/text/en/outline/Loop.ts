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
    when: "The case reopens only if this condition holds.",
    within: "How long after the close the case may be reopened.",
    "back-to": "The gate at which the case continues.",
    "at-most": "How many times a case may be reopened.",
    clocks: "The effect on the clocks."
  },
  Loop: {
    when: "The cases that take this loop; exactly one loop fits a case.",
    "customer-loop": "The gates that must be settled before the customer loop closes.",
    "system-loop": "The gates that must be settled before the system loop closes.",
    reopen: "The events that reopen the case, and the gate at which it continues."
  },
  Ending: {
    by: "Who may end the case in this way.",
    fields: "Facts that must be known.",
    tell: "The message to the customer.",
    closes: "The loops that this ending closes."
  },
  Endings: {
    withdrawn: "The customer withdraws the feedback.",
    forwarded: "The case is passed to another organisation.",
    "turned-away": "The feedback is not accepted, with a reason.",
    merged: "The case becomes part of another case."
  },
  Alarm: {
    when: "The alarm is raised each time this condition becomes true.",
    notify: "Who is notified.",
    send: "The notice. Default: `alarm`."
  }
}
