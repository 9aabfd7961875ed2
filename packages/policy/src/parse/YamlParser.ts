/**
 * Parses a file to a tree with spans, and reports all syntax that the policy language does not allow.
 *
 * Invariant: if the syntax leaves the meaning in doubt, there is no tree; the rest is still checked.
 * Source: the language reference, files and YAML pitfalls.
 */
import { defined } from "@hearback/core"
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import { settle } from "../diagnostic/Report.ts"
import { maxDepth, type Node } from "../source/Node.ts"
import { lineBounds, lineText, placeAt, type SourceFile, span } from "../source/SourceFile.ts"
import { conflictsIn } from "./Conflict.ts"
import { decode } from "./Encoding.ts"
import { markDiagnostics } from "./Mark.ts"
import { pitfallsIn } from "./Pitfall.ts"
import { joined, joinOf } from "./SplitNumber.ts"
import { syntaxDiagnostics } from "./Syntax.ts"
import { mostParts, type RawYaml, readYaml } from "./Yaml.ts"

/** A parsed file with its findings. */
export interface Parsed {
  readonly file: SourceFile
  /** Undefined if the file cannot be read unambiguously. */
  readonly tree?: Node
  readonly diagnostics: ReadonlyArray<Diagnostic>
}

/** The most findings that are reported for one file. A file with more is probably no policy. */
const mostFindings = 1000

/**
 * Parses a YAML file to a tree with spans. Bytes are decoded as UTF-8. Errors: `file/…` and `yaml/…`, in the order of
 * their places.
 */
export function parseYaml(source: { readonly path: string; readonly text: string | Uint8Array }): Parsed {
  const { file, diagnostics } = decode(source.path, source.text)
  if (diagnostics.length > 0) return { file, diagnostics }
  const conflicts = conflictsIn(file)
  // It is unknown which side of the change is right, so the tree of both together says nothing.
  if (conflicts.length > 0) return { file, diagnostics: conflicts.slice(0, mostFindings) }
  const raw = readYaml(file)
  if (raw.refused) return { file, diagnostics: [refusal(raw.refused)] }
  const { tree } = raw
  if (tree === undefined && raw.marks.length === 0 && raw.faults.length === 0)
    return { file, diagnostics: [diagnose("file/empty", {}, span(file, 0, 0))] }
  const pitfalls = tree === undefined ? { certain: [], doubtful: [] } : pitfallsIn(file, tree)
  const certain = [
    ...markDiagnostics(file, raw.marks.slice(0, mostFindings)),
    ...pitfalls.certain.slice(0, mostFindings)
  ]
  const isInText = lostBlocks(certain)
  const explained = certain.filter((each) => !isInText(each))
  const some = { ...raw, faults: raw.faults.slice(0, mostFindings) }
  const syntax = syntaxDiagnostics(file, some, explained).filter((each) => !isInText(each))
  // With a syntax error, values can seem to be missing and keys to be repeated.
  const found = settle([
    ...explained,
    ...syntax,
    ...(raw.faults.length === 0 ? pitfalls.doubtful.slice(0, mostFindings).map((make) => make()) : [])
  ])
  // The intended number is certain, although it must be written differently.
  const broken = raw.faults.length > 0 || explained.some((each) => !joinOf(each)) || syntax.length > 0
  const whole =
    tree &&
    joined(
      tree,
      explained.flatMap((each) => joinOf(each) ?? [])
    )
  return defined({ file, diagnostics: found.slice(0, mostFindings), tree: broken ? undefined : whole })
}

/**
 * Returns whether a finding is inside a text whose `|` was not read because the colon before it is none. Its lines
 * contain no keys and no values.
 */
function lostBlocks(found: ReadonlyArray<Diagnostic>): (each: Diagnostic) => boolean {
  const colons = found.filter(({ code }) => code === "yaml/colon")
  const blocks = colons.flatMap(({ primary: { span: at } }) => {
    const { file } = at
    const { line } = placeAt(file, at.end)
    const opens = /^[\s\u3000]*[|>][+-]?\d?[ \t]*$/u.test(file.text.slice(at.end, lineBounds(file, line)[1]))
    return opens ? [{ from: line + 1, to: endOfBlock(file, line) }] : []
  })
  if (blocks.length === 0) return () => false
  return ({ primary: { span: at } }) => {
    const { line } = placeAt(at.file, at.start)
    return blocks.some(({ from, to }) => line >= from && line < to)
  }
}

/** Returns the first following line that is not indented further. */
function endOfBlock(file: SourceFile, line: number): number {
  const indent = /^ */.exec(lineText(file, line))?.[0].length ?? 0
  let at = line + 1
  while (lineBounds(file, at)[0] < file.text.length && !/^ *\S/.test(lineText(file, at).slice(0, indent + 1))) at++
  return at
}

function refusal({ why, span: at }: NonNullable<RawYaml["refused"]>): Diagnostic {
  return why === "too-deep"
    ? diagnose("file/too-deep", { limit: maxDepth }, at)
    : diagnose("file/too-many-parts", { limit: mostParts }, at)
}
