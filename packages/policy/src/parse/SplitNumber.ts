/** Restores numbers that a comma split in two, so that the rest of the file can be checked. */
import type { Diagnostic, Fix } from "../diagnostic/Diagnostic.ts"
import type { Node } from "../source/Node.ts"

/** Returns the fix of a finding about a split number; undefined for any other finding. */
export const joinOf = ({ code, fix }: Diagnostic): Fix | undefined =>
  code === "yaml/comma" && fix !== undefined && /^\d+(?:\.\d+)?$/u.test(fix.text) ? fix : undefined

/** Returns the tree with the intended numbers in the place of the split ones. */
export function joined(node: Node, fixes: ReadonlyArray<Fix>): Node {
  if (fixes.length === 0 || node._tag === "Scalar") return node
  if (node._tag === "List") return { ...node, items: node.items.map((item) => joined(item, fixes)) }
  const entries = node.entries.flatMap((entry) => {
    const { key, value } = entry
    const fix = fixes.find(({ span }) => span.start === value.span.start)
    if (fix !== undefined)
      return [
        {
          key,
          value: { _tag: "Scalar", value: Number(fix.text), source: fix.text, quoted: false, span: fix.span } as const
        }
      ]
    const isRest = fixes.some(({ span }) => key.span.start > span.start && key.span.end <= span.end)
    return isRest ? [] : [{ key, value: joined(value, fixes) }]
  })
  return { ...node, entries }
}
