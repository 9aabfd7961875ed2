/** Help for commands on policies, in English. */
import type { PolicyCommandHelp } from "./CommandHelp.ts"

const policy = "the policy file (else hearback.yaml, policy.yaml or the only *.policy.yaml, here or above)"
export const keyFile = "the file of its keys (else HEARBACK_KEY_FILE, else the name of the store with .keys behind it)"
export const people = "the people file (else people.yaml beside the policy)"
export const at = "as if it were then: 2026-11-16T09:40+08:00, or a local time in the policy's zone"

export const policyCommands: PolicyCommandHelp = {
  init: {
    summary: "start a policy: a small one with comments, a scenario, people, a README",
    about: "Writes files that pass `check` and `test`. Never overwrites a file unless told to.",
    arguments: { folder: "where to; the current folder without it" },
    options: {
      name: "id of the policy (else the folder's name)",
      pack: "extend this pack: a policy, its people and a scenario, in the language of the pack or of --lang",
      project: "a project of its own: also package.json and a program that runs",
      force: "overwrite files that are there"
    },
    examples: [
      ["hearback init", "start here"],
      ["hearback init my-loop --lang zh", "into a new folder, with Chinese words and comments"],
      ["hearback init complaints --pack uk-fca-disp", "a policy over a pack; `hearback pack` lists them"]
    ],
    exits: ["written", "never"]
  },
  check: {
    summary: "find what is wrong with policies, before they are live",
    about:
      "Reports all it can see at once: how files are written, names, tables with gaps or dead rows, gates nobody can pass. A file whose writing leaves in doubt what is meant is put right first; its contents are checked then. Simulation files and log mappings beside a policy are checked with it; one that is named, with the policy that it names.",
    arguments: { policy },
    options: {
      format:
        "pretty or compact for people; json; sarif for code hosts and editors, github for annotations of GitHub Actions, junit for CI servers",
      fix: "write the fixes that are certainly right into the files",
      "fail-on": "the least level that makes the answer no: error, warning or never",
      html: "also write the findings as one page, each beside the picture of what it concerns, in every language",
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
    about: "Without a code it lists all that `check` can find; with an area, such as clock, what it can find there.",
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
      "Order of the reference, words for quantities, one line where there is room. Comments stay, and so does the meaning.",
    arguments: {
      files:
        "policies, parts, scenarios, people files, simulation files, log mappings, or folders of them; the current folder without it"
    },
    options: {
      check: "write nothing; say no where something would change",
      keys: "the language of all keys and words of ours: zh-CN or en",
      flat: "print one policy merged with all that it extends, with where each part came from"
    },
    examples: [
      ["hearback fmt", "everything below this folder"],
      ["hearback fmt --check", "in CI"],
      ["hearback fmt policy.yaml --keys zh-CN", "English keys into Chinese ones, and back with en"],
      ["hearback fmt policy.yaml --flat", "what holds after extending, line by line"]
    ],
    exits: ["written, or nothing to write", "a file has errors, or --check found something"]
  },
  pack: {
    summary: "the packs that a policy may extend: list them, show one, lock those that a policy extends",
    about:
      "Shows what a pack promises, by which clauses, how far they were checked, and what it leaves to its heirs. A lock is a file beside the policy with the hash of each pack that it is read with; `check` finds where another release of Hearback brings another pack.",
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
      "Channels, categories, roles, departments, grades, facts, events, loops, gates with their evidence, clocks, messages, codes of refusals: flat types of TypeScript. Write it again when the policy has changed; do not edit it.",
    arguments: { policy },
    options: {
      output: "the file to write, also `-o`",
      check: "write nothing; say no where the file is not what would be written"
    },
    examples: [
      ["hearback types policy.yaml -o policy.gen.ts", "after each change of the policy"],
      ["hearback types policy.yaml -o policy.gen.ts --check", "in CI"]
    ],
    exits: ["written, or nothing to write", "--check found another file than would be written, or none"]
  },
  docs: {
    summary: "write a policy as a page that a manager reads: pictures, tables, messages",
    about:
      "One file that stands by itself, in every language, to read, to print and to send: the steps of each kind of feedback and what leads back, grades, deadlines beside the working hours, who is told and who may give how much, each message as it will look, and what `check` finds beside the part that it concerns. It needs a policy without errors, which must be put right first.",
    arguments: { policy },
    options: { output: "the page to write, also `-o`" },
    examples: [
      ["hearback docs policy.yaml -o policy.html", "the policy, for those who do not read YAML"],
      ["hearback docs policy.yaml -o policy.html --lang zh", "shown in Chinese at first"]
    ],
    exits: ["written", "never"]
  },
  diff: {
    summary: "compare two policies by what they do to cases, whatever way they are written",
    about:
      "Says which cases get another grade, loop, gate or deadline, and what changed in limits, owners, messages, words and retention: each with a case that shows it and its line in both files, what is weaker first. Layout, comments, the order and the language of keys make no difference.",
    arguments: {
      old: "the policy as it was",
      new: "the policy as it is to be",
      files: "with `--git`: what git adds behind the path"
    },
    options: {
      db: "also say which open and past cases of this store are touched, and how",
      "key-file": keyFile,
      git: "as the driver of `git diff`, which adds the path and both sides: git config diff.hearback.command 'hearback diff --git'",
      assert: "no-weaker: say no where something is weaker, or may be",
      html: "also write it as one page that stands by itself, in every language",
      markdown: "print Markdown for a pull request"
    },
    examples: [
      ["hearback diff a.policy.yaml b.policy.yaml", "what changes, and for whom"],
      ["hearback diff a.policy.yaml b.policy.yaml --assert no-weaker", "in CI: nobody is owed less than before"]
    ],
    exits: ["compared", "`--assert` does not hold"]
  },
  grade: {
    summary: "dry run: what would happen to this feedback, and which line says so",
    about: "Opens a case in memory, by the same step a real one takes, and shows what it led to. Nothing is stored.",
    arguments: { policy },
    options: {
      text: "the customer's own words",
      channel: "a channel of the policy (else its first)",
      fact: "a fact of the policy, as name=value",
      score: "the score, for a channel with a scale",
      kind: "complaint, suggestion, inquiry, praise or rating, where the host knows it",
      customer: "who says it; their facts come from the people file",
      contacts: "how many times they have come with this matter, this one included",
      as: "the person who takes it (else nobody: system:<channel>)",
      people,
      at
    },
    examples: [
      [
        'hearback grade policy.yaml --channel email --text "Third time my invoice is wrong. Unacceptable."',
        "what it would become, and why"
      ],
      ['hearback grade policy.yaml --text "damaged" --fact amount=1200 --at 2026-11-16T09:40', "facts and a time"],
      ["hearback grade policy.yaml --channel rating --score 3 --json", "a score alone, for a machine"]
    ],
    exits: ["it would open a case", "it would not: no words, or the policy refuses it"]
  },
  test: {
    summary: "run scenarios and show what was expected beside what happened",
    about: "Takes scenario files and folders; a folder is searched for *.scenario.yaml.",
    arguments: { files: "scenario files or folders; the current folder without it" },
    options: {
      coverage: "also which parts of the policy the scenarios exercise, and which not, each with its line",
      min: "the least coverage in percent; below it the answer is no",
      propose: "also scenarios to copy that exercise the rest, each tried; takes some seconds",
      mutate: "also which changes of the policy no scenario notices: a bound, a row, a gate, a limit; takes a while",
      most: "how many changes are tried; 100 without it"
    },
    examples: [
      ["hearback test", "every scenario below this folder"],
      ["hearback test --coverage --min 90", "and whether they exercise nine tenths of the policy"],
      ["hearback test policy.scenario.yaml --json", "one folder, for a machine"]
    ],
    exits: ["all scenarios hold", "one does not, or the coverage is below `--min`"]
  },
  simulate: {
    summary: "what if: weeks of feedback, staff and customers, in virtual time, with intervals",
    about:
      "Feedback arrives by chance, the people of the people file work on it by the same rules as real ones, customers answer. What nobody said is assumed, and the answer says so. The same seed gives the same answer.",
    arguments: { policy },
    options: {
      plan: "a *.simulation.yaml: what arrives, who works and how long, what customers do, what it costs",
      against:
        "hold it against another policy or another *.simulation.yaml: the same customers, differences with intervals, and which case changed first by which line",
      sweep: "one setting of the policy or of the simulation with each of several values: path=value,value",
      "staff-for": 'the smallest staff that keeps a target, such as "attainment.agreed >= 95%"',
      role: "whose number is varied for that (else the first role to which cases go)",
      sensitivity:
        "what moves a figure most, such as attainment.agreed (else the deadline that is met least often): arrivals, length of work, staff, one at a time",
      workers: "threads that run replications (else one for each core); the answer is the same",
      html: "write the answer as one page that stands by itself, in every language: pictures, tables, one case as it went",
      log: "write what happened in the first replication: a .xes file for process miners, else CSV",
      weeks: "how long feedback arrives (else 12)",
      "per-day": "how many pieces of feedback arrive a day on average",
      replications:
        "how often all of it is done with other chance (else 10 to 30, until the mean time to an answer is known to 10 %): more give narrower intervals",
      seed: "governs all chance: a whole number (else 1)",
      people
    },
    examples: [
      [
        "hearback simulate policy.yaml --weeks 1 --replications 2 --per-day 2",
        "a first look; what is not said is assumed"
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
        "how few people would do"
      ],
      [
        "hearback simulate policy.yaml --sensitivity time-to-answer --per-day 1 --weeks 1 --replications 2",
        "what matters most"
      ]
    ],
    exits: ["an answer", "work piles up: the staff cannot keep up with what arrives; or no staff keeps the target"]
  },
  backtest: {
    summary: "what this policy would have decided on the cases of a log",
    about:
      "Every case of the log is decided again by the rules of production, from what was known when: grades, owners, deadlines, gates, who may allow it. Compared with another version, or with what was decided then. A case that lacks what the policy reads is counted, and nothing is made up for it.",
    arguments: { policy },
    options: {
      log: "the event log of another system: CSV, or .xes",
      db: "the store whose own cases are decided again, where no log is given",
      "key-file": keyFile,
      map: "a *.mapping.yaml: which column is what, and what its words mean",
      baseline: "the version to compare with; else what the log says was decided",
      people,
      encoding: "how the CSV is written (else it tells by itself)",
      "fail-on":
        "bounds such as `newly-breached > 0, weaker > 1%`; one that holds is a no, and so is a run that decided no case",
      mine: "learn the table of a grade from the log, such as `grading.priority`, and print it",
      markdown: "print Markdown for a pull request",
      estimate:
        "estimate what would have happened as well: a simulation of the recorded arrivals, apart from what is exact",
      html: "also write it as one page that stands by itself, in every language",
      plan: "with --estimate: a *.simulation.yaml with what the log does not tell",
      weeks: "with --estimate: only what arrived in the last weeks of the log",
      replications: "with --estimate: how often it is simulated with other chance (default 10)",
      seed: "with --estimate: an integer that governs all chance (default 1)",
      workers: "with --estimate: how many threads (default one for each core); the answer is the same"
    },
    examples: [
      [
        "hearback backtest policy.yaml --log incidents.csv --map incidents.mapping.yaml",
        "beside what was decided then"
      ],
      [
        "hearback backtest policy.yaml --log incidents.csv --map incidents.mapping.yaml --baseline policy.yaml --fail-on 'weaker>0'",
        "beside another version; fails where a case would be graded weaker"
      ],
      ["hearback backtest policy.yaml --db loop.db --baseline a.policy.yaml", "on the cases of a store of yours"],
      [
        "hearback backtest policy.yaml --log incidents.csv --map incidents.mapping.yaml --mine grading.urgency",
        "learn a table from the log"
      ]
    ],
    exits: ["an answer, and no bound of `--fail-on` holds", "a bound holds, or no case was decided that could tell"]
  }
}
