/** The description of a command: its arguments and options, and a function that returns one answer. */

import type { Language } from "../../runtime/Language.ts"
import type { Paint } from "../terminal/Paint.ts"
import type { ProgressLine } from "../terminal/Progress.ts"
import type { Terminal } from "../terminal/Terminal.ts"
import type { Texts } from "../text/Catalogue.ts"
import type { CommandName, Flag, HelpPlaceholder } from "../text/Names.ts"

/** The exit code. 0: yes; 1: the answer is no; 2: the command could not run. */
export type ExitCode = 0 | 1 | 2

/** Plain JSON, as printed. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/** An argument of a command. */
export interface PositionalArgument {
  readonly name: HelpPlaceholder
  readonly required?: true
  /** A flag with which it may be absent. */
  readonly unless?: Flag
  /** Whether it can be given one or more times. */
  readonly many?: true
}

/** An option of a command. */
export interface Option {
  readonly flag: Flag
  /** The placeholder of its value in help; without it the flag is a switch. */
  readonly value?: HelpPlaceholder
  /** Whether the flag also has a meaning without its value. */
  readonly mayStandAlone?: true
  readonly required?: true
  /** Whether it can be given several times. */
  readonly many?: true
  readonly choices?: readonly string[]
  /** Returns the word of a choice in a language, which is also accepted. Default: that of the table `choice`. */
  readonly called?: (choice: string, language: Language) => string
}

/** Options that every command has. */
export const common: readonly Option[] = [{ flag: "--json" }, { flag: "--lang", value: "language" }, { flag: "--help" }]

/** A command. */
export interface CommandSpec {
  readonly name: CommandName
  readonly arguments: readonly PositionalArgument[]
  readonly options: readonly Option[]
  /** Whether it also accepts `--any-name value` as arguments. */
  readonly open?: true
  /** Words that such a command accepts, each with its own flags; listed in help. */
  readonly verbs?: (language: Language) => readonly (readonly [verb: string, says: string])[]
  readonly run: (request: Request, context: CommandContext) => Promise<CommandOutput>
}

/** The parsed arguments and options of one call. */
export interface Request {
  readonly arguments: readonly string[]
  /** Returns the value of a flag; the last one if it was given twice. */
  readonly one: (flag: string) => string | undefined
  readonly many: (flag: string) => readonly string[]
  readonly has: (flag: string) => boolean
  /** Flags beyond the options of the command, in the given order. */
  readonly rest: readonly (readonly [name: string, value: string])[]
}

/** What a running command can use. */
export interface CommandContext {
  readonly terminal: Terminal
  readonly language: Language
  readonly texts: Texts
  readonly json: boolean
  /** Paints text for stdout. */
  readonly paint: Paint
  readonly progress: ProgressLine
}

/** One answer in both forms. The command does not decide which one is printed. */
export interface CommandOutput {
  readonly exit: ExitCode
  /** What the object has in addition to `hearback`, `command` and `ok`. */
  readonly json: { readonly [key: string]: Json | undefined }
  /** Text for people; it ends with a line break unless it is empty. */
  readonly pretty: () => string
}
