/** What every reader shares: the merged policy, its names, the inputs used so far, and the list of findings. */

import type { Language, Zone } from "../bundle/Bundle.ts"
import type { Code, ParametersOf } from "../diagnostic/Catalogue.ts"
import type { NameKind } from "../diagnostic/catalogue/Name.ts"
import { type More, related } from "../diagnostic/Diagnostic.ts"
import { guessed } from "../diagnostic/UnknownWords.ts"
import { entriesOf, get, itemsOf, type Tree, wordOf } from "../link/Tree.ts"
import type { Span } from "../source/SourceFile.ts"
import { said } from "../text/TranslatedTexts.ts"
import type { Currency } from "../value/Currency.ts"
import type { DeclaredInputs } from "./Inputs.ts"
import { type DeclaredNames, type DeclaredSort, titlesOf, whoWords } from "./Names.ts"

/** The state of reading a policy. */
export interface Reading {
  readonly root: Tree
  /** Returns the tree at a policy path. */
  readonly at: (path: string) => Tree | undefined
  /** Whether this is a pack, which may leave open what its heir must set. */
  readonly isPack: boolean
  readonly language: Language
  /** Returns the language of texts without a language in a file. */
  readonly languageOf: (span: Span) => Language
  readonly currency: Currency | undefined
  readonly zone: Zone
  readonly names: DeclaredNames
  readonly inputs: DeclaredInputs
  /** Entries that merging removed, by path. */
  readonly removed: ReadonlyMap<string, Tree>
  /** Returns the text of a file beside the policy. */
  readonly file: (path: string) => string | undefined
  /** Returns whether a link leads out of the policy's folder. */
  readonly isOutside: (path: string) => boolean
  readonly say: Tell
  /** Declared names that other names were probably meant to be, each with the places of these other names. */
  readonly meant: Map<string, readonly WrittenName[]>
  /** Names that are not declared because the declaration itself is misspelt, which has its own finding. */
  readonly excused: Set<string>
  /** Graded inputs with a finding that a stronger level is graded weaker. */
  readonly isInverted: Set<string>
  /** Keys that a misspelt key was probably meant to be: their content is unknown. */
  readonly misspelt: ReadonlySet<string>
  /** Returns whether one of some codes was reported before. */
  readonly hasTold: (...codes: readonly Code[]) => boolean
  /**
   * Returns whether an error was reported at this path or below it. Findings of the analysis there would mostly
   * follow from it.
   */
  readonly isFaulty: (path: string) => boolean
}

/** A name as it is written in a file. */
export interface WrittenName {
  readonly name: string
  readonly span: Span
}

/** Notes which declared name was probably meant. A place that is read for each loop is noted once. */
export const mean = ({ meant }: Pick<Reading, "meant">, name: string, written: WrittenName): void => {
  const known = meant.get(name) ?? []
  const { file, start } = written.span
  if (!known.some(({ span }) => span.file === file && span.start === start)) meant.set(name, [...known, written])
}

/** Adds a finding at a place of the merged policy. */
export type Tell = <C extends Code>(
  code: C,
  at: Tree,
  about: ParametersOf<C>,
  more?: More & { readonly span?: Span }
) => void

/** Returns the span for a finding: the value if it is one word, else the key that names it. */
export const spotOf = (tree: Tree): Span => (tree._tag === "Scalar" ? tree.span : tree.named)

/** Returns the key of a condition (a map or a list of maps) that names an input; else the key of the condition. */
export const keyIn = (condition: Tree, input: string): Span => {
  const key = input.startsWith("signal.") ? "signal" : input
  const maps = condition._tag === "List" ? condition.items : [condition]
  return maps.flatMap((map) => get(map, key)?.named ?? [])[0] ?? condition.named
}

/** Returns a name that must be declared; adds a finding if it is not. */
export const known = (reading: Reading, sort: DeclaredSort, tree: Tree | undefined): string | undefined => {
  const name = wordOf(tree)
  if (tree === undefined || name === undefined) return undefined
  if (reading.names[sort].has(name)) return name
  unknown(reading, sort, tree, name)
  return undefined
}

/** Returns roles and words for people. */
export const whoOf = (reading: Reading, tree: Tree | undefined): readonly string[] =>
  itemsOf(tree).flatMap((item) => {
    const name = wordOf(item)
    if (name !== undefined && (whoWords.includes(name) || reading.names.role.has(name))) return [name]
    if (name !== undefined) unknown(reading, "role", item, name, [...reading.names.role.keys(), ...whoWords], "who")
    return []
  })

const sections: Readonly<Record<DeclaredSort, string>> = {
  role: "roles",
  department: "departments",
  fact: "facts",
  event: "events",
  calendar: "calendars",
  channel: "channels",
  category: "dictionary.categories",
  emotion: "dictionary.emotions",
  signal: "dictionary.signals",
  kind: "dictionary.kinds",
  dimension: "grading",
  level: "grading",
  loop: "loops",
  gate: "loops",
  clock: "clocks",
  message: "messages",
  question: "intake.form.questions",
  input: "facts"
}

/** Sorts of names that gates can have, too. */
const ofLoops: ReadonlySet<DeclaredSort> = new Set(["gate", "clock"])

/** Returns where a gate of this name was removed, in any loop. */
const removedGate = (reading: Reading, name: string): Tree | undefined =>
  [...reading.removed].find(([path]) => path.startsWith("loops.") && path.endsWith(`-loop.${name}`))?.[1]

/** Adds the finding that a name is not declared, with the declared names and the one that was probably meant. */
export const unknown = (
  reading: Reading,
  sort: DeclaredSort,
  at: Tree,
  name: string,
  allowed: readonly string[] = [...reading.names[sort].keys()],
  kind: NameKind = sort,
  where: Span = spotOf(at)
): void => {
  const isLost = sort === "level" && entriesOf(get(reading.root, "grading")).some(([, one]) => lacksLevels(one))
  if (!isLost) sayUnknown(reading, sort, at, name, allowed, kind, where)
}

/** Returns whether the levels of a dimension are missing or no list, which has its own finding. */
export const lacksLevels = (dimension: Tree | undefined): boolean => {
  const levels = get(dimension, "levels")
  return levels?._tag === "Scalar" || (levels?._tag === "List" && levels.items.length === 0)
}

const sayUnknown = (
  reading: Reading,
  sort: DeclaredSort,
  at: Tree,
  name: string,
  allowed: readonly string[],
  kind: NameKind,
  where: Span
): void => {
  const gone =
    reading.removed.get(`${sections[sort]}.${name}`) ?? (ofLoops.has(sort) ? removedGate(reading, name) : undefined)
  if (gone !== undefined) {
    const use = related(
      where,
      said((t) => t.place.used(name))
    )
    reading.say(
      "extends/removed-but-used",
      gone,
      { path: `${sections[sort]}.${name}`, by: at.path },
      { related: [use] }
    )
    return
  }
  const [first] = [...reading.names[sort].values()].filter((tree) => tree !== undefined)
  const guess = guessed(
    name,
    allowed.map((word) => ({ word, also: [], like: titlesOf(reading.names[sort].get(word)) }))
  )
  if (guess.guess !== undefined) mean(reading, guess.guess, { name, span: where })
  reading.say(
    "name/unknown",
    at,
    { kind, name, known: allowed, ...guess },
    {
      span: where,
      related:
        first === undefined
          ? []
          : [
              related(
                first.named,
                said((t) => t.place.declaredSo)
              )
            ]
    }
  )
}
