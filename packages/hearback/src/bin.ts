#!/usr/bin/env node
/** Starts the command line where it is installed, and says how to install it where it is not. */
import { enableCompileCache } from "node:module"

// Compiled once, the modules are read back at the next start: it must stand before they are loaded.
enableCompileCache()

const start = async (): Promise<void> => {
  const { run } = await import("@hearback/cli")
  process.exitCode = await run(process.argv.slice(2))
}

start().catch((error: NodeJS.ErrnoException) => {
  const missing = error.code === "ERR_MODULE_NOT_FOUND" && error.message.includes("@hearback/cli")
  process.stderr.write(
    missing
      ? "The command line is a package of its own: npm install @hearback/cli\n"
      : `${error.stack ?? error.message}\n`
  )
  process.exitCode = 2
})
