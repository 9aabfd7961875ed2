/** Help for commands on a store, in English. */
import type { StoreCommandHelp } from "./CommandHelp.ts"
import { at, keyFile, people } from "./PolicyCommands.ts"

export const store = {
  db: "the store, one SQLite file or the address of a PostgreSQL database (else HEARBACK_DB)",
  "key-file": keyFile
}
const staff = { ...store, people }
const as = "who acts: an id of the people file"

export const storeCommands: StoreCommandHelp = {
  ingest: {
    summary: "feed a file of feedback into a store",
    about:
      "Reads CSV or NDJSON as a stream. Each row has a key (mapped, else the hash of the row), so running it again adds nothing. Rows that cannot be read go to quarantine with their line and the reason, and do not use their key.",
    arguments: { policy: "the policy file; a CSV or NDJSON file here is the input" },
    options: {
      input: "the file: .csv or .ndjson",
      map: "field=column, field:=constant, received:format=dd/MM/yyyy,zone=Europe/London; or a YAML file of such pairs",
      at: "the instant of the run; rows without a time of their own get it",
      window: "spread rows without a time over this length before the run, such as 30 days",
      seed: "a number that settles that spread",
      limit: "stop after this many rows",
      encoding: "how the file is written, where it cannot be told: utf-8, gb18030, big5, windows-1252 …",
      sort: "take rows in the order of their instants, whatever their order in the file; all are held in memory",
      history:
        "the rows were answered before: nothing is sent, each case is on record and closed, promises are judged by the columns `answered` and `closed` or stand as not known",
      "keep-going": "read on though the first 100 rows all fail for one reason",
      "virtual-time": "the store's time is what `tick --at` says, beginning with --at; for demonstrations",
      ...staff,
      policy: "the policy, where it does not stand first"
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
      "every row is a case, joined to one, there before, or in quarantine",
      "the first 100 rows all fail for one reason, or rows and outcomes do not add up"
    ]
  },
  worklist: {
    summary: "open cases, the nearest due date first",
    about: "One line a case. The cursor at the end gives the next page.",
    arguments: {},
    options: {
      ...staff,
      as: "what this person has to do: open cases that they own, and all that wait for their approval, check, review, signature …",
      owner: "only the cases of this owner",
      state: "open, customer-loop-closed, closed, expired or all",
      kind: "only this kind",
      category: "only this category, by name or title",
      customer: "only this customer",
      grade: "only this level of a grade, such as priority=P1",
      gate: "only cases on which this gate can be worked on now",
      from: "received from this date or instant on",
      to: "received up to this instant, or to the end of this date",
      order: "due or received",
      limit: "lines a page, at most 200",
      after: "the cursor of the page before",
      at: "measure lateness from then"
    },
    examples: [
      ["hearback worklist --db loop.db", "what is due next"],
      ["hearback worklist --db loop.db --as agent-7", "mine"],
      ["hearback worklist --db loop.db --state closed --order received --json", "for a machine"]
    ],
    exits: ["listed, even when empty", "never"]
  },
  list: {
    summary: "cases of any state, by what they are and by what customers said",
    about:
      "By the time of receipt. --text finds words in what customers said: it is kept sealed and without an index, so cases are opened one page after another until enough are found.",
    arguments: {},
    options: {
      text: "words that all stand in what the customer said",
      ...staff,
      as: "what this person has to do: open cases that they own, and all that wait for their approval, check, review, signature …",
      owner: "only the cases of this owner",
      state: "open, customer-loop-closed, closed, expired or all",
      kind: "only this kind",
      category: "only this category, by name or title",
      customer: "only this customer",
      grade: "only this level of a grade, such as priority=P1",
      gate: "only cases on which this gate can be worked on now",
      from: "received from this date or instant on",
      to: "received up to this instant, or to the end of this date",
      order: "due or received",
      limit: "lines a page, at most 200",
      after: "the cursor of the page before",
      at: "measure lateness from then"
    },
    examples: [
      ["hearback list --from 2026-11-01 --to 2026-11-30 --kind complaint --db loop.db", "complaints of a month"],
      ['hearback list --text "broken parcel" --grade urgency=urgent --db loop.db', "by words and grade"],
      ["hearback list --gate told --state open --db loop.db --json", "where the result is still to be told"]
    ],
    exits: ["listed, even when empty", "never"]
  },
  case: {
    summary: "one case: where its gates and clocks stand, and why",
    about: "With --why: everything that happened, each with the policy line that made it.",
    arguments: { id: "the case" },
    options: {
      ...staff,
      why: "the whole record, line by line",
      clock: "account for one deadline: what moved it, and how much of the time counted",
      all: "with --clock: every stretch of time, counted or not",
      as: `${as}; shows what they could do now`,
      "as-customer": "shows what this customer could do now",
      at: "measure lateness from then"
    },
    examples: [
      ["hearback case 2611-7Q2K9M --db loop.db", "as it stands"],
      ["hearback case 2611-7Q2K9M --db loop.db --why", "how it came to this"],
      ["hearback case 2611-7Q2K9M --db loop.db --clock agreed", "why this deadline"]
    ],
    exits: ["found", "there is no such case"]
  },
  act: {
    summary: "do something on a case: pass a gate, compensate, hand over …",
    about:
      "The verbs and arguments are those of scenarios. What the command asks for first may stand bare (`pass acknowledged`, `compensate 600`) or as its flag (`--gate`). Values that are JSON are read as JSON; `--field.name value` fills `fields`.",
    arguments: {
      case: "the case",
      command: "pass, reply, write, compensate, hand-over, accept, extend, close, reopen …",
      what: "the first thing the command asks for: a gate, a clock, an amount, a person"
    },
    options: {
      ...staff,
      as,
      "as-customer": "act as this customer, to record what they said themselves",
      key: "makes a repeat harmless: the same key gives the same answer",
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
    summary: "one customer: consents, questions that were asked, and preferences",
    about:
      "Without a wish or an event it only shows. An event of the host's asks by every active channel with that `ask-after`, whom it may; `tick` sends the question. Events about a case are `act <case> event <name>`.",
    arguments: { customer: "the customer's id" },
    options: {
      event: "report an event that the policy declares in `events`",
      give: "a consent that the customer gives",
      withdraw: "a consent that they withdraw",
      questions: "refused, or welcome again; answers they get all the same",
      key: "makes a repeat harmless: the same key does nothing twice",
      ...staff
    },
    examples: [
      ["hearback customer C-17 --db loop.db", "as it stands"],
      ["hearback customer C-17 --event delivered --key order-4711 --db loop.db", "an event that surveys wait for"],
      ["hearback customer C-17 --questions refused --db loop.db", "they do not want to be asked"]
    ],
    exits: ["shown, or done", "refused, with every rule that refuses it"]
  },
  tick: {
    summary: "tell the engine the time, so that what is due is processed",
    about:
      "Run it from cron where no process of yours tells the time. Messages leave only with --deliver-to: without it they wait for the process that has the channels. A future --at is refused unless the store keeps virtual time.",
    arguments: {},
    options: {
      ...staff,
      at: "the instant, with an offset (else now)",
      "deliver-to": "put all that waits, to customers and staff, into files in this folder"
    },
    examples: [
      ["hearback tick --db loop.db", "now"],
      ["hearback tick --db loop.db --deliver-to outbox", "no other process delivers: messages become files"],
      ["hearback tick --db loop.db --at 2026-11-17T09:00:00Z --json", "another instant, for a machine"]
    ],
    exits: ["done", "never"]
  },
  measures: {
    summary: "what happened in a period: every measure, beside the targets of the policy",
    about:
      "Counted from the record; a case counts as its own version of the policy says. Where no case belongs there is no figure: neither 0 nor 100 %; what needed no person is in no figure of answers. What fell due counts once it was told: `tick` first. A period that is over shows what was known at its end; what is known otherwise now is marked `now`.",
    arguments: {},
    options: {
      from: "from this date or instant on (else from the first case)",
      to: "up to this instant, or to the end of this date (else until now)",
      by: "the figures apart as well: by `person` or `department` (who answered for the case then), `category`, `kind`, `channel`, a grade of the policy, or a fact that is not personal",
      percentiles: "the time within which 75, 90 and 95 % of the cases lie",
      ...store
    },
    examples: [
      ["hearback measures --from 2026-11-01 --to 2026-11-30 --db loop.db", "a month"],
      ["hearback measures --by person --percentiles --db loop.db", "by who answered for the case"],
      ["hearback measures --db loop.db --json", "everything so far, for a machine"]
    ],
    exits: ["no target is missed", "a target is missed"]
  },
  review: {
    summary: "the material of a review: figures, cases to read, recurring problems",
    about:
      "The last whole period of a review that `learning.reviews` names, in the policy's zone, beside the period before. It shows what was known at the end of the period; what is known otherwise now is marked `now`. With --public what customers may read of `you-said-we-did`, as Markdown, without anything that tells who somebody is.",
    arguments: { name: "the review (else the only one; with several they are listed)" },
    options: { public: "you said, we did: the report to customers", at, ...store },
    examples: [
      ["hearback review case-review --db loop.db", "the last whole month of a monthly review"],
      ["hearback review case-review --at 2026-11-01 --db loop.db", "as it was due then"],
      ["hearback review --public --db loop.db > said-and-done.md", "for customers"]
    ],
    exits: ["no target is missed", "a target is missed"]
  },
  publish: {
    summary: "another version of the policy takes effect, on record",
    about:
      "Who may publish says the version in force (`authority.publish`), and so does whether somebody else has to sign: they publish the same file. A file with errors is refused, warnings are shown. New cases are opened under it at once, or from its `effective` date on; cases that are open stay with their version until they are moved. The first version of a new store is the one that `ingest` fills it under; no other command puts a policy in force.",
    arguments: { policy: "the policy file" },
    options: {
      as: "who publishes it",
      reason: "why; it stands on record",
      key: "a name for the publication: the same one publishes nothing twice",
      ...staff
    },
    examples: [
      [
        'hearback publish policy.yaml --db loop.db --as manager-3 --reason "new limits from the board"',
        "put it in force"
      ],
      [
        'hearback publish policy.yaml --db loop.db --as supervisor-2 --reason "looked at"',
        "sign it, where somebody has to"
      ]
    ],
    exits: ["published, or waiting for a signature", "refused: who may, or what is missing"]
  },
  versions: {
    summary: "what was published of the policy, by whom and why",
    about: "The last one first, with what comes into force later and what waits for a signature.",
    arguments: {},
    options: { ...store },
    examples: [
      ["hearback versions --db loop.db", "every version"],
      ["hearback versions --db loop.db --json", "with whole hashes"]
    ],
    exits: ["listed", "never"]
  },
  move: {
    summary: "open cases to another version of the policy, or to new holidays",
    about:
      "Cases stay with the version under which they were opened until they are moved; closed cases never change. A running clock does what `on-new-version` says there; one that the version lacks is cancelled. Who may move says the version in force (`authority.move`); a file of another policy is refused. Look first with --dry-run.",
    arguments: { policy: "the file of a version that is published (else the version in force)" },
    options: {
      "dry-run": "show what would change, and store nothing",
      calendars: "only count by the calendars of that version: holidays published since",
      case: "this case alone (may be given several times)",
      as: "who moves them (not with --dry-run)",
      reason: "why; it stands on the record of each case",
      key: "a name for the move: the same one moves nothing twice",
      ...staff
    },
    examples: [
      ["hearback move policy.yaml --db loop.db --dry-run", "each due before and after"],
      ['hearback move policy.yaml --db loop.db --as manager-3 --reason "from January on"', "move them"],
      [
        'hearback move --calendars --db loop.db --as manager-3 --reason "the year is published"',
        "count by holidays that were published meanwhile"
      ]
    ],
    exits: ["moved, or nothing to move", "refused, or a case that was named stays: closed, unknown or there already"]
  },
  quarantine: {
    summary: "what arrived and could not be read: list, show, release, reread",
    about:
      "Nothing is lost: what cannot be read waits here with its bytes and the reason. Release opens a case with the original receipt time. Reread reads rows of files again, all of them or those named, with a better mapping.",
    arguments: { action: "list (the default), show, release or reread", id: "the entry, for show, release and reread" },
    options: {
      ...staff,
      text: "release: the words that were missing",
      channel: "release: the channel",
      customer: "release: who said it",
      score: "release: the score",
      kind: "release: the kind",
      fact: "release: name=value",
      received: "release: when it was received",
      map: "reread: field=column, as for ingest",
      encoding: "reread: how the file was written"
    },
    examples: [
      ["hearback quarantine --db loop.db", "what waits"],
      ["hearback quarantine show q-3f9c21 --db loop.db", "one entry, as it came"],
      ['hearback quarantine release q-3f9c21 --text "the invoice is wrong" --db loop.db', "into a case"],
      ["hearback quarantine reread --map map.yaml --db loop.db", "every row again, by a better mapping"]
    ],
    exits: ["done", "there is no such entry, or one still cannot be read"]
  },
  undelivered: {
    summary: "messages that failed or were given up: list, retry",
    about:
      "A message that could not be sent is tried again, and stands here with what went wrong. One that its channel refuses, or that nobody takes for days, is given up and kept here with the reason. Retry offers it again as if it were new; the next `tick` sends it.",
    arguments: { action: "list (the default) or retry", ids: "messages, for retry" },
    options: { ...store, all: "retry: every message on the list" },
    examples: [
      ["hearback undelivered --db loop.db", "what did not arrive, and why"],
      ["hearback undelivered retry case/2611-7K3QZM/12/0 --db loop.db", "once its address is mended"],
      ["hearback undelivered retry --all --db loop.db", "after the channel was down"]
    ],
    exits: ["done", "no message of that name is on the list"]
  },
  erase: {
    summary: "erase the personal data of a customer, in every copy",
    about:
      "The customer's key is destroyed; the record stays whole and still verifies. Who may have it done says the policy in force (`authority.erase`). Refused while a case of theirs is open, to be kept by `retention`, or in quarantine. What `retention` lets go is erased by itself.",
    arguments: { customer: "the customer's id" },
    options: {
      as: "who has it done",
      "as-customer": "the customer themselves, where the policy lets them ask",
      reason: "why; it stands on the record of each case",
      "even-if-kept": "although something keeps it",
      ...staff
    },
    examples: [
      ['hearback erase C-17 --as manager-3 --reason "the customer asked" --db loop.db', "erase, or see what keeps it"],
      ["hearback erase C-17 --as manager-3 --reason asked --even-if-kept --db loop.db", "all the same"]
    ],
    exits: [
      "erased",
      "refused; or kept, with the cases and until when; or nothing is known of that id; or erased, with what has to be done again"
    ]
  }
}
