/**
 * Runs a command line: finds the command, loads only this command, prints its answer and returns the exit code.
 *
 * The answer is written to stdout, everything else to stderr. No error is thrown from here.
 */

import { chooseLanguage, type Language, languageOf, shortName } from "../runtime/Language.ts"
import type { CommandOutput, CommandSpec, ExitCode, Json } from "./program/Command.ts"
import type { parse } from "./program/CommandLine.ts"
import { CannotRun, type CommandFault, isCannotRun } from "./program/Fault.ts"
import { speaking } from "./program/Invocation.ts"
import { version } from "./program/Version.ts"
import { makePaint } from "./terminal/Paint.ts"
import { makeProgress } from "./terminal/Progress.ts"
import { isColoured, type Terminal } from "./terminal/Terminal.ts"
import { escaping, showing } from "./terminal/VisibleText.ts"
import { languages, type Texts, textsOf } from "./text/Catalogue.ts"
import { type CommandName, commandMeant, everyName, flagCalled, flagsInEnglish } from "./text/Names.ts"

/** An exit code of the process. 130: interrupted. */
export type ProcessExit = ExitCode | 130

/** Loads a command together with the parser of its arguments. */
export type Load = (name: CommandName) => Promise<{ readonly command: CommandSpec; readonly parse: typeof parse }>

/** Runs a command line, without the program's name. */
export const run = async (written: readonly string[], on: Terminal, load: Load): Promise<ProcessExit> => {
  const argv = flagsInEnglish(written, (flag) => everywhere.has(flag))
  const json = argv.includes("--json") || flagOf(argv, "--format") === "json"
  const terminal = json ? escaping(on) : speaking(showing(on))
  const asked = flagOf(argv, "--lang")
  const language = chooseLanguage(asked, terminal.env)
  const texts = textsOf(language)
  const name = argv.find((word, i) => !word.startsWith("-") && argv[i - 1] !== "--lang")
  const progress = makeProgress(on, json)
  const paint = makePaint(isColoured(terminal, "out"))
  try {
    if (asked !== undefined && languageOf(asked) === undefined) throw unknownLanguage(asked, texts)
    if (argv.includes("--version")) return print(terminal, `${version ?? "source"}\n`)
    const asksHelp = argv.includes("--help") || argv.includes("-h")
    const isHelp = name !== undefined && flagsInEnglish([`--${name}`])[0] === "--help"
    if (name === undefined || (isHelp && argv.length === 1)) {
      const { page, helps } = await helpOf(language)
      const text = page.programHelp({ frame: texts.frame, language }, helps, paint, terminal.columns)
      return asksHelp || isHelp ? print(terminal, text) : complain(terminal, text)
    }
    const wanted = isHelp ? argv[argv.indexOf(name) + 1] : name
    const known = commandMeant(wanted ?? "")
    if (known === undefined) throw await unknownCommand(wanted ?? "", texts)
    const { command, parse } = await load(known)
    if (asksHelp || isHelp) {
      const { page, helps } = await helpOf(language)
      return print(
        terminal,
        page.commandHelp(command, { frame: texts.frame, language }, helps[known], paint, terminal.columns)
      )
    }
    const request = parse(command, argv.toSpliced(argv.indexOf(name), 1), texts.frame, language)
    const answer = await command.run(request, { terminal, language, texts, json, paint, progress })
    progress.done()
    return give(terminal, known, answer, json)
  } catch (error) {
    progress.done()
    if (terminal.interrupted.aborted) {
      terminal.err(`${[texts.frame.interrupted, progress.last() ?? []].flat().join(texts.frame.colon)}\n`)
      return 130
    }
    return fail(terminal, name ?? "", error, texts, json)
  }
}

/** The options that are read before it is known which command is meant. */
const everywhere: ReadonlySet<string> = new Set(["--json", "--lang", "--help", "--version", "--format"])

const flagOf = (argv: readonly string[], flag: string): string | undefined => {
  const at = argv.findLastIndex((word) => word === flag || word.startsWith(`${flag}=`))
  const word = argv[at]
  return word === flag ? argv[at + 1] : word?.slice(flag.length + 1)
}

/** Returns the maker of help pages with its texts. */
const helpOf = async (language: Language) => ({
  page: await import("./help/HelpPage.ts"),
  helps: (await import("./text/Helps.ts")).helps[language]
})

const print = (terminal: Terminal, text: string): ExitCode => {
  terminal.out(text)
  return 0
}

const complain = (terminal: Terminal, text: string): ExitCode => {
  terminal.err(text)
  return 2
}

const unknownCommand = async (word: string, { frame }: Texts): Promise<CannotRun> => {
  const { suggestionOf } = await import("./program/Suggestion.ts")
  return new CannotRun({
    code: "usage/unknown-command",
    message: frame.unknownCommand(word),
    help: suggestionOf(word, everyName("commands"), frame) ?? frame.seeHelp("")
  })
}

const unknownLanguage = (word: string, { frame }: Texts): CannotRun =>
  new CannotRun({
    code: "usage/bad-choice",
    message: frame.badChoice(flagCalled("--lang", "en"), word),
    expected: frame.oneOf(languages().map((language) => shortName(language)))
  })

const give = (terminal: Terminal, command: string, answer: CommandOutput, json: boolean): ExitCode => {
  if (json) terminal.out(objectOf(command, answer.exit === 0, answer.json))
  else terminal.out(answer.pretty())
  return answer.exit
}

const objectOf = (command: string, ok: boolean, rest: { readonly [key: string]: Json | undefined }): string =>
  `${JSON.stringify({ hearback: 1, command, ok, ...rest }, null, 2)}\n`

const fail = (terminal: Terminal, command: string, error: unknown, texts: Texts, json: boolean): ExitCode => {
  const fault = faultOf(error, texts)
  if (json) terminal.out(objectOf(command, false, { error: { ...fault } }))
  else terminal.err(faultText(fault, texts, isColoured(terminal, "err")))
  return 2
}

const faultText = (
  { code, message, place, expected, help }: CommandFault,
  { frame }: Texts,
  colour: boolean
): string => {
  const paint = makePaint(colour)
  const lines = [
    `${paint("bad", `${frame.fault}[${code}]`)}${frame.colon}${message}`,
    ...(place === undefined ? [] : [`  ${paint("dim", "-->")} ${place}`]),
    ...(expected === undefined ? [] : [`  ${paint("dim", "=")} ${frame.expected}${frame.colon}${expected}`]),
    ...(help === undefined ? [] : [`  ${paint("dim", "=")} ${frame.help}${frame.colon}${help}`])
  ]
  return `${lines.join("\n")}\n`
}

const ofDatabase: ReadonlySet<string> = new Set(["store/unavailable", "store/refused", "store/schema"])

/** Returns a message in the reader's language, if it comes from a database or exists only in English. */
const thrownText = (code: string, message: string, { fault }: Texts): Pick<CommandFault, "message" | "help"> => {
  if (ofDatabase.has(code)) return { message: fault.storeBroken, help: fault.storeSays(message) }
  return { message: code === "record/unreadable" ? fault.recordUnreadable(message) : message }
}

/**
 * Returns the message of an error. Errors of the facade have a code; any other error is a bug of this program and is
 * shown with its stack.
 */
const faultOf = (error: unknown, texts: Texts): CommandFault => {
  if (isCannotRun(error)) return error.fault
  if (error instanceof Error && "code" in error && "retryable" in error && typeof error.code === "string")
    return { code: error.code, ...thrownText(error.code, error.message, texts), retryable: error.retryable === true }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { code: "bug", message: `${texts.fault.bug}: ${stack}` }
}
