#!/usr/bin/env node
import module from "node:module"

// Compiled once, the modules are read back at the next start: it must stand before they are loaded.
module.enableCompileCache()

const start = async (): Promise<void> => {
  const words = process.argv.slice(2)
  const { run } = words[0] === "check" ? await import("./cli/CheckAlone.ts") : await import("./cli.ts")
  process.exitCode = await run(words)
}

void start()
