/** A process that appends without end and reports each answer, to be killed at any moment. */
import { writeSync } from "node:fs"
import type { Unit } from "@hearback/engine"
import { Sample } from "@hearback/engine/testing"
import { sqlite } from "../src/index.ts"

const [file = "", name = ""] = process.argv.slice(2)
const store = sqlite(file)

/** Returns a unit of two streams with everything that a unit can have; all writers share the second stream. */
const unit = (n: number, ledger: number): Unit => ({
  ...Sample.unit(`${name}/${n}`, [
    Sample.write(`case/${name}-${n}`, 0, {
      events: Sample.events(3),
      row: Sample.row(`${name}-${n}`, { dueAt: n }),
      intake: Sample.intakeRow(`${name}-${n}`)
    }),
    Sample.write("authority/agent-7", ledger)
  ]),
  outbox: [Sample.message(`case/${name}-${n}/1/1`)]
})

for (let n = 0; ; ) {
  const { version } = await store.load({ tenant: "acme", stream: "authority/agent-7" })
  const { result } = await store.append(unit(n, version))
  // Another writer was faster, so it decides again.
  if (result === "conflict") continue
  writeSync(1, `${n}\n`)
  n += 1
}
