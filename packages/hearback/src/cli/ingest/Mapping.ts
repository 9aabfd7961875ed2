/** Reads which column is which field of feedback, from pairs of the command line or a file, and checks the fields. */
import type { Policy } from "@hearback/core"
import { fieldWords } from "@hearback/policy"
import { inNamedZone, inZone, plainReader, type ReadInstant, readerOf } from "../../runtime/InstantFormat.ts"
import { readPairs } from "../file/Yaml.ts"
import type { CommandContext } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { notAmong, suggestionOf } from "../program/Suggestion.ts"

/** Where the value of a field comes from. */
type Source = { readonly column: string } | { readonly constant: string }

/** A mapping from fields to columns. */
export interface Mapping {
  /** For each field (built-in, or `facts.<name>`), its source. Empty: columns are named like fields. */
  readonly sources: ReadonlyMap<string, Source>
  readonly readInstant: ReadInstant
}

/** Fields of feedback that was answered before the import. */
export const historyWords = { answered: "答复时间", closed: "结案时间" } as const
/** The field with the customer's address for answers on the row's channel. */
const address = { address: "地址" }
const words: Readonly<Record<string, string>> = { ...fieldWords, ...address, ...historyWords }

/** The built-in fields of feedback. */
export const fields = Object.keys(words)

const chinese = new Map(Object.entries(words).map(([field, zh]): readonly [string, string] => [zh, field]))
const suffixes: Readonly<Record<string, string>> = { 格式: "format", 时区: "zone" }

/** Returns the names that a column of a field can have without a mapping, also as code of a host writes them. */
export const columnsOf = (field: string): readonly string[] => {
  const inCode = field.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  const word = words[field]
  return word === undefined ? [field] : [field, inCode, word]
}

/** Returns the fact that a field or a column names, in either language. */
export const factNamed = (name: string): string | undefined => /^(?:facts|事实)\.(.+)$/su.exec(name)?.[1]

/** Returns the left side of a pair in the words of the language, from either language. */
const inEnglish = (left: string): string => {
  const [name = "", suffix] = left.split(/:(.*)/s)
  const fact = factNamed(name)
  const field = fact === undefined ? (chinese.get(name) ?? name) : `facts.${fact}`
  return suffix === undefined ? field : `${field}:${suffixes[suffix] ?? suffix}`
}

type Pair = readonly [left: string, right: string, place: string]

/** Reads `--map`: each is a pair or a YAML file of pairs; later ones override earlier ones. */
export const mappingOf = (given: readonly string[], policy: Policy.Policy, context: CommandContext): Mapping => {
  const pairs = given.flatMap((text): readonly Pair[] =>
    /\.ya?ml$/i.test(text) ? readPairs(text, context) : [pairOf(text, context)]
  )
  const sources = new Map<string, Source>()
  let format: string | undefined
  let zone: string | undefined
  for (const [written, right, place] of pairs) {
    const left = inEnglish(written)
    // A file gives the version of the language, and its key language.
    if (written === "hearback" || written === "闭环") versionOf(right, place, context)
    else if (left === "received:format") [format, zone] = formatOf(right, zone)
    else if (left === "received:zone") zone = right
    else if (left.endsWith(":")) sources.set(fieldOf(left.slice(0, -1), place, policy, context), { constant: right })
    else sources.set(fieldOf(left, place, policy, context), { column: right })
  }
  return { sources, readInstant: instantReader(format, zone, policy, context) }
}

const pairOf = (text: string, context: CommandContext): Pair => {
  const cut = text.indexOf("=")
  const { fault } = context.texts
  return cut < 1
    ? cannotRun({ code: "map/shape", message: fault.mapShape(text), expected: fault.mapExpected })
    : [text.slice(0, cut).trim(), text.slice(cut + 1).trim(), `--map ${text}`]
}

/** Reads `dd/MM/yyyy HH:mm,zone=Europe/London`: a zone can follow the format. */
const formatOf = (text: string, before: string | undefined): readonly [string, string | undefined] => {
  const [format = "", zone] = text.split(/[,，]\s*(?:zone|时区)=/)
  return [format, zone ?? before]
}

const versionOf = (said: string, place: string, context: CommandContext): void => {
  const { fault } = context.texts
  if (said !== "1") cannotRun({ code: "map/version", message: fault.mapVersion(said), place, expected: "1" })
}

const fieldOf = (name: string, place: string, policy: Policy.Policy, context: CommandContext): string => {
  const { fault, frame } = context.texts
  const facts = Object.keys(policy.bundle.facts)
  const fact = name.startsWith("facts.") ? name.slice(6) : undefined
  if (fact === undefined ? fields.includes(name) : facts.includes(fact)) return name
  const allowed = [...fields, ...chinese.keys(), ...facts.map((each) => `facts.${each}`)]
  const meant = facts.includes(name) ? frame.didYouMean(`facts.${name}`) : undefined
  return cannotRun({
    code: "map/unknown-field",
    message: fact === undefined ? fault.mapField(name) : fault.unknownFact(fact),
    place,
    expected:
      fact === undefined
        ? /\p{Script=Han}/u.test(name)
          ? fault.mapFieldExpected([...chinese.keys()], "事实")
          : fault.mapFieldExpected(fields, "facts")
        : facts.length === 0
          ? frame.noneKnown
          : frame.oneOf(facts),
    help: suggestionOf(name, allowed, frame) ?? meant
  })
}

const instantReader = (
  format: string | undefined,
  zone: string | undefined,
  policy: Policy.Policy,
  context: CommandContext
): ReadInstant => {
  const { fault } = context.texts
  const named = zone === undefined ? inZone(policy.zone) : inNamedZone(zone)
  if (named === undefined)
    return cannotRun({ code: "map/bad-zone", message: fault.mapZone(zone ?? ""), expected: fault.mapZoneExpected })
  const plain = plainReader(named)
  if (format === undefined) return plain
  const formatted = readerOf(format, named)
  if (formatted === undefined)
    return cannotRun({ code: "map/bad-format", message: fault.mapFormat(format), expected: fault.mapFormatExpected })
  return (text) => formatted(text) ?? plain(text)
}

/** Returns the channel of rows that name none: the policy's only channel. */
export const channelFor = ({ sources }: Mapping, { bundle }: Policy.Policy, context: CommandContext): string => {
  const { fault, frame } = context.texts
  const known = Object.keys(bundle.channels)
  const source = sources.get("channel")
  if (source !== undefined && "constant" in source) {
    if (known.includes(source.constant)) return source.constant
    return notAmong(
      { code: "channel/unknown", message: fault.unknownChannel(source.constant) },
      source.constant,
      known,
      frame
    )
  }
  if (source !== undefined || known.length === 1 || sources.size === 0) return known[0] ?? "import"
  return cannotRun({
    code: "map/no-channel",
    message: fault.mapNoChannel,
    expected: frame.oneOf(known),
    help: fault.mapNoChannelHelp(known[0] ?? "web")
  })
}
