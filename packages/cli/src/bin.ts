#!/usr/bin/env node
import { run } from "./program/Run.ts"
import { processTerminal } from "./program/Terminal.ts"

void run(process.argv.slice(2), processTerminal()).then((code) => {
  process.exitCode = code
})
