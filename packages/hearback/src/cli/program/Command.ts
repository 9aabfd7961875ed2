/** What a command is: its words on the command line, and a run that gives one answer. */

import type { Language } from "../../runtime/Language.ts"
import type { Paint } from "../terminal/Paint.ts"
import type { ProgressLine } from "../terminal/Progress.ts"
import type { Terminal } from "../terminal/Terminal.ts"
import type { Texts } from "../text/Catalogue.ts"
import type { CommandName, Flag, HelpPlaceholder } from "../text/Names.ts"

/** 0 yes · 1 the answer is no · 2 could not run. */
export type ExitCode = 0 | 1 | 2

/** Plain JSON, as printed. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

export interface PositionalArgument {
  readonly name: HelpPlaceholder
  readonly required?: true
  /** A flag beside which it may be absent. */
  readonly unless?: Flag
  /** One or more. */
  readonly many?: true
}

export interface Option {
  readonly flag: Flag
  /** What stands for its value in help; without it the flag is a switch. */
  readonly value?: HelpPlaceholder
  /** The flag says something without its value too. */
  readonly mayStandAlone?: true
  readonly required?: true
  /** May be given several times. */
  readonly many?: true
  readonly choices?: readonly string[]
  /** The word of a choice in a language, which is taken too. Default: that of the table `choice`. */
  readonly called?: (choice: string, language: Language) => string
}

/** Options that every command has. */
export const common: readonly Option[] = [{ flag: "--json" }, { flag: "--lang", value: "language" }, { flag: "--help" }]

export interface CommandSpec {
  readonly name: CommandName
  readonly arguments: readonly PositionalArgument[]
  readonly options: readonly Option[]
  /** Takes `--any-name value` beyond its options, as arguments of what it does. */
  readonly open?: true
  /** Words that an open command takes, each with its own flags: listed in help. */
  readonly verbs?: (language: Language) => readonly (readonly [verb: string, says: string])[]
  readonly run: (request: Request, context: CommandContext) => Promise<CommandOutput>
}

export interface Request {
  readonly arguments: readonly string[]
  /** Returns the value of a flag, the last where it was given twice. */
  readonly one: (flag: string) => string | undefined
  readonly many: (flag: string) => readonly string[]
  readonly has: (flag: string) => boolean
  /** Flags of an open command, in the order given. */
  readonly rest: readonly (readonly [name: string, value: string])[]
}

export interface CommandContext {
  readonly terminal: Terminal
  readonly language: Language
  readonly texts: Texts
  readonly json: boolean
  /** Colours of stdout. */
  readonly paint: Paint
  readonly progress: ProgressLine
}

/** One answer in both renderings; which one is printed is not the command's business. */
export interface CommandOutput {
  readonly exit: ExitCode
  /** What stands beside `hearback`, `command` and `ok` in the object. */
  readonly json: { readonly [key: string]: Json | undefined }
  /** Text for people, with a line break at its end unless empty. */
  readonly pretty: () => string
}
