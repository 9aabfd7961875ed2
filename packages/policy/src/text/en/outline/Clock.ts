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
  Pauses: "a map of pause reasons and caps",
  Pause: "`never`, or pause reasons with their caps",
  Resumptions: "a map of pause reasons and the events that end them",
  Extension: "how a clock may be extended",
  Extend: "`never`, or how often and how far",
  Escalation: "an escalation step",
  Clock: "a clock",
  Escalations: "escalation steps"
}

export const says = {
  Extension: {
    times: "How many times the clock may be extended.",
    each: "How much time each extension adds.",
    approve: "Who approves an extension.",
    tell: "The message that tells the customer of the extension before the old due time."
  },
  Escalation: {
    at: "The point on the clock.",
    notify: "Who is notified.",
    send: "The notice. Default: `reminder` before the due time, `overdue` from the due time on.",
    when: "The step happens only if this condition holds at that point."
  },
  Clock: {
    when: "The clock runs only if this condition holds.",
    from: "The event that starts the clock; with a list, the first of them.",
    within: "The time allowed.",
    until: "A date of the case as the due date; with a list, the earliest date.",
    calendar: "The calendar of working time, or `of-owner`.",
    "first-day": "Whether the first day counts.",
    ends: "Whether the due time is the end of the last day, or the same time of day as the start.",
    roll: "Whether a due on a closed day moves to the next or the previous open day.",
    "met-by": "The gates or events that meet the clock.",
    "cancelled-by": "The events that cancel the clock.",
    "restarted-by": "While the clock runs, each of these events restarts it.",
    repeats: "The clock starts again when it is met, until its loop closes.",
    pause: "The reasons that pause the clock, each with a longest time.",
    "resumed-by":
      "The event that ends a pause of each reason, such as `customer-wrote`, any message from the customer.",
    extend: "How often and how far the clock may be extended.",
    remind: "The points at which the owner is reminded.",
    escalate: "Who is notified at which point.",
    "on-regrade": "The effect of a new grade on the running clock.",
    "on-reopen": "The effect of a reopening on the clock.",
    "on-new-version": "The effect of a new version of the policy on the running clock.",
    manual: "Whether a pause moves a due time that a person set.",
    binding: "A policy that extends this one may tighten it, but not loosen or remove it."
  }
}
