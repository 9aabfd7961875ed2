/** What every reader shares: the merged policy, its names, the inputs seen so far, and where findings go. */

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

export interface Reading {
  readonly root: Tree
  /** Returns what stands at a policy path. */
  readonly at: (path: string) => Tree | undefined
  /** Whether this is a pack, which may leave open what its heir must set. */
  readonly isPack: boolean
  readonly language: Language
  /** The language of bare texts in a file. */
  readonly languageOf: (span: Span) => Language
  readonly currency: Currency | undefined
  readonly zone: Zone
  readonly names: DeclaredNames
  readonly inputs: DeclaredInputs
  /** What merging took out, by path. */
  readonly removed: ReadonlyMap<string, Tree>
  /** Returns the text of a file beside the policy. */
  readonly file: (path: string) => string | undefined
  /** Whether a link leads out of the policy's folder. */
  readonly isOutside: (path: string) => boolean
  readonly say: Tell
  /** Names that somebody seems to have meant who wrote another one, each with the places that wrote it. */
  readonly meant: Map<string, readonly WrittenName[]>
  /** Names that are not declared because the declaration itself is misspelt, which is told there. */
  readonly excused: Set<string>
  /** Graded inputs of which it was told that a stronger level is graded weaker. */
  readonly isInverted: Set<string>
  /** Keys that somebody seems to have meant who wrote another one: what they say is not known. */
  readonly misspelt: ReadonlySet<string>
  /** Whether one of some findings was told before. */
  readonly hasTold: (...codes: readonly Code[]) => boolean
  /** Whether an error was told at this path or below it; what analysis would say of it mostly follows from that. */
  readonly isFaulty: (path: string) => boolean
}

/** A name as somebody wrote it. */
export interface WrittenName {
  readonly name: string
  readonly span: Span
}

/** Notes which declared name somebody seems to have meant; a place that is read for each loop is noted once. */
export const mean = ({ meant }: Pick<Reading, "meant">, name: string, written: WrittenName): void => {
  const known = meant.get(name) ?? []
  const { file, start } = written.span
  if (!known.some(({ span }) => span.file === file && span.start === start)) meant.set(name, [...known, written])
}

/** Tells a finding at a place of the merged policy. */
export type Tell = <C extends Code>(
  code: C,
  at: Tree,
  about: ParametersOf<C>,
  more?: More & { readonly span?: Span }
) => void

/** Returns what a finding points at: a value that is one word, else the key that names it. */
export const spotOf = (tree: Tree): Span => (tree._tag === "Scalar" ? tree.span : tree.named)

/** Returns the key of a condition, a map or a list of maps, that names an input; else the key of the condition. */
export const keyIn = (condition: Tree, input: string): Span => {
  const key = input.startsWith("signal.") ? "signal" : input
  const maps = condition._tag === "List" ? condition.items : [condition]
  return maps.flatMap((map) => get(map, key)?.named ?? [])[0] ?? condition.named
}

/** Returns a name that must be declared; says so where it is not. */
export const known = (reading: Reading, sort: DeclaredSort, tree: Tree | undefined): string | undefined => {
  const name = wordOf(tree)
  if (tree === undefined || name === undefined) return undefined
  if (reading.names[sort].has(name)) return name
  unknown(reading, sort, tree, name)
  return undefined
}

/** Returns roles and who-words. */
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

/** Sorts of names that gates may have too. */
const ofLoops: ReadonlySet<DeclaredSort> = new Set(["gate", "clock"])

/** Returns where a gate of this name was taken out, of whatever loop. */
const removedGate = (reading: Reading, name: string): Tree | undefined =>
  [...reading.removed].find(([path]) => path.startsWith("loops.") && path.endsWith(`-loop.${name}`))?.[1]

/** Says that nothing of this name is declared, where such names stand, and what was probably meant. */
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

/** Whether the levels of a dimension are no list, or an empty one: that is told there. */
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
