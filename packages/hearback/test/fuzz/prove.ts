/**
 * Gives random inputs: `prove.ts <subject> <how many> <first>`; without arguments it prints the names of the
 * subjects. A watchdog in a separate thread ends the run if one input takes a second of CPU time.
 */
import { Worker } from "node:worker_threads"
import { chanceOf } from "../simulation/Chance.ts"
import { subjects } from "./Subjects.ts"

const [name, count = "0", first = "0"] = process.argv.slice(2)

/** An input that never ends, to show that the watchdog detects it. */
let isFirst = true
const hang = async (): Promise<undefined> => {
  while (!isFirst) {}
  isFirst = false
  return undefined
}

/** The watchdog reads how many inputs were given, and the CPU time of the last one. */
const watch = `
const { workerData, parentPort } = require("node:worker_threads")
const given = new Int32Array(workerData)
let [before, since] = [-1, process.cpuUsage()]
setInterval(() => {
  if (given[0] !== before) [before, since] = [given[0], process.cpuUsage()]
  const { user, system } = process.cpuUsage(since)
  if (user + system < 1_000_000) return
  require("node:fs").writeSync(2, "input " + before + " has had a second of the processor, and is not done\\n")
  process.kill(process.pid, "SIGKILL")
}, 100)
`

if (name === undefined) process.stdout.write(JSON.stringify(Object.keys(subjects).map((one) => `fuzz-${one}`)))
else {
  const began = performance.now()
  const subject = name === "hang" ? { run: hang, share: 1, inputs: 1 } : subjects[name.replace("fuzz-", "")]
  if (subject === undefined) throw new Error(`there is no \`${name}\``)
  const given = new Int32Array(new SharedArrayBuffer(4))
  const [from, many] = [Number(first) * 10_000, Math.ceil(Number(count) * subject.share)]
  // Loading modules for the first input does not count.
  await subject.run(chanceOf(from))
  const watcher = new Worker(watch, { eval: true, workerData: given.buffer })
  let histories = 0
  for (let seed = from; histories < many; seed++) {
    Atomics.store(given, 0, seed)
    const found = await subject.run(chanceOf(seed)).catch((error: Error) => error.stack)
    if (found !== undefined) {
      process.stderr.write(`${name}, seed ${seed}: ${found}\n`)
      process.exitCode = 1
      break
    }
    histories += 1
  }
  await watcher.terminate()
  const seconds = (performance.now() - began) / 1000
  process.stdout.write(`${JSON.stringify({ law: name, histories, commands: histories * subject.inputs, seconds })}\n`)
}
