/**
 * Simulates lives with faults: `prove.ts fault-simulation <how many> <first>`, or one by `prove.ts seed <seed>`.
 * Prints figures as JSON. A life that breaks a law ends the run, with its steps and the command that repeats it.
 */
import { again, simulate } from "./Simulation.ts"

/** Runs that begin at the same time use different seeds. */
const apart = 1_000

const [name, count = "1", first = "0"] = process.argv.slice(2)

if (name === undefined) process.stdout.write(JSON.stringify(["fault-simulation"]))
else {
  const began = performance.now()
  const figures = { histories: 0, commands: 0, kills: 0, messages: 0 }
  const from = name === "seed" ? Number(count) : Number(first) * apart
  const to = name === "seed" ? from + 1 : from + Number(count)
  for (let seed = from; seed < to; seed++) {
    const { trace, violation, ...done } = await simulate(seed)
    if (violation !== undefined) {
      process.stderr.write(`${trace.join("\n")}\nseed ${seed}: ${violation}\nAgain: ${again(seed)}\n`)
      process.exitCode = 1
      break
    }
    figures.histories += 1
    figures.commands += done.commands
    figures.kills += done.kills
    figures.messages += done.messages
  }
  process.stdout.write(`${JSON.stringify({ law: name, ...figures, seconds: (performance.now() - began) / 1000 })}\n`)
}
