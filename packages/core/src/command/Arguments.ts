/**
 * What each command takes: one table for hosts in plain JavaScript, the command line and scenario files.
 *
 * Kebab-case in YAML and on the command line (`cause-of`), camelCase in TypeScript (`causeOf`); both are read.
 */
import type { Command, Verb } from "../case/Command.ts"

export type ArgumentType =
  | "text"
  | "number"
  /** A number in the policy's units, or text with its unit: `"1200 CNY"`, `10%`. */
  | "amount"
  | "texts"
  | "yes-no"
  | "facts"
  | "actions"
  | "causes"
  | readonly string[]

export interface Argument {
  readonly type: ArgumentType
  readonly required: boolean
}

const must = (type: ArgumentType): Argument => ({ type, required: true })
const may = (type: ArgumentType): Argument => ({ type, required: false })

const cause = ["incidental", "systemic"] as const
const spent = { amount: must("amount"), reason: must("text") }

/** Commands that people give, with their arguments; what the engine says to itself is not among them. */
export const commands = {
  write: { text: must("text"), channel: may("text"), automatic: may("yes-no") },
  note: { text: must("text") },
  reply: {
    gate: may("text"),
    says: must(["agree", "counter", "refuse", "satisfied", "dissatisfied"]),
    text: may("text")
  },
  pause: { reason: must("text") },
  resume: {},
  "act-done": { gate: may("text"), action: may("number"), evidence: may("text") },
  withdraw: { reason: may("text") },
  pass: {
    gate: must("text"),
    fields: may("facts"),
    category: may("text"),
    actions: may("actions"),
    method: may("text"),
    whys: may("texts"),
    causes: may("causes"),
    cause: may(cause),
    evidence: may("texts"),
    proof: may("text"),
    proposal: may("text"),
    decision: may("text"),
    reason: may("text"),
    result: may("text"),
    shortfall: may("text"),
    until: may("text")
  },
  sign: { gate: must("text") },
  explain: { gate: must("text"), reason: must("text"), fields: may("facts") },
  waive: { gate: must("text"), reason: must("text") },
  set: { facts: may("facts"), causeOf: may("text"), cause: may(cause), reason: may("text") },
  reclassify: { category: may("text"), kind: may("text"), reason: must("text") },
  regrade: { to: must("text"), reason: must("text") },
  compensate: spent,
  discount: spent,
  grant: spent,
  approve: { approval: may("text") },
  deny: { approval: may("text"), reason: may("text") },
  "hand-over": { to: must("text"), reason: must("text") },
  accept: {},
  decline: { reason: may("text") },
  "take-up": {},
  delegate: { to: must("text"), until: must("text"), roles: may("texts"), reason: may("text") },
  extend: { clock: must("text"), until: may("text"), reason: must("text") },
  forward: { fields: may("facts"), reason: may("text") },
  "spot-check": { decision: may("text"), finds: must(["right", "wrong"]), reason: may("text") },
  close: {},
  reopen: { because: must("text"), reason: must("text") },
  merge: { into: must("text"), reason: may("text") },
  split: { text: must("text"), kind: may("text"), category: may("text"), facts: may("facts"), reason: may("text") },
  event: { name: must("text") }
} as const satisfies Readonly<Partial<Record<Verb, Readonly<Record<string, Argument>>>>>

export type GivenVerb = keyof typeof commands

/** One thing wrong with a command's shape. */
export interface ShapeProblem {
  readonly argument: string
  /** A type, or the words that fit. */
  readonly expected: readonly string[]
  /** As JSON, cut to one line; absent where the argument is missing. */
  readonly found?: string
}

export type Read =
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
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** Reads a command of unknown shape: every problem at once, or the command. */
export const read = (input: unknown): Read => {
  if (!isMap(input)) return { ok: false, problems: [{ argument: "", expected: ["{ do: …, … }"], found: found(input) }] }
  const { do: verb, ...rest } = input
  if (!isText(verb) || !Object.hasOwn(commands, verb))
    return {
      ok: false,
      problems: [{ argument: "do", expected: Object.keys(commands), found: found(verb) }]
    }
  const table: Readonly<Record<string, Argument>> = commands[verb as GivenVerb]
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
