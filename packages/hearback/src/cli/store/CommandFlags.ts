/** Flags of `act` to the values that a command takes, each by its type. */
import type { Arguments } from "@hearback/core"
import type { Context } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { notAmong } from "../program/Suggestion.ts"

type Table = Readonly<Record<string, Arguments.Argument>>
type Given = readonly (readonly [name: string, value: string])[]

/** Returns the arguments by name. Errors: a flag that the command does not take, one that is missing, a value of another type. */
export const valuesOf = (
  verb: string,
  table: Table,
  given: Given,
  context: Context
): Readonly<Record<string, unknown>> => {
  const values: Record<string, unknown> = {}
  for (const [flag, text] of given) {
    const [head = "", part] = flag.split(/\.(.*)/s)
    const name = named(head, table) ?? unknown(verb, flag, table, context)
    const type = table[name]?.type ?? "text"
    if (type === "facts" || type === "causes" || type === "addresses")
      values[name] = {
        ...(values[name] as object | undefined),
        ...entries(flag, part, text, context, type === "facts" ? scalar : asWritten)
      }
    else if (type === "texts")
      values[name] = [...((values[name] as readonly unknown[] | undefined) ?? []), ...items(text)]
    else if (type === "actions")
      values[name] = [...((values[name] as readonly unknown[] | undefined) ?? []), ...actions(text)]
    else if (type === "yes-no") values[name] = ["yes", "true", "是"].includes(text.trim().toLowerCase())
    else if (type === "number") values[name] = numeric(flag, text, context)
    else values[name] = typeof type === "string" ? text : choice(flag, text, type, context)
  }
  const { frame } = context.texts
  for (const [name, { required }] of Object.entries(table))
    if (required && !Object.hasOwn(values, name))
      cannotRun({
        code: "usage/missing-option",
        message: frame.optionMissing(`--${kebab(name)}`),
        help: frame.seeHelp("act ")
      })
  return values
}

/** Returns the flags of a command for help, those that may be left out in brackets. */
export const flagsOf = (table: Table): string =>
  Object.entries(table)
    .map(([name, { required }]) => (required ? `--${kebab(name)}` : `[--${kebab(name)}]`))
    .join(" ")

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** `field` stands for `fields` where only that one is taken. */
const named = (head: string, table: Table): string | undefined =>
  [camel(head), `${camel(head)}s`].find((name) => Object.hasOwn(table, name))

const unknown = (verb: string, flag: string, table: Table, { texts }: Context): never => {
  const known = Object.keys(table).map((name) => `--${kebab(name)}`)
  return notAmong(
    { code: "usage/unknown-option", message: texts.frame.unknownOption(`--${flag}`, verb) },
    `--${flag}`,
    known,
    texts.frame
  )
}

/** `--fields.amount 5`, `--fields amount=5` or `--fields '{"amount":5}'`. */
const entries = (
  flag: string,
  part: string | undefined,
  text: string,
  { texts }: Context,
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

/** A number and a yes are read as what they are; anything else is text. */
const scalar = (text: string): string | number | boolean => {
  const value = json(text)
  return typeof value === "number" || typeof value === "boolean" ? value : text
}

const asWritten = (text: string): string => text

const items = (text: string): readonly unknown[] => {
  const value = json(text)
  return Array.isArray(value) ? value : [text]
}

/** JSON, or what is to be done in plain words. */
const actions = (text: string): readonly unknown[] => {
  const value = json(text)
  if (Array.isArray(value)) return value
  return [typeof value === "object" && value !== null ? value : { what: text }]
}

const numeric = (flag: string, text: string, { texts }: Context): number => {
  const value = text.trim() === "" ? Number.NaN : Number(text)
  return Number.isFinite(value)
    ? value
    : cannotRun({ code: "usage/bad-number", message: texts.fault.badNumber(`--${flag}`, text) })
}

const choice = (flag: string, text: string, words: readonly string[], { texts }: Context): string => {
  if (words.includes(text)) return text
  return notAmong(
    { code: "usage/bad-choice", message: texts.frame.badChoice(`--${flag}`, text) },
    text,
    words,
    texts.frame
  )
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
