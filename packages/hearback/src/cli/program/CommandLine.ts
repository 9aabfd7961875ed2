/**
 * Parses the words of a command line.
 *
 * Words are read from left to right: `--flag value` and `--flag=value` are the same, `--` ends the options, and `-`
 * is an argument. A value is taken unchanged, even if it begins with a hyphen, unless its flag can be without a
 * value.
 */
import type { Language } from "../../runtime/Language.ts"
import type { FrameTexts } from "../text/en/Frame.ts"
import { flagsCalled, flagsInEnglish } from "../text/Names.ts"
import { choiceMeant, choicesIn } from "./Choice.ts"
import { type CommandSpec, common, type Option, type Request } from "./Command.ts"
import { cannotRun } from "./Fault.ts"
import { notAmong, suggestionOf } from "./Suggestion.ts"

interface Read {
  readonly arguments: string[]
  /** Values by flag, in the given order. */
  readonly values: Map<string, readonly string[]>
  /** Flags without a value. */
  readonly switches: Set<string>
  readonly rest: (readonly [name: string, value: string])[]
}

/** Parses the words after a command's name. Throws `CannotRun` with the fault and a guess at what was meant. */
export const parse = (
  spec: CommandSpec,
  written: readonly string[],
  texts: FrameTexts,
  language: Language
): Request => {
  const flags = optionsOf(spec).map(({ flag }) => flag)
  // A command with arbitrary flags has the keys of scenarios as flags.
  const words = flagsInEnglish(written, spec.open === true ? (flag) => flags.includes(flag) : undefined)
  const read = readWords(spec, words, texts)
  argumentsFit(spec, read, texts)
  const help = texts.seeHelp(`${spec.name} `)
  for (const { flag, required } of spec.options)
    if (required === true && !read.values.has(flag))
      cannotRun({ code: "usage/missing-option", message: texts.optionMissing(flag), help })
  for (const option of spec.options) choose(option, read, texts, language)
  const valuesOf = (flag: string): readonly string[] => read.values.get(`--${flag}`) ?? []
  return {
    arguments: read.arguments,
    one: (flag) => valuesOf(flag).at(-1),
    many: valuesOf,
    has: (flag) => read.switches.has(`--${flag}`),
    rest: read.rest
  }
}

const optionsOf = ({ options }: CommandSpec): readonly Option[] => [...options, ...common]

const readWords = (spec: CommandSpec, words: readonly string[], texts: FrameTexts): Read => {
  const known = new Map(optionsOf(spec).map((option) => [option.flag as string, option]))
  const read: Read = { arguments: [], values: new Map(), switches: new Set(), rest: [] }
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ""
    if (word === "--") {
      read.arguments.push(...words.slice(at + 1))
      break
    }
    if (!isOption(word)) {
      read.arguments.push(word)
      continue
    }
    const [flag, inline] = split(shorts.get(word) ?? word)
    const option = known.get(flag)
    if (option !== undefined && inline === undefined && standsAlone(option, words[at + 1])) read.switches.add(flag)
    else if (option?.value !== undefined) {
      const value = inline ?? words[++at] ?? valueMissing(spec, flag, texts)
      read.values.set(flag, option.many === true ? [...(read.values.get(flag) ?? []), value] : [value])
    } else if (option === undefined && spec.open === true && flag.startsWith("--")) {
      const value = inline ?? words[++at]
      const isFlag = inline === undefined && /^--\p{L}/u.test(value ?? "")
      read.rest.push([flag.slice(2), value === undefined || isFlag ? valueMissing(spec, flag, texts) : value])
    } else unknownOption(spec, option === undefined ? flag : word, texts)
  }
  return read
}

/** Short forms of flags. */
const shorts: ReadonlyMap<string, string> = new Map([
  ["-h", "--help"],
  ["-o", "--output"]
])

const standsAlone = ({ value, mayStandAlone }: Option, next: string | undefined): boolean =>
  value === undefined || (mayStandAlone === true && (next === undefined || isOption(next)))

/** Returns whether a word is a value: `-` means standard input, and a number can be negative. */
const isOption = (word: string): boolean => /^-(?!$|\d|\.\d)/.test(word)

const split = (word: string): readonly [string, string | undefined] => {
  const cut = word.indexOf("=")
  return cut === -1 ? [word, undefined] : [word.slice(0, cut), word.slice(cut + 1)]
}

const argumentsFit = (spec: CommandSpec, read: Read, texts: FrameTexts): void => {
  const help = texts.seeHelp(`${spec.name} `)
  const missing = spec.arguments[read.arguments.length]
  if (missing?.required === true && !read.values.has(missing.unless ?? ""))
    cannotRun({ code: "usage/missing-argument", message: texts.argumentMissing(missing.name), help })
  const extra = read.arguments[spec.arguments.length]
  if (extra !== undefined && spec.arguments.at(-1)?.many !== true)
    cannotRun({ code: "usage/too-many-arguments", message: texts.tooManyArguments(extra), help })
}

/** Replaces the written word of a choice by its English word. */
const choose = ({ flag, choices, called }: Option, { values }: Read, texts: FrameTexts, language: Language): void => {
  const value = values.get(flag)?.at(-1)
  if (choices === undefined || value === undefined) return
  const meant = choiceMeant(value, choices, called)
  if (meant === undefined) {
    const shown = choicesIn(language, choices, called)
    return notAmong({ code: "usage/bad-choice", message: texts.badChoice(flag, value) }, value, shown, texts)
  }
  values.set(flag, [meant])
}

const valueMissing = (spec: CommandSpec, flag: string, texts: FrameTexts): never =>
  cannotRun({ code: "usage/value-missing", message: texts.valueMissing(flag), help: texts.seeHelp(`${spec.name} `) })

const unknownOption = (spec: CommandSpec, named: string, texts: FrameTexts): never => {
  const known = optionsOf(spec).flatMap(({ flag }) => flagsCalled(flag))
  return cannotRun({
    code: "usage/unknown-option",
    message: texts.unknownOption(named, spec.name),
    help: suggestionOf(named, known, texts) ?? texts.seeHelp(`${spec.name} `)
  })
}
