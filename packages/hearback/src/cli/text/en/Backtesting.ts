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
  "newly-unowned": "nobody to own it",
  "higher-approver": "needs a higher approver",
  "newly-demanded": "gate newly demanded",
  "no-longer-demanded": "gate no longer demanded"
} satisfies Record<keyof Totals, string>

export const backtesting = {
  reading: (percent: number) => `reading the log: ${percent} %`,
  deciding: (done: number, of: number) => `${done} of ${of} cases decided`,
  noMap: "nothing says what the columns of the log are",
  noMapHelp: "say `--map <file>.mapping.yaml`; its first lines are `hearback: 1` and `mapping: <name>`",
  mapOfNothing: "`--map` says what the columns of a log are, and no log was given",
  mapOfNothingHelp: "say `--log <file>`, or leave `--map` out for a store",
  emptyLog: (path: string) => `\`${path}\` has no rows`,
  emptyLogExpected: "CSV with the names of the columns above one row for each event, or XES with events in its traces",
  emptyLogHelp: "export the log again, with the events of the time in question",
  brokenXml: (path: string) => `\`${path}\` is no sound XML`,
  brokenXmlHelp: (isSomewhere: boolean): string =>
    isSomewhere ? "put right what stands there, or write the log once more" : "it ends too early: copy it once more",
  badBound: (text: string) => `\`${text}\` is no bound`,
  boundExpected: "a total, a sign and a number, such as `newly-breached > 0` or `weaker > 1%`",
  notMined: (name: string) => `the mapping has no column for \`${name}\``,
  beside: "beside",
  record: "what was decided then",
  cases: (cases: string, rows: string, isOfLog: boolean) => {
    const row = isOfLog ? "row" : "event"
    return `${cases} ${cases === "1" ? "case" : "cases"}, ${rows} ${row}${rows === "1" ? "" : "s"}`
  },
  quality: (isOfLog: boolean): string => (isOfLog ? "the log" : "the record"),
  fault: {
    "unreadable-row": "row that cannot be read",
    "no-case": "row without a case",
    "no-instant": "row without an instant",
    "unparsed-time": "instant that cannot be read, or is of no year from 1971 to 2199",
    "negative-duration": "happened before the case was received",
    "out-of-order": "older than the row of the case before it",
    duplicate: "the same row again; left out",
    "unknown-value": "word that nobody knows"
  } satisfies Record<LogFault, string>,
  inColumn: (fault: string, column: string, value: string | undefined) =>
    value === undefined ? `${fault}, in \`${column}\`` : `${fault}: \`${value}\`, in \`${column}\``,
  lines: (lines: string, more: boolean) => `line ${lines}${more ? ", …" : ""}`,
  clean: "nothing is wrong with it",
  notReplayed: "cases that cannot be decided again",
  decided: (decided: string, cases: string) => `${decided} of ${cases} cases decided`,
  undecided: (decided: string) => `${decided}, so nothing is compared`,
  untested: "fails: no case was decided, so no bound of `--fail-on` was tested",
  lacks: (input: string) => `the record does not tell \`${input}\``,
  tellIt: (key: string) => `name its column as \`${key}\` of the mapping`,
  refused: (code: string) => `the policy would not open the case: ${code}`,
  ofBaseline: "the other version",
  ownersNotDecided: (cases: string) =>
    `owners: not compared in ${cases} cases, since the record does not tell what they depend on`,
  changes: "what would be different",
  nothing: "Nothing would be different.",
  grade: (dimension: string, changed: string) =>
    `${dimension}: ${changed} ${changed === "1" ? "case" : "cases"} with another grade`,
  fromTo: "was \\ would be",
  promises: "promises",
  stayKept: "kept on both",
  fixed: "would be kept",
  newlyBreached: "would be broken",
  stillBreached: "broken on both",
  notJudged: "not judged",
  p: "p",
  sooner: "due sooner",
  later: "due later",
  pHelp: "p: how often chance alone would make such a difference (McNemar, exact)",
  approvers: "who may allow it",
  power: { close: "close alone", compensate: "compensate alone" } as Readonly<Record<string, string>>,
  nobody: "nobody",
  gates: "gates",
  newly: "newly demanded",
  noLonger: "no longer demanded",
  causes: "why, by the lines that decide",
  lessOwed: "weaker",
  moreOwed: "stronger",
  rows: "rows that stand out",
  rowBefore: "was",
  rowAfter: "would be",
  dead: "decides no case",
  hot: "decides most cases",
  outcomes: (outcome: string, cases: string) =>
    `which rows tell \`${outcome}\` beforehand (${cases} ${cases === "1" ? "case" : "cases"})`,
  hits: "cases",
  precision: "of these",
  recall: "of all",
  lift: "lift",
  liftHelp:
    "of these: how many of the row's cases came to it · of all: how many of those cases the row has · lift: beside a row at random",
  samples: "cases to look at",
  ofMore: (shown: number, all: number) => `${shown} of ${all}; \`--json\` has them all`,
  was: "was",
  would: "would be",
  subject: {
    loop: "loop",
    grade: "grade",
    owner: "owner",
    department: "department",
    clock: "promise",
    due: "due",
    gate: "gate",
    approver: "approver"
  } satisfies Record<TracedAspect, string>,
  verdict: { kept: "kept", broken: "broken", open: "open", unknown: "not known" } as Readonly<Record<string, string>>,
  demanded: "demanded",
  notDemanded: "not demanded",
  failed: (bound: string, found: string) => `fails: ${bound}, and it is ${found}`,
  mined: (dimension: string, inputs: string) =>
    inputs === "" ? `\`${dimension}\`, whatever the facts` : `\`${dimension}\` by ${inputs}`,
  minedFrom: (agreeing: string, seen: string, percent: string) => `${agreeing} of ${seen} rows (${percent}) say this`,
  left: (rows: string) => `${rows} rows lack an input or the level`,
  gap: (where: string) => `never seen: ${where}`,
  noGap: "every combination was seen",
  nothingMined: "No row tells the level and all inputs.",
  rowComment: (agreeing: string, seen: string) => (agreeing === seen ? `${seen} rows` : `${agreeing} of ${seen} rows`),
  total,
  /** As `--fail-on` writes them. */
  totalName: Object.fromEntries(Object.keys(total).map((name) => [name, name])) as Record<keyof Totals, string>
}

export type BacktestTexts = typeof backtesting
