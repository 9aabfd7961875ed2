/** Reads a simulation that is a value of a program: it is written as a file and read by the reader of files. */
import type { UnhashedBundle } from "../bundle/Hash.ts"
import type { Diagnostic } from "../diagnostic/Diagnostic.ts"
import type { SimulationValue } from "../generated/SimulationValue.ts"
import { languageOf, type Outline } from "../outline/Outline.ts"
import { newestVersion } from "../outline/Version.ts"
import { readFile } from "../shape/Check.ts"
import { entriesOf, isList, itemsOf, type Node } from "../source/Node.ts"
import { renderPlace } from "../source/SourceFile.ts"
import type { Companions } from "./Layout.ts"
import { readSimulation } from "./SimulationReader.ts"

/**
 * A fault in a value with its path: `staff.people.agent.roles`, or `feedback.csv:3:1` in a file that it names; empty
 * for the whole value.
 */
export interface GivenFault {
  readonly at: string
  readonly diagnostic: Diagnostic
}

/**
 * Reads a value with the shape of a simulation file and keys in camel case. Returns no simulation if something is an
 * error.
 */
export const readSimulationValue = (value: SimulationValue, bundle: UnhashedBundle, companions?: Companions) => {
  const { root, resolve } = languageOf("simulation")
  const written = { hearback: newestVersion, simulation: "given", policy: "given", ...asWritten(value, root, resolve) }
  const file = { path: "given", text: JSON.stringify(written, null, 1) }
  const { simulation, diagnostics } = readSimulation(file, bundle, companions)
  const { tree } = diagnostics.length === 0 ? {} : readFile(file, "simulation")
  const faults = diagnostics.map((diagnostic): GivenFault => {
    const { span } = diagnostic.primary
    if (span.file.path !== file.path) return { at: renderPlace(span), diagnostic }
    return { at: tree === undefined ? "" : pathTo(tree, span.start).join("."), diagnostic }
  })
  return { simulation, faults }
}

type Resolve = (outline: Outline) => Outline

/** Returns a value with the keys of a file. Names of people, categories and the like stay unchanged. */
const asWritten = (value: unknown, asked: Outline, resolve: Resolve): object => {
  const found = branchFor(value, resolve(asked), resolve)
  if (Array.isArray(value))
    return value.map((item) => (isObject(item) ? asWritten(item, found.items ?? {}, resolve) : leafOf(item)))
  const { properties = {}, patternProperties = {}, additionalProperties } = found
  const [ofNames] = [...Object.values(patternProperties), additionalProperties || undefined]
  return Object.fromEntries(
    Object.entries(value as object).map(([key, each]) => {
      const ours = kebab(key)
      const outline = properties[ours] ?? ofNames ?? {}
      return [
        Object.hasOwn(properties, ours) ? ours : key,
        isObject(each) ? asWritten(each, outline, resolve) : leafOf(each)
      ] as const
    })
  )
}

/** Returns the form of a value among several possible ones: that of a list or of a map. */
const branchFor = (value: unknown, outline: Outline, resolve: Resolve): Outline => {
  const asked = Array.isArray(value) ? "array" : "object"
  const forms = (outline.anyOf ?? []).map(resolve)
  return forms.find(({ type }) => type === asked) ?? outline
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !(value instanceof Date)

/** Replaces what no file can contain by its type name, so that it is refused at its place. */
const leafOf = (value: unknown): unknown => {
  const isKept = value === null || ["string", "boolean", "undefined"].includes(typeof value) || Number.isFinite(value)
  return isKept ? value : String(value)
}

const kebab = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const camel = (key: string): string => key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Returns the keys that lead to the value at an offset. */
const pathTo = (node: Node, offset: number): readonly string[] => {
  const parts: readonly (readonly [string, Node, number])[] = isList(node)
    ? itemsOf(node).map((item, n) => [`${n}`, item, item.span.start] as const)
    : entriesOf(node).map(({ key, value }) => [camel(key.text), value, key.span.start] as const)
  const part = parts.find(([, value, start]) => start <= offset && offset < value.span.end)
  return part === undefined ? [] : [part[0], ...pathTo(part[1], offset)]
}
