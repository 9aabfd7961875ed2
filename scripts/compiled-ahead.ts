// Makes the functions of a module be compiled with it. Between two starts Node keeps what was compiled before a module
// ran. V8 compiles a function only at its first call unless the function is in parentheses, so without them each start
// would compile most functions again.
import { parseAst } from "vite"

interface AstNode {
  readonly type: string
  readonly start: number
  readonly end: number
}

/** Returns a module with each function expression in parentheses. The names of functions stay the same. */
export function compiledAhead(code: string): string {
  const marks: Mark[] = []
  const visit = (node: AstNode): void => {
    const parts = Object.entries(node)
    // The function after the name of a method is not an expression.
    const isMethod = node.type === "MethodDefinition" || parts.some(([key, part]) => methods.has(`${key} ${part}`))
    for (const [key, part] of parts)
      for (const inner of [part].flat().filter(isNode)) {
        if (functions.has(inner.type) && !(isMethod && key === "value"))
          marks.push({ at: inner.start, opens: true }, { at: inner.end, opens: false })
        visit(inner)
      }
  }
  visit(parseAst(code))
  // Where one function ends and another begins, the first is closed first.
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
