#!/usr/bin/env node
import module from "node:module"

// Node stores compiled modules and reuses them at the next start. This must be enabled before they are loaded.
module.enableCompileCache()

/**
 * The names of `check`. They repeat those of the file of names (a test compares them), because loading that file
 * takes time.
 */
const check: readonly (string | undefined)[] = ["check", "检查"]

const start = async (): Promise<void> => {
  const words = process.argv.slice(2)
  const { run } = check.includes(words[0]) ? await import("./cli/CheckProgram.ts") : await import("./cli.ts")
  process.exitCode = await run(words)
}

void start()
