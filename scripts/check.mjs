// Everything that guards the project besides its tests, one line a guard, all of them whatever fails.
// Prints what a failing guard said, and how many passed and failed.
import { spawnSync } from "node:child_process"
import { appendFileSync } from "node:fs"

const guards = [
  ["types", "typecheck"],
  ["lint", "lint"],
  ["dead code", "deadcode"],
  ["schema drift", "schemas:check"],
  ["case list", "cases:check"],
  ["build", "build"],
  ["packed packages", "pack:check"]
]

let passed = 0
let failed = 0
for (const [name, script] of guards) {
  const began = Date.now()
  // pnpm is not needed but for building and packing; Node runs the rest.
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--run", script], {
    encoding: "utf8",
    maxBuffer: 1 << 28
  })
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  if (status === 0) passed++
  else {
    failed++
    process.stdout.write(`${stdout}${stderr}\n`)
  }
  process.stdout.write(`${status === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)\n`)
}
const tally = process.env.HEARBACK_TALLY
if (tally !== undefined) appendFileSync(tally, `${passed} ${failed}\n`)
process.exitCode = failed === 0 ? 0 : 1
