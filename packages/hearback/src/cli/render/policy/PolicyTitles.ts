/**
 * Titles of everything in a policy: titles of the author, words of the reader's language, sentences for conditions.
 */
import {
  type Bundle,
  Fact,
  InputName,
  inLanguage,
  Period,
  type Policy,
  Target,
  Text,
  Trigger,
  Zone
} from "@hearback/core"
import type { CommandContext } from "../../program/Command.ts"
import { moneyText } from "../../terminal/Amounts.ts"
import { catalogue } from "../../text/Catalogue.ts"
import { pages } from "../../text/Pages.ts"
import { wordFor } from "../../text/Words.ts"
import { type CellValues, cellText, valuesText } from "./Cells.ts"

/** The functions that return titles. */
export type Naming = ReturnType<typeof namingOf>

/** Returns the title of a dimension of grading. */
export const dimensionTitle = (bundle: Bundle.Bundle, name: string, language: Bundle.Language): string =>
  inLanguage(bundle.grading.find((one) => one.name === name)?.title, language, bundle.language) ?? Text.readable(name)

/** Returns the name of something without a title, if the reader can read its script; else its kind. */
export const untitled = (name: string, kind: string | undefined, language: Bundle.Language): string => {
  const isRead = /\p{Script=Han}/u.test(name) === catalogue[language].form.isHan
  return isRead ? Text.readable(name) : (kind ?? name)
}

/** Returns whether the cases of a loop open by themselves. */
export const isRoutine = ({ inputs }: Bundle.Bundle, { when: { table } }: Bundle.LoopRule): boolean => {
  const column = table.slots.findIndex((slot) => inputs[slot]?.name === "kind")
  const type = inputs[table.slots[column] ?? -1]?.type
  const routine = type?._tag === "OneOf" ? type.values.indexOf("routine") : -1
  return table.rows.every(({ cells }) => String(cells[column]) === String([routine, routine + 1]))
}

/** Returns the functions that return titles of a policy for a reader. */
export const namingOf = ({ bundle }: Pick<Policy.Policy, "bundle">, { language, texts }: CommandContext) => {
  const words = pages[language].rule
  const diff = { ...texts.diff, ...words.range }
  const zone = bundle.zones[bundle.zone] ?? Zone.utc
  const dimensions = new Set(bundle.grading.map(({ name }) => name))
  const lacking = new Set<string>()
  const text = (one: Bundle.Text | undefined): string | undefined => {
    const found = inLanguage(one, language, bundle.language)
    if (found !== undefined && one?.[language] === undefined) lacking.add(found)
    return found
  }

  const gate = (loop: Bundle.LoopRule, name: string): string => {
    const rule = loop.gates.find((one) => one.name === name)
    const isOnly = loop.gates.filter(({ kind }) => kind === rule?.kind).length === 1
    const kind = rule !== undefined && isOnly ? Text.word("gate-kind", rule.kind, language) : undefined
    return capital(text(rule?.title) ?? untitled(name, kind, language))
  }
  const loopsOf = (clock: Pick<Bundle.ClockRule, "loop">): readonly Bundle.LoopRule[] =>
    bundle.loops.filter(({ name }) => clock.loop === undefined || clock.loop === name)
  /** Returns the title of a gate in its loop; without a loop, that in the first loop that has it. */
  const gateIn = (loops: readonly Bundle.LoopRule[], name: string): string => {
    const loop = [...loops, ...bundle.loops].find(({ gates }) => gates.some((one) => one.name === name))
    return loop === undefined ? capital(Text.readable(name)) : gate(loop, name)
  }
  const clock = (rule: Bundle.ClockRule): string =>
    capital(text(rule.title) ?? gateIn(loopsOf(rule), rule.gate ?? rule.name))
  const clockNamed = (name: string): string => {
    const rule = bundle.clocks.find((one) => one.name === name)
    return rule === undefined ? Text.readable(name) : clock(rule)
  }
  const fact = (name: string): string =>
    text(bundle.facts[name]?.title) ?? Text.readable(wordFor(Text.table("field", language), name))
  const dimension = (name: string): string => dimensionTitle(bundle, name, language)
  const category = (name: string): string =>
    text(bundle.dictionary.categories.find((one) => one.name === name)?.title) ?? Text.readable(name)
  const channel = (name: string): string => text(bundle.channels[name]?.title) ?? Text.readable(name)
  const department = (name: string): string => text(bundle.departments[name]?.title) ?? Text.readable(name)
  const one = (who: string): string => {
    if (Object.hasOwn(bundle.roles, who)) return text(bundle.roles[who]?.title) ?? Text.readable(who)
    if (Object.hasOwn(bundle.departments, who)) return department(who)
    return who === "automatic" ? words.automatic : Text.word("who", who, language)
  }
  const who = (list: readonly string[], last: string = diff.or): string => joined(list.map(one), words.pause, last)

  const length = (target: Target.Target): string => Text.length(target, language)
  const trigger = (written: string, loops: readonly Bundle.LoopRule[] = bundle.loops): string => {
    const parsed = Trigger.parse(written)
    switch (parsed._tag) {
      case "GateSettled":
      case "GatePassed":
        return words.settled(gateIn(loops, parsed.gate))
      case "ClockMet":
        return words.kept(clockNamed(parsed.clock))
      case "EventHappened":
        return words.happened(Text.readable(parsed.event))
      case "DateReached":
        return words.dateOf(fact(parsed.fact))
      case "Ended":
        return words.ended(Text.word("outcome", parsed.as, language))
      case "Received":
        return loops.every((each) => isRoutine(bundle, each)) ? words.opened : words.trigger.Received
      default:
        return words.trigger[parsed._tag]
    }
  }

  const input = (name: string): string => {
    // A date of the policy hides the field of feedback with the same name.
    if (Object.hasOwn(bundle.facts, name)) return fact(name)
    const source = InputName.parse(name, dimensions)
    switch (source._tag) {
      case "Fixed":
        return words.input[source.name]
      case "Level":
        return dimension(source.dimension)
      case "CategoryDefault":
        return words.defaultLevel(dimension(source.dimension))
      case "Signal":
        return words.signal(Text.word("signal", source.signal, language))
      case "GateState":
        return words.gateInput(gateIn(bundle.loops, source.gate))
      case "ClockState":
        return words.clockInput(clockNamed(source.clock))
      case "Conclusion":
        return words.conclusion(gateIn(bundle.loops, source.gate))
      case "Since":
        return words.since(input(source.date))
      case "Fact":
        return fact(source.fact)
    }
  }
  const factWords: Fact.CodeWords = {
    yes: diff.yes,
    no: diff.no,
    unknown: diff.unknown,
    other: diff.otherText,
    none: diff.noChoice
  }
  const value = ({ name, type }: Bundle.Input, code: number): string => {
    if (code !== Fact.UNKNOWN && type._tag === "Span") return length(Target.elapsed(code))
    if (code !== Fact.UNKNOWN && type._tag === "Period") {
      const { months, days } = Period.parts(code)
      return length(Target.civil(months, days))
    }
    if (code !== Fact.UNKNOWN && type._tag === "Amount" && bundle.currency?.code === type.unit)
      return moneyText(code / 10 ** type.scale, type.unit, language)
    const written = Fact.render(type, code, factWords, zone)
    const source = InputName.parse(name, dimensions)
    if (source._tag === "GateState") return Text.word("gate-state", written, language)
    if (source._tag === "ClockState") return Text.word("clock-state", written, language)
    if (source._tag === "Conclusion") return Text.word("evidence", written, language)
    // A whole number is shown without decimal places.
    if (type._tag === "Amount") return written.replace(/\.0+(?=\D|$)/u, "")
    if (source._tag === "Fact") return text(bundle.facts[source.fact]?.titles?.[written]) ?? written
    if (source._tag === "Level" || source._tag === "CategoryDefault") return Text.readable(written)
    if (source._tag !== "Fixed") return written
    if (source.name === "kind") return Text.word("kind", written, language)
    if (source.name === "cause") return Text.word("cause", written, language)
    if (source.name === "category") return category(written)
    if (source.name === "channel") return channel(written)
    if (source.name === "category.department") return department(written)
    return Object.hasOwn(words.value, written) ? wordFor(words.value, written) : Text.readable(written)
  }
  /** Returns whether an input can be unknown, so that a list of values is not the complement of another list. */
  const mayBeUnknown = (name: string): boolean => {
    const source = InputName.parse(name, dimensions)
    if (source._tag === "Fact") return bundle.facts[source.fact]?.default === undefined
    return source._tag === "Fixed"
  }
  const cellOf = (slot: number, set: readonly number[]) => {
    const at: Bundle.Input = bundle.inputs[slot] ?? { name: "", type: { _tag: "Flag" } }
    return { at, cell: { type: at.type, set, domain: Fact.domain(at.type, mayBeUnknown(at.name)) } }
  }
  /** Returns what an input must be, with its name and without it. */
  const cell = (slot: number, set: readonly number[]): string => {
    const { at, cell: one } = cellOf(slot, set)
    return demand(at, one)
  }
  const demand = (at: Bundle.Input, one: CellValues): string => {
    const { set } = one
    if (isStatement(at.name) && set.length === 2) return set[0] === 1 ? input(at.name) : words.notSo(input(at.name))
    if (Fact.isOrdered(at.type)) return words.measures(input(at.name), cellValues(one, at))
    return cellText(input(at.name), one, (code) => value(at, code), diff)
  }
  /** Returns an input that is a sentence by itself, instead of comparing it with yes. */
  const isStatement = (name: string): boolean => {
    const source = InputName.parse(name, dimensions)
    return source._tag === "Signal" || (source._tag === "Fixed" && statements.has(source.name))
  }
  const cellValues = (one: CellValues, at: Bundle.Input): string => {
    const { text: said, isRest } = valuesText(one, (code) => value(at, code), diff)
    return isRest ? words.not(said) : said
  }
  const values = (slot: number, set: readonly number[]): string => {
    const { at, cell: cells } = cellOf(slot, set)
    return cellValues(cells, at)
  }
  /** Returns a row in words; empty for a row that everything fits. */
  const row = (table: Bundle.Condition["table"], index: number): string =>
    (table.rows[index]?.cells ?? [])
      .flatMap((set, column) => (set === null ? [] : [cell(table.slots[column] ?? 0, set)]))
      .join(diff.and)
  const condition = (rule: Bundle.Condition): string => {
    const rows = rule.table.rows.map((_, i) => row(rule.table, i))
    return rows.includes("") ? words.always : rows.join(words.orElse)
  }

  const loop = (rule: Bundle.LoopRule): string => {
    const kinds = bundle.inputs.findIndex(({ name }) => name === "kind")
    const { table } = rule.when
    const [first] = table.rows
    const column = table.slots.indexOf(kinds)
    const set = first?.cells[column]
    const isKindAlone = table.rows.length === 1 && first?.cells.filter((each) => each !== null).length === 1
    return capital(isKindAlone && set !== null && set !== undefined ? values(kinds, set) : Text.readable(rule.name))
  }

  return {
    words,
    language,
    text,
    /**
     * Texts that are in the other language, because the policy has them only there. The set grows as titles are
     * requested.
     */
    lacking,
    gate,
    gateIn,
    clock,
    clockNamed,
    loopsOf,
    fact,
    dimension,
    category,
    channel,
    department,
    who,
    one,
    length,
    frequency: (frequency: Bundle.Frequency): string => texts.learning.frequency[frequency],
    trigger,
    input,
    value,
    cell,
    demand,
    values,
    cellValues,
    isLevel: (slot: number): boolean => dimensions.has(bundle.inputs[slot]?.name ?? ""),
    row,
    condition,
    loop,
    /** Returns the title of the policy, else its id. */
    policy: text(bundle.title) ?? bundle.id,
    list: (items: readonly string[]): string => items.join(words.pause)
  }
}

const statements: ReadonlySet<string> = new Set(["anonymous", "names-owner"])

const joined = (items: readonly string[], pause: string, last: string): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(pause)}${last}${items.at(-1) ?? ""}`

/** Returns a word of the language with a capital letter, for use outside a sentence. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
