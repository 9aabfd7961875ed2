/** What the readers of one scenario file share: names that may be used, and what the steps so far have made known. */
import type { Bundle } from "@hearback/core"
import { type Calendar, Policy } from "@hearback/core"
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import { guessed } from "../diagnostic/UnknownWords.ts"
import { contextOf, type PeopleContext, wordOf } from "../people/Context.ts"
import type { People } from "../people/People.ts"
import { isMap, type Node, toJson } from "../source/Node.ts"
import { placeOf, type Span } from "../source/SourceFile.ts"
import { type Say, said } from "../text/TranslatedTexts.ts"

export interface ScenarioContext extends PeopleContext {
  readonly bundle: Bundle.Bundle
  readonly people: readonly string[]
  /** Of the people file, and those that a `submit` brings. */
  readonly customers: Set<string>
  readonly gates: readonly string[]
  readonly clocks: readonly string[]
  readonly messages: readonly string[]
  readonly dimensions: ReadonlyMap<string, readonly string[]>
  /** The calendar on which `+3 working days` counts. */
  readonly calendar: Calendar.Calendar
  /** What the shape of the file says of keys that no step has, by where they begin. */
  readonly unknownKeys: ReadonlyMap<number, Diagnostic>
  /** Cases that a step so far has submitted. */
  cases: Set<string>
}

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
    // What staff write to a customer leaves as `word`.
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
 * Clocks of the policy, the waits of gates that go by the gate's name (doors, observation, silence), and the parts of
 * a team that go by the department's.
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

/** Returns the place of a span as reports show it. */
export const spotOf = (span: Span): Bundle.PolicyPlace => ({ file: span.file.path, ...placeOf(span) })

/** Returns one of our words; says which there are where it is none. */
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

/** Says that something else belongs here. */
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
