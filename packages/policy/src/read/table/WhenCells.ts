/** Reads cells of a condition: the input of each, and the set of codes that it accepts. */

import { defined } from "@hearback/core"
import type { FactType, Ranges } from "../../bundle/Bundle.ts"
import type { Tested } from "../../diagnostic/catalogue/Cell.ts"
import { guessed } from "../../diagnostic/UnknownWords.ts"
import { get, itemsOf, type Tree, wordOf, wordsOf } from "../../link/Tree.ts"
import { written } from "../../source/SourceFile.ts"
import { parseCell } from "../../value/Cell.ts"
import type { CellProblem } from "../../value/CellProblem.ts"
import { lacksLevels, type Reading, spotOf, unknown } from "../Reading.ts"

/** For each slot of an input, the accepted codes. */
export type WhenCells = ReadonlyMap<number, Ranges>

/**
 * Reads one entry of a `when` as alternatives, each a set of cells. Signals are separate inputs, so `signal: [a, b]`
 * is two alternatives; any other entry is one. What cannot be read accepts everything.
 */
export const cellOf = (reading: Reading, name: string, tree: Tree): readonly WhenCells[] => {
  if (name === "signal") return signalsOf(reading, tree)
  const slot = reading.inputs.slot(name)
  if (slot === undefined) {
    unknown(reading, "input", tree, name, [...reading.inputs.names()], "input", tree.named)
    return [new Map()]
  }
  const set = rangesOf(reading, name, reading.inputs.at(slot).type, tree, reading.inputs.mayBeUnknown(slot))
  return [set === undefined ? new Map() : new Map([[slot, set]])]
}

const signalsOf = (reading: Reading, tree: Tree): readonly WhenCells[] => {
  const not = tree._tag === "Map" ? get(tree, "not") : undefined
  const slots = itemsOf(not ?? tree).flatMap((item) => {
    const name = wordOf(item)
    const slot = name === undefined ? undefined : reading.inputs.slot(`signal.${name}`)
    if (name !== undefined && slot === undefined) unknown(reading, "signal", item, name)
    return slot ?? []
  })
  if (not !== undefined) return [new Map(slots.map((slot) => [slot, [0, 1]] as const))]
  return slots.map((slot) => new Map([[slot, [1, 2]]]))
}

/** Reads the set of codes of a cell; reports what is wrong with it. */
export const rangesOf = (
  reading: Reading,
  name: string,
  type: FactType,
  tree: Tree,
  mayBeUnknown: boolean
): Ranges | undefined => {
  const written = plain(tree)
  const asked = name === "category" ? withBelow(reading, written) : written
  const cell = parseCell(asked, type, { unknown: mayBeUnknown, zone: reading.zone })
  if (cell.ok && cell.contained !== undefined)
    reading.say("cell/contained", wordHolding(tree, cell.contained.found) ?? tree, cell.contained)
  if (cell.ok) return cell.set
  tell(reading, name, type, tree, cell.problem)
  return undefined
}

/** Returns a category with every category under it, because a condition on it means all of them. */
const withBelow = (reading: Reading, asked: unknown): unknown => {
  if (typeof asked === "string") {
    const all = below(reading, asked)
    return all.length === 1 ? asked : all
  }
  if (Array.isArray(asked))
    return [...new Set(asked.flatMap((each) => (typeof each === "string" ? below(reading, each) : [each])))]
  if (typeof asked === "object" && asked !== null && "not" in asked)
    return { ...asked, not: withBelow(reading, asked.not) }
  return asked
}

/** Returns a category and all categories below it. A circle of categories has its own finding. */
const below = (reading: Reading, name: string): readonly string[] => {
  const found = new Set([name])
  for (const above of found)
    for (const [each, tree] of reading.names.category)
      if (tree !== undefined && wordOf(get(tree, "under")) === above) found.add(each)
  return [...found]
}

/** Returns the text of a scalar, so that numbers keep their written digits. */
const plain = (tree: Tree): unknown => {
  switch (tree._tag) {
    case "Scalar":
      return typeof tree.value === "number" ? tree.text : tree.value
    case "List":
      return tree.items.map(plain)
    case "Map":
      return Object.fromEntries([...tree.entries].map(([key, value]) => [key, plain(value)]))
  }
}

const tell = (reading: Reading, input: string, type: FactType, tree: Tree, problem: CellProblem): void => {
  const { found } = problem
  const at = wordHolding(tree, found) ?? tree
  switch (problem.kind) {
    case "wrong-type":
      reading.say("cell/wrong-type", at, { input, expected: problem.expected, found })
      return
    case "unknown-value": {
      // Levels that are no list have their own finding.
      if (lacksLevels(reading.names.dimension.get(input))) return
      const known =
        type._tag === "OneOf" || type._tag === "SomeOf" || type._tag === "Text" ? type.values : wordsOf(undefined)
      reading.say("cell/unknown-value", at, { input, found, known, ...guessed(found, known) })
      return
    }
    case "empty":
      // A list or a map is shown as written in the file.
      reading.say("cell/never", at, { input, found: at._tag === "Scalar" ? found : written(at.span) })
      return
    case "number-form":
    case "bare-share": {
      const inside = wordWith(tree, found) ?? tree
      const code = problem.kind === "bare-share" ? "value/bad-share" : "cell/number-form"
      reading.say(code, inside, defined({ found, proposal: problem.suggestion }), { span: within(inside, problem) })
      return
    }
    case "feel-syntax":
    case "feel-too-much":
      reading.say(
        "cell/syntax",
        at,
        { found, of: testsOf[type._tag] },
        { span: isOne(found) ? spotOf(at) : within(at, problem) }
      )
  }
}

/** The type that a test of an input compares with; a number if nothing else is given. */
const testsOf: Readonly<Partial<Record<FactType["_tag"], Tested>>> = { Date: "date", Span: "length", Period: "length" }

/**
 * Returns whether a test is shown whole: it is short and single, and the part that could not be read is seldom its
 * fault.
 */
const isOne = (test: string): boolean => test.length <= 20 && !/[,，、;；]|\bor\b|\band\b|\.\./u.test(test)

const within = (tree: Tree, { start, end }: CellProblem): ReturnType<typeof spotOf> => {
  const span = spotOf(tree)
  const text = wordOf(tree) ?? ""
  const shift = span.file.text.slice(span.start, span.end).indexOf(text)
  if (start === undefined || end === undefined || shift < 0) return span
  return { file: span.file, start: span.start + shift + start, end: span.start + shift + Math.max(end, start + 1) }
}

/** Returns the scalar of a list or a negation that is this word. */
const wordHolding = (tree: Tree, word: string): Tree | undefined => scalarOf(tree, (text) => text === word)

/** Returns the scalar of a list or a negation that contains a word. */
const wordWith = (tree: Tree, word: string): Tree | undefined => scalarOf(tree, (text) => text.includes(word))

const scalarOf = (tree: Tree, isMeant: (text: string) => boolean): Tree | undefined =>
  tree._tag === "Scalar"
    ? isMeant(tree.text)
      ? tree
      : undefined
    : (tree._tag === "List" ? tree.items : [...tree.entries.values()])
        .map((item) => scalarOf(item, isMeant))
        .find((found) => found !== undefined)
