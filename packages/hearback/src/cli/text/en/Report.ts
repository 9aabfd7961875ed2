/** What answers are made of: labels and sentences of each command's text for people. */
export const report = {
  check: {
    clean: (files: number, ms: number) =>
      `${files} ${files === 1 ? "policy" : "policies"} checked in ${ms} ms: nothing found`,
    counts: (error: number, warning: number, info: number) =>
      [
        error > 0 ? `${error} ${error === 1 ? "error" : "errors"}` : "",
        warning > 0 ? `${warning} ${warning === 1 ? "warning" : "warnings"}` : "",
        info > 0 ? `${info} ${info === 1 ? "note" : "notes"}` : ""
      ]
        .filter((part) => part !== "")
        .join(", "),
    fixed: (path: string) => `corrected ${path}`,
    more: (code: string) => `\`hearback explain ${code}\` explains this, with an example`,
    watching: "waiting for changes; press Ctrl-C to stop",
    left: (fixes: number) =>
      `${fixes} ${fixes === 1 ? "fix was" : "fixes were"} not written, because ${fixes === 1 ? "it causes" : "they cause"} other findings. Correct ${fixes === 1 ? "that place" : "those places"} by hand, then check again.`
  },
  explain: {
    avoid: "avoid",
    prefer: "prefer",
    areas: "`hearback explain clock` lists one area, `hearback explain clock/idle` explains one code"
  },
  fmt: {
    changed: (path: string) => `formatted ${path}`,
    wouldChange: (path: string) => `would format ${path}`,
    counts: (files: number, changed: number, failed: number, isCheck: boolean) =>
      [
        `${files} ${files === 1 ? "file" : "files"}`,
        changed === 0 ? "none to change" : isCheck ? `${changed} to change` : `${changed} changed`,
        ...(failed === 0 ? [] : [`${failed} with errors, not changed`])
      ].join(", ")
  },
  types: {
    current: (file: string) => `${file} is up to date`,
    stale: (file: string, policy: string) => `${file} is out of date: run \`hearback types ${policy} -o ${file}\``
  },
  grade: {
    category: "category",
    kind: "kind",
    emotion: "emotion",
    signal: "signal",
    owner: "owner",
    department: "department",
    promises: "promises",
    deadlines: "internal",
    gates: "gates",
    authority: "may give",
    sends: "sends",
    sure: (percent: number) => `${percent}% sure`,
    review: (role: string, percent: number) => `${percent}% sure: ${role} reviews it`,
    noWords: "no matching words",
    second: (name: string, percent: number) => `then ${name}, ${percent}%`,
    lifted: (from: string) => `raised from ${from}`,
    points: (sum: number) => `${sum} points`,
    by: "by",
    noDeadline: "no deadline yet",
    provisional: "holidays not published yet",
    dutyOf: (as: string) =>
      as === "receiver" ? "receiver" : as === "custodian" ? "nobody on duty" : as === "named" ? "named" : as,
    contact: (id: string) => `contact ${id}`,
    over: (fact: string, amount: string, role: string | null) =>
      role === null ? `${fact} ${amount}: nobody may grant this much` : `${fact} ${amount}: needs ${role}`,
    per: { perCase: "per case", perDay: "per day", perMonth: "per month", perYear: "per year" } as Readonly<
      Record<string, string>
    >,
    atMost: (amount: string, per: string) => `≤ ${amount} ${per}`,
    anyAmount: "any amount",
    discount: (most: string) => `discount ≤ ${most}`,
    resources: (most: string) => `resources ≤ ${most}`,
    close: (which: string) => `closes ${which}`,
    regrade: (which: string) => `regrades ${which}`,
    waive: (which: string) => `waives ${which}`,
    to: (who: string) => `to ${who}`,
    optional: "optional",
    notYet: "only if needed",
    atOnce: "at once",
    nothing: "nothing to do",
    noWordsAtAll: "the feedback has neither words nor a score: it would go to quarantine"
  },
  test: {
    pass: "ok",
    fail: "FAILED",
    expected: "expected",
    actual: "actual",
    summary: (passed: number, failed: number, broken: number, ms: number) => {
      const files = broken === 0 ? "" : `; ${broken} ${broken === 1 ? "file has" : "files have"} errors`
      return failed + broken === 0
        ? `${passed} ${passed === 1 ? "scenario" : "scenarios"} passed (${ms} ms)`
        : `${failed} failed, ${passed} passed${files} (${ms} ms)`
    },
    step: (n: number) => `step ${n}`
  },
  ingest: {
    progress: (rows: number, opened: number, quarantined: number) =>
      `${rows} ${rows === 1 ? "row" : "rows"}: ${opened} ${opened === 1 ? "case" : "cases"}, ${quarantined} in quarantine`,
    done: (rows: number, path: string, seconds: string) =>
      `${rows} ${rows === 1 ? "row" : "rows"} of ${path} in ${seconds} s`,
    labels: {
      opened: "opened",
      joined: "joined",
      replayed: "already there",
      quarantined: "quarantined",
      received: "stored, to be decided later",
      undated: "without a time",
      wordless: "without words"
    },
    replayedHint: "nothing was added",
    reasons: "in quarantine because",
    next: (db: string) => `next: hearback worklist --db ${db}`,
    interrupted: (rows: number) => `stopped after ${rows} ${rows === 1 ? "row" : "rows"}; run it again to continue`
  },
  worklist: {
    heads: {
      id: "case",
      kind: "kind",
      category: "category",
      grades: "grades",
      owner: "owner",
      customer: "customer",
      due: "promise due",
      left: "",
      waits: "waits for"
    },
    empty: "no cases",
    more: (cursor: string) => `more: --after ${cursor}`,
    count: (n: number, capped: boolean) => `${capped ? "more than " : ""}${n} ${n === 1 ? "case" : "cases"}`
  },
  case: {
    opened: "received",
    owner: "owner",
    said: "said",
    later: "said later",
    again: "repeated",
    times: (times: number, hidden: number) => `${times} times since; --why also shows the first ${hidden}`,
    attachments: "attachments",
    customer: "customer",
    read: "read as",
    setBy: (person: string) => `set by ${person}`,
    grades: "grades",
    gates: "gates",
    clocks: "clocks",
    approvals: "waiting for approval",
    compensated: "compensated",
    discounted: "discount",
    granted: "resources",
    allowed: (id: string) => `${id} may`,
    problem: (customers: number, cases: number) =>
      `${cases} ${cases === 1 ? "case" : "cases"} of ${customers} ${customers === 1 ? "customer" : "customers"}`,
    problemLabel: "problem",
    links: "linked to",
    keptUntil: "kept until",
    erased: "erased",
    team: "team",
    parts: "parts",
    answered: "answered",
    offered: "offered",
    offer: (to: string, due: string) => `to ${to}, who may accept by ${due}`,
    parked: "to decide",
    waits: (cause: string, since: string) =>
      `${cause === "dissatisfied" ? "customer not satisfied" : cause} since ${since}; reopened too often to be reopened automatically: \`reopen\` it, or leave it closed with \`close\``,
    demand: "asks for",
    hopedForBy: "wanted by",
    happened: "happened",
    facts: "facts",
    yes: "yes",
    no: "no",
    missed: (due: string, cause: string) => `was due ${due} (${cause})`,
    refuted: "later shown to be on time",
    due: "due",
    anonymous: "anonymous",
    reached: "reached at",
    counted: "counted",
    notCounted: "not counted",
    stretches: (n: number) => (n === 1 ? "in one period" : `in ${n} periods; --all lists them`),
    counting: { running: "running", open: "open", closed: "closed", paused: "paused", capped: "pause limit reached" },
    approval: (asked: string, from: string, person: string) =>
      `${from}${person === "" ? "" : ` (${person})`}: ${asked}`,
    noDue: "no deadline"
  },
  act: {
    refused: "refused",
    replayed: "already given with this key: same answer"
  },
  work: {
    begun: (store: string) => `working on ${store} until interrupted`,
    answers: (port: number) => `; /livez, /readyz and /metrics on port ${port}`,
    ended: "stopped; work in progress was finished"
  },
  tick: {
    done: (fired: number, sent: number) =>
      `${fired} ${fired === 1 ? "deadline" : "deadlines"} processed, ${sent} ${sent === 1 ? "message" : "messages"} sent`,
    next: (due: string) => `next at ${due}`,
    nothing: "nothing is due",
    waiting: (count: number) =>
      `${count === 1 ? "1 message waits" : `${count} messages wait`} for a process that delivers; \`--deliver-to <folder>\` writes messages to files`,
    more: "there is more to do: run it again"
  },
  publish: {
    inForce: (version: string) => `version ${version} is in force`,
    next: (version: string, due: string) => `version ${version} is published and takes effect on ${due}`,
    asked: (version: string, roles: string) =>
      `version ${version} needs a signature (${roles}): somebody else has to publish the same file`,
    stays: (given: string, inForce: string) =>
      `version ${given} is not published, so version ${inForce} stays in force; \`hearback publish\` publishes it`,
    from: (due: string) => `from ${due}`,
    states: { "in-force": "in force", next: "later", past: "past", asked: "needs a signature" },
    heads: { version: "version", state: "state", at: "published", by: "by", reason: "reason" }
  },
  move: {
    done: (n: number) => `${n} ${n === 1 ? "case" : "cases"} moved`,
    would: (n: number) => `${n} ${n === 1 ? "case" : "cases"} would move; nothing was stored`,
    nothing: "no open case is under another version",
    left: (id: string) => `${id} is not moved: it is closed, unknown, or already under that version`,
    noClock: "no deadline",
    paused: "paused",
    same: "unchanged",
    kept: (length: string) =>
      `unchanged: the clock keeps its deadline (\`on-new-version: keep\`); ${length} applies to clocks that start later`,
    demanded: "now requires",
    notNeeded: "no longer requires"
  },
  quarantine: {
    empty: "quarantine is empty",
    heads: { id: "entry", received: "received", channel: "channel", reason: "reason", place: "from" },
    owner: "owner",
    key: "key",
    raw: "as received",
    released: (id: string, owner: string) => `case ${id}, owner ${owner}`,
    still: "it still cannot be read"
  },
  undelivered: {
    empty: "no undelivered messages",
    states: { retrying: "retrying", "given-up": "given up" },
    /** What the engine says of a message beside why it did not arrive. */
    codes: {
      deferred: "the channel postponed it",
      erased: "its text is erased"
    } as Readonly<Record<string, string>>,
    heads: {
      id: "message",
      state: "state",
      what: "what",
      to: "to",
      channel: "channel",
      reason: "reason",
      tries: "attempts",
      at: "given up, or next attempt"
    },
    again: (count: number) =>
      `${count === 1 ? "1 message waits" : `${count} messages wait`} again for a process that delivers`
  },
  customer: {
    consents: "agreed to",
    none: "nothing",
    until: (name: string, until: string) => `${name} until ${until}`,
    questions: "questions",
    refused: "refused",
    welcome: "may be asked",
    asked: "asked"
  },
  erase: {
    done: (customer: string, count: number) =>
      `the personal data of ${customer} is erased from ${count} ${count === 1 ? "case" : "cases"} and can no longer be read`,
    none: (customer: string) => `${customer} has no case; their sealed data is erased and can no longer be read`,
    nothingKnown: (customer: string) =>
      `nothing is known about ${customer}, so nothing was erased: please check the id`,
    leftInChannel: (name: string) => `channel ${name} could not remove its data about them: erase again once it can`,
    leftInKeys:
      "an old copy of the key may remain: in the key file, which another process is reading (erase again when it has finished), or in the log and backups of a database",
    unreadable: (names: string) =>
      `${names} cannot be read: their sealed data there is gone as well. Erase again once the record is repaired`,
    kept: (customer: string) => `the record of ${customer} must still be kept`,
    heads: { id: "case or entry", state: "state", until: "kept until" },
    open: "not known yet",
    hint: "--even-if-kept erases it anyway"
  },
  verify: {
    whole: (events: number, streams: number) => `the record is intact: ${events} events in ${streams} streams`,
    broken: (n: number) => `the record is damaged in ${n} ${n === 1 ? "place" : "places"}`,
    rebuild: "`hearback rebuild` derives the rows from the events again"
  },
  anchor: {
    says: (position: number) => `the record up to event ${position}; check it with \`hearback verify --anchor\``
  },
  rebuild: {
    done: (put: number, out: number) =>
      put + out === 0
        ? "every row matches the events"
        : `rows corrected: ${put}; rows removed that no event supports: ${out}`
  },
  init: {
    wrote: "wrote",
    zone: (zone: string) => `The time zone is ${zone}, as on this machine; \`time-zone\` in the policy changes it.`,
    next: "next"
  }
}

export type ReportTexts = typeof report
