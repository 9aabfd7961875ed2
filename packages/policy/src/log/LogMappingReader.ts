/**
 * Reads a log mapping and checks every name against the policy.
 *
 * Errors: names that the policy does not declare, with a guess at the intended one; no column for the case or the
 * instant; a format with which no date can be read.
 */
import { Deed, defined, errands, type Happened } from "@hearback/core"
import type { UnhashedBundle } from "../bundle/Hash.ts"
import { zoneNames } from "../calendar/Zone.ts"
import type { NameKind } from "../diagnostic/catalogue/Name.ts"
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import { settle } from "../diagnostic/Report.ts"
import { unknownName } from "../diagnostic/UnknownWords.ts"
import { contextOf, factOf, factsOf, known, type PeopleContext, sentenceOf, wordOf } from "../people/Context.ts"
import { readFile } from "../shape/Check.ts"
import { entriesOf, get, isMap, itemsOf, type MapEntry, type Node } from "../source/Node.ts"
import type { Span } from "../source/SourceFile.ts"
import { said } from "../text/TranslatedTexts.ts"
import { kinds } from "../vocabulary/Vocabulary.ts"
import { noPreset, type Preset, presets, simulatedXes } from "./Preset.ts"
import { factColumns, simulatedEvents } from "./SimulatedActivities.ts"

interface Source {
  readonly path: string
  readonly text: string | Uint8Array
}

/** What a log mapping says of itself. */
export interface LogMappingHead {
  /** The log that it describes. */
  readonly name?: string
  /** The policy file whose names it uses, relative to the mapping, and the place where it is named. */
  readonly policy?: { readonly path: string; readonly span: Span }
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads to which policy a log mapping belongs. */
export const readLogMappingHead = (file: Source): LogMappingHead => {
  const { tree, diagnostics } = readFile(file, "log")
  const named = get(tree, "policy")
  const path = wordOf(named)?.trim()
  return defined({
    name: sentenceOf(get(tree, "mapping")),
    policy: named === undefined || path === undefined ? undefined : { path, span: named.span },
    diagnostics
  })
}

/**
 * Reads a log mapping beside its policy. Returns no mapping if something is an error. `logged` is the format of the
 * log, if it is known.
 */
export const readLogMapping = (file: Source, bundle: UnhashedBundle, logged: "csv" | "xes" = "csv") => {
  const { tree, diagnostics: before } = readFile(file, "log")
  if (tree === undefined) return { diagnostics: before }
  const context = contextOf(bundle)
  const mapping = mappingOf(context, tree, logged)
  // A misspelt key or word probably gives the missing value, so nothing is reported as missing.
  const isMisspelt = before.some(({ code }) => code === "shape/unknown-key" || code === "shape/unknown-word")
  const told = context.told.filter(({ code }) => !isMisspelt || code !== "shape/missing-key")
  const diagnostics = settle([...before, ...told])
  return defined({
    mapping: diagnostics.some(({ level }) => level === "error") ? undefined : mapping,
    diagnostics
  })
}

type Texts = Readonly<Record<string, string>>

const mappingOf = (context: PeopleContext, tree: Node, logged: "csv" | "xes") => {
  const { bundle } = context
  const chosen = presets[wordOf(get(tree, "preset")) ?? ""] ?? noPreset
  const preset = chosen.simulated === true && logged === "xes" ? simulatedXes : chosen
  const dimensions = bundle.grading.map(({ name }) => name)
  const decided = get(tree, "decided")
  const events = get(tree, "events")
  const columns = { ...preset.columns, ...textsIn(get(tree, "columns")) }
  needColumns(context, tree, columns)
  return {
    columns,
    constants: { ...preset.constants, ...constantsOf(context, get(tree, "constants")) },
    factsOfAll: factsOf(context, get(get(tree, "constants"), "facts")) ?? {},
    facts: named(context, "fact", get(tree, "facts"), Object.keys(bundle.facts), {
      ...preset.facts,
      ...(preset.simulated === true ? factColumns(Object.keys(bundle.facts), preset.columns) : {})
    }),
    grades: named(context, "dimension", get(decided, "grades"), dimensions, preset.grades),
    kept: named(context, "clock", get(decided, "kept"), clocksOf(context), {}),
    outcomes: { ...preset.outcomes, ...textsIn(get(tree, "outcomes")) },
    ...(events === undefined && Object.keys(preset.events).length === 0 && preset.simulated !== true
      ? {}
      : { events: new Map([...presetEvents(context, preset), ...eventsOf(context, events)]) }),
    values: valuesOf(context, get(tree, "values"), preset),
    demanded: demandedBy(tree, columns),
    missing: [...preset.missing, ...itemsOf(get(tree, "missing")).flatMap((item) => sentenceOf(item) ?? [])],
    time: timeOf(context, get(tree, "time"), preset)
  }
}

const textsIn = (node: Node | undefined): Texts =>
  Object.fromEntries(
    entriesOf(node).flatMap(({ key, value }) => {
      const text = sentenceOf(value)
      return text === undefined ? [] : [[key.text, text] as const]
    })
  )

/** Returns the columns that a file names itself, with those that every log needs. */
const demandedBy = (tree: Node, { case: ofCase, at }: Texts): readonly string[] => {
  const decided = get(tree, "decided")
  const groups = ["columns", "facts", "outcomes"].map((key) => get(tree, key))
  const own = [...groups, get(decided, "grades"), get(decided, "kept")].flatMap((node) => Object.values(textsIn(node)))
  return [...new Set([...own, ...[ofCase, at].filter((one) => one !== undefined)])]
}

const needColumns = (context: PeopleContext, tree: Node, columns: Texts): void => {
  const lacking = ["case", "at"].filter((name) => columns[name] === undefined)
  const place = get(tree, "columns") ?? get(tree, "mapping") ?? tree
  const where = said((t) => t.thing.columns)
  for (const name of lacking) context.told.push(diagnose("shape/missing-key", { keys: [name], where }, place.span))
}

/** Returns columns by names that the policy declares. Other names in a preset are ignored. */
const named = (
  context: PeopleContext,
  kind: NameKind,
  node: Node | undefined,
  names: readonly string[],
  preset: Texts
): Texts => {
  for (const { key } of entriesOf(node))
    if (!names.includes(key.text)) context.told.push(unknownName(kind, key.text, names, key.span))
  const usual = Object.fromEntries(Object.entries(preset).filter(([name]) => names.includes(name)))
  return { ...usual, ...textsIn(node) }
}

const clocksOf = ({ bundle }: PeopleContext): readonly string[] => [...new Set(bundle.clocks.map(({ name }) => name))]

/** The values that fields of feedback can have in the policy, and the kind of their names. */
const fieldsOf = ({ bundle }: PeopleContext): Readonly<Record<string, readonly [NameKind, readonly string[]]>> => ({
  channel: ["channel", Object.keys(bundle.channels)],
  kind: ["kind", Object.keys(kinds)],
  category: ["category", bundle.dictionary.categories.map(({ name }) => name)],
  role: ["role", Object.keys(bundle.roles)],
  lifecycle: ["phase", Deed.steps]
})

const constantsOf = (context: PeopleContext, node: Node | undefined): Texts => {
  const fields = fieldsOf(context)
  return Object.fromEntries(
    entriesOf(node).flatMap(({ key, value }) => {
      if (key.text === "facts") return []
      const [kind, names] = fields[key.text] ?? ["field", []]
      const word = known(context, kind, value, names)
      return word === undefined ? [] : [[key.text, word] as const]
    })
  )
}

type Meaning = Happened.Happened | Deed.Deed | undefined

const words: Readonly<Record<string, Meaning>> = {
  none: undefined,
  answered: { _tag: "CustomerTold" },
  "told-customer": { _tag: "CustomerTold" },
  "customer-wrote": { _tag: "CustomerWrote" },
  resume: { _tag: "Resumed" }
}

const gatesOf = ({ bundle }: PeopleContext): readonly string[] => [
  ...new Set(bundle.loops.flatMap((loop) => loop.gates.map(({ name }) => name)))
]

const reasonsOf = ({ bundle }: PeopleContext): readonly string[] => [
  ...new Set(bundle.clocks.flatMap(({ pause }) => Object.keys(pause)))
]

const meaningOf = (context: PeopleContext, word: string): Meaning => {
  if (Object.hasOwn(words, word)) return words[word]
  return context.bundle.events.includes(word)
    ? { _tag: "EventHappened", event: word }
    : { _tag: "GatePassed", gate: word }
}

const eventsOf = (context: PeopleContext, node: Node | undefined): readonly (readonly [string, Meaning])[] => {
  const names = [...Object.keys(words), ...gatesOf(context), ...context.bundle.events]
  return entriesOf(node).flatMap(({ key, value }): readonly (readonly [string, Meaning])[] => {
    if (isMap(value)) {
      const meaning = deedIn(context, value)
      return meaning === undefined ? [] : [[key.text, meaning]]
    }
    const word = known(context, "moment", value, names)
    return word === undefined ? [] : [[key.text, meaningOf(context, word)]]
  })
}

const deedIn = (context: PeopleContext, node: Node): Meaning => {
  const reason = known(context, "reason", get(node, "pause"), reasonsOf(context))
  if (reason !== undefined) return { _tag: "Paused", reason }
  const on = known(context, "gate", get(node, "work"), [...gatesOf(context), ...errandsApart])
  if (on !== undefined) return { _tag: "Worked", on }
  // The schema has already checked these words.
  const [question, says] = [wordOf(get(node, "asks")), wordOf(get(node, "reply"))]
  if (question !== undefined) return { _tag: "Asked", question: question as "proposal" }
  return says === undefined ? undefined : { _tag: "Answered", says: says as "agree" }
}

/** The words for work that belongs to no gate. */
const errandsApart: readonly string[] = [...errands.filter((errand) => errand !== "gate"), "closing"]

const presetEvents = (
  context: PeopleContext,
  { events, simulated }: Preset
): readonly (readonly [string, Meaning])[] => [
  ...Object.entries(events).map(([activity, said]) => [activity, presetMeaning(context, said)] as const),
  ...(simulated === true ? simulatedEvents(gatesOf(context), clocksOf(context)) : [])
]

/** Reads a reason to wait. A reason for which no clock of the policy pauses has no meaning. */
const presetMeaning = (context: PeopleContext, said: Preset["events"][string]): Meaning => {
  if (typeof said === "string") return meaningOf(context, said)
  return reasonsOf(context).includes(said.pause) ? { _tag: "Paused", reason: said.pause } : undefined
}

const valuesOf = (
  context: PeopleContext,
  node: Node | undefined,
  preset: Preset
): Readonly<Record<string, ReadonlyMap<string, string>>> => {
  const said = entriesOf(node).map((entry) => [entry.key.text, wordsFor(context, entry)] as const)
  const all = new Map(Object.entries(preset.values).map(([name, usual]) => [name, new Map(Object.entries(usual))]))
  for (const [name, own] of said) all.set(name, new Map([...(all.get(name) ?? []), ...own]))
  return Object.fromEntries(all)
}

const wordsFor = (context: PeopleContext, { key, value }: MapEntry): readonly (readonly [string, string])[] => {
  const { bundle } = context
  const fields = fieldsOf(context)
  const declared = Object.hasOwn(bundle.facts, key.text) ? bundle.facts[key.text] : undefined
  const dimension = bundle.grading.find(({ name }) => name === key.text)
  const names = [...Object.keys(fields), ...Object.keys(bundle.facts), ...bundle.grading.map(({ name }) => name)]
  if (!names.includes(key.text)) {
    context.told.push(unknownName("input", key.text, names, key.span))
    return []
  }
  return entriesOf(value).flatMap(({ key: theirs, value: ours }) => {
    const [kind, among] =
      dimension === undefined ? (fields[key.text] ?? ["level", []]) : (["level", dimension.levels] as const)
    const word =
      declared === undefined
        ? known(context, kind, ours, among)
        : factOf(context, key.text, declared, ours) === undefined
          ? undefined
          : (sentenceOf(ours) ?? "")
    return word === undefined ? [] : [[theirs.text, word] as const]
  })
}

/** Checks that a format has year, month and day, each with letters of one kind. */
const dated = /^(?=.*y)(?=.*M)(?=.*d)/iu

const timeOf = (context: PeopleContext, node: Node | undefined, preset: Preset) => {
  const [formatAt, zoneAt] = [get(node, "format"), get(node, "zone")]
  const format = sentenceOf(formatAt) ?? preset.format
  if (formatAt !== undefined && format !== undefined && !dated.test(format))
    context.told.push(diagnose("log/time-format", { found: format }, formatAt.span))
  return defined({ format, zone: known(context, "time-zone", zoneAt, ["UTC", ...zoneNames()]) })
}
