/** The hearback command line, for whoever wants to run it inside another program. */
import { type ProcessExit, run as runOn } from "./cli/Run.ts"
import { processTerminal, type Terminal } from "./cli/terminal/Terminal.ts"

export type { ProcessExit, Terminal }

/** Runs a command line, without the program's name, and returns its exit code. */
export const run = (argv: readonly string[], terminal: Terminal = processTerminal()): Promise<ProcessExit> =>
  runOn(argv, terminal)
