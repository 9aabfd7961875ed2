#!/usr/bin/env node
import { processTerminal } from "hearback/cli"
import { create } from "./create.ts"
import { askOn } from "./question.ts"

const terminal = processTerminal()
const isAsked = process.stdin.isTTY === true && terminal.outIsTerminal
process.exitCode = await create(
  process.argv.slice(2),
  terminal,
  isAsked ? askOn(process.stdin, process.stdout) : undefined
)
