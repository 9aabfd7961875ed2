/**
 * Hides findings that only follow from an unknown key, a section that is no map, or a missing `extends`. If such a
 * finding has its own cause, it is still found after these are repaired.
 */
import type { Code } from "../diagnostic/Catalogue.ts"
import type { Diagnostic } from "../diagnostic/Diagnostic.ts"
import { type MapTree, step, type Tree } from "../link/Tree.ts"
import { type Span, written } from "../source/SourceFile.ts"
import type { PlacedFinding } from "./AcceptedFindings.ts"

/** Codes of findings about unknown names. */
const ofNames: ReadonlySet<Code> = new Set<Code>(["name/unknown", "cell/unknown-value", "message/unknown-placeholder"])

/** Codes of findings about a missing top-level key. */
const ofHeads: ReadonlySet<Code> = new Set<Code>(["calendar/needs-time-zone", "value/no-currency"])

/** An unknown key and the map that contains it. */
interface Stranger {
  readonly inside: MapTree
  readonly value: Tree
}

/** Returns a function that says whether a finding only follows from the findings in `told`. */
export const consequencesOf = (
  root: MapTree,
  told: readonly Diagnostic[],
  found: readonly PlacedFinding[]
): ((each: Diagnostic) => boolean) => {
  const spots = (code: Code): readonly Span[] => told.flatMap((each) => (each.code === code ? [each.primary.span] : []))
  const strangers = strangersAt(root, spots("shape/unknown-key"))
  const names = new Set(strangers.flatMap(({ value }) => [...wordsBelow(value)]))
  const atMargin = strangers.filter(({ inside }) => inside === root)
  // The content of a section with a wrong name, or of one that is no map, is unknown.
  const isLost =
    atMargin.some(({ value }) => value._tag !== "Scalar") ||
    spots("shape/wrong-type").some((at) =>
      [...root.entries.values()].some(
        ({ _tag, span }) => _tag !== "Map" && span.file === at.file && span.start === at.start
      )
    )
  const meaning = new Set(found.map(({ diagnostic }) => diagnostic))
  const ofStrangers = new Set(
    found.flatMap(({ path, diagnostic }) =>
      strangers.some(({ inside }) => follows(inside, path, diagnostic)) ? [diagnostic] : []
    )
  )
  const isInside = ({ file, start }: Span): boolean =>
    strangers.some(({ value: { span } }) => span.file === file && start >= span.start && start < span.end)
  return (each) => {
    const { code, primary } = each
    if (isLost && (meaning.has(each) || ofNames.has(code))) return true
    if (atMargin.length > 0 && ofHeads.has(code)) return true
    if (ofNames.has(code)) return wordsIn(written(primary.span)).some((word) => names.has(word))
    return ofStrangers.has(each) || (code === "extends/nothing-to-change" && isInside(primary.span))
  }
}

/** Returns the names that a word can contain: `clock.answer` and `{due.answer}` name the clock `answer`. */
export const wordsIn = (text: string): readonly string[] => {
  const bare = text.replace(/^["']?\{?(.*?)\}?["']?$/su, "$1")
  return [bare, bare.slice(bare.indexOf(".") + 1)]
}

/** Returns whether a finding is about the map with an unknown key, or is a warning about one of its entries. */
const follows = (inside: MapTree, path: string, { level }: Diagnostic): boolean =>
  inside.path !== "" &&
  (path === inside.path ||
    (level !== "error" && [...inside.entries.keys()].some((key) => path === step(inside.path, key))))

const strangersAt = (tree: Tree, spots: readonly Span[]): readonly Stranger[] => {
  if (spots.length === 0) return []
  if (tree._tag === "List") return tree.items.flatMap((item) => strangersAt(item, spots))
  if (tree._tag !== "Map") return []
  return [...tree.entries.values()].flatMap((value) =>
    spots.some(({ file, start }) => value.named.file === file && value.named.start === start)
      ? [{ inside: tree, value }]
      : strangersAt(value, spots)
  )
}

/** Returns the keys and words below a place, some of which are names. */
function* wordsBelow(tree: Tree): Generator<string> {
  if (tree._tag === "Scalar") yield tree.text
  if (tree._tag === "List") for (const item of tree.items) yield* wordsBelow(item)
  if (tree._tag === "Map")
    for (const [key, value] of tree.entries) {
      yield key
      yield* wordsBelow(value)
    }
}

/** Codes of findings about one unintended duration, the most informative first. */
const ofPromises: readonly Code[] = [
  "clock/due-before-its-turn",
  "clock/priority-inversion",
  "clock/due-while-closed",
  "clock/never-counts",
  "ownership/take-up-too-late"
]

/** Returns the findings without repetition: of several about one duration, only the one at its place. */
export const oncePerPromise = (told: readonly Diagnostic[]): readonly Diagnostic[] => {
  const about = told.filter(({ code }) => ofPromises.includes(code))
  const rank = ({ code }: Diagnostic): number => ofPromises.indexOf(code)
  const gone = new Set<Diagnostic>()
  for (const one of about)
    for (const other of about)
      if (
        one !== other &&
        !gone.has(one) &&
        isAt(other, one.primary.span) &&
        (!isAt(one, other.primary.span) || rank(one) < rank(other))
      )
        gone.add(other)
  return told.filter((each) => !gone.has(each))
}

/** Returns whether a finding is about a place: as its own place or as a related one. */
const isAt = ({ primary, related }: Diagnostic, place: Span): boolean =>
  [primary.span, ...related.map(({ span }) => span)].some(
    ({ file, start, end }) => file === place.file && start <= place.start && end >= place.end
  )
