/**
 * What follows from a key that is none, from a section that is no map, or from a base that is not named: beside these it
 * is not told. Once they are right, what was a fault of its own is still there, and is told then.
 */
import type { Code } from "../diagnostic/Catalogue.ts"
import type { Diagnostic } from "../diagnostic/Diagnostic.ts"
import { type MapTree, step, type Tree } from "../link/Tree.ts"
import { type Span, written } from "../source/SourceFile.ts"
import type { PlacedFinding } from "./AcceptedFindings.ts"

/** What is said of a name that is not known. */
const ofNames: ReadonlySet<Code> = new Set<Code>(["name/unknown", "cell/unknown-value", "message/unknown-placeholder"])

/** What is said of a policy that lacks a line at its margin. */
const ofHeads: ReadonlySet<Code> = new Set<Code>(["calendar/needs-time-zone", "value/no-currency"])

/** A key that is none, in its map. */
interface Stranger {
  readonly inside: MapTree
  readonly value: Tree
}

/** Returns whether a finding only follows from what was `told` of the shape of the files. */
export const consequencesOf = (
  root: MapTree,
  told: readonly Diagnostic[],
  found: readonly PlacedFinding[]
): ((each: Diagnostic) => boolean) => {
  const spots = (code: Code): readonly Span[] => told.flatMap((each) => (each.code === code ? [each.primary.span] : []))
  const strangers = strangersAt(root, spots("shape/unknown-key"))
  const names = new Set(strangers.flatMap(({ value }) => [...wordsBelow(value)]))
  const atMargin = strangers.filter(({ inside }) => inside === root)
  // What a section says that is called otherwise, or is no map, nobody knows.
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

/** `clock.answer` and `{due.answer}` name the clock `answer`. */
export const wordsIn = (text: string): readonly string[] => {
  const bare = text.replace(/^["']?\{?(.*?)\}?["']?$/su, "$1")
  return [bare, bare.slice(bare.indexOf(".") + 1)]
}

/** Whether a finding is about the map that has a strange key, or doubts one of its entries. */
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

/** The keys and words that stand there, of which some are names. */
function* wordsBelow(tree: Tree): Generator<string> {
  if (tree._tag === "Scalar") yield tree.text
  if (tree._tag === "List") for (const item of tree.items) yield* wordsBelow(item)
  if (tree._tag === "Map")
    for (const [key, value] of tree.entries) {
      yield key
      yield* wordsBelow(value)
    }
}

/** What may be said of a length of time that is not what was meant, what says most of it first. */
const ofPromises: readonly Code[] = [
  "clock/due-before-its-turn",
  "clock/priority-inversion",
  "clock/due-while-closed",
  "clock/never-counts",
  "ownership/take-up-too-late"
]

/** Returns findings without repetition: of several about one length only the one at its place. */
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

/** Whether a finding is about a place: it stands there, or the place is one side of what it says. */
const isAt = ({ primary, related }: Diagnostic, place: Span): boolean =>
  [primary.span, ...related.map(({ span }) => span)].some(
    ({ file, start, end }) => file === place.file && start <= place.start && end >= place.end
  )
