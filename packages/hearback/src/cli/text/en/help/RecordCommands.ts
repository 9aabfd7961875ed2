/** Help for commands that look after a record, in English. */
import type { RecordCommandHelp } from "./CommandHelp.ts"
import { people } from "./PolicyCommands.ts"
import { store } from "./StoreCommands.ts"

export const recordCommands: RecordCommandHelp = {
  verify: {
    summary: "check the record: chains of events, signatures, and the rows derived from them",
    about:
      "An intact record is signed with a key of the key file and counted there, so that a record that is restored, cut or rewritten is noticed. Personal data erased by destroying its key does not damage the record.",
    arguments: {},
    options: {
      ...store,
      anchor: "compare the record with an anchor printed by `hearback anchor`"
    },
    examples: [
      ["hearback verify --db loop.db", "check the whole record"],
      ["hearback verify --db loop.db --anchor anchor.json", "is it still the record that was anchored?"],
      ["hearback verify --db loop.db --json", "for a machine"]
    ],
    exits: ["the record is intact", "it is not: each place is named"]
  },
  anchor: {
    summary: "print one hash of the whole record, to be kept elsewhere",
    about:
      "Anybody who can write both the store and the key file can create a new record that is consistent in itself. An earlier anchor that was printed, mailed or time-stamped reveals this: `hearback verify --anchor`.",
    arguments: {},
    options: { ...store },
    examples: [
      ["hearback anchor --db loop.db > anchor.json", "then keep the file out of reach"],
      ["hearback anchor --db loop.db --lang zh > anchor.json", "with the description in Chinese"]
    ],
    exits: ["printed", "never"]
  },
  rebuild: {
    summary: "rebuild the rows of lists, deadlines and the outbox from the events",
    about:
      "For rows that `verify` reports as different. No event is written or changed. Nothing is derived from damaged events.",
    arguments: {},
    options: {
      ...store,
      restored: "the store was deliberately restored from a copy: sign it again as it is"
    },
    examples: [
      ["hearback rebuild --db loop.db", "correct the rows"],
      ["hearback rebuild --db loop.db --restored", "after a backup was restored"]
    ],
    exits: ["every row matches the events", "never"]
  },
  db: {
    summary: "the tables of a store: version, migrations, copy to another database",
    about:
      "A new version of hearback may need new tables. `migrate` adds them; programs of the previous version continue to work with the store until `--contract` removes what only they used. `export` writes the contents of the store at one moment to a file and its keys to another, even while processes are running. `import` reads both into an empty store, in a file or in PostgreSQL, which then continues as the same store.",
    arguments: {
      action: "status (the default), migrate, print, export or import",
      files: "export, import: the file of the record, and the file of the keys"
    },
    options: {
      ...store,
      contract: "migrate: also remove what only programs of older versions used; they are refused afterwards"
    },
    examples: [
      ["hearback db status --db loop.db", "which version the tables have"],
      ["hearback db migrate --db loop.db", "after an upgrade of hearback, before its processes start"],
      ["hearback db print --db loop.db", "the statements of `migrate`, for the database administrator"],
      [
        "hearback db export record.ndjson keys.ndjson --db loop.db",
        "keep the two files separately: the keys open sealed data"
      ],
      ["hearback db import record.ndjson keys.ndjson --db new.db", "into an empty store"]
    ],
    exits: ["done, or nothing to do", "`status`: the tables need migration"]
  },
  work: {
    summary: "process what is due in a store, until interrupted",
    about:
      'A process that does the background work of a store. Messages are sent only with --deliver-to; without it they wait for your process with the channels (`run: "worker"`). Several may run, on several machines. It stops on SIGINT or SIGTERM, after finishing its current work.',
    arguments: {},
    options: {
      ...store,
      people,
      every: "the longest wait between two checks, in seconds (default: 10)",
      http: "answer /livez, /readyz and /metrics on this port",
      "deliver-to": "write all waiting messages, to customers and staff, to files in this folder"
    },
    examples: [
      ["hearback work --db loop.db", "beside a process that answers requests"],
      ["hearback work --db loop.db --http 9464 --deliver-to outbox", "with probes, and messages as files"]
    ],
    exits: ["it was interrupted and finished its current work", "never"]
  }
}
