/**
 * Decides the meaning of columns in files beside a simulation file: by their names, by a mapping, or by the format.
 */
import { diagnose } from "../diagnostic/Diagnostic.ts"
import { unknownName } from "../diagnostic/UnknownWords.ts"
import { readLogMapping } from "../log/LogMappingReader.ts"
import { presets } from "../log/Preset.ts"
import { parseYaml } from "../parse/YamlParser.ts"
import { type PeopleContext, sentenceOf, wordOf } from "../people/Context.ts"
import { entriesOf, type Node } from "../source/Node.ts"
import type { TranslatedText } from "../text/shape/TranslatedText.ts"
import { fields } from "../vocabulary/Vocabulary.ts"
import { type FileContent, isRead } from "./Table.ts"

/** Reads files beside a simulation file. */
export interface Companions {
  /** Returns the content of a file by its name in the simulation file; undefined if there is none. */
  readonly read: (path: string) => FileContent | Unread | undefined
  /** Returns a reader of instants in a format and a zone. Without a format it reads only what is unambiguous. */
  readonly instants: (format?: string, zone?: string) => ((text: string) => number | undefined) | undefined
}

/** A file that exists, and the reason why it cannot be read. */
interface Unread {
  readonly why: TranslatedText
}

const isUnread = (says: object | string): says is Unread => typeof says === "object" && "why" in says

/** A file with its name and its content. */
interface Named {
  readonly path: string
  readonly says: FileContent
}

/** Returns the file that a node names. */
export const contentOf = (
  context: PeopleContext,
  node: Node | undefined,
  { read }: Pick<Companions, "read">
): Named | undefined => {
  const path = wordOf(node)?.trim()
  if (node === undefined || path === undefined) return undefined
  const says = read(path)
  if (says !== undefined && !isUnread(says)) return { path, says }
  context.told.push(diagnose("file/unreadable", { path, ...says }, node.span))
  return undefined
}

/** For each field of an arrival, its columns or its constant. */
export interface ArrivalLayout {
  readonly columns: ReadonlyMap<string, readonly string[]>
  readonly constants: ReadonlyMap<string, string>
  readonly wordFor: (field: string, text: string) => string | undefined
  readonly readInstant: ((text: string) => number | undefined) | undefined
  /** The column with the case, in a log that has several rows for each. */
  readonly case?: string | undefined
}

/** The prefix of a fact's name. */
export const ofFact = "facts."

/** The usual names of columns, if nothing assigns them. */
export const fileColumns: Readonly<Record<string, readonly string[]>> = {
  at: ["received", fields.received, "at", "时刻"],
  text: ["verbatim", fields.verbatim, "text", "原话"],
  channel: ["channel", fields.channel],
  category: ["category", "类别"],
  customer: ["customer", fields.customer],
  language: ["language", "语言"],
  kind: ["kind", fields.kind],
  score: ["score", fields.score]
}

const factColumns = ({ bundle }: PeopleContext): readonly (readonly [string, readonly string[]])[] =>
  Object.keys(bundle.facts).map((name) => [`${ofFact}${name}`, [`facts.${name}`, `事实.${name}`, name]] as const)

const given = (_: string, text: string): string | undefined => (text === "" ? undefined : text)

/** Returns the layout of a table; undefined if its mapping cannot be used. */
export const layoutOf = (
  context: PeopleContext,
  table: Named,
  map: Node | undefined,
  companions: Companions
): ArrivalLayout | undefined => {
  if (map === undefined) return usualLayout(context, table, companions)
  const content = contentOf(context, map, companions)
  if (content === undefined) return undefined
  const file = { path: content.path, text: textIn(content.says) }
  return /\.mapping\.yaml$/u.test(file.path)
    ? logLayout(context, file, companions)
    : importLayout(context, file, companions)
}

const textIn = (says: FileContent): string | Uint8Array => (isRead(says) ? says.objects : says)

/** Assigns columns that are named like fields and facts or, in a log for process miners, like attributes of cases. */
const usualLayout = (context: PeopleContext, { says }: Named, { instants }: Companions): ArrivalLayout => {
  const columns: (readonly [string, readonly string[]])[] = [...Object.entries(fileColumns), ...factColumns(context)]
  const own = { constants: new Map<string, string>(), wordFor: given, readInstant: instants() }
  if (!isRead(says) || says.from !== "xes") return { ...own, columns: new Map(columns) }
  const ofCase = columns.map(([field, names]) => [field, names.map((name) => `case:${name}`)] as const)
  const { case: id, at = "" } = presets["xes"]?.columns ?? {}
  return { ...own, columns: new Map([...ofCase, ["at", [at]]]), case: id }
}

interface Source {
  readonly path: string
  readonly text: string | Uint8Array
}

/** Assigns columns by a log mapping. The first row of each case counts. */
const logLayout = (context: PeopleContext, content: Source, { instants }: Companions): ArrivalLayout | undefined => {
  const { mapping, diagnostics } = readLogMapping(content, context.bundle)
  context.told.push(...diagnostics)
  if (mapping === undefined) return undefined
  const { columns, constants, facts, factsOfAll, values, missing, time } = mapping
  const own = { ...columns, at: columns["received"] ?? columns["at"], text: columns["verbatim"] }
  const named = Object.entries(own).flatMap(([field, column]) =>
    column !== undefined && Object.hasOwn(fileColumns, field) ? [[field, [column]] as const] : []
  )
  return {
    columns: new Map([
      ...named,
      ...Object.entries(facts).map(([name, column]) => [`${ofFact}${name}`, [column]] as const)
    ]),
    constants: new Map([
      ...Object.entries(constants).filter(([field]) => Object.hasOwn(fileColumns, field)),
      ...Object.entries(factsOfAll).map(([name, value]) => [`${ofFact}${name}`, String(value)] as const)
    ]),
    wordFor: (field, text) =>
      text === "" || missing.includes(text) ? undefined : (values[field.replace(ofFact, "")]?.get(text) ?? text),
    readInstant: instants(time.format, time.zone),
    case: columns["case"]
  }
}

const importFields: Readonly<Record<string, string>> = {
  received: "at",
  verbatim: "text",
  channel: "channel",
  customer: "customer",
  kind: "kind",
  score: "score"
}
const english = new Map(Object.entries(fields).map(([field, zh]): readonly [string, string] => [zh, field]))

/** Fields of an import, whether or not a simulation reads them. */
const knownFields: ReadonlySet<string> = new Set([
  ...[...english].flat(),
  ...["hearback", "闭环", "address", "地址", "answered", "答复时间", "closed", "结案时间"]
])

/**
 * Assigns columns by the mapping of an import: `field: column`, `field:` with a colon at its end for a constant,
 * `received:format`.
 */
const importLayout = (context: PeopleContext, content: Source, { instants }: Companions): ArrivalLayout | undefined => {
  const { tree, diagnostics } = parseYaml(content)
  context.told.push(...diagnostics)
  if (tree === undefined || diagnostics.some(({ level }) => level === "error")) return undefined
  const columns = new Map<string, readonly string[]>()
  const constants = new Map<string, string>()
  let [format, zone]: readonly (string | undefined)[] = []
  for (const { key, value } of entriesOf(tree)) {
    const [name = "", suffix] = key.text.split(":")
    const fact = /^(?:facts|事实)\.(.+)$/su.exec(name)?.[1]
    if (fact !== undefined && !Object.hasOwn(context.bundle.facts, fact))
      context.told.push(unknownName("fact", fact, Object.keys(context.bundle.facts), key.span))
    if (fact === undefined && !knownFields.has(name))
      context.told.push(unknownName("field", name, [...knownFields], key.span))
    const field = fact === undefined ? importFields[english.get(name) ?? name] : `${ofFact}${fact}`
    const right = sentenceOf(value)
    if (field === undefined || right === undefined) continue
    if (suffix === undefined) columns.set(field, [right])
    else if (suffix === "") constants.set(field, right)
    else if (suffix === "format" || suffix === "格式") format = right
    else zone = right
  }
  return { columns, constants, wordFor: given, readInstant: instants(format, zone) }
}
