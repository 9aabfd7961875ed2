/**
 * Finds what YAML accepts although nobody meant it: a key without a value, a comma that splits a sentence, a
 * full-width colon, a placeholder read as a map.
 *
 * *Certain* findings can explain a syntax error; *doubtful* ones may follow from such an error.
 */
import { type Diagnostic, diagnose, type Fix } from "../diagnostic/Diagnostic.ts"
import type { MapEntry, Node, ScalarNode } from "../source/Node.ts"
import { placeAt, type SourceFile, type Span, span, written } from "../source/SourceFile.ts"
import { said } from "../text/TranslatedTexts.ts"
import { indentationAt, meantIndentation } from "./Indentation.ts"
import { around, colonsIn, type Found, hasColon, isTestReadAsBlock } from "./PitfallLines.ts"
import { bracketedWrong, partedWrong, quotedWrong } from "./Punctuation.ts"
import { isBalanced } from "./UnquotedTexts.ts"
import { cutTexts, duplicates, valuePitfalls } from "./ValuePitfall.ts"

/** Findings about such places. */
export interface Pitfalls {
  readonly certain: ReadonlyArray<Diagnostic>
  /**
   * Functions that make the doubtful findings. They are called only without syntax errors, because there can be
   * thousands.
   */
  readonly doubtful: ReadonlyArray<() => Diagnostic>
}

/** Returns the places of a tree that YAML probably reads differently from what was meant. */
export function pitfallsIn(file: SourceFile, root: Node): Pitfalls {
  const found = { certain: [] as Array<Diagnostic>, doubtful: [] as Array<() => Diagnostic> }
  if (root._tag === "Scalar") found.certain.push(...colonsIn(root))
  visit(file, root, found)
  found.certain.push(...cutTexts(root, false))
  return found
}

function visit(file: SourceFile, node: Node, found: Found): void {
  if (node._tag === "Scalar") return
  if (node._tag === "List") {
    found.certain.push(...partedWrong(node))
    for (const item of node.items) {
      if (item._tag === "Scalar" && item.value === null)
        found.doubtful.push(() => diagnose("yaml/empty-value", { written: item.source }, item.span))
      if (item._tag === "Scalar" && !item.quoted && item.source.includes("\n")) found.certain.push(lostDash(item))
      visit(file, item, found)
    }
    return
  }
  for (const each of node.entries) {
    keyPitfalls(each, found)
    if (isTestReadAsBlock(each.value)) found.certain.push(blockTest(each.value))
    const wrong = each.value._tag === "Scalar" ? (bracketedWrong(each.value) ?? quotedWrong(each.value)) : undefined
    if (wrong !== undefined) found.certain.push(wrong)
  }
  valuePitfalls(file, node, found)
  duplicates(node, found)
  for (const { value } of node.entries) visit(file, value, found)
}

/** Finds a word that continues on the next line of a list, which was meant to be an item. */
const lostDash = ({ source, span: { file, start } }: ScalarNode): Diagnostic => {
  const [first = "", rest = ""] = source.split(/\n\s*/u)
  const from = start + source.indexOf(rest, first.length)
  return diagnose("yaml/dash", { parted: false }, span(file, from, from + rest.trimEnd().length))
}

const blockTest = ({ source, span: at }: ScalarNode): Diagnostic =>
  diagnose("yaml/quote-the-test", { test: source }, at)

function keyPitfalls({ key }: MapEntry, found: Found): void {
  const source = written(key.span)
  if (/^["']/u.test(source)) return
  if (key.text === "<<") found.certain.push(diagnose("yaml/merge-key", {}, key.span))
  const swallowed = /[{[]/u.test(source) && !isBalanced(source) ? bracketIn(key.span, source) : undefined
  if (swallowed !== undefined) {
    found.certain.push(swallowed)
    return
  }
  const bare = source.replace(around, "")
  const meant = colonMeant(key.span, source) ? colonsIn(key.span) : []
  if (meant.length > 0) found.certain.push(...meant)
  // A key over several lines is broken syntax, not a pitfall.
  else if (bare !== source.replace(/^[ \t]+|[ \t]+$/gu, "") && bare !== "" && !source.includes("\n"))
    found.certain.push(diagnose("yaml/full-width", { key: bare }, key.span, indented(key.span, bare)))
}

/** Finds `key:{ … }` and `key { … }`, in which the value became part of the key. */
function bracketIn(at: Span, source: string): Diagnostic | undefined {
  const [, name = "", sign = ""] = /^([\p{L}\p{N}._-]+)(:?[ \t]*)[{[]/u.exec(source) ?? []
  if (name === "") return undefined
  const end = at.start + name.length
  if (!sign.includes(":")) return diagnose("yaml/syntax", { fault: "missing-colon" }, span(at.file, at.start, end))
  const fix = { span: span(at.file, end, end + sign.length), text: ": ", title: said((t) => t.fix.colon) }
  return diagnose("yaml/colon", { written: source, fullWidth: false }, span(at.file, end, end + 1), { fix })
}

/**
 * Returns the fix of a key with blanks that YAML does not read. It writes as many blanks as fit the lines around it.
 */
function indented(at: Span, bare: string): { readonly fix?: Fix } {
  const { file } = at
  const { line } = placeAt(file, at.start)
  const blanks = indentationAt(file, line)
  const start = file.text.indexOf(bare, at.start)
  if (blanks.end <= at.start || start > blanks.end) return {}
  const width = meantIndentation(file, line)
  if (width === undefined) return {}
  const text = `${" ".repeat(width)}${bare}`
  const fix = span(file, blanks.start, at.end)
  return { fix: { span: fix, text, title: said((t) => t.fix.indent(bare)) } }
}

/** Finds a key with a full-width colon, over several lines, or without a colon behind it. */
const colonMeant = (at: Span, source: string): boolean =>
  source.includes("：") || source.includes("\n") || !hasColon(at)
