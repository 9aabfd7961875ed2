/** Help for commands on a store, in English. */
import type { StoreCommandHelp } from "./CommandHelp.ts"
import { at, keyFile, people } from "./PolicyCommands.ts"

export const store = {
  db: "the store: a SQLite file or the address of a PostgreSQL database (default: HEARBACK_DB)",
  "key-file": keyFile
}
const staff = { ...store, people }
const as = "who acts: an id from the people file"

export const storeCommands: StoreCommandHelp = {
  ingest: {
    summary: "read a file of feedback into a store",
    about:
      "Reads CSV or NDJSON as a stream. Each row has a key (mapped, or the hash of the row), so running it again adds nothing. Rows that cannot be read go to quarantine with their line and the reason; their key stays free.",
    arguments: { policy: "the policy file; a CSV or NDJSON file here is the input" },
    options: {
      input: "the file: .csv or .ndjson",
      map: "field=column, field:=constant, received:format=dd/MM/yyyy,zone=Europe/London; or a YAML file of such pairs",
      at: "the time of the run; rows without a time get it",
      window: "distribute rows without a time over this period before the run, such as 30 days",
      seed: "the number that determines this distribution",
      limit: "stop after this many rows",
      encoding: "the encoding of the file, if it is not detected: utf-8, gb18030, big5, windows-1252 …",
      sort: "read rows in order of time instead of their order in the file; all are held in memory",
      history:
        "the rows were answered before: nothing is sent, each case is recorded as closed, and promises are judged by the columns `answered` and `closed`, or are not known",
      "keep-going": "continue even if the first 100 rows all fail for the same reason",
      "virtual-time": "the store takes its time from `tick --at`, starting with --at; for demonstrations",
      ...staff,
      policy: "the policy, if it is not the first argument"
    },
    examples: [
      [
        "hearback ingest policy.yaml --db loop.db --input reviews.csv --map verbatim=text --map channel:=web",
        "a CSV file, column by column"
      ],
      ["hearback ingest policy.yaml --db loop.db --input feedback.ndjson --map map.yaml", "with a map file"],
      [
        "hearback ingest policy.yaml --db loop.db --input old.csv --map map.yaml --window '30 days' --seed 7",
        "rows without a time"
      ]
    ],
    exits: [
      "every row became a case, joined one, existed already, or is in quarantine",
      "the first 100 rows all fail for the same reason, or the counts of rows and results differ"
    ]
  },
  worklist: {
    summary: "open cases, the nearest deadline first",
    about: "One line per case. The cursor at the end gives the next page.",
    arguments: {},
    options: {
      ...staff,
      as: "the work of this person: open cases they own, and cases that wait for their approval, check, review, signature …",
      owner: "only the cases of this owner",
      state: "open, customer-loop-closed, closed, expired or all",
      kind: "only this kind",
      category: "only this category, by name or title",
      customer: "only this customer",
      grade: "only this level of a grade, such as priority=P1",
      gate: "only cases in which this gate is open",
      from: "received on or after this date or time",
      to: "received before this time, or up to the end of this date",
      order: "due or received",
      limit: "lines per page, at most 200",
      after: "the cursor of the previous page",
      at: "measure lateness from this time"
    },
    examples: [
      ["hearback worklist --db loop.db", "what is due next"],
      ["hearback worklist --db loop.db --as agent-7", "the work of agent-7"],
      ["hearback worklist --db loop.db --state closed --order received --json", "for a machine"]
    ],
    exits: ["listed, even if empty", "never"]
  },
  list: {
    summary: "cases in any state, by their properties and by customers' words",
    about:
      "In order of receipt. --text searches customers' words. These are sealed and have no index, so cases are opened page by page until enough are found.",
    arguments: {},
    options: {
      text: "words that all occur in what the customer said",
      ...staff,
      as: "the work of this person: open cases they own, and cases that wait for their approval, check, review, signature …",
      owner: "only the cases of this owner",
      state: "open, customer-loop-closed, closed, expired or all",
      kind: "only this kind",
      category: "only this category, by name or title",
      customer: "only this customer",
      grade: "only this level of a grade, such as priority=P1",
      gate: "only cases in which this gate is open",
      from: "received on or after this date or time",
      to: "received before this time, or up to the end of this date",
      order: "due or received",
      limit: "lines per page, at most 200",
      after: "the cursor of the previous page",
      at: "measure lateness from this time"
    },
    examples: [
      ["hearback list --from 2026-11-01 --to 2026-11-30 --kind complaint --db loop.db", "complaints of a month"],
      ['hearback list --text "broken parcel" --grade urgency=urgent --db loop.db', "by words and grade"],
      ["hearback list --gate told --state open --db loop.db --json", "cases whose result is still to be told"]
    ],
    exits: ["listed, even if empty", "never"]
  },
  case: {
    summary: "one case: the state of its gates and clocks, and why",
    about: "With --why: everything that happened, each event with the policy line that caused it.",
    arguments: { id: "the case" },
    options: {
      ...staff,
      why: "the whole record, line by line",
      clock: "explain one deadline: what moved it, and how much time counted",
      all: "with --clock: every period of time, counted or not",
      as: `${as}; shows what they may do now`,
      "as-customer": "shows what this customer may do now",
      at: "measure lateness from this time"
    },
    examples: [
      ["hearback case 2611-7Q2K9M --db loop.db", "its current state"],
      ["hearback case 2611-7Q2K9M --db loop.db --why", "how it got there"],
      ["hearback case 2611-7Q2K9M --db loop.db --clock agreed", "why the deadline is then"]
    ],
    exits: ["found", "there is no such case"]
  },
  act: {
    summary: "do something on a case: pass a gate, compensate, hand over …",
    about:
      "Commands and arguments are those of scenarios. The first argument of a command may be given alone (`pass acknowledged`, `compensate 600`) or as an option (`--gate`). JSON values are read as JSON; `--field.name value` fills `fields`.",
    arguments: {
      case: "the case",
      command: "pass, reply, write, compensate, hand-over, accept, extend, close, reopen …",
      what: "the first argument of the command: a gate, a clock, an amount, a person"
    },
    options: {
      ...staff,
      as,
      "as-customer": "act as this customer, to record what they said",
      key: "makes repetition safe: the same key gives the same answer",
      "if-version": "only if nothing has happened since this version"
    },
    examples: [
      ["hearback act 2611-7Q2K9M pass acknowledged --as agent-7 --db loop.db", "pass a gate"],
      [
        'hearback act 2611-7Q2K9M compensate --amount 600 --reason "third error" --as agent-7 --db loop.db',
        "give money back"
      ],
      ["hearback act 2611-7Q2K9M hand-over --to supervisor-2 --reason absent --as agent-7 --db loop.db", "hand over"]
    ],
    exits: ["done, or accepted and waiting for approval", "refused, with every rule that refuses it"]
  },
  customer: {
    summary: "one customer: consents, questions asked, and preferences",
    about:
      "Without a change or an event, only shows the customer. An event of the host triggers a question by every active channel with that `ask-after`, if the customer may be asked; `tick` sends it. For events about a case use `act <case> event <name>`.",
    arguments: { customer: "the customer's id" },
    options: {
      event: "report an event that the policy declares in `events`",
      give: "a consent that the customer gives",
      withdraw: "a consent that they withdraw",
      questions: "refused, or welcome again; answers are sent in either case",
      key: "makes repetition safe: nothing is done twice with the same key",
      ...staff
    },
    examples: [
      ["hearback customer C-17 --db loop.db", "its current state"],
      ["hearback customer C-17 --event delivered --key order-4711 --db loop.db", "an event that surveys wait for"],
      ["hearback customer C-17 --questions refused --db loop.db", "they do not want to be asked"]
    ],
    exits: ["shown, or done", "refused, with every rule that refuses it"]
  },
  tick: {
    summary: "process what is due now",
    about:
      "Run it from cron if no process of yours does this. Messages are sent only with --deliver-to; without it they wait for the process with the channels. A future --at is refused unless the store uses virtual time.",
    arguments: {},
    options: {
      ...staff,
      at: "the time, with an offset (default: now)",
      "deliver-to": "write all waiting messages, to customers and staff, to files in this folder"
    },
    examples: [
      ["hearback tick --db loop.db", "now"],
      ["hearback tick --db loop.db --deliver-to outbox", "if no other process delivers: messages become files"],
      ["hearback tick --db loop.db --at 2026-11-17T09:00:00Z --json", "another time, for a machine"]
    ],
    exits: ["done", "never"]
  },
  measures: {
    summary: "every measure of a period, with the targets of the policy",
    about:
      "Counted from the record; each case counts by its own version of the policy. A measure without cases has no figure: neither 0 nor 100%. Cases that needed no person are not in the figures about answers. A deadline counts once it has been processed, so run `tick` first. A past period shows what was known at its end; later changes are marked `now`.",
    arguments: {},
    options: {
      from: "from this date or time (default: the first case)",
      to: "up to this time, or to the end of this date (default: now)",
      by: "also show the figures by `person` or `department` (who owned the case then), `category`, `kind`, `channel`, a grade of the policy, or a fact that is not personal",
      percentiles: "also show the time within which 75%, 90% and 95% of the cases fall",
      ...store
    },
    examples: [
      ["hearback measures --from 2026-11-01 --to 2026-11-30 --db loop.db", "a month"],
      ["hearback measures --by person --percentiles --db loop.db", "by owner of the case"],
      ["hearback measures --db loop.db --json", "everything so far, for a machine"]
    ],
    exits: ["no target is missed", "a target is missed"]
  },
  review: {
    summary: "material for a review: figures, cases to read, recurring problems",
    about:
      "The last complete period of a review in `learning.reviews`, in the policy's zone, compared with the period before. It shows what was known at the end of the period; later changes are marked `now`. With --public: the report to customers (`you-said-we-did`) as Markdown, without anything that identifies a person.",
    arguments: { name: "the review (default: the only one; if there are several, they are listed)" },
    options: { public: "you said, we did: the report to customers", at, ...store },
    examples: [
      ["hearback review case-review --db loop.db", "the last complete month of a monthly review"],
      ["hearback review case-review --at 2026-11-01 --db loop.db", "the review that was due then"],
      ["hearback review --public --db loop.db > said-and-done.md", "for customers"]
    ],
    exits: ["no target is missed", "a target is missed"]
  },
  publish: {
    summary: "publish another version of the policy",
    about:
      "The version in force says who may publish (`authority.publish`) and whether somebody else has to sign, by publishing the same file. A file with errors is refused; warnings are shown. New cases use the new version at once, or from its `effective` date; open cases keep their version until they are moved. The first version of a new store is the one used by `ingest`; no other command puts a policy in force.",
    arguments: { policy: "the policy file" },
    options: {
      as: "who publishes it",
      reason: "why; it is recorded",
      key: "makes repetition safe: nothing is published twice with the same key",
      ...staff
    },
    examples: [
      ['hearback publish policy.yaml --db loop.db --as manager-3 --reason "new limits from the board"', "publish it"],
      [
        'hearback publish policy.yaml --db loop.db --as supervisor-2 --reason "looked at"',
        "sign it, if a signature is required"
      ]
    ],
    exits: ["published, or waiting for a signature", "refused, with the reason"]
  },
  versions: {
    summary: "the published versions of the policy, by whom and why",
    about: "The latest first, including versions that take effect later or need a signature.",
    arguments: {},
    options: { ...store },
    examples: [
      ["hearback versions --db loop.db", "every version"],
      ["hearback versions --db loop.db --json", "with complete hashes"]
    ],
    exits: ["listed", "never"]
  },
  move: {
    summary: "move open cases to another version of the policy, or to new holidays",
    about:
      "Cases keep the version under which they were opened until they are moved; closed cases never change. A running clock follows its `on-new-version` in the new version; a clock that the new version lacks is cancelled. The version in force says who may move cases (`authority.move`); a file of another policy is refused. Check first with --dry-run.",
    arguments: { policy: "the file of a published version (default: the version in force)" },
    options: {
      "dry-run": "show what would change, and store nothing",
      calendars: "only apply the calendars of that version, such as newly published holidays",
      case: "only this case (may be given several times)",
      as: "who moves them (not with --dry-run)",
      reason: "why; it is recorded on each case",
      key: "makes repetition safe: nothing is moved twice with the same key",
      ...staff
    },
    examples: [
      ["hearback move policy.yaml --db loop.db --dry-run", "each deadline before and after"],
      ['hearback move policy.yaml --db loop.db --as manager-3 --reason "from January on"', "move them"],
      [
        'hearback move --calendars --db loop.db --as manager-3 --reason "the year is published"',
        "apply newly published holidays"
      ]
    ],
    exits: ["moved, or nothing to move", "refused, or a named case is closed, unknown or already moved"]
  },
  quarantine: {
    summary: "feedback that could not be read: list, show, release, reread",
    about:
      "Nothing is lost: what cannot be read is kept here as received, with the reason. `release` opens a case with the original time of receipt. `reread` reads rows of files again, all or those named, with a better mapping.",
    arguments: { action: "list (the default), show, release or reread", id: "the entry, for show, release and reread" },
    options: {
      ...staff,
      text: "release: the words that were missing",
      channel: "release: the channel",
      customer: "release: the customer",
      score: "release: the score",
      kind: "release: the kind",
      fact: "release: name=value",
      received: "release: when it was received",
      map: "reread: field=column, as for ingest",
      encoding: "reread: the encoding of the file"
    },
    examples: [
      ["hearback quarantine --db loop.db", "all entries"],
      ["hearback quarantine show q-3f9c21 --db loop.db", "one entry, as received"],
      ['hearback quarantine release q-3f9c21 --text "the invoice is wrong" --db loop.db', "open it as a case"],
      ["hearback quarantine reread --map map.yaml --db loop.db", "read every row again with a better mapping"]
    ],
    exits: ["done", "there is no such entry, or it still cannot be read"]
  },
  undelivered: {
    summary: "messages that failed or were given up: list, retry",
    about:
      "A message that could not be sent is tried again and listed here with the fault. A message that its channel refuses, or that cannot be sent for days, is given up and kept here with the reason. `retry` treats it as new; the next `tick` sends it.",
    arguments: { action: "list (the default) or retry", ids: "messages, for retry" },
    options: { ...store, all: "retry: every message on the list" },
    examples: [
      ["hearback undelivered --db loop.db", "undelivered messages, and why"],
      ["hearback undelivered retry case/2611-7K3QZM/12/0 --db loop.db", "once its address is corrected"],
      ["hearback undelivered retry --all --db loop.db", "after the channel was down"]
    ],
    exits: ["done", "no such message is on the list"]
  },
  erase: {
    summary: "erase the personal data of a customer, in every copy",
    about:
      "The customer's key is destroyed; the record stays intact and can still be verified. The policy in force says who may do this (`authority.erase`). It is refused while a case of the customer is open, in quarantine, or must be kept by `retention`. When the retention period ends, data is erased automatically.",
    arguments: { customer: "the customer's id" },
    options: {
      as: "who erases",
      "as-customer": "the customer, if the policy allows it",
      reason: "why; it is recorded on each case",
      "even-if-kept": "erase even if something requires keeping it",
      ...staff
    },
    examples: [
      [
        'hearback erase C-17 --as manager-3 --reason "the customer asked" --db loop.db',
        "erase, or see what prevents it"
      ],
      ["hearback erase C-17 --as manager-3 --reason asked --even-if-kept --db loop.db", "erase anyway"]
    ],
    exits: [
      "erased",
      "refused; or kept, with the cases and until when; or the id is not known; or erased, with what still has to be done"
    ]
  }
}
