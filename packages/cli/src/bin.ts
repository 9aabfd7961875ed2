#!/usr/bin/env node
import { run } from "./program/Run.ts"
import { processTerminal } from "./program/Terminal.ts"

// A reader such as `head` may close the pipe early; that is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0)
  throw error
})

void run(process.argv.slice(2), processTerminal()).then((code) => {
  process.exitCode = code
})
