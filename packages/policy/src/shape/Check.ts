/**
 * Checks whether a tree has the shape of its kind of file.
 *
 * The outline of the language decides; this file chooses the words.
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

/** The most faults of one file that are reported. A file with more is probably of another kind. */
const mostFaults = 300

/** Returns the faults of a tree's shape in the order of places; an empty list if there is none. */
export function checkShape(tree: Node, kind: FileKind): ReadonlyArray<Diagnostic> {
  const version = versionFault(tree)
  // A file of another version of the language is not judged by the rules of this version.
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

/** Files that were read recently. An author who changes one file of a policy reads the others again unchanged. */
const lately: (Source & { readonly kind: FileKind; readonly parsed: Parsed })[] = []
const mostKept = 4

/** Reads a file and checks its shape. The tree has English keys and words; its spans lead to the written text. */
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
 * Checks the shape of a parsed file and adds its syntax errors. If a line is in the wrong column, only that is
 * reported, not what follows from it.
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

/** Checks that a policy file has exactly one id, and its language unless it is a part. */
function headFaults(tree: MapNode, faults: ReadonlyArray<ShapeFault>): ReadonlyArray<Diagnostic> {
  const where = said((t) => t.thing.policyFile)
  const [first, second] = ids.flatMap((id) => entryOf(tree, id) ?? [])
  const start = tree.entries[0]?.key.span ?? span(tree.span.file, tree.span.start, tree.span.start)
  // A misspelt id has its own finding, and an unknown key that is similar to no other can be an id.
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

/** Returns whether a policy file has exactly one of the ids, and its language if it needs one. */
const hasOneHead = (tree: Node): boolean => {
  const has = (key: string): boolean => entryOf(tree, key) !== undefined
  return [has("policy") && has("language"), has("pack") && has("language"), has("part-of")].filter(Boolean).length === 1
}
