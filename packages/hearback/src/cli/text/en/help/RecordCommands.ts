/** Help for commands that look after a record, in English. */
import type { RecordCommandHelp } from "./CommandHelp.ts"
import { people } from "./PolicyCommands.ts"
import { store } from "./StoreCommands.ts"

export const recordCommands: RecordCommandHelp = {
  verify: {
    summary: "check the record: every chain of events, what was signed of it, and the rows that follow from it",
    about:
      "What is found whole is signed with a key of the key file, and counted there: a record that is put back, cut or made anew is noticed. Personal data that was erased by destroying its key does not break the record.",
    arguments: {},
    options: {
      ...store,
      anchor: "hold the record against an anchor that `hearback anchor` printed"
    },
    examples: [
      ["hearback verify --db loop.db", "walk the whole record"],
      ["hearback verify --db loop.db --anchor anchor.json", "is it still the record that was anchored?"],
      ["hearback verify --db loop.db --json", "for a machine"]
    ],
    exits: ["the record is whole", "it is not: each place is named"]
  },
  anchor: {
    summary: "print the record as it is now in one hash, to be kept elsewhere",
    about:
      "Who can write both the store and the key file can make a record anew that is whole in itself. An anchor that was printed, mailed or time-stamped before shows it: `hearback verify --anchor`.",
    arguments: {},
    options: { ...store },
    examples: [
      ["hearback anchor --db loop.db > anchor.json", "then keep the file where nobody reaches it"],
      ["hearback anchor --db loop.db --lang zh > anchor.json", "saying in Chinese what the file is"]
    ],
    exits: ["printed", "never"]
  },
  rebuild: {
    summary: "derive the rows of lists, due times and the outbox from the events again",
    about:
      "For rows that `verify` finds to differ. No event is written or changed. Where the events themselves are not whole nothing is derived from them.",
    arguments: {},
    options: {
      ...store,
      restored: "the store was put back from a copy on purpose: it is signed anew as it is"
    },
    examples: [
      ["hearback rebuild --db loop.db", "put rows right"],
      ["hearback rebuild --db loop.db --restored", "after a backup was restored"]
    ],
    exits: ["every row is as the events have it", "never"]
  },
  db: {
    summary: "the tables of a store: their version, migrations, a copy that goes into another database",
    about:
      "A new version of hearback may need tables that an older one has not made. `migrate` adds them; programs of the version before go on with the same store, until `--contract` takes away what only they used. `export` writes what the store holds at one moment into a file, and its keys into another; processes may be at work. `import` puts both into an empty store, in a file or in PostgreSQL, which then goes on as the same store.",
    arguments: {
      action: "status (the default), migrate, print, export or import",
      files: "export, import: the file of the record, and the file of the keys"
    },
    options: {
      ...store,
      contract: "migrate: take away, too, what only programs of older versions used; they are refused from then on"
    },
    examples: [
      ["hearback db status --db loop.db", "which version the tables have"],
      ["hearback db migrate --db loop.db", "after an upgrade of hearback, before its processes start"],
      ["hearback db print --db loop.db", "the statements of `migrate`, for whoever administers the database"],
      [
        "hearback db export record.ndjson keys.ndjson --db loop.db",
        "keep the two files apart: keys open what is sealed"
      ],
      ["hearback db import record.ndjson keys.ndjson --db new.db", "into an empty store"]
    ],
    exits: ["done, or nothing is to be done", "`status`: the tables are to be migrated"]
  },
  work: {
    summary: "keep telling a store the time, until it is interrupted",
    about:
      'A process that does the waiting work of a store: what is due is processed in time. Messages leave only with --deliver-to; without it they wait for a process of yours that has the channels (`run: "worker"`). Several may run, on several machines. It ends with SIGINT or SIGTERM, after what is in hand.',
    arguments: {},
    options: {
      ...store,
      people,
      every: "how many seconds to wait at most between two looks; default 10",
      http: "answer /livez, /readyz and /metrics at this port",
      "deliver-to": "put all that waits, to customers and staff, into files in this folder"
    },
    examples: [
      ["hearback work --db loop.db", "beside a process that answers calls"],
      ["hearback work --db loop.db --http 9464 --deliver-to outbox", "with probes, and messages as files"]
    ],
    exits: ["it was interrupted, and has finished what was in hand", "never"]
  }
}
