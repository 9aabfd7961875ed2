/** Functions that make a store, a channel or a loop for tests refuse unknown options, as `open` does. */
import { join } from "node:path"
import { consoleChannel, fileChannel } from "hearback/channels"
import { postgres } from "hearback/postgres"
import { sqlite, sqliteTables } from "hearback/sqlite"
import { runScenarioFile, testLoop } from "hearback/testing"
import { expect, it } from "vitest"
import { ofEachTest } from "./First.ts"

const policy = join(import.meta.dirname, "../../../examples/first/first.policy.yaml")
const scenarios = join(import.meta.dirname, "../../../examples/first/scenarios/none.scenario.yaml")
const own = ofEachTest()

const slips: Readonly<Record<string, readonly [make: () => unknown, says: RegExp]>> = {
  "a key file under another name": [
    () => sqlite(join(own.folder, "a.db"), { key: "/safe.keys" } as never),
    /`sqlite` has no option `key` \(did you mean `keys`\?\)/
  ],
  "another word for how it is written": [
    () => sqlite(join(own.folder, "a.db"), { synchronous: "ful" } as never),
    /did you mean `full`/
  ],
  "a length of time as a text": [() => sqlite(join(own.folder, "a.db"), { waitMs: "5 s" } as never), /`waitMs`/],
  "a file in the place of an address": [() => postgres({ url: "loop.db" }), /^`url` of `postgres` is not an address/],
  "an address in the place of a file": [
    () => sqlite("postgres://ann:secret@localhost/desk"),
    /^`sqlite` takes the path of a file, and this one begins with `postgres:`: [^@]*$/
  ],
  "a file by the scheme of SQLite": [() => sqliteTables("file:a.db"), /begins with `file:`/],
  "an address beside a pool": [
    () => postgres({ url: "postgres://localhost/desk", pool: { connect: async () => expect.fail() } as never }),
    /a `url` or a `pool`, not both/
  ],
  "options in the place of the path": [() => sqlite({ path: "a.db" } as never), /the path of `sqlite` is an object/],
  "options in the place of the folder": [() => fileChannel({ folder: "out" } as never), /the folder of `fileChannel`/],
  "options in the place of the name": [() => fileChannel("out", { name: "a" } as never), /the name of `fileChannel`/],
  "options in the place of a function": [() => consoleChannel({ write: 1 } as never), /`consoleChannel` writes with/],
  "a seed under another name": [
    () => testLoop(policy, { at: "2026-11-16 09:00", sead: 7 } as never),
    /`testLoop` has no option `sead` \(did you mean `seed`\?\)/
  ],
  "no instant": [() => testLoop(policy, {} as never), /`testLoop` needs `at`/],
  "a language that there is not": [
    () => runScenarioFile(scenarios, { language: "fr" } as never),
    /`language` of `runScenarioFile`/
  ]
}

it.each(Object.entries(slips))("%s is refused", async (_, [make, says]) => {
  const made = (async () => make())()
  await expect(made).rejects.toMatchObject({ code: "call/invalid", message: expect.stringMatching(says) })
})
