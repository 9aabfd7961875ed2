/** Reads a flat YAML file of pairs, and sets one value in a YAML text. This is the only file that uses yaml. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parse, parseDocument } from "yaml"
import type { CommandContext } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { bytesOf } from "./Bytes.ts"
import { absolute } from "./Paths.ts"

/**
 * Returns the pairs of a file, each with its place. Errors: missing file, invalid YAML, a value that is a map or a
 * list.
 */
export const readPairs = (path: string, context: CommandContext): readonly (readonly [string, string, string])[] => {
  const { fault } = context.texts
  const text = new TextDecoder().decode(bytesOf(absolute(path, context), context))
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset)
    return `${path}:${line}:${col}`
  }
  const refuse = (what: string, offset: number): never =>
    cannotRun({ code: "map/shape", message: fault.mapShape(what), place: at(offset), expected: fault.mapExpected })
  const broken = document.errors[0]
  if (broken !== undefined) return refuse(broken.message, broken.pos[0])
  if (!isMap(document.contents)) return refuse(path, 0)
  return document.contents.items.map(({ key, value }) => {
    const offset = isScalar(key) ? (key.range?.[0] ?? 0) : 0
    if (!isScalar(key) || !isScalar(value) || value.value === null) return refuse(String(key), offset)
    return [String(key.value).trim(), String(value.value).trim(), at(offset)]
  })
}

/** A YAML text in which each value has a path, such as `authority.limits.agent.compensate.per-case`. */
export interface Settable {
  readonly paths: readonly string[]
  /** Returns the text with another value, which is written as YAML. A missing path is added. */
  readonly withValue: (path: string, value: string) => string
}

/** Returns the paths of a text without errors. A key can contain dots. */
export const settable = (text: string): Settable => {
  const keys = new Map<string, readonly (string | number)[]>()
  const walk = (node: Node | unknown, way: readonly (string | number)[]): void => {
    if (way.length > 0) keys.set(way.join("."), way)
    if (isMap(node))
      for (const { key, value } of node.items) walk(value, [...way, String(isScalar(key) ? key.value : key)])
    else if (isSeq(node)) for (const [i, item] of node.items.entries()) walk(item, [...way, i])
  }
  walk(parseDocument(text).contents, [])
  return {
    paths: [...keys.keys()],
    withValue: (path, value) => {
      const document = parseDocument(text)
      document.setIn(keys.get(path) ?? path.split("."), document.createNode(parse(value)))
      return document.toString()
    }
  }
}
