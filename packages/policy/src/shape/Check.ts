/**
 * Whether a tree has the shape of its kind of file.
 *
 * The outline of the language says whether and where; the words are ours.
 */
import { type Diagnostic, diagnose, related } from "../diagnostic/Diagnostic.ts"
import { settle } from "../diagnostic/Report.ts"
import { nearest } from "../diagnostic/Suggestion.ts"
import { type FileKind, languageOf } from "../outline/Outline.ts"
import { newestVersion } from "../outline/Version.ts"
import { type Parsed, parseYaml } from "../parse/YamlParser.ts"
import { entryOf, type MapNode, type Node } from "../source/Node.ts"
import { span } from "../source/SourceFile.ts"
import { said } from "../text/TranslatedTexts.ts"
import { turn } from "../translation/FileTranslation.ts"
import type { Mixed } from "../translation/ValueTranslation.ts"
import { keysOf, versionKeys } from "../vocabulary/KeyLanguage.ts"
import { type ScenariosByExample, spread } from "./Examples.ts"
import { faultsOf, type ShapeFault } from "./Fault.ts"
import { otherKind } from "./Kind.ts"
import { misplaced } from "./MisplacedLines.ts"
import { wordsOf } from "./Wording.ts"

/** How many faults of one file are told; a file with more is not what it says it is. */
const mostFaults = 300

/** Returns what is wrong with the shape of a tree, in the order of places; nothing where it is sound. */
export function checkShape(tree: Node, kind: FileKind): ReadonlyArray<Diagnostic> {
  const version = versionFault(tree)
  // A file of another version is not judged by the rules of this one.
  if (version !== undefined) return [version]
  const language = languageOf(kind)
  const faults = faultsOf(language, tree)
  const heads = kind === "policy" && tree._tag === "Map" ? headFaults(tree, faults) : []
  if (faults.length === 0 && (heads.length === 0 || hasOneHead(tree))) return []
  const told = faults.slice(0, mostFaults).flatMap((fault) => wordsOf(language, fault))
  return settle([...heads, ...told].slice(0, mostFaults))
}

interface Source {
  readonly path: string
  readonly text: string | Uint8Array
}

/** What was read lately: whoever changes one file of a policy reads the others again as they are. */
const lately: (Source & { readonly kind: FileKind; readonly parsed: Parsed })[] = []
const mostKept = 4

/** Reads a file and checks its shape. The tree has English keys and words; its spans lead to what was written. */
export function readFile(source: Source, kind: FileKind): Parsed {
  const { path, text } = source
  const known = lately.find((each) => each.path === path && each.text === text && each.kind === kind)
  if (known !== undefined) return known.parsed
  const parsed = shaped(parseYaml(source), kind)
  lately.unshift({ path, text, kind, parsed })
  lately.length = Math.min(lately.length, mostKept)
  return parsed
}

/**
 * Checks the shape of a file that was parsed; what is wrong with its writing is told with it. Where a line stands in the
 * wrong column, that is said, and nothing of what follows from it.
 */
export function shaped(parsed: Parsed, kind: FileKind): Parsed {
  const read = judged(parsed, kind)
  const { file, diagnostics } = read
  if (kind === "mapping" || !diagnostics.some(({ level }) => level === "error")) return read
  const judge = (text: string) => judged(parseYaml({ path: file.path, text }), kind).diagnostics
  const moved = misplaced(file, diagnostics, judge)
  return moved === undefined ? read : { file, diagnostics: settle(moved) }
}

function judged(parsed: Parsed, kind: FileKind): Parsed {
  if (parsed.tree === undefined) return parsed
  const isChinese = kind !== "mapping" && keysOf(parsed.file) === "zh-CN"
  const other = otherKind(parsed.tree, kind)
  if (other !== undefined) {
    const at = parsed.tree.span
    const [first = at] = parsed.tree._tag === "Map" ? parsed.tree.entries.map(({ key }) => key.span) : []
    const told = diagnose("file/other-kind", { kind: other, expected: kind }, first)
    return { file: parsed.file, diagnostics: settle([...parsed.diagnostics, told]) }
  }
  const plain: ScenariosByExample = { tree: parsed.tree, diagnostics: [] }
  const rows = kind === "scenario" ? spread(parsed.tree, isChinese ? "zh-CN" : "en") : plain
  const { tree, mixed } = isChinese
    ? turn(rows.tree, { kind, from: "zh-CN", to: "en", whole: false })
    : { tree: rows.tree, mixed: [] }
  const diagnostics = [...parsed.diagnostics, ...rows.diagnostics, ...mixed.map(mixedKeys), ...checkShape(tree, kind)]
  return { ...parsed, tree, diagnostics: settle(diagnostics) }
}

const mixedKeys = ({ word, right, span: at }: Mixed): Diagnostic =>
  diagnose("language/mixed-keys", { word, right, first: versionKeys["zh-CN"] }, at)

function versionFault(tree: Node): Diagnostic | undefined {
  const entry = entryOf(tree, "hearback")
  if (entry?.value._tag !== "Scalar" || entry.value.value === newestVersion) return undefined
  const { value, source, span: at } = entry.value
  return value === null ? undefined : diagnose("language/version", { found: source, newest: newestVersion }, at)
}

const ids = ["policy", "pack", "part-of"]

/** A policy file has one id, and says its language unless it is a part. */
function headFaults(tree: MapNode, faults: ReadonlyArray<ShapeFault>): ReadonlyArray<Diagnostic> {
  const where = said((t) => t.thing.policyFile)
  const [first, second] = ids.flatMap((id) => entryOf(tree, id) ?? [])
  const start = tree.entries[0]?.key.span ?? span(tree.span.file, tree.span.start, tree.span.start)
  // A misspelt id is told as such, and a key that is like no other may be one.
  const properties = Object.keys(languageOf("policy").root.properties ?? {})
  const isMisspelt = (words: ReadonlyArray<string>): boolean =>
    faults.some(
      (fault) =>
        fault._tag === "UnknownKey" &&
        fault.map === tree &&
        (nearest(fault.key.text, words) !== undefined || nearest(fault.key.text, properties) === undefined)
    )
  if (first === undefined)
    return isMisspelt(ids) ? [] : [diagnose("shape/missing-key", { keys: ids, where, any: true }, start)]
  if (second !== undefined) {
    const place = related(
      first.key.span,
      said((t) => t.place.other),
      true
    )
    return [diagnose("shape/two-of", { keys: ids, where }, second.key.span, { related: [place] })]
  }
  if (first.key.text === "part-of" || entryOf(tree, "language") !== undefined) return []
  return isMisspelt(["language"]) ? [] : [diagnose("shape/missing-key", { keys: ["language"], where }, first.key.span)]
}

/** Whether a policy file says exactly one of its ids, and its language where it needs one. */
const hasOneHead = (tree: Node): boolean => {
  const has = (key: string): boolean => entryOf(tree, key) !== undefined
  return [has("policy") && has("language"), has("pack") && has("language"), has("part-of")].filter(Boolean).length === 1
}
