// Longer proofs than a test run has time for: every law over many more generated commands, then the crash tests.
// HEARBACK_RUNS says how many runs a law makes (default 5,000); the seed is printed by each property that fails.
import { spawnSync } from "node:child_process"
import { join } from "node:path"

const root = join(import.meta.dirname, "..")
const runs = process.env.HEARBACK_RUNS ?? "5000"
const began = Date.now()
const { status } = spawnSync(
  process.execPath,
  [join(root, "node_modules/vitest/vitest.mjs"), "run", "prop.test", "crash", "Crash", "--testTimeout=1800000"],
  { cwd: root, stdio: "inherit", env: { ...process.env, HEARBACK_RUNS: runs } }
)
process.stdout.write(`proved with ${runs} runs a law in ${((Date.now() - began) / 1000).toFixed(0)} s\n`)
process.exitCode = status ?? 1
