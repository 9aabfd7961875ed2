/** The words of a command line to a request. The one place that knows commander. */
import { Command, CommanderError, Option as CommanderOption } from "commander"
import type { Language } from "../../runtime/Language.ts"
import type { Frame } from "../text/Frame.ts"
import { flagCalled, flagsInEnglish } from "../text/Names.ts"
import { choiceMeant, choicesIn } from "./Choice.ts"
import { type CommandSpec, common, type Option, type Request } from "./Command.ts"
import { cannotRun } from "./Fault.ts"
import { notAmong, suggestionOf } from "./Suggestion.ts"

type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

/** Reads the words behind a command's name. Throws `CannotRun` with what was wrong and what was meant. */
export const parse = (spec: CommandSpec, written: readonly string[], texts: Frame, language: Language): Request => {
  const flags = optionsOf(spec).map(({ flag }) => flag)
  // What an open command does has flags of its own, by the keys of scenarios.
  const words = flagsInEnglish(written, spec.open === true ? (flag) => flags.includes(flag) : undefined)
  const [known, rest] = spec.open === true ? apart(spec, words, texts) : [words, []]
  const command = new Command(spec.name)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .helpOption(false)
  for (const { name, required, many } of spec.arguments) {
    const inside = many === true ? `${name}...` : name
    command.argument(required === true ? `<${inside}>` : `[${inside}]`)
  }
  for (const option of optionsOf(spec)) command.addOption(made(option))
  try {
    command.parse([...known], { from: "user" })
  } catch (error) {
    if (error instanceof CommanderError) return refused(spec, error, known, texts)
    throw error
  }
  const values = command.opts<Values>()
  for (const { flag, required } of spec.options)
    if (required === true && values[keyOf(flag)] === undefined)
      cannotRun({
        code: "usage/missing-option",
        message: texts.optionMissing(flag),
        help: texts.seeHelp(`${spec.name} `)
      })
  return requestOf(command.args, { ...values, ...choicesOf(spec, values, texts, language) }, rest)
}

const optionsOf = ({ options }: CommandSpec): readonly Option[] => [...options, ...common]

const keyOf = (flag: string): string => flag.slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

const made = ({ flag, value, mayStandAlone, many }: Option): CommanderOption => {
  const short = flag === "--help" ? "-h, " : ""
  const taken = value === undefined ? "" : mayStandAlone === true ? ` [${value}]` : ` <${value}>`
  const option = new CommanderOption(`${short}${flag}${taken}`)
  return many === true
    ? option.argParser((word: string, before: readonly string[] | undefined) => [...(before ?? []), word])
    : option
}

const requestOf = (args: readonly string[], values: Values, rest: Request["rest"]): Request => ({
  arguments: args,
  one: (flag) => {
    const value = values[keyOf(`--${flag}`)]
    return typeof value === "string" ? value : Array.isArray(value) ? String(value.at(-1)) : undefined
  },
  many: (flag) => {
    const value = values[keyOf(`--${flag}`)]
    return typeof value === "string" ? [value] : Array.isArray(value) ? value.map(String) : []
  },
  has: (flag) => values[keyOf(`--${flag}`)] === true,
  rest
})

/** Returns the values that are choices, each by its English word. */
const choicesOf = (spec: CommandSpec, values: Values, texts: Frame, language: Language): Values =>
  Object.fromEntries(
    spec.options.flatMap(({ flag, choices, called }) => {
      const value = values[keyOf(flag)]
      if (choices === undefined || typeof value !== "string") return []
      const meant = choiceMeant(value, choices, called)
      if (meant !== undefined) return [[keyOf(flag), meant] as const]
      const shown = choicesIn(language, choices, called)
      return notAmong({ code: "usage/bad-choice", message: texts.badChoice(flag, value) }, value, shown, texts)
    })
  )

/** Takes flags that are not the command's own out of the words; they are arguments of what it does. */
const apart = (
  spec: CommandSpec,
  words: readonly string[],
  texts: Frame
): readonly [readonly string[], Request["rest"]] => {
  const own = new Map(optionsOf(spec).map((option) => [option.flag as string, option]))
  const known: string[] = []
  const rest: (readonly [string, string])[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ""
    const [flag = "", inline] = word.startsWith("--") ? split(word) : [""]
    const option = own.get(flag)
    if (flag === "" || option !== undefined || word === "--") {
      known.push(word)
      if (option?.value !== undefined && inline === undefined && i + 1 < words.length) known.push(words[++i] ?? "")
      continue
    }
    const value = inline ?? words[++i]
    if (value === undefined || (inline === undefined && /^--\p{L}/u.test(value)))
      cannotRun({
        code: "usage/value-missing",
        message: texts.valueMissing(flag),
        help: texts.seeHelp(`${spec.name} `)
      })
    rest.push([flag.slice(2), value ?? ""])
  }
  return [known, rest]
}

const split = (word: string): readonly [string, string | undefined] => {
  const cut = word.indexOf("=")
  return cut === -1 ? [word, undefined] : [word.slice(0, cut), word.slice(cut + 1)]
}

const refused = (spec: CommandSpec, error: CommanderError, words: readonly string[], texts: Frame): never => {
  const help = texts.seeHelp(`${spec.name} `)
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? ""
  switch (error.code) {
    case "commander.unknownOption": {
      const known = optionsOf(spec).flatMap(({ flag }) => [flag, flagCalled(flag, "zh-CN")])
      return cannotRun({
        code: "usage/unknown-option",
        message: texts.unknownOption(named, spec.name),
        help: suggestionOf(named, known, texts) ?? help
      })
    }
    case "commander.optionMissingArgument":
      return cannotRun({ code: "usage/value-missing", message: texts.valueMissing(named.split(" ")[0] ?? named), help })
    case "commander.missingArgument":
      return cannotRun({ code: "usage/missing-argument", message: texts.argumentMissing(named), help })
    case "commander.excessArguments": {
      const extra = words.filter((word) => !word.startsWith("-"))[spec.arguments.length] ?? words.at(-1) ?? ""
      return cannotRun({ code: "usage/too-many-arguments", message: texts.tooManyArguments(extra), help })
    }
    default:
      return cannotRun({ code: "usage/unreadable", message: error.message, help })
  }
}
