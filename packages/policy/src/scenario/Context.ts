/** What the readers of one scenario file share: the names that can be used, and what earlier steps made known. */
import type { Bundle } from "@hearback/core"
import { type Calendar, Policy } from "@hearback/core"
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import { guessed } from "../diagnostic/UnknownWords.ts"
import { contextOf, type PeopleContext, wordOf } from "../people/Context.ts"
import type { People } from "../people/People.ts"
import { isMap, type Node, toJson } from "../source/Node.ts"
import { placeOf, type Span } from "../source/SourceFile.ts"
import { type Say, said } from "../text/TranslatedTexts.ts"

/** The context of reading a scenario file. */
export interface ScenarioContext extends PeopleContext {
  readonly bundle: Bundle.Bundle
  readonly people: readonly string[]
  /** Customers of the people file, and those of earlier `submit` steps. */
  readonly customers: Set<string>
  readonly gates: readonly string[]
  readonly clocks: readonly string[]
  readonly messages: readonly string[]
  readonly dimensions: ReadonlyMap<string, readonly string[]>
  /** The calendar by which `+3 working days` counts. */
  readonly calendar: Calendar.Calendar
  /** Findings of the schema about unknown keys of a step, by the position of the key. */
  readonly unknownKeys: ReadonlyMap<number, Diagnostic>
  /** Cases that earlier steps have submitted. */
  cases: Set<string>
}

/** Makes the context for a scenario file. */
export const scenarioContextOf = (
  bundle: Bundle.Bundle,
  people: People,
  shapeless: readonly Diagnostic[]
): ScenarioContext => {
  const gates = bundle.loops.flatMap((loop) => loop.gates.map((gate) => gate.name))
  return {
    ...contextOf(bundle),
    bundle,
    people: people.people.map((person) => person.id),
    customers: new Set(Object.keys(people.customers)),
    gates: [...new Set(gates)],
    clocks: clocksOf(bundle),
    // Free messages from staff to a customer have the name `word`.
    messages: [...Object.keys(bundle.messages), "word"],
    dimensions: new Map(bundle.grading.map((dimension) => [dimension.name, dimension.levels])),
    calendar: Policy.calendar(Policy.load(bundle), bundle.defaultCalendar),
    unknownKeys: new Map(
      shapeless.flatMap((each) => (each.code === "shape/unknown-key" ? [[each.primary.span.start, each] as const] : []))
    ),
    cases: new Set()
  }
}

/**
 * Returns the names of clocks: those of the policy, waits of gates by the gate's name (doors, observation, silence),
 * and parts of a virtual team by the department's name.
 */
const clocksOf = (bundle: Bundle.Bundle): readonly string[] => {
  const waits = bundle.loops.flatMap((loop) =>
    loop.gates.filter(
      (gate) => gate.onlyWithin !== undefined || gate.observe !== undefined || gate.silence !== undefined
    )
  )
  const parts = bundle.ownership.team === undefined ? [] : Object.keys(bundle.departments)
  const names = [...bundle.clocks.map((clock) => clock.name), ...waits.map((gate) => gate.name), ...parts]
  return [
    ...new Set([
      ...names,
      ...(bundle.ownership.takeUp === undefined ? [] : ["take-up"]),
      ...(bundle.retention === undefined ? [] : ["retention"])
    ])
  ]
}

/** Returns the place of a span in the form of reports. */
export const spotOf = (span: Span): Bundle.PolicyPlace => ({ file: span.file.path, ...placeOf(span) })

/** Returns a word that must be one of the language's words; otherwise adds a finding with the allowed words. */
export const choiceOf = <const W extends string>(
  context: PeopleContext,
  node: Node | undefined,
  words: readonly W[],
  where: string
): W | undefined => {
  const word = wordOf(node)
  if (node === undefined || word === undefined) return undefined
  const found = words.find((each) => each === word)
  if (found === undefined)
    context.told.push(
      diagnose("shape/unknown-word", { word, where, allowed: words, ...guessed(word, words) }, node.span)
    )
  return found
}

/** Adds the finding that a value has the wrong type. */
export const wrongType = (context: PeopleContext, node: Node, where: string, expected: Say): undefined => {
  context.told.push(
    diagnose(
      "shape/wrong-type",
      { where, expected: said(expected), found: said((t) => (isMap(node) ? t.thing.map : t.thing.this)) },
      node.span
    )
  )
  return undefined
}

/** Returns a value as people would write it on one line. */
export const writtenOf = (node: Node): string => {
  const word = wordOf(node)
  return word ?? JSON.stringify(toJson(node)).replaceAll('"', "")
}
