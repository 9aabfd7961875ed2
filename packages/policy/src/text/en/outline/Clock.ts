/** Clocks: what each thing is called, and what each key says. */

export const title = {
  Never: "`never`",
  FirstDay: "`excluded` or `counted`",
  Ends: "`close-of-day` or `same-time`",
  Roll: "`none`, `next` or `previous`",
  OnRegrade: "`recompute` or `keep`",
  OnReopen: "`resume`, `restart` or `continue`",
  OnNewVersion: "`keep`, `recompute` or `restart`",
  Manual: "`fixed` or `shiftable`",
  Pauses: "a map of reasons and caps",
  Pause: "`never`, or reasons with their caps",
  Resumptions: "a map of reasons and what ends them",
  Extension: "how a clock may be extended",
  Extend: "`never`, or how often and how far",
  Escalation: "a step of escalation",
  Clock: "a clock",
  Escalations: "steps of escalation"
}

export const says = {
  Extension: {
    times: "How often.",
    each: "How far each time.",
    approve: "Who approves.",
    tell: "The message to the customer, before it lapses."
  },
  Escalation: {
    at: "When.",
    notify: "Who hears of it.",
    send: "The notice; else `reminder` before the due, `overdue` from it on.",
    when: "Told only where it holds at that point."
  },
  Clock: {
    when: "Runs only then.",
    from: "From when; of a list whichever comes first.",
    within: "How long.",
    until: "A date of the case; of a list the earliest.",
    calendar: "The calendar of working time, or `of-owner`.",
    "first-day": "Whether the first day counts.",
    ends: "When on its last day.",
    roll: "What happens when it ends on a closed day.",
    "met-by": "The gates that meet it.",
    "cancelled-by": "The events that cancel it.",
    "restarted-by": "While it runs it begins anew whenever one of these happens.",
    repeats: "Starts again when met, until its loop closes.",
    pause: "What pauses it, each with a cap.",
    "resumed-by": "By reason: what ends the pause, such as `customer-wrote`, any word of the customer's.",
    extend: "How it may be extended.",
    remind: "When the owner is reminded.",
    escalate: "Who hears of it when.",
    "on-regrade": "What a new grade does.",
    "on-reopen": "What reopening does.",
    "on-new-version": "What a new version of the policy does.",
    manual: "Whether a due set by a person moves.",
    binding: "Heirs may tighten it, not loosen or remove it."
  }
}
