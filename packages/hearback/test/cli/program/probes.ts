/** Command lines with and without a flag, whose answers must differ. */

/** A command line without and with a flag. */
export interface Probe {
  readonly without: string
  readonly within: string
  /** What is done before, and what shows the effect. */
  readonly before?: readonly string[]
  readonly after?: readonly string[]
  /** Whether the flag makes the line invalid. */
  readonly fails?: true
}

/** Appends the flag to a command line. */
const on = (line: string, flag: string, more: Omit<Probe, "without" | "within"> = {}): Probe => ({
  without: line,
  within: `${line} ${flag}`,
  ...more
})

const grade = "grade policy.yaml --at 2026-11-20T10:00 --text 'the invoice is wrong'"
const fill = "ingest policy.yaml --db new.db --input rows.csv --map map.yaml --at '2026-11-20 10:30' --virtual-time"
const undated = fill.replace("rows.csv", "undated.csv").replace("map.yaml", "undated.yaml")
const list = ["worklist --db new.db --state all --order received --json"]
const give = "act $A compensate --amount 20 --reason sorry"
const move = "move later.policy.yaml --reason 'from now on' --as manager-3"
const release = "quarantine release $Q --text 'the invoice is wrong'"
const released = ["worklist --state all --order received --json"]
const publish = "publish other.policy.yaml --as manager-3 --reason why"

const docs = "docs policy.yaml --output policy.html"
const types = "types policy.yaml --output policy.gen.ts"
const backtest = "backtest policy.yaml --log tickets.csv --map tickets.mapping.yaml"
const estimate = `${backtest.replace("tickets.csv", "many.csv")} --estimate --replications 1`
const simulate = "simulate policy.yaml --weeks 1 --replications 1 --per-day 1"

/** A line of each command that has an answer. */
export const usually: Readonly<Record<string, string>> = {
  init: "init empty/a",
  check: "check policy.yaml",
  diff: "diff policy.yaml other.policy.yaml",
  fmt: "fmt unformatted.policy.yaml",
  types,
  docs,
  grade,
  ingest: fill,
  case: "case $A",
  act: `${give} --as agent-7`,
  customer: "customer C-17",
  simulate,
  backtest,
  pack: "pack show starter",
  review: "review case-review --at 2026-11-24",
  publish,
  move,
  erase: "erase C-18 --as manager-3 --reason asked --even-if-kept",
  db: "db export record.ndjson keys.ndjson"
}

const stored =
  "worklist list case act customer tick measures review publish versions move quarantine undelivered erase verify anchor work db".split(
    " "
  )

/** The flags that select cases for every list. */
const casesBy = (line: "worklist" | "list"): Readonly<Record<string, Probe>> =>
  Object.fromEntries(
    Object.entries({
      as: on(line, "--as supervisor-2"),
      owner: on(line, "--owner supervisor-2"),
      state: on(line, "--state closed"),
      kind: on(line, "--kind inquiry"),
      category: on(line, "--category delivery"),
      customer: on(line, "--customer C-17"),
      grade: on(line, "--grade urgency=urgent"),
      gate: on(line, "--gate agreed"),
      from: on(line, "--from 2026-11-21"),
      to: on(line, "--to 2026-11-19"),
      limit: on(line, "--limit 1"),
      after: { without: `${line} --limit 1`, within: `${line} --limit 1 --after ${line === "list" ? "$L" : "$N"}` },
      at: on(line, "--at 2026-11-20T09:00Z"),
      people: on(line, "--people others.yaml")
    }).map(([flag, probe]) => [`${line} --${flag}`, probe])
  )

/** For each flag, a command line without it and one with it. */
export const probes: Readonly<Record<string, Probe>> = {
  ...Object.fromEntries(stored.map((name) => [`${name} --db`, on(usually[name] ?? name, "--db other.db")])),

  ...Object.fromEntries(
    [...stored, "backtest", "rebuild"].map((name) => [
      `${name} --key-file`,
      on(name === "backtest" ? "backtest policy.yaml" : (usually[name] ?? name), "--key-file other.db.keys", {
        fails: true
      })
    ])
  ),
  "ingest --key-file": on(fill, "--key-file apart.keys", { after: ["verify --db new.db"], fails: true }),

  "customer --db": on("customer C-17", "--db other.db", { before: ["customer C-17 --give surveys"] }),
  "publish --db": on(publish, "--db other.db", { after: ["versions"] }),

  "init --name": on("init empty/a", "--name shop", { after: ["read empty/a/policy.yaml"] }),
  "init --pack": on("init empty/a", "--pack iso-10002", { after: ["read empty/a/policy.yaml"] }),
  "init --project": on("init empty/a", "--project"),
  "init --force": on("init empty/a", "--force", { before: ["init empty/a"] }),

  "check --format": on("check slip.policy.yaml", "--format compact"),
  "check --fix": on("check slip.policy.yaml", "--fix", { after: ["read slip.policy.yaml"] }),
  "check --fail-on": on("check warned.policy.yaml", "--fail-on warning"),
  "check --watch": on("check slip.policy.yaml", "--watch"),
  "check --html": on("check slip.policy.yaml", "--html page.html"),
  "docs --output": { without: docs, within: docs.replace("policy.html", "other.html") },
  "diff --assert": on("diff policy.yaml other.policy.yaml", "--assert no-weaker"),
  "diff --html": on("diff policy.yaml other.policy.yaml", "--html page.html"),
  "diff --markdown": on("diff policy.yaml other.policy.yaml", "--markdown"),
  "diff --git": on("diff", "--git policy.yaml policy.yaml 0 0 other.policy.yaml 0 0", { fails: true }),
  "diff --db": on("diff policy.yaml other.policy.yaml", "--db loop.db"),
  "diff --key-file": on("diff policy.yaml other.policy.yaml --db loop.db", "--key-file other.db.keys", { fails: true }),
  "fmt --check": on("fmt unformatted.policy.yaml", "--check", { after: ["read unformatted.policy.yaml"] }),
  "fmt --keys": on("fmt policy.yaml", "--keys zh-CN", { after: ["read policy.yaml"] }),
  "fmt --flat": on("fmt policy.yaml", "--flat"),

  "types --output": {
    without: types,
    within: types.replace("policy.gen.ts", "other.gen.ts")
  },
  "types --check": on(types, "--check"),
  "test --coverage": on("test brief.scenario.yaml --json", "--coverage"),
  "test --min": on("test brief.scenario.yaml --coverage --json", "--min 90", { fails: true }),
  "test --propose": on("test brief.scenario.yaml --coverage --json", "--propose"),
  "test --mutate": on("test brief.scenario.yaml --json", "--mutate --most 2"),
  "test --most": {
    without: "test brief.scenario.yaml --mutate --most 2 --json",
    within: "test brief.scenario.yaml --mutate --most 3 --json"
  },

  "grade --text": { without: grade, within: grade.replace("invoice", "parcel") },
  "grade --channel": on(grade, "--channel hotline"),
  "grade --fact": on(grade, "--fact amount=1200"),
  "grade --score": on("grade policy.yaml --channel review --at 2026-11-20T10:00 --text hm", "--score 1"),
  "grade --kind": on(grade, "--kind inquiry"),
  "grade --customer": on(grade, "--customer C-17"),
  "grade --contacts": on(grade, "--contacts 3"),
  "grade --as": on(grade, "--as supervisor-2"),
  "grade --people": on(grade, "--people others.yaml"),
  "grade --at": { without: grade, within: grade.replace("T10:00", "T22:00") },

  "simulate --plan": on(simulate, "--plan plan.simulation.yaml"),
  "simulate --against": on(simulate, "--against other.policy.yaml --replications 2"),
  "simulate --sweep": on(simulate, "--sweep seed=1,2"),
  "simulate --staff-for": on(simulate, "--staff-for 'stuck <= 1'", { fails: true }),
  "simulate --role": {
    without: `${simulate} --staff-for 'stuck <= 1'`,
    within: `${simulate} --staff-for 'stuck <= 1' --role agnt`,
    fails: true
  },
  "simulate --sensitivity": on(simulate, "--sensitivity stuck"),
  // Threads change only the duration.
  "simulate --workers": on(simulate, "--workers 0", { fails: true }),
  "simulate --html": on(simulate, "--html page.html"),
  "simulate --log": on(simulate, "--log log.csv"),
  "simulate --weeks": { without: simulate, within: simulate.replace("--weeks 1", "--weeks 2") },
  "simulate --per-day": { without: simulate, within: simulate.replace("--per-day 1", "--per-day 3") },
  "simulate --replications": {
    without: simulate,
    within: simulate.replace("--replications 1", "--replications 2")
  },
  "simulate --seed": on(simulate, "--seed 2"),
  "simulate --people": on(simulate, "--people others.yaml"),

  "backtest --log": { without: backtest, within: backtest.replace("tickets.csv", "gb.tickets.csv") },
  "backtest --map": {
    without: "backtest policy.yaml --log tickets.csv",
    within: backtest
  },
  "backtest --db": on("backtest policy.yaml", "--db other.db"),
  "backtest --baseline": on(backtest, "--baseline other.policy.yaml"),
  "backtest --people": on(backtest, "--people others.yaml --json"),
  "backtest --encoding": on(backtest, "--encoding utf-16le", { fails: true }),
  "backtest --fail-on": on(backtest, "--fail-on 'cases > 0'"),
  "backtest --mine": on(backtest, "--mine grading.urgency"),
  "backtest --markdown": on(backtest, "--markdown"),
  "backtest --html": on(backtest, "--html page.html"),
  "backtest --estimate": on(backtest, "--estimate"),
  "backtest --plan": on(estimate, "--plan plan.simulation.yaml"),
  "backtest --weeks": on(estimate, "--weeks 2"),
  "backtest --replications": {
    without: estimate,
    within: estimate.replace("--replications 1", "--replications 2")
  },
  "backtest --seed": on(estimate, "--seed 2"),
  "backtest --workers": on(estimate, "--workers 0", { fails: true }),

  "ingest --input": { without: fill, within: fill.replace("rows.csv", "backwards.csv") },
  "ingest --map": {
    without: fill,
    within: fill.replace("--map map.yaml", "--map verbatim=said --map channel:=phone"),
    after: list
  },
  "ingest --at": { without: undated, within: undated.replace("10:30", "10:40"), after: list },
  "ingest --window": on(undated, "--window '30 days'", { after: list }),
  "ingest --seed": on(`${undated} --window '30 days'`, "--seed 7", { after: list }),
  "ingest --limit": on(fill, "--limit 1"),
  "ingest --encoding": on(
    "ingest policy.yaml --db new.db --input gb.csv --map verbatim=said --map channel=how --at '2026-11-20 10:30' --virtual-time",
    "--encoding big5",
    { after: list }
  ),
  "ingest --sort": on(fill.replace("rows.csv", "backwards.csv"), "--sort", { after: list }),
  "ingest --history": on(fill, "--history", { after: list }),
  "ingest --keep-going": on(fill.replace("rows.csv", "broken.csv"), "--keep-going"),
  "ingest --virtual-time": { without: fill.replace(" --virtual-time", ""), within: fill, after: ["tick --db new.db"] },
  "ingest --db": { without: fill, within: fill.replace("new.db", "loop.db") },
  "ingest --policy": {
    without: fill,
    within: `${fill.replace("ingest policy.yaml", "ingest")} --policy other.policy.yaml`,
    after: ["versions --db new.db"]
  },
  "ingest --people": on(fill, "--people others.yaml", { after: list }),

  ...casesBy("worklist"),
  ...casesBy("list"),
  "worklist --order": on("worklist --state all", "--order received"),
  "list --order": on("list", "--order due"),
  "list --text": on("list", "--text parcel"),

  "case --why": on("case $A", "--why"),
  "case --clock": on("case $A", "--clock agreed"),
  "case --all": on("case $A --clock agreed --at 2026-12-20T09:00Z", "--all"),
  "case --as": on("case $A", "--as agent-7"),
  "case --as-customer": on("case $A", "--as-customer C-17"),
  "case --at": on("case $A", "--at 2026-11-20T09:00Z"),

  "act --as": { without: `${give} --as agent-7`, within: `${give} --as supervisor-2`, after: ["case $A --why"] },
  "act --as-customer": {
    without: "act $A withdraw --reason fine --as agent-7",
    within: "act $A withdraw --reason fine --as-customer C-17"
  },
  "act --key": on(`${give} --as agent-7`, "--key k", { before: [`${give} --as agent-7 --key k`] }),
  "act --if-version": on(`${give} --as agent-7`, "--if-version 1"),
  "act --people": on(`${give.replace("20", "3000")} --as manager-3`, "--people others.yaml"),

  "customer --event": on("customer C-17", "--event delivered", { before: ["customer C-17 --give surveys"] }),
  "customer --give": on("customer C-17", "--give surveys"),
  "customer --withdraw": on("customer C-17", "--withdraw surveys", { before: ["customer C-17 --give surveys"] }),
  "customer --questions": on("customer C-17", "--questions refused"),
  "customer --key": on("customer C-17 --event delivered", "--key k", {
    before: ["customer C-17 --give surveys", "customer C-17 --event delivered --key k"]
  }),

  "customer --people": on("customer C-17 --event delivered", "--people others.yaml", {
    before: ["customer C-17 --give surveys"],
    after: ["tick --at 2026-11-24T09:00Z --deliver-to out", "outbox"]
  }),
  "case --people": on("case $A --as supervisor-2", "--people others.yaml"),
  "tick --people": on("tick --at 2026-11-30T09:00Z --deliver-to out", "--people others.yaml", { after: ["outbox"] }),
  "tick --deliver-to": on("tick --at 2026-11-30T09:00Z", "--deliver-to out"),
  "tick --at": on("tick", "--at 2026-11-21T09:00Z"),
  "measures --from": on("measures", "--from 2026-11-21"),
  "measures --to": on("measures", "--to 2026-11-19"),
  "measures --by": on("measures", "--by category"),
  "measures --percentiles": on("measures", "--percentiles"),
  "review --public": on("review case-review", "--public"),
  "review --at": on("review case-review", "--at 2026-12-20"),

  "publish --as": { without: publish, within: publish.replace("manager-3", "agent-7"), after: ["versions"] },
  "publish --reason": { without: publish, within: publish.replace("why", "because"), after: ["versions"] },
  "publish --key": on(publish, "--key k", {
    before: ["publish later.policy.yaml --as manager-3 --reason why --key k"],
    after: ["versions"],
    fails: true
  }),
  "publish --people": on(publish, "--people others.yaml"),

  "move --dry-run": on(move, "--dry-run", { after: ["case $A --why"] }),
  "move --calendars": on(move, "--calendars", { after: ["case $A --why"] }),
  "move --case": on(move, "--case $B", { after: ["case $A --why"] }),
  "move --as": { without: move, within: move.replace("manager-3", "agent-7") },
  "move --reason": { without: move, within: move.replace("from now on", "the law"), after: ["case $A --why"] },
  "move --key": on(`${move} --case $B`, "--key k", {
    before: [`${move} --case $B --key k`, `${move.replace("later", "other")} --case $B`],
    after: ["record"]
  }),
  "move --people": on(move, "--people others.yaml"),

  "quarantine --text": { without: release, within: release.replace("invoice", "parcel"), after: released },
  "quarantine --channel": on(release, "--channel phone", { after: released }),
  "quarantine --customer": on(release, "--customer C-18", { after: released }),
  "quarantine --score": on(`${release} --channel review`, "--score 1", { after: ["record"] }),
  "quarantine --kind": on(release, "--kind inquiry", { after: released }),
  "quarantine --fact": on(release, "--fact amount=1200", { after: ["record"] }),
  "quarantine --received": on(release, "--received 2026-11-20T09:00", { after: released }),
  "quarantine --people": on(release, "--people others.yaml", { after: ["record"] }),
  "quarantine --map": on("quarantine reread", "--map verbatim=who", { after: ["record"] }),
  "quarantine --encoding": on("quarantine reread --map verbatim=said", "--encoding gb18030", {
    before: ["ingest policy.yaml --input gb.csv --map verbatim=said --map channel=how --encoding utf-8"],
    after: ["record"]
  }),

  "undelivered --all": on("undelivered retry case/none/1/0", "--all"),

  "erase --as": {
    without: "erase C-18 --as manager-3 --reason asked --even-if-kept",
    within: "erase C-18 --as agent-7 --reason asked --even-if-kept",
    after: ["case $B --why"]
  },
  "erase --as-customer": {
    without: "erase C-18 --as manager-3 --reason asked --even-if-kept",
    within: "erase C-18 --as-customer C-18 --reason asked --even-if-kept",
    after: ["case $B --why"]
  },
  "erase --people": on("erase C-18 --as manager-3 --reason asked --even-if-kept", "--people others.yaml"),
  "erase --reason": {
    without: "erase C-18 --as manager-3 --reason asked --even-if-kept",
    within: "erase C-18 --as manager-3 --reason law --even-if-kept",
    after: ["case $B --why"]
  },
  "erase --even-if-kept": on("erase C-18 --as manager-3 --reason asked", "--even-if-kept"),

  "verify --anchor": on("verify", "--anchor policy.yaml", { fails: true }),
  "rebuild --db": on("rebuild", "--db none.db", { fails: true }),
  "db --contract": on("db migrate", "--contract"),
  "work --every": on("work", "--every 0", { fails: true }),
  "work --http": on("work", "--http 0", { fails: true }),
  "work --deliver-to": on("work --db new.db", "--deliver-to out", {
    before: [fill.replace(" --virtual-time", "")],
    after: ["outbox"]
  }),
  "work --people": on("work", "--people none.yaml", { fails: true }),
  "rebuild --restored": on("rebuild", "--restored", { after: ["verify --json"] })
}
