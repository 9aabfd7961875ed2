/** What the answer of a backtest is made of. */
import type { LogFault, Totals, TracedAspect } from "@hearback/backtest"

const total = {
  cases: "cases",
  replayed: "decided again",
  "not-replayable": "not decided",
  changed: "changed",
  weaker: "graded weaker",
  stronger: "graded stronger",
  "newly-breached": "promise would be broken",
  fixed: "promise would be kept",
  "due-later": "due later",
  "due-sooner": "due sooner",
  "owner-changed": "another owner or department",
  "newly-unowned": "without an owner",
  "higher-approver": "higher approver needed",
  "newly-demanded": "gate newly required",
  "no-longer-demanded": "gate no longer required"
} satisfies Record<keyof Totals, string>

export const backtesting = {
  reading: (percent: number) => `reading the log: ${percent}%`,
  deciding: (done: number, of: number) => `${done} of ${of} cases decided`,
  noMap: "the columns of the log are not described",
  noMapHelp: "say `--map <file>.mapping.yaml`; its first lines are `hearback: 1` and `mapping: <name>`",
  mapOfNothing: "`--map` describes the columns of a log, but no log was given",
  mapOfNothingHelp: "say `--log <file>`, or leave `--map` out for a store",
  emptyLog: (path: string) => `\`${path}\` has no rows`,
  emptyLogExpected: "CSV with the names of the columns above one row for each event, or XES with events in its traces",
  emptyLogHelp: "export the log again, with the events of the time in question",
  brokenXml: (path: string) => `\`${path}\` is not valid XML`,
  brokenXmlHelp: (isSomewhere: boolean): string =>
    isSomewhere ? "correct it there, or export the log again" : "it ends too early: copy it again",
  badBound: (text: string) => `\`${text}\` is not a bound`,
  boundExpected: "a total, a sign and a number, such as `newly-breached > 0` or `weaker > 1%`",
  notMined: (name: string) => `the mapping has no column for \`${name}\``,
  beside: "compared with",
  record: "what was decided then",
  cases: (cases: string, rows: string, isOfLog: boolean) => {
    const row = isOfLog ? "row" : "event"
    return `${cases} ${cases === "1" ? "case" : "cases"}, ${rows} ${row}${rows === "1" ? "" : "s"}`
  },
  quality: (isOfLog: boolean): string => (isOfLog ? "the log" : "the record"),
  fault: {
    "unreadable-row": "row that cannot be read",
    "no-case": "row without a case",
    "no-instant": "row without a time",
    "unparsed-time": "time that cannot be read, or is outside the years 1971 to 2199",
    "negative-duration": "happened before the case was received",
    "out-of-order": "older than the row before it of the same case",
    duplicate: "duplicate row; left out",
    "unknown-value": "unknown word"
  } satisfies Record<LogFault, string>,
  inColumn: (fault: string, column: string, value: string | undefined) =>
    value === undefined ? `${fault}, in \`${column}\`` : `${fault}: \`${value}\`, in \`${column}\``,
  lines: (lines: string, more: boolean) => `line ${lines}${more ? ", …" : ""}`,
  clean: "no faults",
  notReplayed: "cases that cannot be decided again",
  decided: (decided: string, cases: string) => `${decided} of ${cases} cases decided`,
  undecided: (decided: string) => `${decided}, so there is nothing to compare`,
  untested: "fails: no case was decided, so no bound of `--fail-on` was tested",
  lacks: (input: string) => `the record has no \`${input}\``,
  tellIt: (key: string) => `name its column under \`${key}\` in the mapping`,
  refused: (code: string) => `the policy would not open the case: ${code}`,
  ofBaseline: "the other version",
  ownersNotDecided: (cases: string) =>
    `owners: not compared in ${cases} cases, because the record lacks what they depend on`,
  changes: "what would be different",
  nothing: "Nothing would be different.",
  grade: (dimension: string, changed: string) =>
    `${dimension}: ${changed} ${changed === "1" ? "case" : "cases"} with another grade`,
  fromTo: "was \\ would be",
  promises: "promises",
  stayKept: "kept by both",
  fixed: "would be kept",
  newlyBreached: "would be broken",
  stillBreached: "broken by both",
  notJudged: "not judged",
  p: "p",
  sooner: "due sooner",
  later: "due later",
  pHelp: "p: how often chance alone would produce such a difference (exact McNemar test)",
  approvers: "who may approve it",
  power: { close: "close without approval", compensate: "compensate without approval" } as Readonly<
    Record<string, string>
  >,
  nobody: "nobody",
  gates: "gates",
  newly: "newly required",
  noLonger: "no longer required",
  causes: "causes, by the deciding lines",
  lessOwed: "weaker",
  moreOwed: "stronger",
  rows: "rows to review",
  rowBefore: "was",
  rowAfter: "would be",
  dead: "decides no case",
  hot: "decides most cases",
  outcomes: (outcome: string, cases: string) =>
    `rows that predict \`${outcome}\` (${cases} ${cases === "1" ? "case" : "cases"})`,
  hits: "cases",
  precision: "of these",
  recall: "of all",
  lift: "lift",
  liftHelp:
    "of these: share of the row's cases with this outcome · of all: share of all such cases that the row covers · lift: compared with a random row",
  samples: "cases to look at",
  ofMore: (shown: number, all: number) => `${shown} of ${all}; \`--json\` lists them all`,
  was: "was",
  would: "would be",
  subject: {
    loop: "loop",
    grade: "grade",
    owner: "owner",
    department: "department",
    clock: "promise",
    due: "deadline",
    gate: "gate",
    approver: "approver"
  } satisfies Record<TracedAspect, string>,
  verdict: { kept: "kept", broken: "broken", open: "open", unknown: "not known" } as Readonly<Record<string, string>>,
  demanded: "required",
  notDemanded: "not required",
  failed: (bound: string, found: string) => `fails: ${bound}; the value is ${found}`,
  mined: (dimension: string, inputs: string) =>
    inputs === "" ? `\`${dimension}\`, whatever the facts` : `\`${dimension}\` by ${inputs}`,
  minedFrom: (agreeing: string, seen: string, percent: string) =>
    `${agreeing} of ${seen} rows (${percent}) agree with this`,
  left: (rows: string) => `${rows} rows lack an input or the level`,
  gap: (where: string) => `never seen: ${where}`,
  noGap: "every combination was seen",
  nothingMined: "No row has the level and all inputs.",
  rowComment: (agreeing: string, seen: string) => (agreeing === seen ? `${seen} rows` : `${agreeing} of ${seen} rows`),
  total,
  /** As `--fail-on` writes them. */
  totalName: Object.fromEntries(Object.keys(total).map((name) => [name, name])) as Record<keyof Totals, string>
}

export type BacktestTexts = typeof backtesting
