export const words = {
  caseState: {
    open: "open",
    "customer-loop-closed": "customer loop closed",
    closed: "closed",
    expired: "expired",
    quarantined: "in quarantine"
  },
  loopState: { open: "open", closed: "closed" },
  onBehalf: "entered by the staff for the customer",
  /** What somebody beside the owner is asked for. */
  errand: {
    approval: "approval",
    "spot-check": "spot check",
    handover: "handover",
    "on-call": "on call",
    review: "review",
    reopening: "reopen or not",
    part: "department's part",
    action: "action",
    gate: "gate",
    signature: "signature",
    ruling: "decision"
  },
  timer: {
    TakeUp: "take up",
    Handover: "handover",
    Approval: "approval",
    Silence: "customer's reply",
    Observation: "observation",
    Door: "time limit of the gate"
  },
  factKind: {
    text: "a text",
    number: "a number",
    integer: "a whole number",
    money: "an amount such as 1200 or 12.50",
    "yes-no": "yes or no",
    date: "a date such as 2026-11-20",
    duration: "a length such as 4 hours",
    file: "a file",
    "one-of": "one of the declared values",
    "some-of": "some of the declared values",
    scale: "a score of its scale"
  },
  /** Why something waits in quarantine, by the slug that its reason begins with. */
  reason: {
    "row/unreadable": "the row cannot be read",
    "row/columns": "number of columns differs from the header",
    "row/told-twice": "given twice with different values",
    "row/no-instant": "not a date and time",
    "row/no-number": "not a number",
    "row/too-long": "longer than a row may be",
    "row/not-utf-8": "not UTF-8",
    "row/not-decoded": "not text in the encoding of the file",
    "key/reused": "another row came with this key",
    "intake/no-words": "neither words nor a score",
    "intake/off-scale": "a score outside the scale of the channel",
    "intake/shape": "not in the form of feedback",
    "intake/in-the-future": "time of receipt in the future",
    "intake/automatic": "automatic message without a case",
    "intake/not-yours": "contains fields that its sender may not set",
    "intake/unknown-channel": "a channel that the policy does not have",
    "intake/unreadable": "cannot be read",
    "intake/failed": "an error of the engine",
    "fact/unknown": "a fact that the policy does not have",
    "fact/wrong-type": "a value that the fact cannot have",
    "classification/unknown": "an unknown kind",
    "asking/unknown-consent": "a consent that the policy does not ask for"
  },
  /** What options and actions may be, where no other table has the word. */
  choice: {
    due: "due",
    received: "received",
    refused: "refused",
    welcome: "welcome",
    error: "error",
    warning: "warning",
    never: "never",
    pretty: "pretty",
    compact: "compact",
    json: "json",
    sarif: "sarif",
    github: "github",
    junit: "junit",
    list: "list",
    show: "show",
    release: "release",
    reread: "reread",
    lock: "lock",
    status: "status",
    migrate: "migrate",
    print: "print",
    export: "export",
    import: "import",
    retry: "retry",
    "no-weaker": "no-weaker"
  },
  /** What stands where nothing does. */
  absent: { none: "none", never: "never", unknown: "unknown", unmoved: "unmoved" },
  unlimited: "unlimited",
  all: "all",
  colon: ": ",
  comma: ", ",
  between: ", ",
  pause: " · "
}

export type WordTexts = typeof words
