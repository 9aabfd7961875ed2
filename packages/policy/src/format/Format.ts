/**
 * Formats a file in its only layout: keys in the order of the reference, words for quantities, `{ … }` if there is
 * room; with `keys` in the other key language.
 *
 * Invariant: the meaning stays the same, or nothing is written and a finding says why. Formatting a formatted file
 * changes nothing. Comments are kept.
 */
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import { type FileKind, languageOf } from "../outline/Outline.ts"
import { parseYaml } from "../parse/YamlParser.ts"
import { shaped } from "../shape/Check.ts"
import { kindOf } from "../shape/Kind.ts"
import type { Node } from "../source/Node.ts"
import { type SourceFile, written } from "../source/SourceFile.ts"
import { turn } from "../translation/FileTranslation.ts"
import { type KeyLanguage, keysOf } from "../vocabulary/KeyLanguage.ts"
import { pieceOf } from "./Piece.ts"
import { printed } from "./PrintedLines.ts"
import { remarksIn } from "./Remark.ts"
import { difference } from "./Sameness.ts"

/** How a file is formatted. */
export interface FormatOptions {
  /** The key language to write; without it the one that the file has. */
  readonly keys?: KeyLanguage
}

/** The result of formatting. */
export interface Formatted {
  readonly file: SourceFile
  /** Absent if an error prevents formatting. */
  readonly text?: string
  readonly isChanged: boolean
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** Formats a policy, a part, a scenario file or a people file. */
export const format = (
  source: { readonly path: string; readonly text: string | Uint8Array },
  { keys }: FormatOptions = {}
): Formatted => {
  const parsed = parseYaml(source)
  const { file, tree } = parsed
  const refused = (diagnostics: ReadonlyArray<Diagnostic>): Formatted => ({ file, isChanged: false, diagnostics })
  if (tree === undefined) return refused(parsed.diagnostics)
  const kind = kindOf(tree)
  const { diagnostics } = shaped(parsed, kind)
  if (diagnostics.some(({ level }) => level === "error")) return refused(diagnostics)
  const from = keysOf(file)
  const to = keys ?? from
  const { tree: turned, changed } = turn(tree, { kind, from, to, whole: true })
  const sheet = { language: languageOf(kind), keys: to, remarks: remarksIn(file, tree), changed }
  const text = printed(pieceOf(sheet, turned))
  const isChanged = text !== file.text
  // An unchanged file has the same meaning.
  const lost = isChanged ? lostIn(file, tree, text, kind) : undefined
  return lost === undefined ? { file, text, isChanged, diagnostics } : refused([lost])
}

/**
 * Reports a place where the written text would have another meaning: a name that is a word of the other key language.
 */
const lostIn = (file: SourceFile, tree: Node, text: string, kind: FileKind): Diagnostic | undefined => {
  const again = parseYaml({ path: file.path, text })
  const english = (each: Node, from: KeyLanguage): Node => turn(each, { kind, from, to: "en", whole: true }).tree
  const before = english(tree, keysOf(file))
  const found = again.tree === undefined ? before : difference(before, english(again.tree, keysOf(again.file)))
  if (found === undefined) return undefined
  const [word = ""] = written(found.span).split("\n", 1)
  return diagnose("name/reserved", { name: word }, found.span)
}
