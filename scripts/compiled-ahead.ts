// Makes the functions of a module be compiled with it. Node keeps between two starts what was compiled before a module ran, and
// V8 leaves that to the first call unless a function stands in parentheses: then each start would compile most of it anew.
import { parseAst } from "vite"

interface AstNode {
  readonly type: string
  readonly start: number
  readonly end: number
}

/** Returns a module with each function in parentheses, where it is an expression. Names that functions have stay theirs. */
export function compiledAhead(code: string): string {
  const marks: Mark[] = []
  const visit = (node: AstNode): void => {
    const parts = Object.entries(node)
    // What stands behind the name of a method is no expression.
    const isMethod = node.type === "MethodDefinition" || parts.some(([key, part]) => methods.has(`${key} ${part}`))
    for (const [key, part] of parts)
      for (const inner of [part].flat().filter(isNode)) {
        if (functions.has(inner.type) && !(isMethod && key === "value"))
          marks.push({ at: inner.start, opens: true }, { at: inner.end, opens: false })
        visit(inner)
      }
  }
  visit(parseAst(code))
  // Where one ends and another begins, the first is closed first.
  marks.sort((one, other) => one.at - other.at || Number(one.opens) - Number(other.opens))
  const pieces = marks.map(({ at, opens }, i) => `${code.slice(marks[i - 1]?.at ?? 0, at)}${opens ? "(" : ")"}`)
  return [...pieces, code.slice(marks.at(-1)?.at ?? 0)].join("")
}

interface Mark {
  readonly at: number
  readonly opens: boolean
}

const functions: ReadonlySet<string> = new Set(["ArrowFunctionExpression", "FunctionExpression"])
const methods: ReadonlySet<string> = new Set(["method true", "kind get", "kind set"])

const isNode = (part: unknown): part is AstNode => typeof part === "object" && part !== null && "type" in part
