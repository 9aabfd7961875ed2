/** A process that seals and appends, and is killed: between a key and its event, or after some milliseconds. */
import { writeSync } from "node:fs"
import { seal } from "@hearback/engine"
import { Sample } from "@hearback/engine/testing"
import { sqlite } from "../src/index.ts"

const [file = "", name = "", ms = "0"] = process.argv.slice(2)
const store = sqlite(file)

if (name === "between") {
  writeSync(1, Buffer.from(await store.keys.keyOf("acme", "c-1")).toString("hex"))
  process.kill(process.pid, "SIGKILL")
}
const until = Date.now() + Number(ms)
// It is killed in the middle of any step.
for (let n = 0; ; n++) {
  const customer = `${name}-${n}`
  const sealing = seal(store.keys, "acme", customer, { verbatim: customer })
  if (Date.now() > until) process.kill(process.pid, "SIGKILL")
  const events = [Sample.event({ sealed: await sealing })]
  const append = store.append(Sample.unit(customer, [Sample.write(`case/${customer}`, 0, { events })]))
  if (Date.now() > until) process.kill(process.pid, "SIGKILL")
  await append
}
