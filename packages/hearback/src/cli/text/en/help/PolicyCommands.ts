/** Help for commands on policies, in English. */
import type { PolicyCommandHelp } from "./CommandHelp.ts"

const policy =
  "the policy file (default: hearback.yaml, policy.yaml or the only *.policy.yaml, in this folder or above)"
export const keyFile = "the key file (default: HEARBACK_KEY_FILE, then the name of the store with .keys added)"
export const people = "the people file (default: people.yaml beside the policy)"
export const at = "use this time instead of now: 2026-11-16T09:40+08:00, or a local time in the policy's zone"

export const policyCommands: PolicyCommandHelp = {
  init: {
    summary: "start a policy: a small one with comments, a scenario, people, a README",
    about:
      "Writes files that pass `check` and `test`. The time zone is that of this machine, unless the pack has its own. Existing files are overwritten only with --force.",
    arguments: { folder: "the folder to write to (default: the current folder)" },
    options: {
      name: "id of the policy (default: the folder's name)",
      pack: "extend this pack: a policy, its people and a scenario, in the language of the pack or of --lang",
      project: "a complete project: also package.json and a program",
      force: "overwrite existing files"
    },
    examples: [
      ["hearback init", "start here"],
      ["hearback init my-loop --lang zh", "into a new folder, with Chinese words and comments"],
      ["hearback init complaints --pack uk-fca-disp", "a policy that extends a pack; `hearback pack` lists the packs"]
    ],
    exits: ["written", "never"]
  },
  check: {
    summary: "find errors in policies before they are live",
    about:
      "Reports all findings at once: syntax, names, tables with gaps or dead rows, gates that nobody can pass. If the syntax of a file is ambiguous, correct that first; its contents are checked afterwards. Simulation files and log mappings beside a policy are checked with it. If you name such a file, it is checked with the policy that it refers to.",
    arguments: { policy },
    options: {
      format:
        "pretty or compact for people; json; sarif for code hosts and editors, github for annotations of GitHub Actions, junit for CI servers",
      fix: "apply the fixes that are certainly right",
      "fail-on": "the lowest level that counts as failure: error, warning or never",
      html: "also write the findings as one page in every language, each beside a picture of what it concerns",
      watch: "check again whenever a file beside the policy changes, until Ctrl-C"
    },
    examples: [
      ["hearback check policy.yaml", "every finding, with its line"],
      ["hearback check a.policy.yaml b.policy.yaml --format json", "for a machine"],
      ["hearback check policy.yaml --fail-on warning", "in CI, warnings too"],
      ["hearback check policy.yaml --format sarif", "for a code host, which shows each finding at its line"],
      ["hearback check policy.yaml --watch", "beside an editor"]
    ],
    exits: ["no errors", "there are findings"]
  },
  explain: {
    summary: "what a finding means, why it matters, and an example of what is right",
    about:
      "Without a code, lists everything that `check` can find; with an area, such as clock, what it can find there.",
    arguments: { code: "a code as `check` prints it, or its first part" },
    options: {},
    examples: [
      ["hearback explain clock/due-while-closed", "one finding"],
      ["hearback explain clock", "all about clocks"]
    ],
    exits: ["explained", "never"]
  },
  fmt: {
    summary: "format files, or write them in the other key language",
    about:
      "Keys in the order of the reference, quantities in words, one line where there is room. Comments and meaning stay the same.",
    arguments: {
      files:
        "policies, parts, scenarios, people files, simulation files, log mappings, or folders of them (default: the current folder)"
    },
    options: {
      check: "write nothing; exit with 1 if something would change",
      keys: "the language of keys and built-in words: zh-CN or en",
      flat: "print a policy merged with everything it extends, with the source of each part"
    },
    examples: [
      ["hearback fmt", "everything below this folder"],
      ["hearback fmt --check", "in CI"],
      ["hearback fmt policy.yaml --keys zh-CN", "English keys into Chinese ones, and back with en"],
      ["hearback fmt policy.yaml --flat", "the resulting rules, line by line"]
    ],
    exits: ["written, or nothing to write", "a file has errors, or --check found something"]
  },
  pack: {
    summary: "the packs that a policy may extend: list them, show one, lock those that a policy extends",
    about:
      "Shows the promises of a pack, their clauses, how far these were checked, and what the extending policy has to set. A lock is a file beside the policy with the hash of each pack; `check` reports when another release of Hearback has a different pack.",
    arguments: { action: "list (the default), show or lock", what: "show: a pack; lock: the policy file" },
    options: {},
    examples: [
      ["hearback pack", "all of them"],
      ["hearback pack show uk-fca-disp", "its promises, gates, limits and sources"],
      ["hearback pack lock policy.yaml", "writes policy.lock.json, which `check` then compares"]
    ],
    exits: ["listed, shown or written", "never"]
  },
  types: {
    summary: "write the names of a policy as types, so that host code with an outdated name does not compile",
    about:
      "Channels, categories, roles, departments, grades, facts, events, loops, gates with their evidence, clocks, messages, codes of refusals: as flat TypeScript types. Write the file again when the policy has changed; do not edit it.",
    arguments: { policy },
    options: {
      output: "the file to write; short form `-o`",
      check: "write nothing; exit with 1 if the file is out of date"
    },
    examples: [
      ["hearback types policy.yaml -o policy.gen.ts", "after each change of the policy"],
      ["hearback types policy.yaml -o policy.gen.ts --check", "in CI"]
    ],
    exits: ["written, or nothing to write", "--check found an outdated or missing file"]
  },
  docs: {
    summary: "write a policy as a page for managers: pictures, tables, messages",
    about:
      "One self-contained file in every language, to read, print and send: the steps of each kind of feedback and the ways back, grades, deadlines beside the working hours, who is notified, limits of authority, each message as it will look, and the findings of `check` beside the part they concern. The policy must have no errors.",
    arguments: { policy },
    options: { output: "the page to write; short form `-o`" },
    examples: [
      ["hearback docs policy.yaml -o policy.html", "the policy, for people who do not read YAML"],
      ["hearback docs policy.yaml -o policy.html --lang zh", "shown in Chinese first"]
    ],
    exits: ["written", "never"]
  },
  diff: {
    summary: "compare two policies by their effect on cases",
    about:
      "Shows which cases get another grade, loop, gate or deadline, and what changed in limits, owners, messages, words and retention. Each difference comes with an example and its line in both files, weaker ones first. Layout, comments, order and language of keys make no difference.",
    arguments: {
      old: "the old policy",
      new: "the new policy",
      files: "with `--git`: what git adds after the path"
    },
    options: {
      db: "also show which open and past cases of this store are affected, and how",
      "key-file": keyFile,
      git: "run as the driver of `git diff`, which adds the path and both sides: git config diff.hearback.command 'hearback diff --git'",
      assert: "no-weaker: exit with 1 if something is or may be weaker",
      html: "also write it as one self-contained page in every language",
      markdown: "print Markdown for a pull request"
    },
    examples: [
      ["hearback diff a.policy.yaml b.policy.yaml", "what changes, and for which cases"],
      ["hearback diff a.policy.yaml b.policy.yaml --assert no-weaker", "in CI: nothing may become weaker"]
    ],
    exits: ["compared", "`--assert` does not hold"]
  },
  grade: {
    summary: "dry run: what would happen to this feedback, and by which line",
    about: "Opens a case in memory, exactly as a real one, and shows the result. Nothing is stored.",
    arguments: { policy },
    options: {
      text: "the customer's own words",
      channel: "a channel of the policy (default: the first)",
      fact: "a fact of the policy, as name=value",
      score: "the score, for a channel with a scale",
      kind: "complaint, suggestion, inquiry, praise or rating, if the host knows it",
      customer: "the customer; their facts come from the people file",
      contacts: "number of contacts on this matter, this one included",
      as: "the person who receives it (default: nobody, system:<channel>)",
      people,
      at
    },
    examples: [
      [
        'hearback grade policy.yaml --channel email --text "Third time my invoice is wrong. Unacceptable."',
        "what would happen, and why"
      ],
      [
        'hearback grade policy.yaml --text "damaged" --fact amount=1200 --at 2026-11-16T09:40',
        "with a fact and a time"
      ],
      ["hearback grade policy.yaml --channel rating --score 3 --json", "only a score, for a machine"]
    ],
    exits: ["it would open a case", "it would not: no words, or the policy refuses it"]
  },
  test: {
    summary: "run scenarios and compare the result with what was expected",
    about: "Takes scenario files and folders; a folder is searched for *.scenario.yaml.",
    arguments: { files: "scenario files or folders (default: the current folder)" },
    options: {
      coverage: "also show which parts of the policy the scenarios exercise, and the lines of those they do not",
      min: "the lowest acceptable coverage in percent; below it, exit with 1",
      propose: "also print tested scenarios that exercise the rest; takes some seconds",
      mutate:
        "also show which changes to the policy (a bound, a row, a gate, a limit) no scenario notices; takes a while",
      most: "how many changes are tried (default: 100)"
    },
    examples: [
      ["hearback test", "every scenario below this folder"],
      ["hearback test --coverage --min 90", "also require a coverage of 90%"],
      ["hearback test policy.scenario.yaml --json", "one file, for a machine"]
    ],
    exits: ["all scenarios hold", "one does not, or the coverage is below `--min`"]
  },
  simulate: {
    summary: "what if: simulate weeks of feedback, staff and customers, with intervals",
    about:
      "Feedback arrives at random, the people of the people file work on it by the real rules, and customers answer. What is not stated is assumed, and the answer lists the assumptions. The same seed gives the same answer.",
    arguments: { policy },
    options: {
      plan: "a *.simulation.yaml: arrivals, staff, work times, customers' behaviour, costs",
      against:
        "compare with another policy or *.simulation.yaml: the same customers, differences with intervals, and the first case that changed with its line",
      sweep: "try several values of one setting of the policy or the simulation: path=value,value",
      "staff-for": 'the smallest staff that meets a target, such as "attainment.agreed >= 95%"',
      role: "the role whose number is varied for that (default: the first role that receives cases)",
      sensitivity:
        "what affects a figure most, such as attainment.agreed (default: the deadline met least often): arrivals, work times and staff, one at a time",
      workers: "number of threads (default: one per core); the answer is the same",
      html: "write the answer as one self-contained page in every language: pictures, tables, the course of one case",
      log: "write what happened in the first replication: a .xes file for process miners, else CSV",
      weeks: "for how many weeks feedback arrives (default: 12)",
      "per-day": "pieces of feedback per day on average",
      replications:
        "how often the simulation is repeated with other random numbers (default: 10 to 30, until the mean time to an answer is precise to 10%); more give narrower intervals",
      seed: "the whole number from which all random numbers come (default: 1)",
      people
    },
    examples: [
      [
        "hearback simulate policy.yaml --weeks 1 --replications 2 --per-day 2",
        "a first look; what is not stated is assumed"
      ],
      [
        "hearback simulate policy.yaml --people people.yaml --per-day 1 --weeks 1 --replications 2 --json",
        "for a machine"
      ],
      [
        "hearback simulate a.policy.yaml --against b.policy.yaml --per-day 1 --weeks 1 --replications 2",
        "before and after a change"
      ],
      [
        "hearback simulate policy.yaml --sweep arrivals.per-day=1,2 --weeks 1 --replications 2",
        "each of several values"
      ],
      [
        'hearback simulate policy.yaml --staff-for "time-to-answer <= 90 days" --per-day 1 --weeks 2 --replications 2',
        "how few people are enough"
      ],
      [
        "hearback simulate policy.yaml --sensitivity time-to-answer --per-day 1 --weeks 1 --replications 2",
        "what matters most"
      ]
    ],
    exits: ["an answer", "the staff cannot keep up with the arrivals, or no staff meets the target"]
  },
  backtest: {
    summary: "what this policy would have decided on the cases of a log",
    about:
      "Every case of the log is decided again by the real rules, from what was known at the time: grades, owners, deadlines, gates, approvers. The result is compared with another version or with the decisions in the log. Cases that lack data are counted; nothing is invented for them.",
    arguments: { policy },
    options: {
      log: "the event log of another system: CSV, or .xes",
      db: "the store whose cases are decided again, if no log is given",
      "key-file": keyFile,
      map: "a *.mapping.yaml that describes the columns and their words",
      baseline: "the version to compare with (default: the decisions in the log)",
      people,
      encoding: "the encoding of the CSV file (default: detected)",
      "fail-on":
        "bounds such as `newly-breached > 0, weaker > 1%`; exit with 1 if one holds, or if no case was decided",
      mine: "learn the table of a grade from the log, such as `grading.priority`, and print it",
      markdown: "print Markdown for a pull request",
      estimate:
        "also estimate what would have happened: a simulation of the recorded arrivals, separate from the exact results",
      html: "also write it as one self-contained page in every language",
      plan: "with --estimate: a *.simulation.yaml with what the log lacks",
      weeks: "with --estimate: only the arrivals of the last weeks of the log",
      replications: "with --estimate: how often it is repeated with other random numbers (default: 10)",
      seed: "with --estimate: the whole number from which all random numbers come (default: 1)",
      workers: "with --estimate: number of threads (default: one per core); the answer is the same"
    },
    examples: [
      [
        "hearback backtest policy.yaml --log incidents.csv --map incidents.mapping.yaml",
        "compared with the decisions in the log"
      ],
      [
        "hearback backtest policy.yaml --log incidents.csv --map incidents.mapping.yaml --baseline policy.yaml --fail-on 'weaker>0'",
        "compared with another version; fails if a case would be graded weaker"
      ],
      ["hearback backtest policy.yaml --db loop.db --baseline a.policy.yaml", "on the cases of your store"],
      [
        "hearback backtest policy.yaml --log incidents.csv --map incidents.mapping.yaml --mine grading.urgency",
        "learn a table from the log"
      ]
    ],
    exits: ["an answer, and no bound of `--fail-on` holds", "a bound holds, or no case was decided"]
  }
}
