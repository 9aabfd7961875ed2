/**
 * `check` without the other commands. Whoever writes a policy asks for it again and again, so the build makes one file of it
 * and of all that it needs.
 */
import { command } from "./command/Check.ts"
import { run as runOn } from "./ProgramRun.ts"
import { parse } from "./program/CommandLine.ts"
import { processTerminal } from "./terminal/Terminal.ts"

/** Runs a command line that asks for `check`. */
export const run = (argv: readonly string[]): ReturnType<typeof runOn> =>
  runOn(argv, processTerminal(), async () => ({ command, parse }))
