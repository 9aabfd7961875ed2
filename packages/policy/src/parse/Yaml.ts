/**
 * Reads YAML 1.2 text as a tree with spans. This is the only file that uses the YAML library.
 *
 * It reports what it sees (the tree, marks that the policy language does not allow, syntax errors) and leaves the
 * wording to
 * `YamlParser.ts`. Files are read token by token, so deep nesting and huge numbers of tokens stop early.
 */
import { Composer, CST, type Document, isAlias, isMap, isScalar, isSeq, Lexer, type ParsedNode, Parser } from "yaml"
import { type MapEntry, maxDepth, type Node } from "../source/Node.ts"
import { type SourceFile, type Span, span } from "../source/SourceFile.ts"

/** What a mark is: something that the language does not allow, or a bracket or quote without its end. */
type MarkKind = "tag" | "anchor" | "alias" | "tab" | "directive" | "document" | "unclosed-quote" | "unclosed-bracket"

/** A mark at its place. */
export interface YamlMark {
  readonly kind: MarkKind
  readonly span: Span
}

/** The kind of a syntax error, instead of the library's words. */
export type FaultKind =
  | "indentation"
  | "unclosed-quote"
  | "unclosed-bracket"
  | "missing-comma"
  | "missing-colon"
  | "extra-words"
  | "nested-colon"
  | "bad-start"
  | "escape"
  | "key-not-text"
  | "key"
  | "tab"
  | "mark"
  | "other"

/** A syntax error at its place. */
export interface YamlFault {
  readonly kind: FaultKind
  readonly span: Span
}

/** What reading a text found. */
export interface RawYaml {
  /** The tree as far as it could be built, which is unreliable if there are errors; undefined for an empty file. */
  readonly tree: Node | undefined
  readonly marks: ReadonlyArray<YamlMark>
  readonly faults: ReadonlyArray<YamlFault>
  /** Why and where reading stopped early. */
  readonly refused?: { readonly why: "too-deep" | "too-many-parts"; readonly span: Span }
}

/** The most tokens of a file: words, signs, blanks and line breaks. A policy of a hundred pages has about 50 000. */
export const mostParts = 120_000

/** Reads the text of a file. Never throws; the time grows with the size of the text. */
export function readYaml(file: SourceFile): RawYaml {
  const read = tokensOf(file)
  if ("refused" in read) return { tree: undefined, marks: [], faults: [], refused: read.refused }
  const marks: Array<YamlMark> = []
  for (const token of read.tokens) markToken(file, token, marks)
  const [document, second] = compose(read.tokens, file.text.length)
  if (second !== undefined) marks.push(secondDocument(file, read.tokens))
  const faults = (document?.errors ?? []).map(({ code, message, pos }): YamlFault => {
    const end = Math.max(pos[1], pos[0])
    return { kind: faultKind(code, message), span: span(file, pos[0], end) }
  })
  return { tree: treeOf(file, document), marks, faults }
}

// This reader compares keys itself, because the library compares each key with every other.
const options = {
  version: "1.2",
  prettyErrors: false,
  uniqueKeys: false,
  stringKeys: true,
  logLevel: "silent"
} as const

/** Runs the library without call stacks: its errors are JavaScript errors, and thousands of stacks take seconds. */
function compose(tokens: ReadonlyArray<CST.Token>, length: number): ReadonlyArray<Document.Parsed> {
  const before = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    return [...new Composer(options).compose(tokens, true, length)]
  } finally {
    Error.stackTraceLimit = before
  }
}

type Tokens = { readonly tokens: ReadonlyArray<CST.Token> } | { readonly refused: NonNullable<RawYaml["refused"]> }

function tokensOf(file: SourceFile): Tokens {
  const parser = new Parser()
  const tokens: Array<CST.Token> = []
  const stop = (why: "too-deep" | "too-many-parts"): Tokens => ({
    refused: {
      why,
      span: span(file, Math.min(parser.offset, file.text.length), Math.min(parser.offset + 1, file.text.length))
    }
  })
  let parts = 0
  for (const word of new Lexer().lex(file.text)) {
    for (const token of parser.next(word)) tokens.push(token)
    // The stack also contains the document and the current value.
    if (parser.stack.length > maxDepth + 2) return stop("too-deep")
    if (++parts > mostParts) return stop("too-many-parts")
  }
  for (const token of parser.end()) tokens.push(token)
  return { tokens }
}

/** Returns the comments of a file in written order, each from its `#` to the end of its line. */
export function commentsOf(file: SourceFile): ReadonlyArray<Span> {
  const found: Array<Span> = []
  let at = 0
  let isScalar = false
  for (const word of new Lexer().lex(file.text)) {
    const isSign = word === CST.DOCUMENT || word === CST.SCALAR || word === CST.FLOW_END
    if (!isSign && !isScalar && word.startsWith("#")) found.push(span(file, at, at + word.trimEnd().length))
    isScalar = word === CST.SCALAR
    // These tokens express states of the lexer; they are no text of the file.
    if (!isSign) at += word.length
  }
  return found
}

function secondDocument(file: SourceFile, tokens: ReadonlyArray<CST.Token>): YamlMark {
  const [, second] = tokens.filter(({ type }) => type === "document")
  const start =
    second?.type === "document" ? (second.start.find(({ type }) => type === "doc-start") ?? second) : undefined
  const at = start?.offset ?? 0
  return { kind: "document", span: span(file, at, at + 3) }
}

/** Collects marks that the language does not allow, and quotes and brackets without an end. */
function markToken(file: SourceFile, token: CST.Token | null | undefined, marks: Array<YamlMark>): void {
  if (token === null || token === undefined) return
  const mark = (kind: MarkKind, length: number): void => {
    marks.push({ kind, span: span(file, token.offset, token.offset + length) })
  }
  switch (token.type) {
    case "directive":
      mark("directive", token.source.trimEnd().length)
      return
    case "document":
      for (const each of [...token.start, token.value, ...(token.end ?? [])]) markToken(file, each, marks)
      return
    case "block-map":
    case "block-seq":
    case "flow-collection":
      for (const { start, key, sep, value } of token.items as ReadonlyArray<CST.CollectionItem>)
        for (const each of [...start, key, ...(sep ?? []), value]) markToken(file, each, marks)
      if (token.type !== "flow-collection") return
      if (!token.end.some(({ type }) => type === "flow-map-end" || type === "flow-seq-end")) mark("unclosed-bracket", 1)
      for (const each of token.end) markToken(file, each, marks)
      return
    case "block-scalar":
      for (const each of token.props) markToken(file, each, marks)
      return
    case "double-quoted-scalar":
    case "single-quoted-scalar":
      if (token.source.length < 2 || token.source.at(-1) !== token.source[0]) mark("unclosed-quote", 1)
      for (const each of token.end ?? []) markToken(file, each, marks)
      return
    case "alias":
      mark("alias", token.source.length)
      return
    case "scalar":
      for (const each of token.end ?? []) markToken(file, each, marks)
      return
    case "anchor":
    case "tag":
      mark(token.type, token.source.length)
      return
    case "space":
      // A tab before a comment or the end of a line separates nothing.
      if (token.source.includes("\t") && !/^[\r\n#]|^$/.test(file.text.charAt(token.offset + token.source.length)))
        mark("tab", token.source.length)
      return
    case "byte-order-mark":
    case "doc-mode":
    case "doc-start":
    case "doc-end":
    case "comment":
    case "newline":
    case "directive-line":
    case "seq-item-ind":
    case "explicit-key-ind":
    case "map-value-ind":
    case "flow-map-start":
    case "flow-seq-start":
    case "flow-map-end":
    case "flow-seq-end":
    case "flow-error-end":
    case "comma":
    case "block-scalar-header":
    case "error":
      return
  }
}

function treeOf(file: SourceFile, document: Document.Parsed | undefined): Node | undefined {
  const contents = document?.contents ?? undefined
  if (
    contents === undefined ||
    (isScalar(contents) && contents.source === "" && contents.range[0] === contents.range[1])
  )
    return undefined
  return nodeOf(file, contents)
}

function nodeOf(file: SourceFile, node: ParsedNode): Node {
  const [start, end] = node.range
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }): MapEntry => {
      const at = rangeOf(key, start)
      const text = isScalar(key) ? String(key.value ?? "") : file.text.slice(at[0], at[1])
      return {
        key: { text, span: span(file, at[0], at[1]) },
        value: behindKey(file, value as ParsedNode | null, at[1])
      }
    })
    const last = node.flow === true ? end : (entries.at(-1)?.value.span.end ?? end)
    return { _tag: "Map", entries, span: span(file, start, Math.max(last, entries.at(-1)?.key.span.end ?? last)) }
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => behindKey(file, item as ParsedNode | null, start))
    return { _tag: "List", items, span: span(file, start, node.flow === true ? end : (items.at(-1)?.span.end ?? end)) }
  }
  const source = file.text.slice(start, end).trimEnd()
  const at = span(file, start, start + source.length)
  if (isAlias(node)) return { _tag: "Scalar", value: null, source, quoted: false, span: at }
  const quoted = node.type !== undefined && node.type !== "PLAIN"
  return { _tag: "Scalar", value: scalarOf(node.value), source, quoted, span: at }
}

/** Returns the empty value of a key without one; its place is just behind the key. */
function behindKey(file: SourceFile, node: ParsedNode | null, behind: number): Node {
  if (node !== null) return nodeOf(file, node)
  return { _tag: "Scalar", value: null, source: "", quoted: false, span: span(file, behind, behind) }
}

const rangeOf = (node: unknown, otherwise: number): readonly [number, number] =>
  isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)
    ? [node.range?.[0] ?? otherwise, node.range?.[1] ?? otherwise]
    : [otherwise, otherwise]

const scalarOf = (value: unknown): string | number | boolean | null =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null

function faultKind(code: string, message: string): FaultKind {
  switch (code) {
    case "BAD_INDENT":
      return message.startsWith("Flow") ? "unclosed-bracket" : "indentation"
    case "MISSING_CHAR":
      if (message.includes("quote")) return "unclosed-quote"
      if (message.includes("must end with")) return "unclosed-bracket"
      return message.startsWith("Missing ,") ? "missing-comma" : "missing-colon"
    case "MULTILINE_IMPLICIT_KEY":
      return "missing-colon"
    case "BLOCK_IN_FLOW":
      return "missing-comma"
    case "BLOCK_AS_IMPLICIT_KEY":
      return "nested-colon"
    case "BAD_SCALAR_START":
      return "bad-start"
    case "BAD_DQ_ESCAPE":
      return "escape"
    case "NON_STRING_KEY":
      return "key-not-text"
    case "KEY_OVER_1024_CHARS":
      return "key"
    case "TAB_AS_INDENT":
      return "tab"
    case "UNEXPECTED_TOKEN":
      return "extra-words"
    case "ALIAS_PROPS":
    case "BAD_ALIAS":
    case "BAD_PROP_ORDER":
    case "MULTIPLE_ANCHORS":
    case "MULTIPLE_TAGS":
    case "TAG_RESOLVE_FAILED":
    case "BAD_COLLECTION_TYPE":
    case "BAD_DIRECTIVE":
      return "mark"
    default:
      return "other"
  }
}
