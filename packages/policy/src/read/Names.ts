/**
 * The names that a policy declares, by sort, each with the tree that declares it. Built-in words have no tree.
 *
 * Invariant: names are collected before anything is read, so the order of a file never matters.
 */
import { Conclusion } from "@hearback/core"
import { dig, entriesOf, get, type Tree, wordOf, wordsOf } from "../link/Tree.ts"
import * as Vocabulary from "../vocabulary/Vocabulary.ts"

/** The sorts of things that are declared in one place and named in others. */
export type DeclaredSort =
  | "role"
  | "department"
  | "fact"
  | "event"
  | "calendar"
  | "channel"
  | "category"
  | "emotion"
  | "signal"
  | "kind"
  | "dimension"
  | "level"
  | "loop"
  | "gate"
  | "clock"
  | "message"
  | "question"
  | "input"

/** The declared names of a policy by sort. */
export type DeclaredNames = { readonly [S in DeclaredSort]: ReadonlyMap<string, Tree | undefined> } & {
  /**
   * The conclusions of decision gates, by gate. Decisions of one name in several loops can have the conclusions of
   * any of them.
   */
  readonly conclusions: ReadonlyMap<string, readonly string[]>
}

/** Words of the language for people, which may not be role names. */
export const whoWords: readonly string[] = Object.keys(Vocabulary.who)
const kinds: readonly string[] = Object.keys(Vocabulary.kinds)
/** Names of the fields that feedback has beside facts. */
export const builtInFields: readonly string[] = Object.keys(Vocabulary.fields)
const unmoved = "unmoved"
/** The two sides of a loop. */
export const sides = ["customer-loop", "system-loop"] as const

/** Returns the gates of one loop as written, both sides, customer loop first. */
export const gatesIn = (loop: Tree | undefined): ReadonlyMap<string, Tree> =>
  new Map(sides.flatMap((side) => entriesOf(get(loop, side))))

/** Keys that have an effect only on a routine. */
export const ofRoutine: readonly string[] = ["person", "owner", "invite", "figures", "every", "calendar", "on-holiday"]

/** Returns whether a channel has several keys that only a routine uses, so that its mode is probably wrong. */
export const isMeantAsRoutine = (channel: Tree): boolean =>
  ofRoutine.filter((key) => get(channel, key) !== undefined).length > 1

/** Returns the channels on which cases open by themselves. */
export const routines = (root: Tree): ReadonlySet<string> =>
  new Set(
    entriesOf(get(root, "channels")).flatMap(([name, tree]) => (wordOf(get(tree, "mode")) === "routine" ? [name] : []))
  )

/** Returns the titles of a declared thing in all languages. */
export const titlesOf = (tree: Tree | undefined): readonly string[] => {
  const title = get(tree, "title")
  return title?._tag === "Map" ? entriesOf(title).flatMap(([, text]) => wordOf(text) ?? []) : wordsOf(title)
}

/** Collects every declaration of a merged policy. */
export const collect = (root: Tree): DeclaredNames => {
  const loops = entriesOf(get(root, "loops"))
  const gates = loops.flatMap(([, loop]) => sides.flatMap((side) => entriesOf(get(loop, side))))
  const dimensions = entriesOf(get(root, "grading"))
  const dictionary = get(root, "dictionary")
  return {
    role: declared(get(root, "roles")),
    department: declared(get(root, "departments")),
    fact: declared(get(root, "facts")),
    event: listed(get(root, "events")),
    calendar: declared(get(root, "calendars")),
    channel: declared(get(root, "channels")),
    category: declared(get(dictionary, "categories")),
    emotion: new Map([...declared(get(dictionary, "emotions")), [unmoved, undefined]]),
    signal: declared(get(dictionary, "signals")),
    kind: new Map([
      ...kinds.map((kind) => [kind, undefined] as const),
      // Only cases of a routine have this kind.
      ...(routines(root).size > 0 || entriesOf(get(root, "channels")).some(([, each]) => isMeantAsRoutine(each))
        ? [["routine", undefined] as const]
        : []),
      ...[...declared(get(dictionary, "kinds"))].filter(([kind]) => kind !== "otherwise" && !kinds.includes(kind))
    ]),
    dimension: new Map(dimensions),
    level: new Map(dimensions.flatMap(([, dimension]) => [...listed(get(dimension, "levels"))])),
    loop: new Map(loops),
    gate: new Map(gates),
    clock: new Map([...gates.filter(([, gate]) => get(gate, "within") !== undefined), ...clocksOf(root)]),
    message: declared(get(root, "messages")),
    question: declared(dig(root, "intake", "form", "questions")),
    input: declared(get(root, "facts")),
    conclusions: conclusionsOf(gates)
  }
}

/** Returns clocks by their short names: `complaint.agreed` is the clock `agreed` of one loop. */
const clocksOf = (root: Tree): readonly (readonly [string, Tree])[] =>
  entriesOf(get(root, "clocks")).map(([name, clock]) => {
    const loop = entriesOf(get(root, "loops")).find(([each]) => name.startsWith(`${each}.`))
    return [loop === undefined ? name : name.slice(loop[0].length + 1), clock]
  })

const conclusionsOf = (gates: readonly (readonly [string, Tree])[]): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>()
  for (const [name, gate] of gates) {
    if (wordOf(get(gate, "needs")) !== "decision") continue
    const tree = get(gate, "one-of")
    const oneOf = tree?._tag === "Map" ? [...tree.entries.keys()] : wordsOf(tree)
    found.set(name, [...new Set([...(found.get(name) ?? []), ...Conclusion.offers({ oneOf })])])
  }
  return found
}

const declared = (tree: Tree | undefined): ReadonlyMap<string, Tree> => new Map(entriesOf(tree))

const listed = (tree: Tree | undefined): ReadonlyMap<string, Tree | undefined> =>
  new Map(tree?._tag === "List" ? tree.items.flatMap((item) => wordsOf(item).map((word) => [word, item] as const)) : [])
