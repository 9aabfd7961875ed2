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
    Silence: "silence",
    Observation: "observation",
    Door: "door shuts"
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
    "row/columns": "another number of columns than the head",
    "row/told-twice": "told twice, and differently",
    "row/no-instant": "no instant",
    "row/no-number": "no number",
    "row/too-long": "longer than a row may be",
    "row/not-utf-8": "not UTF-8",
    "row/not-decoded": "no text in the encoding of the file",
    "key/reused": "another row came with this key",
    "intake/no-words": "neither words nor a score",
    "intake/off-scale": "a score off the channel's scale",
    "intake/shape": "not of the shape of feedback",
    "intake/in-the-future": "received at an instant that lies in the future",
    "intake/automatic": "written by a machine, about no case",
    "intake/not-yours": "says more than whoever hands it in may say",
    "intake/unknown-channel": "a channel that the policy does not have",
    "intake/unreadable": "cannot be read",
    "intake/failed": "an error of the engine",
    "fact/unknown": "a fact that the policy does not have",
    "fact/wrong-type": "a value that the fact cannot have",
    "classification/unknown": "a kind that there is not",
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
  pause: " · "
}

export type Words = typeof words
