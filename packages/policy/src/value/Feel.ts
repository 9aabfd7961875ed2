/**
 * Reads S-FEEL unary tests with a maintained parser and a whitelist.
 *
 * The parser accepts all of FEEL; a cell may contain only comparisons, intervals, values, lists of these, `not(…)`
 * and `-`. Everything else is refused, because a cell must be a set of values. This is the only file that uses the
 * parser.
 */
import { parser } from "lezer-feel"

/** A value as it is written in the test, without FEEL's quotes and constructors. */
export interface Literal {
  readonly text: string
  readonly start: number
  readonly end: number
}

type Comparison = "<" | "<=" | ">" | ">=" | "=" | "!="

/** A single test: a comparison, an interval or a value. */
export type Test =
  | { readonly _tag: "Compare"; readonly by: Comparison; readonly to: Literal }
  | {
      readonly _tag: "Between"
      readonly from: Literal
      readonly to: Literal
      readonly fromIncluded: boolean
      readonly toIncluded: boolean
    }

/** The tests of a cell: any of them may hold, or, if negated, none. */
export type Unary =
  | { readonly _tag: "Any" }
  | { readonly _tag: "Tests"; readonly negated: boolean; readonly tests: readonly Test[] }
  /** The place of the error in the text; `end > start`.  Units: UTF-16 offsets. */
  | { readonly _tag: "Syntax" | "TooMuch"; readonly start: number; readonly end: number }

/** Parses the text of a cell.  Errors: `Syntax` — not FEEL; `TooMuch` — FEEL, but no set of values. */
export const parse = (text: string): Unary => {
  if (text.length > longest) return { _tag: "Syntax", start: 0, end: text.length }
  const root = unaryTests().parse(text).topNode
  const broken = firstError(root)
  if (broken !== undefined) return refuse("Syntax", text, broken)
  const parts = children(root)
  if (parts.some((part) => part.name === "Wildcard")) return { _tag: "Any" }
  const list = parts.find((part) => part.name === "PositiveUnaryTests")
  const tests: Test[] = []
  for (const part of list === undefined ? [root] : children(list)) {
    const test = readTest(part, text)
    if (test === undefined) return refuse("TooMuch", text, part)
    tests.push(test)
  }
  return { _tag: "Tests", negated: parts[0]?.name === "not", tests }
}

/** The most characters of a test, because the parser takes quadratic time. Longer tests must be lists in brackets. */
const longest = 2000

type Node = ReturnType<typeof parser.parse>["topNode"]

let configured: typeof parser | undefined

const unaryTests = (): typeof parser => {
  configured ??= parser.configure({ top: "UnaryTests" })
  return configured
}

const children = (node: Node): readonly Node[] => {
  const out: Node[] = []
  for (let child = node.firstChild; child !== null; child = child.nextSibling) out.push(child)
  return out
}

const firstError = (node: Node): Node | undefined => {
  if (node.type.isError) return node
  for (const child of children(node)) {
    const found = firstError(child)
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * Returns the place of an error, at least one character long, because errors of the parser can be empty or behind the
 * text.
 */
const refuse = (tag: "Syntax" | "TooMuch", text: string, { from, to }: Node): Unary => {
  const start = Math.max(0, Math.min(from, text.length - 1))
  return { _tag: tag, start, end: Math.max(to, start + 1) }
}

const readTest = (node: Node, text: string): Test | undefined => {
  const [only, ...more] = children(node)
  if (node.name !== "PositiveUnaryTest" || only === undefined || more.length > 0) return undefined
  if (only.name !== "SimplePositiveUnaryTest") {
    const to = readLiteral(only, text)
    return to && { _tag: "Compare", by: "=", to }
  }
  const [first, second, ...rest] = children(only)
  if (first?.name === "Interval" && second === undefined) return readInterval(first, text)
  if (first?.name !== "CompareOp" || second === undefined || rest.length > 0) return undefined
  const to = readLiteral(second, text)
  return to && { _tag: "Compare", by: text.slice(first.from, first.to) as Comparison, to }
}

const readInterval = (node: Node, text: string): Test | undefined => {
  const [open, low, , high, close, ...rest] = children(node)
  if (open === undefined || low === undefined || high === undefined || close === undefined || rest.length > 0)
    return undefined
  const [from, to] = [readLiteral(low, text), readLiteral(high, text)]
  if (from === undefined || to === undefined) return undefined
  return { _tag: "Between", from, to, fromIncluded: open.name === "[", toIncluded: close.name === "]" }
}

const readLiteral = (node: Node, text: string): Literal | undefined => {
  const written = text.slice(node.from, node.to)
  if (node.name === "NumericLiteral") return { text: written, start: node.from, end: node.to }
  if (node.name !== "StringLiteral" && node.name !== "DateTimeLiteral") return undefined
  const quoted = /^(?:@|date and time\s*\(|date\s*\(|duration\s*\()?\s*"([^"\\]*)"\s*\)?$/.exec(written)
  return quoted === null ? undefined : { text: quoted[1] ?? "", start: node.from, end: node.to }
}
