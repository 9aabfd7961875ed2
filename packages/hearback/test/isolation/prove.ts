/** Makes all calls of two tenants in any order: `prove.ts isolation <how many> <first>`. */
import { observed } from "./Interleaving.ts"

const [name, count = "0", first = "0"] = process.argv.slice(2)

if (name === undefined) process.stdout.write(JSON.stringify(["two-tenants"]))
else {
  const began = performance.now()
  let histories = 0
  for (let seed = Number(first) * 1_000; histories < Number(count); seed++) {
    const found = await observed(seed)
    if (found !== undefined) {
      process.stderr.write(`seed ${seed}: ${found}\n`)
      process.exitCode = 1
      break
    }
    histories += 1
  }
  const seconds = (performance.now() - began) / 1000
  process.stdout.write(`${JSON.stringify({ law: name, histories, commands: histories * 60, seconds })}\n`)
}
