// Runs all guards, even if some fail, and prints one line for each.
import { appendFileSync } from "node:fs"

/**
 * Runs guards. A guard is `[name, check]`. `check` returns what it measured, which is printed beside the name, or
 * throws what is wrong. Counts are added to the file that `HEARBACK_TALLY` names, where continuous integration sums
 * them.
 */
export async function runGuards(guards, atOnce = 1) {
  let failed = 0
  const waiting = [...guards]
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, check] = next
      const began = Date.now()
      const { passed, said } = await outcomeOf(check)
      const seconds = ((Date.now() - began) / 1000).toFixed(1)
      if (!passed) failed++
      if (!passed) process.stdout.write(`${said}\n`)
      const measured = passed && said ? `: ${said}` : ""
      process.stdout.write(`${passed ? "ok    " : "FAILED"} ${name}${measured} (${seconds} s)\n`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const tally = process.env.HEARBACK_TALLY
  if (tally !== undefined) appendFileSync(tally, `${guards.length - failed} ${failed}\n`)
  if (failed > 0) process.exitCode = 1
}

async function outcomeOf(check) {
  try {
    return { passed: true, said: await check() }
  } catch (error) {
    return { passed: false, said: error instanceof Problem ? error.message : error.stack }
  }
}

/** A fault that a guard found; printed without a stack. */
export class Problem extends Error {}
