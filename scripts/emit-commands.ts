// Writes what is derived from the descriptions of commands (packages/core/src/command): their types with comments,
// which lower folders of core need, and the reference page docs/commands.md. With --check it writes nothing and fails
// if a file is out of date.
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Verb } from "../packages/core/src/case/generated/Command.ts"
import { argumentSays, saysOf } from "../packages/core/src/command/Arguments.ts"
import type { CommandArgument, Description } from "../packages/core/src/command/Description.ts"
import { registry } from "../packages/core/src/command/registry.ts"
import { type Language, languages } from "../packages/core/src/policy/Rule.ts"
import { word } from "../packages/core/src/text/Text.ts"

const inBoth = (say: (language: Language) => string): string => languages.map(say).join("<br>")

const descriptions = Object.values(registry) as unknown as readonly Description[]
const argumentsOf = ({ arguments: all }: Description): readonly (readonly [string, CommandArgument])[] =>
  Object.entries(all as Readonly<Record<string, CommandArgument>>)

const types: Readonly<Record<string, string>> = {
  text: "string",
  number: "number",
  amount: "number | string",
  texts: "readonly string[]",
  "yes-no": "boolean",
  facts: "Facts",
  actions: "readonly PlannedAction[]",
  causes: "Readonly<Record<string, string>>",
  addresses: "Readonly<Record<string, string>>",
  language: "Language",
  instant: "Instant",
  suggestion: "Suggested",
  origin: "OriginGiven",
  history: "AnsweredBefore"
}
/** Arguments that take names of the policy, for every command or for one. */
const named: Readonly<Record<string, string>> = {
  channel: 'N["channel"]',
  kind: 'N["kind"]',
  category: 'N["category"]',
  gate: 'N["gate"]',
  clock: 'N["clock"]',
  facts: 'N["facts"]',
  fields: 'N["facts"]',
  consent: 'readonly N["consent"][]',
  "event.name": 'N["hostEvent"]',
  "pause.reason": 'N["pause"]',
  "regrade.to": 'N["level"]',
  "reopen.because": 'N["hostEvent"] | "dissatisfied" | "recurrence"',
  "delegate.roles": 'readonly N["role"][]'
}
/**
 * Returns the type of names in an argument. The arguments of `pass` differ between gates: `N["pass"]` stands for all of
 * them.
 */
const nameIn = ({ verb }: Description, argument: string): string | undefined =>
  verb === "pass" ? undefined : (named[`${verb}.${argument}`] ?? named[argument])
const isNamed = (description: Description): boolean =>
  argumentsOf(description).some(([argument]) => nameIn(description, argument) !== undefined)

const typeOf = (description: Description, name: string, { type }: CommandArgument): string =>
  nameIn(description, name) ??
  (typeof type === "string" ? (types[type] ?? "never") : type.map((word) => `"${word}"`).join(" | "))

const pascal = (verb: string): string => verb.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
const comment = (text: string): string => `/** ${text} */`

const parameter = "<N extends PolicyNames = AnyNames>"

const interfaceOf = (description: Description): string =>
  [
    comment(saysOf(description.verb, "en")),
    `export interface ${pascal(description.verb)}${isNamed(description) ? parameter : ""} {`,
    `  readonly do: "${description.verb}"`,
    ...argumentsOf(description).flatMap(([name, argument]) => [
      `  ${comment(argumentSays(description.verb, name, "en"))}`,
      `  readonly ${name}${argument.required ? "" : "?"}: ${typeOf(description, name, argument)}`
    ]),
    "}"
  ].join("\n")

const union = (name: string, says: string, acts: Description["acts"]): string =>
  `${comment(says)}\nexport type ${name}${acts === "told" ? "" : parameter} =\n${descriptions
    .filter((one) => one.acts === acts)
    .map((one) => `  | ${one.verb === "pass" ? 'N["pass"]' : pascal(one.verb) + (isNamed(one) ? "<N>" : "")}`)
    .join("\n")}`

const source = `${[
  `// Written by scripts/emit-commands.ts from packages/core/src/command. Do not edit.
/**
 * Everything that can be asked of a case, in the spelling that YAML, command line, HTTP and TypeScript share.
 *
 * *Reported* commands say what happened (placed at \`occurredAt\`, also in the past); *decided* ones happen when they
 * are recorded. Without the difference, back-dating would be a way around every clock and limit.
 */
import type { Language } from "../../policy/Rule.ts"
import type { Instant } from "../../time/Instant.ts"
import type { PlannedAction } from "../track/Evidence.ts"
import type { AnsweredBefore, Facts, OriginGiven, Suggested } from "../track/Submission.ts"

export type { Evidence, PlannedAction } from "../track/Evidence.ts"
export type { AnsweredBefore, Facts, OriginGiven, Submission, Suggested } from "../track/Submission.ts"`,
  `/**
 * The names of one policy, for the types of commands, feedback and answers.
 */
export interface PolicyNames {
  readonly channel: string
  readonly kind: string
  readonly category: string
  readonly role: string
  readonly department: string
  readonly loop: string
  readonly gate: string
  readonly clock: string
  readonly pause: string
  readonly level: string
  readonly hostEvent: string
  readonly consent: string
  readonly event: string
  readonly refusal: string
  /** The levels of each dimension; a dimension may be absent. */
  readonly grades: object
  /** The types of the facts. */
  readonly facts: object
  /** The command \`pass\`, with the evidence of each gate. */
  readonly pass: { readonly do: "pass" }
  /** The fields of each event. */
  readonly body: Readonly<Record<string, unknown>>
}

/** The names of a policy without types of its own: every name is a text. \`hearback types\` writes the types of one policy. */
export interface AnyNames extends PolicyNames {
  readonly grades: Readonly<Record<string, string>>
  readonly facts: Facts
  readonly pass: Pass
}`,
  ...descriptions.map(interfaceOf),
  union("Reported", "What happened; it stands at the instant at which it happened.", "reported"),
  union("Decided", "What a person decides; it happens when it is recorded.", "decided"),
  union("Told", "What the engine itself says to a case.", "told"),
  `export type Command${parameter} = Reported<N> | Decided<N> | Told
export type Verb = Command["do"]
export type CommandOf<V extends Verb> = Extract<Command, { readonly do: V }>
export type Says = Reply["says"]`
].join("\n\n")}\n`

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const row = (verb: Verb, [name, { required }]: readonly [string, CommandArgument]): string => {
  const isSame = kebab(name) === name || name.startsWith("customer")
  const spelled = isSame ? `\`${name}\`` : `\`${name}\` (YAML \`${kebab(name)}\`)`
  return `| ${spelled} | ${required ? "yes" : ""} | ${inBoth((language) => argumentSays(verb, name, language))} |`
}
const section = (description: Description): string => {
  const rows = argumentsOf(description)
  return [
    `### \`${description.verb}\` · ${word("verb", description.verb, "zh-CN")}`,
    "",
    inBoth((language) => saysOf(description.verb, language)),
    "",
    ...(rows.length === 0
      ? []
      : ["| argument | must | says · 说明 |", "|---|---|---|", ...rows.map((each) => row(description.verb, each)), ""]),
    "```json",
    JSON.stringify(description.example),
    "```"
  ].join("\n")
}
const group = (title: string, text: string, acts: Description["acts"]): readonly string[] => [
  `## ${title}`,
  text,
  ...descriptions.filter((one) => one.acts === acts).map(section)
]
const page = `${[
  "# Commands",
  [
    "All commands on a case, in the spelling that YAML, the command line, HTTP and TypeScript share:",
    '`{ "do": "hand-over", "to": "agent-8", "reason": "end of my shift" }`. Arguments of several words are camelCase in',
    "TypeScript and kebab-case in YAML; both are read."
  ].join("\n"),
  "对案件可以下达的全部命令，YAML、命令行、HTTP、TypeScript 写法一致。",
  "This page is generated from the descriptions of the commands, one file per command.",
  ...group(
    "Reported · 事实",
    "Reports of facts. A report counts from the instant at which the fact happened, even in the past.<br>已经发生的事，记在发生的时刻，可以补记。",
    "reported"
  ),
  ...group(
    "Decided · 决定",
    "Decisions of people. A decision counts from the instant at which it is recorded.<br>人的决定，以记录的时刻为准。",
    "decided"
  ),
  ...group(
    "Told by the engine · 引擎告知",
    "Commands of the engine; nobody else can give them.<br>由引擎下达，其他人不能使用。",
    "told"
  )
].join("\n\n")}\n`

const root = join(import.meta.dirname, "..")
const files = { "packages/core/src/case/generated/Command.ts": source, "docs/commands.md": page }
for (const [name, text] of Object.entries(files)) {
  const path = join(root, name)
  if (!process.argv.includes("--check")) writeFileSync(path, text)
  else if (!existsSync(path) || readFileSync(path, "utf8") !== text) {
    console.error(`${name} is out of date: run "node --run schemas"`)
    process.exitCode = 1
  }
}
