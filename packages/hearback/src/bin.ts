#!/usr/bin/env node
import module from "node:module"

// Compiled once, the modules are read back at the next start: it must stand before they are loaded.
module.enableCompileCache()

/** The names of `check`, as `cli/text/Names.ts` has them: a test holds them to it, since loading that file takes its time. */
const check: readonly (string | undefined)[] = ["check", "检查"]

const start = async (): Promise<void> => {
  const words = process.argv.slice(2)
  const { run } = check.includes(words[0]) ? await import("./cli/CheckProgram.ts") : await import("./cli.ts")
  process.exitCode = await run(words)
}

void start()
