/**
 * The arguments of each command, in one table for hosts in plain JavaScript, the command line and scenario files.
 *
 * Names are in kebab case in YAML and on the command line (`cause-of`), in camel case in TypeScript (`causeOf`); both
 * are read.
 */
import type { Command, Decided, Reported, Verb } from "../case/generated/Command.ts"
import { isLanguage, keyLanguageOf, type Language } from "../policy/Rule.ts"
import { texts } from "../text/catalogue/Texts.ts"
import type { ArgumentType, CommandArgument, Description } from "./Description.ts"
import { registry } from "./registry.ts"

export type { ArgumentType, CommandArgument } from "./Description.ts"

/** The commands that people give: all but those that open a case and those of the engine. */
export type GivenVerb = Exclude<(Reported | Decided)["do"], "submit" | "join">

const isGiven = (verb: string): verb is GivenVerb => {
  const { acts } = (registry as Readonly<Record<string, Description>>)[verb] as Description
  return acts !== "told" && verb !== "submit" && verb !== "join"
}

/** The arguments of every command that people give, in the order of the reference page. */
export const commands = Object.fromEntries(
  Object.entries(registry).flatMap(([verb, one]) => (isGiven(verb) ? [[verb, one.arguments]] : []))
) as unknown as Readonly<Record<GivenVerb, Readonly<Record<string, CommandArgument>>>>

/** Returns one sentence that says what a command does. */
export const saysOf = (verb: Verb, language: Language): string => texts[language].command[verb].says

/** Returns one sentence that says what an argument of a command means. */
export const argumentSays = (verb: Verb, argument: string, language: Language): string => {
  const { arguments: all }: { readonly arguments: Readonly<Record<string, string>> } = texts[language].command[verb]
  return all[argument] ?? argument
}

/** Returns the key of a command in scenarios: a Chinese word in Chinese scenarios, else the verb. */
export const keyOf = (verb: GivenVerb, language: Language): string =>
  ({ en: verb, "zh-CN": registry[verb].key })[keyLanguageOf(language)]

/**
 * Returns an argument by its name, as described by the first command that takes it and has a key in scenarios.
 *
 * Errors: throws if no command takes it.
 */
export const argumentNamed = (name: string): CommandArgument & { readonly verb: Verb } => {
  for (const one of Object.values(registry)) {
    const found = (one.arguments as Readonly<Record<string, CommandArgument>>)[name]
    if (found?.key !== undefined) return { ...found, verb: one.verb }
  }
  throw new Error(`no command takes an argument \`${name}\` that has a key in Chinese`)
}

/** Every argument that has a key in scenarios, once. */
export const scenarioArguments: readonly { readonly name: string; readonly type: ArgumentType }[] = [
  ...new Map(
    Object.values(registry).flatMap((one) =>
      Object.entries(one.arguments as Readonly<Record<string, CommandArgument>>).flatMap(([name, { key, type }]) =>
        key === undefined ? [] : [[name, { name, type }] as const]
      )
    )
  ).values()
]

/** One problem with the shape of a command. */
export interface ShapeProblem {
  readonly argument: string
  /** The type that is expected, or the words that are allowed. */
  readonly expected: readonly string[]
  /** What was found, as JSON cut to one line; absent if the argument is missing. */
  readonly found?: string
}

/** A command that was read, or the problems for which it was not. */
export type ReadCommand =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly problems: readonly ShapeProblem[] }

const isPlain = (value: unknown): boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean"
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === "string"
const actionKeys: ReadonlySet<string> = new Set(["what", "metric", "target", "owner", "due"])

const fits = (type: ArgumentType, value: unknown): boolean => {
  if (typeof type !== "string") return isText(value) && type.includes(value)
  switch (type) {
    case "text":
      return isText(value)
    case "number":
      return typeof value === "number" && Number.isFinite(value)
    case "amount":
      return isText(value) || (typeof value === "number" && Number.isFinite(value))
    case "yes-no":
      return typeof value === "boolean"
    case "texts":
      return Array.isArray(value) && value.every(isText)
    case "facts":
      return isMap(value) && Object.values(value).every(isPlain)
    case "language":
      return isLanguage(value)
    case "instant":
      return Number.isSafeInteger(value)
    case "history":
      return isMap(value) && Object.values(value).every((at) => Number.isSafeInteger(at))
    case "suggestion":
    case "origin":
      return isMap(value)
    case "addresses":
    case "causes":
      return isMap(value) && Object.values(value).every(isText)
    case "actions":
      return (
        Array.isArray(value) &&
        value.every(
          (one) =>
            isMap(one) &&
            isText(one["what"]) &&
            Object.entries(one).every(([key, v]) => actionKeys.has(key) && isText(v))
        )
      )
  }
}

const expected = (type: ArgumentType): readonly string[] => (typeof type === "string" ? [type] : type)

const camel = (key: string): string => key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

const found = (value: unknown): string => {
  const text = jsonOf(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** Returns a value as JSON; undefined if it has none, such as a bigint or an object that contains itself. */
const jsonOf = (value: unknown): string | undefined => {
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}

/** Reads a command from a value of unknown shape. Returns the command, or every problem at once. */
export const read = (input: unknown): ReadCommand => {
  if (!isMap(input)) return { ok: false, problems: [{ argument: "", expected: ["{ do: …, … }"], found: found(input) }] }
  const { do: verb, ...rest } = input
  if (!isText(verb) || !Object.hasOwn(commands, verb))
    return {
      ok: false,
      problems: [{ argument: "do", expected: Object.keys(commands), found: found(verb) }]
    }
  const table: Readonly<Record<string, CommandArgument>> = commands[verb as GivenVerb]
  const given = new Map(
    Object.entries(rest).flatMap(([key, value]) => (value === undefined ? [] : [[camel(key), value] as const]))
  )
  const problems: ShapeProblem[] = []
  for (const [key, value] of given) {
    const argument = Object.hasOwn(table, key) ? table[key] : undefined
    if (argument === undefined) problems.push({ argument: key, expected: Object.keys(table), found: found(value) })
    else if (!fits(argument.type, value))
      problems.push({ argument: key, expected: expected(argument.type), found: found(value) })
  }
  for (const [key, argument] of Object.entries(table))
    if (argument.required && !given.has(key)) problems.push({ argument: key, expected: expected(argument.type) })
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, command: { do: verb, ...Object.fromEntries(given) } as unknown as Command }
}
