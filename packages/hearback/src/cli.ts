/** The hearback command line, for programs that run it themselves. */
import { load } from "./cli/Commands.ts"
import { type ProcessExit, run as runOn } from "./cli/ProgramRun.ts"
import { processTerminal, type Terminal } from "./cli/terminal/Terminal.ts"

export { chooseLanguage, type Language, languageOf, shortName, spoken } from "./runtime/Language.ts"
export { type ProcessExit, processTerminal, type Terminal }

/** Runs a command line, given without the name of the program, and returns its exit code. */
export const run = (argv: readonly string[], terminal: Terminal = processTerminal()): Promise<ProcessExit> =>
  runOn(argv, terminal, load)
