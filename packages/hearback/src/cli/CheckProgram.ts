/**
 * Runs `check` without the other commands. Policy authors run it again and again, so the build makes a single file of
 * it with everything it needs.
 */
import { command } from "./command/Check.ts"
import { run as runOn } from "./ProgramRun.ts"
import { parse } from "./program/CommandLine.ts"
import { processTerminal } from "./terminal/Terminal.ts"

/** Runs a command line that asks for `check`. */
export const run = (argv: readonly string[]): ReturnType<typeof runOn> =>
  runOn(argv, processTerminal(), async () => ({ command, parse }))
