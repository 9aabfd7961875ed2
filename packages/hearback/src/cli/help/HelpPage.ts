/** Makes the text of `--help`: usage, arguments, options, examples, exit codes. */
import type { Language } from "../../runtime/Language.ts"
import type { CommandSpec, Option, PositionalArgument } from "../program/Command.ts"
import { common } from "../program/Command.ts"
import { widthOf, wrap } from "../terminal/Columns.ts"
import type { Paint } from "../terminal/Paint.ts"
import { tableLines } from "../terminal/Table.ts"
import type { FrameTexts } from "../text/en/Frame.ts"
import type { CommandHelp } from "../text/en/help/CommandHelp.ts"
import { type CommandName, commandCalled, commandNames, flagCalled, placeholderCalled } from "../text/Names.ts"

const MOST_COLUMNS = 110

interface Reader {
  readonly frame: FrameTexts
  readonly language: Language
}

/** Returns the help of the whole program. */
export const programHelp = (
  { frame, language }: Reader,
  helps: Readonly<Record<CommandName, CommandHelp>>,
  paint: Paint,
  columns: number
): string => {
  const rows = commandNames.map((name) => [
    paint("strong", both(name, commandCalled(name, language))),
    helps[name].summary
  ])
  return joined([
    `${paint("strong", "hearback")}${frame.colon}${frame.tagline}`,
    "",
    heading(frame.usage, paint),
    `  hearback <${placeholderCalled("command", language)}> …`,
    "",
    heading(frame.commands, paint),
    ...tableLines([{}, {}], rows, { within: columns }),
    "",
    ...optionSection(frame, [], common, {}, language, paint, columns),
    ...exitSection(frame, undefined, paint, columns),
    ...exampleSection(
      frame,
      (["init", "check", "grade", "ingest", "worklist"] as const).flatMap((name) => helps[name].examples.slice(0, 1)),
      paint
    ),
    paint("dim", frame.moreHelp)
  ])
}

/** Returns the help of one command. */
export const commandHelp = (
  spec: CommandSpec,
  { frame, language }: Reader,
  help: CommandHelp,
  paint: Paint,
  columns: number
): string => {
  const width = Math.min(columns, MOST_COLUMNS)
  return joined([
    `${paint("strong", `hearback ${commandCalled(spec.name, language)}`)}: ${help.summary}`,
    "",
    ...wrap(help.about, width),
    "",
    heading(frame.usage, paint),
    `  hearback ${[
      commandCalled(spec.name, language),
      ...spec.arguments.map((argument) => usageOf(argument, language)),
      frame.usageOptions
    ].join(" ")}`,
    "",
    ...argumentSection(frame, spec.arguments, help, language, paint, width),
    ...optionSection(frame, spec.options, common, help.options, language, paint, width),
    ...verbSection(frame, spec, language, paint, width),
    ...exampleSection(frame, help.examples, paint),
    ...exitSection(frame, help.exits, paint, width).slice(0, -1)
  ])
}

const joined = (lines: readonly string[]): string => `${lines.join("\n")}\n`
const heading = (text: string, paint: Paint): string => paint("accent", text)

/** Returns both names of a command or option, if the language has its own. */
const both = (name: string, called: string): string => (name === called ? name : `${name}, ${called}`)

const usageOf = ({ name, required, many }: PositionalArgument, language: Language): string => {
  const called = placeholderCalled(name, language)
  const inside = many === true ? `${called}…` : called
  return required === true ? `<${inside}>` : `[${inside}]`
}

const argumentSection = (
  frame: FrameTexts,
  list: readonly PositionalArgument[],
  help: CommandHelp,
  language: Language,
  paint: Paint,
  width: number
): readonly string[] =>
  list.length === 0
    ? []
    : [
        heading(frame.arguments, paint),
        ...described(
          list.map((each) => [usageOf(each, language), help.arguments[each.name] ?? ""]),
          paint,
          width
        ),
        ""
      ]

const optionSection = (
  frame: FrameTexts,
  own: readonly Option[],
  shared: readonly Option[],
  says: Readonly<Record<string, string>>,
  language: Language,
  paint: Paint,
  width: number
): readonly string[] => {
  const named = ({ flag, value, mayStandAlone, many }: Option): string => {
    const short = flag === "--help" ? "-h, " : ""
    const inside = value === undefined ? "" : placeholderCalled(value, language)
    const taken = inside === "" ? "" : mayStandAlone === true ? ` [${inside}]` : ` <${inside}>`
    return `${short}${both(flag, flagCalled(flag, language))}${taken}${many === true ? " …" : ""}`
  }
  const everywhere: Readonly<Record<string, string>> = frame.everywhere
  const rows = [
    ...own.map((option) => [named(option), says[option.flag.slice(2)] ?? ""] as const),
    ...shared.map((option) => [named(option), everywhere[option.flag.slice(2)] ?? ""] as const)
  ]
  return [heading(frame.options, paint), ...described(rows, paint, width), ""]
}

const verbSection = (
  frame: FrameTexts,
  { verbs }: CommandSpec,
  language: Language,
  paint: Paint,
  width: number
): readonly string[] =>
  verbs === undefined ? [] : [heading(frame.verbs, paint), ...described(verbs(language), paint, width), ""]

/** Returns names on the left and their meaning on the right, wrapped if it is long. */
const described = (rows: readonly (readonly [string, string])[], paint: Paint, width: number): readonly string[] => {
  const left = Math.max(...rows.map(([name]) => widthOf(name)))
  const cells = rows.flatMap(([name, says]) =>
    wrap(says, Math.max(30, width - left - 4)).map((line, i) => [i === 0 ? paint("strong", name) : "", line])
  )
  return tableLines([{}, {}], cells, { within: width })
}

const exampleSection = (frame: FrameTexts, examples: CommandHelp["examples"], paint: Paint): readonly string[] => [
  heading(frame.examples, paint),
  ...examples.flatMap(([line, says]) => [`  ${paint("dim", `# ${says}`)}`, `  ${line}`]),
  ""
]

const exitSection = (
  frame: FrameTexts,
  exits: CommandHelp["exits"] | undefined,
  paint: Paint,
  within: number
): readonly string[] => [
  heading(frame.exits, paint),
  ...tableLines(
    [{}, {}],
    [
      ["0", exits?.[0] ?? frame.exit.yes],
      ["1", exits?.[1] ?? frame.exit.no],
      ["2", frame.exit.failed]
    ],
    { within }
  ),
  ""
]
