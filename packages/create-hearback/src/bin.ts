#!/usr/bin/env node
import { processTerminal } from "hearback/cli"

// The program is imported only after `hearback` has checked the version of Node.
const { create } = await import("./create.ts")
const { askOn } = await import("./question.ts")

const terminal = processTerminal()
const isAsked = process.stdin.isTTY === true && terminal.outIsTerminal
process.exitCode = await create(
  process.argv.slice(2),
  terminal,
  isAsked ? askOn(process.stdin, process.stdout) : undefined
)
