/** Reads the flags of `act` as arguments of a command, each by its type. */
import { type Arguments, Bundle } from "@hearback/core"
import { aspectWords, stepValue } from "@hearback/policy"
import type { Language } from "../../runtime/Language.ts"
import { readJson } from "../file/Json.ts"
import type { CommandContext } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { notAmong } from "../program/Suggestion.ts"
import { catalogue, languages } from "../text/Catalogue.ts"
import { commandCalled } from "../text/Names.ts"

type Table = Readonly<Record<string, Arguments.CommandArgument>>
type Given = readonly (readonly [name: string, value: string])[]

/** Returns the arguments by name. Errors: an unknown flag, a missing flag, a value of another type. */
export const valuesOf = (
  verb: string,
  table: Table,
  given: Given,
  context: CommandContext
): Readonly<Record<string, unknown>> => {
  const values: Record<string, unknown> = {}
  for (const [flag, text] of given) {
    const [head = "", part] = flag.split(/\.(.*)/s)
    const name = named(head, table) ?? unknown(verb, flag, table, context)
    const type = table[name]?.type ?? "text"
    if (type === "facts" || type === "causes" || type === "addresses")
      values[name] = {
        ...(values[name] as object | undefined),
        ...entriesOf(type, flag, part, text, context)
      }
    else if (type === "texts")
      values[name] = [...((values[name] as readonly unknown[] | undefined) ?? []), ...items(text)]
    else if (type === "actions")
      values[name] = [...((values[name] as readonly unknown[] | undefined) ?? []), ...actions(text)]
    else if (type === "yes-no") values[name] = ["yes", "true", "是"].includes(text.trim().toLowerCase())
    else if (type === "number") values[name] = numeric(flag, text, context)
    else
      values[name] =
        typeof type === "string" ? valueMeant(name, text) : choice({ name, text, words: type }, table, context)
  }
  const { frame } = context.texts
  for (const [name, { required }] of Object.entries(table))
    if (required && !Object.hasOwn(values, name))
      cannotRun({
        code: "usage/missing-option",
        message: frame.optionMissing(flagOf(name, table, context.language)),
        help: frame.seeHelp(`${commandCalled("act", context.language)} `)
      })
  return values
}

/** Returns the flags of a command for help, optional ones in brackets. */
export const flagsOf = (table: Table, language: Language): string =>
  Object.entries(table)
    .map(([name, { required }]) => {
      const flag = flagOf(name, table, language)
      return required ? flag : `[${flag}]`
    })
    .join(" ")

/** Returns the flag of an argument: its key in scenarios of the reader's language, or its word in the language. */
const flagOf = (name: string, table: Table, language: Language): string =>
  `--${calledIn(name, table, language) ?? kebab(name)}`

const calledIn = (name: string, table: Table, language: Language): string | undefined => {
  const words = catalogue[language].names.arguments
  return (Bundle.keyLanguageOf(language) === "en" ? undefined : table[name]?.key) ?? words[name]
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Returns the argument of a flag: `field` can be used for `fields` if only that exists. */
const named = (head: string, table: Table): string | undefined =>
  [camel(head), `${camel(head)}s`].find((name) => Object.hasOwn(table, name)) ??
  Object.keys(table).find((name) => languages().some((language) => calledIn(name, table, language) === head))

/** Returns a value by its English word if it is a word of the language: `--答 同意` is `--says agree`. */
const valueMeant = (name: string, text: string): string =>
  // The key `cause` of a step is the occasion of a reopening.
  stepValue(name === "because" ? "cause" : name, text, "en")

const unknown = (verb: string, flag: string, table: Table, { texts, language }: CommandContext): never => {
  const known = Object.keys(table).map((name) => flagOf(name, table, language))
  return notAmong(
    { code: "usage/unknown-option", message: texts.frame.unknownOption(`--${flag}`, verb) },
    `--${flag}`,
    known,
    texts.frame
  )
}

const entriesOf = (
  type: "facts" | "causes" | "addresses",
  flag: string,
  part: string | undefined,
  text: string,
  context: CommandContext
): Readonly<Record<string, unknown>> => {
  const found = entries(flag, part, text, context, type === "facts" ? scalar : asWritten)
  if (type !== "causes") return found
  return Object.fromEntries(Object.entries(found).map(([aspect, cause]) => [aspects.get(aspect) ?? aspect, cause]))
}

/** The aspects of causes by their Chinese words. */
const aspects: ReadonlyMap<string, string> = new Map(Object.entries(aspectWords).map(([en, zh]) => [zh, en]))

/** Reads `--fields.amount 5`, `--fields amount=5` or `--fields '{"amount":5}'`. */
const entries = (
  flag: string,
  part: string | undefined,
  text: string,
  { texts }: CommandContext,
  read: (text: string) => unknown
): Readonly<Record<string, unknown>> => {
  if (part !== undefined && part !== "") return { [part]: read(text) }
  const whole = json(text)
  if (typeof whole === "object" && whole !== null && !Array.isArray(whole))
    return whole as Readonly<Record<string, unknown>>
  const cut = text.indexOf("=")
  if (cut > 0) return { [text.slice(0, cut).trim()]: read(text.slice(cut + 1).trim()) }
  return cannotRun({
    code: "usage/bad-pair",
    message: texts.fault.badPair(`--${flag}`, text),
    expected: texts.fault.pairExpected
  })
}

/** Returns a number or a yes-no as such, and anything else as text. */
const scalar = (text: string): string | number | boolean => {
  const value = json(text)
  return typeof value === "number" || typeof value === "boolean" ? value : text
}

const asWritten = (text: string): string => text

const items = (text: string): readonly unknown[] => {
  const value = json(text)
  return Array.isArray(value) ? value : [text]
}

/** Reads an action, as JSON or in plain words. */
const actions = (text: string): readonly unknown[] => {
  const value = json(text)
  if (Array.isArray(value)) return value
  return [typeof value === "object" && value !== null ? value : { what: text }]
}

const numeric = (flag: string, text: string, { texts }: CommandContext): number => {
  const value = text.trim() === "" ? Number.NaN : Number(text)
  return Number.isFinite(value)
    ? value
    : cannotRun({
        code: "usage/bad-number",
        message: texts.fault.badNumber(`--${flag}`, text),
        expected: texts.fault.numberExpected
      })
}

const choice = (
  { name, text, words }: { readonly name: string; readonly text: string; readonly words: readonly string[] },
  table: Table,
  { texts, language }: CommandContext
): string => {
  const meant = valueMeant(name, text)
  if (words.includes(meant)) return meant
  return notAmong(
    { code: "usage/bad-choice", message: texts.frame.badChoice(flagOf(name, table, language), text) },
    text,
    words.map((word) => stepValue(name, word, language)),
    texts.frame
  )
}

const json = (text: string): unknown => {
  const read = readJson(text)
  return "value" in read ? read.value : undefined
}
